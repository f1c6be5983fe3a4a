"""A scroll bar that lies over the right edge of its area and takes no room from what is scrolled."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar

WIDTH = 10


class OverlayScroll(QScrollBar):
    """Follows and moves the hidden vertical scroll bar of ``area``."""

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(Qt.Orientation.Vertical, area)
        self._area = area
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        hidden = area.verticalScrollBar()
        hidden.rangeChanged.connect(self._follow_range)
        hidden.valueChanged.connect(self.setValue)
        self.valueChanged.connect(hidden.setValue)
        area.installEventFilter(self)
        self._follow_range(hidden.minimum(), hidden.maximum())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the right edge."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self.setGeometry(self._area.width() - WIDTH, 0, WIDTH, self._area.height())
            self.raise_()
        return False

    def _follow_range(self, low: int, high: int) -> None:
        hidden = self._area.verticalScrollBar()
        self.setRange(low, high)
        self.setPageStep(hidden.pageStep())
        self.setSingleStep(hidden.singleStep())
        self.setValue(hidden.value())
        self.setVisible(high > low)
