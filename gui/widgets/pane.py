"""Panes and words: plain grounds with hairlines, and text in the inks of the theme."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from gui.look.fonts import ui_font
from gui.look.theme import Theme


def pass_theme(parent: QObject, theme: Theme) -> None:
    """Give ``theme`` to every child that takes one, and to the children of those that don't."""
    for child in parent.children():
        if hasattr(child, "set_theme"):
            child.set_theme(theme)
        elif isinstance(child, QWidget):
            pass_theme(child, theme)


class Pane(QWidget):
    """A ground by its token, with hairlines in ``edge_token`` at the sides named in ``edges``."""

    def __init__(
        self,
        ground: str = "panel",
        edges: tuple[str, ...] = (),
        *,
        edge_token: str = "line_strong",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ground, self._edges, self._edge_token = ground, edges, edge_token
        self._theme: Theme | None = None

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colors of ``theme``, children too."""
        self._theme = theme
        pass_theme(self, theme)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the hairlines."""
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.fillRect(event.rect(), getattr(self._theme.ui, self._ground))
        for side in self._edges:
            painter.fillRect(_side(self.rect(), side), getattr(self._theme.ui, self._edge_token))


class Words(QLabel):
    """A label in one of the theme's inks."""

    def __init__(
        self,
        text: str = "",
        ink: str = "ink",
        *,
        pixels: int = 13,
        weight: int = 400,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._ink = ink
        self.setFont(ui_font(pixels, weight))
        self.setTextFormat(Qt.TextFormat.PlainText)

    def set_theme(self, theme: Theme) -> None:
        """Write in the ink of ``theme``."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, getattr(theme.ui, self._ink))
        self.setPalette(palette)


def _side(area: QRect, side: str) -> QRect:
    return {
        "top": QRect(area.left(), area.top(), area.width(), 1),
        "bottom": QRect(area.left(), area.bottom(), area.width(), 1),
        "left": QRect(area.left(), area.top(), 1, area.height()),
        "right": QRect(area.right(), area.top(), 1, area.height()),
    }[side]
