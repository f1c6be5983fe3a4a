"""Rows that stand for marks, with the number of the question that is asked about one of them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from gui.look.theme import Theme
from gui.widgets.numbers import SMALL, paint_number
from gui.widgets.row_list import RowDelegate

NUMBER_ROOM = SMALL + 4
"""What a number takes of a row's width."""


class AskedDelegate(RowDelegate):
    """``asked`` has the numbers of the questions about each mark, ``looked_at`` is that of the selected."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.asked: Mapping[str, tuple[int, ...]] = {}
        self.looked_at: int | None = None

    def numbers(self, ids: tuple[str, ...]) -> list[int]:
        """The questions about the marks of a row."""
        return sorted({number for mark in ids for number in self.asked.get(mark, ())})

    def paint_asked(self, painter: QPainter, center: QPointF, ids: tuple[str, ...], theme: Theme) -> bool:
        """Paint the number of the selected question, or else of the first; whether there is any."""
        numbers = self.numbers(ids)
        if not numbers:
            return False
        is_here = self.looked_at in numbers
        circle = QRectF(center.x() - SMALL / 2, center.y() - SMALL / 2, SMALL, SMALL)
        painter.save()
        shown = self.looked_at if is_here and self.looked_at is not None else numbers[0]
        paint_number(painter, circle, shown, theme, is_filled=is_here)
        painter.restore()
        return True

    def asked_in_words(self, ids: tuple[str, ...]) -> str:
        """The same for a screen reader; empty without a question."""
        numbers = ", ".join(map(str, self.numbers(ids)))
        words = QCoreApplication.translate("Findings", "question {0}").format(numbers)
        return f" ({words})" if numbers else ""
