"""Paints the rows that navigation and boilerplate are folded into: a chevron before, a hairline after."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from gui.article.page_geometry import SeenLine
from gui.look.theme import Theme

CHEVRON_PX = 4
CHEVRON_LEFT = 5
CHEVRON_PEN = 1.35
HAIRLINE_GAP = 12


def paint_fold_row(painter: QPainter, seen: SeenLine, column: tuple[float, float], theme: Theme) -> None:
    """Paint what stands around the words of a fold row in the column from left to right."""
    row = next(seen.rows(), None)
    if row is None:
        return
    left, right = column
    middle = seen.top + row.y() + row.height() / 2
    is_open = not len(seen.line.span)
    _paint_chevron(painter, QPointF(left + CHEVRON_LEFT, middle), is_open=is_open, theme=theme)
    start = seen.left + row.x() + row.naturalTextWidth() + HAIRLINE_GAP
    painter.fillRect(QRectF(round(start), round(middle), right - round(start), 1), theme.ui.line)


def _paint_chevron(painter: QPainter, center: QPointF, *, is_open: bool, theme: Theme) -> None:
    long, short = CHEVRON_PX, CHEVRON_PX / 2
    offsets = (
        [(-long, -short), (0, short), (long, -short)]
        if is_open
        else [(-short, -long), (short, 0), (-short, long)]
    )
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(theme.ui.ink_3, CHEVRON_PEN)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawPolyline([center + QPointF(x, y) for x, y in offsets])
    painter.restore()
