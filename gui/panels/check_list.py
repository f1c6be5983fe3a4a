"""A list of rows with a box to tick before each."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyleOptionViewItem

from gui.look.theme import Theme
from gui.models.check_rows import CheckModel
from gui.widgets.row_list import RowDelegate, RowList
from gui.widgets.row_model import ROW, AnyIndex

MARGIN = 12
BOX = 14
BOX_COLUMN = 34


class CheckDelegate(RowDelegate):
    """Paints the box; a subclass paints what stands beside it, from ``BOX_COLUMN`` on."""

    margin = radius = 0

    def line_of(self, area: QRect, row: object) -> QRect:
        """Where the line of a row is that the box stands in."""
        return area

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint the row, then its box."""
        super().paint(painter, option, index)
        if self._theme:
            line = self.line_of(option.rect, index.data(ROW))
            box = QRect(line.left() + MARGIN, line.center().y() - BOX // 2 + 1, BOX, BOX)
            is_on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
            _paint_box(painter, QRectF(box), is_on, self._theme)


class CheckList(RowList):
    """Space or a click on the box ticks; everything else activates the row."""

    def __init__(self, model: CheckModel[Any], delegate: RowDelegate) -> None:
        super().__init__(model, delegate, scrolls=True)
        self._checks = model

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick by Space."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._checks.toggle(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tick where the box was pressed."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.position().x() < BOX_COLUMN:
            self._checks.toggle(index)
        else:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let a tick be only a tick."""
        if event.position().x() >= BOX_COLUMN:
            super().mouseReleaseEvent(event)


def _paint_box(painter: QPainter, area: QRectF, is_on: bool, theme: Theme) -> None:
    """Draw a box, ticked or not."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.ui.ink if is_on else theme.ui.control, 1))
    painter.setBrush(theme.ui.ink if is_on else theme.ui.surface)
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    if is_on:
        center = area.center()
        painter.setPen(QPen(theme.ui.on_ink, 1.5))
        tick = [center + QPointF(x, y) for x, y in ((-3, 0.2), (-0.9, 2.4), (3.2, -2.2))]
        painter.drawPolyline(QPolygonF(tick))
    painter.restore()
