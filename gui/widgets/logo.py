"""The logo: a filled cinnabar disc and an open ring of ink."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look.theme import Theme

DIAMETER = 25.0
STEP = 21.5


def paint_logo(painter: QPainter, area: QRectF, theme: Theme) -> None:
    """Draw the logo in the middle of ``area``, as wide as it is."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scale = area.width() / (DIAMETER + STEP + 2)
    size, step = DIAMETER * scale, STEP * scale
    top = area.center().y() - size / 2
    disc = QRectF(area.left() + scale, top, size, size)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.ui.zhu)
    painter.drawEllipse(disc)
    painter.setPen(QPen(theme.ui.ink, 2 * scale))
    painter.setBrush(theme.ui.surface)
    painter.drawEllipse(disc.translated(step, 0))


class Logo(QWidget):
    """The logo as a widget."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colors of ``theme``."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Both circles."""
        return QSize(50, 32)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the logo."""
        if self._theme:
            paint_logo(QPainter(self), QRectF(self.rect()), self._theme)
