"""The head of a list in a panel: title, count, and at the right in which order it stands."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.look.fonts import ui_font
from gui.look.metrics import load_metrics
from gui.widgets.pane import Pane
from gui.widgets.row_list import RIGHT, draw_text


class PanelHead(Pane):
    """Says what the list below holds."""

    def __init__(self, margin: int = 16, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        self._margin = margin
        self._title = self._count = self._order = ""
        self.setFixedHeight(load_metrics().layout.section_head)

    def set_words(self, title: str, count: str = "", order: str = "") -> None:
        """Say something else."""
        self._title, self._count, self._order = title, count, order
        self.setAccessibleName(f"{title} {count}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words."""
        super().paintEvent(event)
        if self._theme is None:
            return
        painter, ui = QPainter(self), self._theme.ui
        line = QRect(self._margin, 0, self.width() - 2 * self._margin + 4, self.height())
        width = draw_text(painter, line, self._title, ui.ink, font=ui_font(13, 600)) + 8
        draw_text(painter, line.adjusted(width, 0, 0, 0), self._count, ui.ink_3, font=ui_font(12))
        draw_text(painter, line, self._order, ui.ink_2, font=ui_font(12), align=RIGHT)
