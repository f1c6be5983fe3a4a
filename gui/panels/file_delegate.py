"""How a file of the folder is painted: its state as a sign, its name, its count."""

from __future__ import annotations

from collections.abc import Container

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from core.dataset import ArticleState
from gui.look.fonts import ui_font
from gui.look.theme import Theme
from gui.models.file_rows import count_in_words
from gui.widgets.row_list import RIGHT, RowDelegate, draw_text
from gui.words.file_names import shown_name

MARGIN = 14
CIRCLE = 10.0
NAME_LEFT = 34
COPY = "≈"
"""Stands beside the name of an article that has copies."""


class FileDelegate(RowDelegate):
    """Ring, pie or filled circle with a tick; name; flag; ≈ for copies; count. The open file is bold."""

    height = 28
    margin = radius = 0

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.current = ""
        self.copies: Container[str] = ()

    def paint_row(self, painter: QPainter, area: QRect, row: object, theme: Theme) -> None:
        """Paint one file."""
        assert isinstance(row, ArticleState)
        circle = QRectF(area.left() + MARGIN + 1, area.center().y() - CIRCLE / 2 + 1, CIRCLE, CIRCLE)
        paint_state(painter, circle, row, theme)
        is_current = row.name == self.current
        line = QRect(area.left() + NAME_LEFT, area.top(), area.width() - NAME_LEFT - MARGIN, area.height())
        ink = theme.ui.ink if is_current else theme.ui.ink_3
        width = draw_text(painter, line, count_in_words(row), ink, font=ui_font(12), align=RIGHT)
        if row.name in self.copies:
            sign = line.adjusted(0, 0, -width - 6, 0)
            width += 6 + draw_text(painter, sign, COPY, theme.ui.ink_3, font=ui_font(12), align=RIGHT)
        if row.is_flagged:
            width += 16
            paint_flag(painter, QRectF(line.right() - width, line.center().y() - 5, 8, 11), theme)
        name = ui_font(13, 600 if is_current else 400)
        ink = theme.ui.ink_2 if row.is_finished and not is_current else theme.ui.ink
        draw_text(painter, line.adjusted(0, 0, -width - 8, 0), shown_name(row.name), ink, font=name)


def paint_state(painter: QPainter, circle: QRectF, row: ArticleState, theme: Theme) -> None:
    """Draw how far a file is: ring, pie, filled circle with a tick; a barred ring for a skipped one."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = theme.ui.ink_2
    if row.status == "done":
        _paint_done(painter, circle, theme)
        return
    painter.setPen(QPen(ink, 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(circle.adjusted(0.6, 0.6, -0.6, -0.6))
    if row.status == "in_progress":
        share = row.reviewed / row.total if row.total else 0.25
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawPie(circle.adjusted(2, 2, -2, -2), 90 * 16, -int(360 * 16 * max(share, 0.1)))
    elif row.status == "skipped":
        painter.drawLine(circle.center() + QPointF(-3, 0), circle.center() + QPointF(3, 0))


def _paint_done(painter: QPainter, circle: QRectF, theme: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.ui.ink_2)
    painter.drawEllipse(circle)
    painter.setPen(QPen(theme.ui.panel, 1.4))
    center = circle.center()
    tick = [QPointF(-2.4, 0.2), QPointF(-0.7, 1.9), QPointF(2.4, -1.7)]
    painter.drawPolyline(QPolygonF([center + point for point in tick]))


def paint_flag(painter: QPainter, area: QRectF, theme: Theme) -> None:
    """Draw a small flag of ink."""
    painter.setPen(QPen(theme.ui.ink, 1.2))
    painter.setBrush(theme.ui.ink)
    painter.drawLine(area.topLeft(), area.bottomLeft())
    cloth = [area.topLeft(), area.topLeft() + QPointF(7, 3), area.topLeft() + QPointF(0, 6)]
    painter.drawPolygon(QPolygonF(cloth))
