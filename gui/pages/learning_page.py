"""Learning names from the corrections of the open folder: what is in use, and what learning would change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.pages.page import WorkPage
from gui.widgets.background_work import BackgroundWork
from gui.widgets.pane import Words
from gui.widgets.sheet_table import SheetTable

ROUGH = 100
"""With fewer names held back than this, a figure may be some points off."""

NOTABLE = 0.5
"""Points of F1 from which on one head is called better than the other."""


@dataclass(frozen=True, slots=True)
class LearntRow:
    """A label: title and hue, how many such names were held back, F1 in percent as shipped and as learnt."""

    title: str
    hue: str
    count: int
    before: float
    after: float


class LearningPage(WorkPage):
    """Asks to learn, to use what was learnt, and to go back; figures stand before every choice."""

    learning_requested = Signal()
    use_requested = Signal()
    return_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.go_back, self.use, self.learn = self.add_act(), self.add_act(), self.add_act(primary=True)
        self.go_back.clicked.connect(self.return_requested)
        self.use.clicked.connect(self.use_requested)
        self.learn.clicked.connect(self.learning_requested)
        self._about, self._since = "", ""
        self._explanation = Words(ink="ink_2")
        self.in_use, self.summary = Words(), Words(weight=600)
        self._facts = Words(ink="ink_2", pixels=12)
        self.figures = SheetTable()
        self.work = BackgroundWork()
        column = self.scrolled()
        for words in (self._explanation, self.in_use, self.summary, self._facts):
            words.setWordWrap(True)
        parts: tuple[QWidget, ...] = (
            self._explanation,
            self.in_use,
            self.work,
            self.summary,
            self.figures,
            self._facts,
        )
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        self.show_nothing("")
        self.retranslate()

    def show_folder(self, about: str) -> None:
        """Say which folder it would be learnt from."""
        self._about = about
        self.set_title(self.tr("Learn from Corrections"), about)

    def show_in_use(self, since: str, *, can_go_back: bool) -> None:
        """Say what recognition uses: what was adopted ``since`` a time, or with ``""`` what is shipped."""
        self._since = since
        self.go_back.setEnabled(can_go_back)
        self._tell_in_use()

    def show_nothing(self, why: str) -> None:
        """Say why nothing was learnt, or nothing at all."""
        self.summary.setText(why)
        self.summary.setVisible(bool(why))
        self._facts.hide()
        self.figures.hide()
        self.use.setEnabled(False)

    def show_learnt(
        self, rows: Sequence[LearntRow], sentences: int, held_back: int, as_shipped: Sequence[str] = ()
    ) -> None:
        """Show how well names are found as shipped and as learnt; the first row is of all labels together.

        ``as_shipped`` are the titles of labels of which nothing new is used.
        """
        from core.report.sheet import Column, Row, Table  # with it comes all that makes reports

        heads = (self.tr("Label"), self.tr("Held back"), self.tr("F1 as shipped"), self.tr("F1 as learnt"))
        columns = tuple(Column(head, 1, place > 0) for place, head in enumerate(heads))
        cells = ((row.title, f"{row.count:,}", f"{row.before:.1f}", f"{row.after:.1f}") for row in rows)
        table = Table(columns, tuple(Row(each, row.hue) for each, row in zip(cells, rows, strict=True)))
        self.figures.set_table(table, {(0, place) for place in range(len(heads))})
        self.summary.setText(self._verdict(rows[0]))
        facts = [
            self.tr("Learnt from %n sentence(s)", "", sentences),
            self.tr("F1 is that on %n other(s), which were held back", "", held_back),
        ]
        if rows[0].count < ROUGH:
            facts.append(self.tr("few names were held back: the figures are rough"))
        if as_shipped:
            facts.append(
                self.tr("left as shipped, for learning did not help: {0}").format("、".join(as_shipped))
            )
        self._facts.setText(" · ".join(facts))
        for shown in (self.summary, self._facts, self.figures):
            shown.show()
        self.use.setEnabled(True)

    def retranslate(self) -> None:
        """Put every text into the language of the application."""
        super().retranslate()
        self.show_folder(self._about)
        for button, words in (
            (self.go_back, self.tr("Undo Last Change")),
            (self.use, self.tr("Use What Was Learnt")),
            (self.learn, self.tr("Learn")),
        ):
            button.setText(words)
            button.setAccessibleName(words)
            button.updateGeometry()
        self._explanation.setText(
            self.tr(
                "Names that you reviewed in this folder become examples, also those of the label scheme's "
                "own labels. A fifth is held back to measure whether that helps. Nothing changes before you "
                "say so."
            )
        )
        self.figures.setAccessibleName(self.tr("F1 before and after"))
        self._tell_in_use()

    def _tell_in_use(self) -> None:
        learnt = self.tr("In use: what was learnt, since {0}").format(self._since)
        self.in_use.setText(learnt if self._since else self.tr("In use: as shipped"))

    def _verdict(self, row: LearntRow) -> str:
        change = row.after - row.before
        if change >= NOTABLE:
            return self.tr("Better by {0} points on what it has not seen").format(f"{change:.1f}")
        if change <= -NOTABLE:
            return self.tr("Worse by {0} points on what it has not seen").format(f"{-change:.1f}")
        return self.tr("About as good as before on what it has not seen")
