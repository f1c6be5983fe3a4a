"""The status row: facts at the left, whether it is saved and the script at the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.document import Document
from core.overview import word_count
from gui.look.metrics import load_metrics
from gui.widgets.announcing import announce
from gui.widgets.buttons import ThemedButton
from gui.widgets.pane import Pane, Words
from gui.widgets.segmented import Segmented

SCRIPTS = ("hans", "hant", "source")


class StatusRow(Pane):
    """Says what is open, how far it is and whether it is saved; the script switch asks to show another."""

    script_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", ("top",), parent=parent)
        self._document: Document | None = None
        self._mode = "read"
        self._is_marking = False
        self._facts = Words(ink="ink_2", pixels=12)
        self._notice = Words(ink="ink", pixels=12)
        self._hint = Words(ink="ink_2", pixels=12)
        self._saved = Words(ink="ink_2", pixels=12)
        self._scripts = Segmented([(script, "") for script in SCRIPTS], pixels=12, height=20, padding=9)
        self._scripts.chosen.connect(self.script_chosen)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 1, 12, 0)
        layout.setSpacing(16)
        layout.addWidget(self._facts)
        layout.addWidget(self._notice)
        layout.addStretch(1)
        for widget in (self._hint, self._saved, self._scripts):
            layout.addWidget(widget)
        self.setFixedHeight(load_metrics().layout.status_row)
        self._retranslate()
        self.set_document(None)

    def set_document(self, document: Document | None) -> None:
        """Tell of ``document``, or that none is open."""
        self._document = document
        self._scripts.setVisible(document is not None)
        self._saved.setVisible(document is not None)
        self._tell()

    def set_marking(self, is_marking: bool) -> None:
        """Say that the article is being marked, in place of how many marks it has."""
        if is_marking != self._is_marking:
            self._is_marking = is_marking
            self._tell()

    def set_mode(self, mode: str) -> None:
        """Tell what matters in ``mode``."""
        self._mode = mode
        self._tell()

    def set_script(self, script: str) -> None:
        """Show which script the article is seen in."""
        self._scripts.choose(script)

    def set_saved(self, words: str) -> None:
        """Say whether the annotations are saved."""
        self._saved.setText(words)

    def set_notice(self, words: str) -> None:
        """Say what the last act did, or what goes on in the background; an empty one says nothing."""
        self._notice.setText(words)
        announce(self._notice, words)

    def notice(self) -> str:
        """What is said of the last act."""
        return self._notice.text()

    def set_hint(self, words: str) -> None:
        """Say at the right what can be done next."""
        self._hint.setText(words)

    def facts(self) -> list[str]:
        """What is said at the left."""
        return self._facts_of(self._document) if self._document else [self.tr("No article open")]

    def script_button(self, script: str) -> ThemedButton:
        """The button of a script."""
        return self._scripts.button(script)

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._tell()
            self.set_notice("")  # it was said in the other language
        super().changeEvent(event)

    def _retranslate(self) -> None:
        for script, short, long in (
            ("hans", self.tr("Simp."), self.tr("Simplified")),
            ("hant", self.tr("Trad."), self.tr("Traditional")),
            ("source", self.tr("Source"), self.tr("Source text")),
        ):
            self._scripts.set_text(script, short)
            self._scripts.button(script).setAccessibleName(long)
            self._scripts.button(script).setToolTip(long)

    def _tell(self) -> None:
        self._facts.setText("    ".join(self.facts()))

    def _facts_of(self, document: Document) -> list[str]:
        if self._mode == "annotate":
            return self._annotating(document)
        if self._mode == "repair":
            return self._repairing(document)
        length = self.tr("{0} characters").format(_number(word_count(document)))
        if self._is_marking:
            return [length, self.tr("Marking…")]
        counts = document.statuses()
        return [
            length,
            self.tr("Marks {0}").format(_number(counts.total() - counts["rejected"])),
            self.tr("Unreviewed {0}").format(_number(counts["auto"])),
        ]

    def _annotating(self, document: Document) -> list[str]:
        counts = document.statuses()
        reviewed = counts.total() - counts["auto"]
        done = self.tr("Reviewed {0} / {1}").format(_number(reviewed), _number(counts.total()))
        facts = [self.tr("Marking…") if self._is_marking else done]
        if document.annotator:
            facts.insert(0, self.tr("Annotator {0}").format(document.annotator))
        return facts

    def _repairing(self, document: Document) -> list[str]:
        statuses = [repair.status for repair in document.repairs]
        return [
            self.tr("Source {0} characters").format(_number(len(document.source_text))),
            self.tr("Repaired {0} characters").format(_number(len(document.text))),
            self.tr("Repairs {0}").format(_number(statuses.count("applied"))),
            self.tr("Pending {0}").format(_number(statuses.count("suggested"))),
        ]


def _number(count: int) -> str:
    return QLocale(QLocale.Language.English).toString(count)
