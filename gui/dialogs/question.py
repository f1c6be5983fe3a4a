"""Questions and errors: a sentence that says what happened, one that says what can be done, and verbs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from gui.dialogs.dialog import ThemedDialog
from gui.look.theme import Theme

WIDTH = 440


class Question(ThemedDialog):
    """Asks once. ``answered`` brings the id of the button pressed; closing answers with the last one.

    Where the last one would lose something, ``closing`` is the answer that loses nothing.
    """

    answered = Signal(str)

    def __init__(
        self,
        theme: Theme,
        sentence: str,
        explanation: str,
        answers: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
        *,
        closing: str = "",
    ) -> None:
        super().__init__(theme, sentence, parent)
        self.setWindowTitle(QGuiApplication.applicationDisplayName())
        self._answer = closing or answers[-1][0]
        if explanation:
            self.add_words(explanation)
        self.buttons = {}
        for place, (answer, words) in enumerate(answers):
            button = self.add_button(words, primary=place == 0)
            button.clicked.connect(lambda _=False, answer=answer: self._take(answer))
            self.buttons[answer] = button
        self.buttons[answers[0][0]].setFocus()
        self.finished.connect(lambda _: self.answered.emit(self._answer))
        self.set_theme(theme)
        self.fit(WIDTH)

    def _take(self, answer: str) -> None:
        self._answer = answer
        self.accept()


def ask_to_save(theme: Theme, name: str, parent: QWidget | None = None) -> Question:
    """What to do with annotations that were not saved: ``save``, ``discard`` or ``cancel``."""
    translate = QCoreApplication.translate
    return Question(
        theme,
        translate("Questions", "Save the annotations of “{0}”?").format(name),
        translate("Questions", "They changed after the last save. The article itself is never changed."),
        (
            ("save", translate("Questions", "Save")),
            ("discard", translate("Questions", "Don't Save")),
            ("cancel", translate("Questions", "Cancel")),
        ),
        parent,
    )


def ask_to_recover(theme: Theme, name: str, when: str, parent: QWidget | None = None) -> Question:
    """Whether to take over what a crash left behind: ``recover`` or ``discard``."""
    translate = QCoreApplication.translate
    return Question(
        theme,
        translate("Questions", "Recover the annotations of “{0}”?").format(name),
        translate("Questions", "Danqian ended unexpectedly; changes up to {0} were kept.").format(when),
        (
            ("recover", translate("Questions", "Recover")),
            ("discard", translate("Questions", "Use the Saved Ones")),
        ),
        parent,
        closing="recover",
    )


def ask_after_conflict(theme: Theme, name: str, parent: QWidget | None = None) -> Question:
    """What to do when somebody else has saved meanwhile: ``merge``, ``keep_both`` or ``cancel``."""
    translate = QCoreApplication.translate
    return Question(
        theme,
        translate("Questions", "Somebody else has saved annotations of “{0}”").format(name),
        translate(
            "Questions",
            "Nothing was overwritten. Merging keeps the marks of both; where they differ, yours stay.",
        ),
        (
            ("merge", translate("Questions", "Merge")),
            ("keep_both", translate("Questions", "Save Mine Beside")),
            ("cancel", translate("Questions", "Cancel")),
        ),
        parent,
    )


def tell_error(theme: Theme, sentence: str, explanation: str = "", parent: QWidget | None = None) -> Question:
    """Say in plain words what went wrong; there is nothing to decide."""
    close = (("close", QCoreApplication.translate("Questions", "Close")),)
    return Question(theme, sentence, explanation, close, parent)


def ask_after_failure(theme: Theme, sentence: str, parent: QWidget | None = None) -> Question:
    """What to do after a save that failed: ``retry``, save ``elsewhere``, or ``close``."""
    translate = QCoreApplication.translate
    return Question(
        theme,
        sentence,
        "",
        (
            ("elsewhere", translate("Questions", "Save Elsewhere…")),
            ("retry", translate("Questions", "Try Again")),
            ("close", translate("Questions", "Close")),
        ),
        parent,
    )


def ask_to_replace(theme: Theme, sentence: str, parent: QWidget | None = None) -> Question:
    """What becomes of a sidecar that could not be read: ``aside``, save ``elsewhere``, or ``cancel``."""
    translate = QCoreApplication.translate
    return Question(
        theme,
        sentence,
        translate("Questions", "It can keep its contents under another name while yours take its place."),
        (
            ("aside", translate("Questions", "Keep It under Another Name")),
            ("elsewhere", translate("Questions", "Save Elsewhere…")),
            ("cancel", translate("Questions", "Cancel")),
        ),
        parent,
    )
