"""A table of figures, painted as the report sets it: heads in a lighter ink, numbers against the right."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look.fonts import ui_font
from gui.look.metrics import load_metrics
from gui.look.theme import Theme
from gui.widgets.row_list import LEFT, RIGHT, draw_text

if TYPE_CHECKING:
    from core.report.sheet import Column, Row, Table

HUE_WIDTH, HUE_GAP = 4, 8
GAP = 20
WIDEST = 280
SPARE = 3
"""Pixels more than the words take, as their width is rounded."""


class SheetTable(QWidget):
    """As wide as its cells, as tall as its rows. ``strong`` cells stand out, by row and column."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[Column, ...] = ()
        self._rows: tuple[Row, ...] = ()
        self._strong: Collection[tuple[int, int]] = ()
        self._widths: list[int] = []
        self._theme: Theme | None = None
        self._row_height = load_metrics().layout.row_dense
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_table(self, table: Table, strong: Collection[tuple[int, int]] = ()) -> None:
        """Show another table."""
        self._columns, self._rows, self._strong = table.columns, table.rows, strong
        head, cell = QFontMetrics(ui_font(12)), QFontMetrics(ui_font(13, 600))

        def width_of(measure: QFontMetrics, words: str) -> int:
            return measure.horizontalAdvance(words) + SPARE

        self._widths = [
            min(
                WIDEST,
                max(
                    [
                        width_of(head, column.title),
                        *(width_of(cell, row.cells[n]) for row in table.rows),
                    ]
                ),
            )
            for n, column in enumerate(table.columns)
        ]
        heads = [column.title for column in table.columns]
        rows = "\n".join(", ".join(map(" ".join, zip(heads, row.cells, strict=True))) for row in table.rows)
        self.setAccessibleDescription(rows)
        self.setMinimumWidth(self.sizeHint().width())
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colors of ``theme``."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """All of it."""
        width = sum(self._widths) + GAP * max(0, len(self._widths) - 1) + self._inset
        return QSize(width, (len(self._rows) + 1) * self._row_height + 1)

    @property
    def _inset(self) -> int:
        return HUE_WIDTH + HUE_GAP if any(row.hue for row in self._rows) else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows in sight."""
        if self._theme is None or not self._widths:
            return
        painter, ui = QPainter(self), self._theme.ui
        for n, column in enumerate(self._columns):
            align = RIGHT if column.is_number else LEFT
            draw_text(painter, self._cell(-1, n), column.title, ui.ink_3, font=ui_font(12), align=align)
        painter.fillRect(QRect(0, self._row_height, self.sizeHint().width(), 1), ui.line_strong)
        first = max(0, event.rect().top() // self._row_height - 1)
        last = event.rect().bottom() // self._row_height
        for number in range(first, min(last, len(self._rows))):
            self._paint_row(painter, number, self._theme)

    def _paint_row(self, painter: QPainter, number: int, theme: Theme) -> None:
        row = self._rows[number]
        for n, column in enumerate(self._columns):
            weight = 600 if (number, n) in self._strong else 400
            align = RIGHT if column.is_number else LEFT
            draw_text(
                painter,
                self._cell(number, n),
                row.cells[n],
                theme.ui.ink,
                font=ui_font(13, weight),
                align=align,
            )
        if row.hue:
            top = self._cell(number, 0).top()
            painter.fillRect(QRect(0, top + 4, HUE_WIDTH, self._row_height - 8), theme.hue(row.hue).line)

    def _cell(self, row: int, column: int) -> QRect:
        left = self._inset + sum(self._widths[:column]) + GAP * column
        top = (row + 1) * self._row_height + (row >= 0)
        return QRect(left, top, self._widths[column], self._row_height)
