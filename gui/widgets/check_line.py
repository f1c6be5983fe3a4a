"""A box to tick, with words beside it, painted from the theme."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QWidget

from gui.look.fonts import ui_font
from gui.look.icons import icon
from gui.look.theme import Theme
from gui.widgets.buttons import ThemedButton
from gui.widgets.row_list import draw_text

BOX, GAP, HEIGHT = 16, 8, 28


class CheckLine(ThemedButton):
    """``toggled`` tells of a change; Space and Enter tick it."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        """The box and the words."""
        return QSize(BOX + GAP + QFontMetrics(ui_font(13)).horizontalAdvance(self.text()) + 8, HEIGHT)

    def paint_face(self, painter: QPainter, theme: Theme) -> None:
        """Box, tick, words."""
        ui = theme.ui
        box = QRect(2, (self.height() - BOX) // 2, BOX, BOX)
        painter.setPen(QPen(ui.ink if self.isChecked() else ui.control, 1))
        painter.setBrush(ui.ink if self.isChecked() else ui.raised)
        painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), 3, 3)
        if self.isChecked():
            icon("check", ui.on_ink).paint(painter, box.adjusted(1, 1, -1, -1), Qt.AlignmentFlag.AlignCenter)
        words = QRect(box.right() + GAP, 0, self.width() - box.right() - GAP, self.height())
        draw_text(painter, words, self.text(), ui.ink if self.isEnabled() else ui.ink_off)
