"""What was decided on the names of the open article, and where it would act in the folder, to be ticked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from gui.dialogs.dialog import ThemedDialog
from gui.look.fonts import ui_font
from gui.look.theme import Theme
from gui.models.check_rows import CheckModel
from gui.panels.check_list import BOX_COLUMN, CheckDelegate, CheckList
from gui.widgets.background_work import BackgroundWork
from gui.widgets.row_list import RIGHT, draw_text

if TYPE_CHECKING:
    from core.bulk.decisions import Decision

WIDTH = 520
MOST_SHOWN = 10
HUE_WIDTH, GAP = 4, 12


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A decision in words: ``verdict`` what it says, ``hue`` its label's, ``reach`` where it would act."""

    decision: Decision
    verdict: str
    hue: str
    reach: str
    places: int

    @property
    def in_words(self) -> str:
        """The row as a screen reader says it."""
        return f"{self.decision.words} {self.verdict} {self.reach}"


class DecisionDelegate(CheckDelegate):
    """A box to tick, the words, what was decided on them, and where it would act."""

    height = 30

    def paint_row(self, painter: QPainter, area: QRect, row: object, theme: Theme) -> None:
        """Paint one decision."""
        assert isinstance(row, DecisionRow)
        line = area.adjusted(BOX_COLUMN, 0, -GAP, 0)
        painter.fillRect(
            QRect(line.left(), line.top() + 7, HUE_WIDTH, line.height() - 14), theme.hue(row.hue).line
        )
        line.adjust(HUE_WIDTH + 8, 0, 0, 0)
        taken = draw_text(painter, line, row.reach, theme.ui.ink_2, font=ui_font(12), align=RIGHT)
        line.adjust(0, 0, -taken - GAP, 0)
        taken = draw_text(painter, line, row.decision.words, theme.ui.ink, font=ui_font(13, 600))
        draw_text(painter, line.adjusted(taken + GAP, 0, 0, 0), row.verdict, theme.ui.ink_2)


class DecisionChoice(ThemedDialog):
    """Opens while the folder is still being looked through; ``chosen`` brings the ticked decisions."""

    chosen = Signal(list)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.heading.setText(self.tr("Decide Alike in the Folder"))
        self.setWindowTitle(self.heading.text())
        self._words = self.add_words(
            self.tr(
                "What you decided on names in this article, where nobody has decided yet. Articles that are "
                "finished stay as they are. It is one act, and Undo takes it back."
            )
        )
        self.work = BackgroundWork()
        self.body.addWidget(self.work)
        self.model: CheckModel[DecisionRow] = CheckModel(lambda row: row.in_words)
        self.list = CheckList(self.model, DecisionDelegate(self))
        self.list.setAccessibleName(self.tr("Decisions"))
        self.list.clicked.connect(self.model.toggle)
        self.list.installEventFilter(self)
        self.list.hide()
        self.body.addWidget(self.list)
        self.body.addStretch(1)
        self.apply = self.add_button("", primary=True)
        self.apply.clicked.connect(self._choose)
        self.add_button(self.tr("Cancel")).clicked.connect(self.reject)
        self.model.checks_changed.connect(self._count)
        self._count()
        self.setFixedWidth(WIDTH)
        self.set_theme(theme)

    def show_progress(self, done: int, total: int) -> None:
        """Say how many articles have been looked through."""
        words = self.tr("Looking through {0} of {1} articles").format(f"{done:,}", f"{total:,}")
        self.work.show_work(words, done / max(1, total))

    def show_rows(self, rows: Sequence[DecisionRow]) -> None:
        """List where the decisions would act; nothing means nowhere."""
        self.work.show_work("", 0)
        if not rows:
            self._words.setText(self.tr("Nothing is left to decide by it in this folder."))
            return
        self.model.set_rows(rows)
        self.list.setFixedHeight(min(len(rows), MOST_SHOWN) * DecisionDelegate.height)
        self.list.show()
        self.list.select_row(0)
        self.list.setFocus()
        self.adjustSize()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Press the primary button by Enter from the list, too."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter:
            self.apply.click()
        return is_enter

    def _count(self) -> None:
        places = sum(row.places for row in self.model.checked())
        self.apply.setText(self.tr("Apply to %n place(s)", "", places))
        self.apply.setAccessibleName(self.apply.text())
        self.apply.updateGeometry()
        self.apply.setEnabled(places > 0)

    def _choose(self) -> None:
        self.chosen.emit([row.decision for row in self.model.checked()])
        self.accept()
