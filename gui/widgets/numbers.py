"""The circled numbers of questions, in lists as in the margin of the article."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from gui.look.fonts import ui_font
from gui.look.theme import Theme

SMALL = 15
"""The diameter of a number in a row of a table, in pixels."""


def paint_number(
    painter: QPainter,
    circle: QRectF,
    number: int | str,
    theme: Theme,
    *,
    is_filled: bool = False,
    weight: int = 400,
) -> None:
    """Paint a number in a ring of cinnabar, or in a disc where it is the question being looked at."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.ui.zhu, 1.2))
    painter.setBrush(theme.ui.zhu if is_filled else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(circle.adjusted(0.6, 0.6, -0.6, -0.6))
    painter.setPen(theme.ui.on_zhu if is_filled else theme.ui.zhu)
    size = 12 if circle.height() > SMALL else 10
    painter.setFont(ui_font(size if len(str(number)) == 1 else size - 1, weight))
    painter.drawText(circle, int(Qt.AlignmentFlag.AlignCenter), str(number))


def paint_tick(painter: QPainter, circle: QRectF, theme: Theme) -> None:
    """Paint the sign of what is settled."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.ui.ink_3, 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(circle.adjusted(0.6, 0.6, -0.6, -0.6))
    middle = circle.center()
    corners = [middle + QPointF(-3.5, 0), middle + QPointF(-1, 2.8), middle + QPointF(3.8, -2.8)]
    painter.drawPolyline(corners)
