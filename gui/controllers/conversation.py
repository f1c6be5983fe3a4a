"""Talking with the user: dialogs over the window, whose answers come back by call, never by waiting.

A dialog is loaded when it is first opened: none is needed to show the window.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from core import __version__
from core.assignment import Assignment
from core.errors import UserError
from core.files.source import KINDS
from core.schemes import Scheme
from core.schemes.draft import Draft
from core.sidecar import Anchored
from core.text.spans import Span
from gui.actions import Actions
from gui.dialogs.question import Question, tell_error
from gui.keys import OwnKeys
from gui.look.theme import Theme
from gui.models.commands import commands_of
from gui.words.error_messages import message_of

if TYPE_CHECKING:
    from core.bulk.decisions import Decision
    from core.exchange.dataset_export import Order
    from gui.dialogs.decision_choice import DecisionChoice

Asking = Callable[[Theme, QWidget], Question]


class Conversation(QObject):
    """Opens dialogs for the controllers, which know no widgets."""

    def __init__(self, window: QWidget, theme: Callable[[], Theme]) -> None:
        super().__init__(window)
        self._window, self._theme = window, theme

    def ask(self, asking: Asking, answers: Mapping[str, Callable[[], None]]) -> None:
        """Open a question; the act of the answer given is done, none for an answer not listed."""
        question = asking(self._theme(), self._window)
        question.answered.connect(lambda answer: answers.get(answer, _nothing)())
        question.open()

    def when_free(self, act: Callable[[], None]) -> None:
        """Do ``act`` once no dialog is open."""
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            dialog.finished.connect(lambda _: QTimer.singleShot(0, self, lambda: self.when_free(act)))
        else:
            act()

    def ask_words(self, title: str, explanation: str, words: str, then: Callable[[str], None]) -> None:
        """Ask for a line of text, beginning with ``words``."""
        from gui.dialogs.line_input import LineInput

        dialog = LineInput(self._theme(), title, words, explanation=explanation, parent=self._window)
        dialog.entered.connect(then)
        dialog.open()

    def tell(self, error: UserError, then: Callable[[], None] | None = None) -> None:
        """Say in one sentence what went wrong."""
        self.ask(
            lambda theme, parent: tell_error(theme, message_of(error), parent=parent),
            {"close": then or _nothing},
        )

    def tell_any(self, error: Exception) -> None:
        """The same for whatever background work failed with; a bug passes through."""
        if not isinstance(error, UserError):
            raise error
        self.tell(error)

    def show_palette(self, actions: Actions) -> None:
        """Let the user type the name of any act."""
        from gui.dialogs.command_palette import CommandPalette

        palette = CommandPalette(self._theme(), commands_of(actions), self._window)
        palette.command_chosen.connect(lambda action_id: actions[action_id].trigger())
        palette.show_over(self._window)

    def show_shortcuts(self, actions: Actions, scheme: Scheme) -> None:
        """List every key."""
        from gui.dialogs.shortcut_sheet import ShortcutSheet

        ShortcutSheet(self._theme(), commands_of(actions), scheme, self._window).open()

    def choose_keys(
        self,
        actions: Actions,
        scheme: Callable[[], Scheme],
        own: OwnKeys,
        then: Callable[[dict[str, tuple[str, ...]]], None],
    ) -> None:
        """Let the user give acts other keys."""
        from gui.dialogs.key_choice import KeyChoice

        dialog = KeyChoice(self._theme(), actions, own, scheme(), self._window)
        dialog.keys_chosen.connect(then)
        dialog.open()

    def edit_scheme(self, scheme: Scheme, place: str, then: Callable[[Draft], None]) -> None:
        """Let the user edit a label scheme."""
        from gui.dialogs.scheme_editor import SchemeEditor

        dialog = SchemeEditor(self._theme(), scheme, place, self._window)
        dialog.saved.connect(then)
        dialog.open()

    def choose_one(self, choices: Sequence[str], then: Callable[[int], None]) -> None:
        """Let the user take one of a few, by a digit too."""
        from gui.dialogs.few_choices import FewChoices

        dialog = FewChoices(self._theme(), self.tr("Which one?"), choices, self._window)
        dialog.chosen.connect(then)
        dialog.open()

    def edit_mark(
        self,
        words: str,
        label: str,
        labels: Sequence[tuple[str, str]],
        find: Callable[[str], Span | None],
        then: Callable[[str, Span], None],
    ) -> None:
        """Let the user say what a mark should be."""
        from gui.dialogs.mark_edit import MarkEdit

        dialog = MarkEdit(self._theme(), words, label, labels, find, self._window)
        dialog.chosen.connect(then)
        dialog.open()

    def choose_decisions(
        self, then: Callable[[list[Decision]], None], closed: Callable[[], None]
    ) -> DecisionChoice:
        """Let the user pick decisions; the dialog shows them once it is known where they act."""
        from gui.dialogs.decision_choice import DecisionChoice

        dialog = DecisionChoice(self._theme(), self._window)
        dialog.chosen.connect(then)
        dialog.finished.connect(lambda _: closed())
        dialog.open()
        return dialog

    def choose_export(self, forms: Sequence[str], then: Callable[[Order], None]) -> None:
        """Let the user say how annotations are exported."""
        from gui.dialogs.export_choice import ExportChoice

        dialog = ExportChoice(self._theme(), forms, self._window)
        dialog.chosen.connect(then)
        dialog.open()

    def tell_done(self, sentence: str, more: str) -> None:
        """Say what was done, and what else there is to know of it."""
        self.ask(
            lambda theme, parent: Question(theme, sentence, more, (("close", self.tr("OK")),), parent),
            {},
        )

    def choose_any_file(self, title: str, folder: str, then: Callable[[Path], None]) -> None:
        """Let the user pick one file of any kind."""
        dialog = QFileDialog(self._window, title, folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: then(Path(name)))
        dialog.open()

    def choose_assignment(
        self, assignment: Assignment, articles: int, then: Callable[[list[str], float, bool], None]
    ) -> None:
        """Let the user name annotators."""
        from gui.dialogs.assignment_choice import AssignmentChoice

        dialog = AssignmentChoice(self._theme(), assignment, articles, self._window)
        dialog.chosen.connect(then)
        dialog.open()

    def show_guidelines(self, words: str) -> None:
        """Show what is marked and where a mark ends."""
        from gui.dialogs.reading import ReadingDialog

        ReadingDialog(self._theme(), self.tr("Annotation Guidelines"), words, self._window).open()

    def show_about(self) -> None:
        """Say what this is, which version, and under which licences."""
        from gui.dialogs.reading import ReadingDialog

        words = self.tr(
            "Version {0}. An offline reader and annotator for Chinese news articles.\n\n"
            "It never writes to an article and never uses the network. MIT License; it stands on Qt "
            "for Python (LGPL), jieba, OpenCC, pypinyin, lxml, NumPy and others, whose licences come with it."
        )
        ReadingDialog(self._theme(), self.tr("About Danqian"), words.format(__version__), self._window).open()

    def show_moved(
        self, name: str, anchored: Anchored, scheme: Scheme, take_over: Callable[[], None]
    ) -> None:
        """Show what became of the marks of a changed article; ``take_over`` is done where the user agrees."""
        from gui.dialogs.moved_text import MovedText

        dialog = MovedText(self._theme(), name, anchored, scheme, self._window)
        dialog.answered.connect(lambda answer: take_over() if answer == "take" else None)
        dialog.open()

    def choose_encoding(
        self,
        name: str,
        decode: Callable[[str], str],
        likely: Sequence[str],
        then: Callable[[str], None],
    ) -> None:
        """Let the user pick the encoding in which a file reads well."""
        from gui.dialogs.encoding_choice import EncodingChoice

        dialog = EncodingChoice(self._theme(), name, decode, likely, self._window)
        dialog.encoding_chosen.connect(then)
        dialog.open()

    def choose_files(self, title: str, folder: str, then: Callable[[list[Path]], None]) -> None:
        """Let the user pick articles to open."""
        dialog = QFileDialog(self._window, title, folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        patterns = " ".join(f"*{suffix}" for suffix in (".txt", *KINDS))
        articles = self.tr("Articles (%1)").replace("%1", patterns)
        dialog.setNameFilters([articles, self.tr("All files (*)")])
        dialog.filesSelected.connect(lambda names: then([Path(name) for name in names]))
        dialog.open()

    def choose_folder(self, title: str, folder: str, then: Callable[[Path], None]) -> None:
        """Let the user pick a folder."""
        dialog = QFileDialog(self._window, title, folder)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda name: then(Path(name)))
        dialog.open()

    def choose_target(
        self, title: str, suggested: Path, filters: list[str], then: Callable[[Path], None]
    ) -> None:
        """Let the user pick where to write."""
        dialog = QFileDialog(self._window, title, str(suggested.parent))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(filters)
        dialog.selectFile(suggested.name)
        dialog.fileSelected.connect(lambda name: then(Path(name)))
        dialog.open()

    def choose_form(
        self,
        title: str,
        suggested: Path,
        forms: Sequence[tuple[str, str]],
        then: Callable[[Path, int], None],
    ) -> None:
        """Let the user pick where to write and in which of ``forms``: its words, and the suffix it has."""
        from gui.dialogs.form_choice import FormChoice

        dialog = FormChoice(title, suggested, forms, self._window)
        dialog.form_chosen.connect(then)
        dialog.open()


def _nothing() -> None:
    pass
