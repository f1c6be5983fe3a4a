"""The focus ring of a scroll area: over all of it, margins included, and letting the pointer through."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from gui.look.theme import Theme
from gui.widgets.focus_ring import is_keyboard_focus, paint_focus_ring

_TOLD_BY = frozenset({QEvent.Type.FocusIn, QEvent.Type.FocusOut, QEvent.Type.MouseButtonPress})


class FocusFrame(QWidget):
    """Lies over ``area`` and shows the ring while that has the focus by keyboard."""

    def __init__(self, area: QAbstractScrollArea, theme: Theme) -> None:
        super().__init__(area)
        self._area, self._theme = area, theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        area.installEventFilter(self)
        area.viewport().installEventFilter(self)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the color of ``theme``."""
        self._theme = theme
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the area's size and focus."""
        if event.type() == QEvent.Type.Resize and watched is self._area:
            self.setGeometry(self._area.rect())
        elif event.type() in _TOLD_BY:
            is_left = event.type() != QEvent.Type.FocusIn
            self.setVisible(not is_left and is_keyboard_focus(self._area))
            self.raise_()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring."""
        paint_focus_ring(QPainter(self), self.rect(), self._theme.ui.focus)
