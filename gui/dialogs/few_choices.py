"""A dialog to take one of a few: arrows and Enter, a click, or the digit before it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from gui.dialogs.dialog import ThemedDialog
from gui.look.theme import Theme
from gui.widgets.keycaps import paint_keycaps
from gui.widgets.row_list import RowDelegate, RowList, draw_text
from gui.widgets.row_model import ROW, RowModel

WIDTH, WORDS_LEFT = 440, 36
MOST_SHOWN = 12
Row = tuple[int, str]


class ChoiceDelegate(RowDelegate):
    """Digit, words."""

    height = 32
    margin = 0

    def paint_row(self, painter: QPainter, area: QRect, row: object, theme: Theme) -> None:
        """Paint one choice."""
        assert isinstance(row, tuple)
        number, words = row
        line = area.adjusted(8, 0, -8, 0)
        if number <= 9:
            place, ui = QPoint(line.left(), area.center().y() + 1), theme.ui
            paint_keycaps(painter, place, (str(number),), ui.ink_2, ui.line_strong, ui.surface)
        draw_text(painter, line.adjusted(WORDS_LEFT, 0, 0, 0), words, theme.ui.ink)


class FewChoices(ThemedDialog):
    """``chosen`` brings the place of the one taken; nothing where it is closed otherwise."""

    chosen = Signal(int)

    def __init__(
        self, theme: Theme, title: str, choices: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, title, parent)
        model: RowModel[Row] = RowModel(lambda row: row[1])
        model.set_rows(list(enumerate(choices, 1)))
        self.list = RowList(model, ChoiceDelegate(self), scrolls=len(choices) > MOST_SHOWN)
        if len(choices) > MOST_SHOWN:
            self.list.setFixedHeight(MOST_SHOWN * ChoiceDelegate.height)
        self.list.setAccessibleName(title)
        self.list.installEventFilter(self)
        self.list.activated.connect(lambda index: self._take(index.data(ROW)[0]))
        self.body.addWidget(self.list)
        self.add_button(self.tr("Cancel")).clicked.connect(self.reject)
        self.list.select_row(0)
        self.list.setFocus()
        self._count = len(choices)
        self.setFixedWidth(WIDTH)
        self.set_theme(theme)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a choice by its digit, before the list looks for words that begin with it."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        number = event.key() - Qt.Key.Key_0
        if not 1 <= number <= min(9, self._count):
            return False
        self._take(number)
        return True

    def _take(self, number: int) -> None:
        self.accept()
        self.chosen.emit(number - 1)
