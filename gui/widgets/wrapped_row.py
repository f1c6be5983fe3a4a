"""A row of buttons that goes on in a further row where there is little width."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

HEIGHT = 24


class WrappedRow(QWidget):
    """The subclass says which ``buttons`` there are, how far apart, and the least width it asks for."""

    gap = 2
    narrowest = 120

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def buttons(self) -> Iterable[QWidget]:
        """What stands in the row, from left to right."""
        raise NotImplementedError

    def heightForWidth(self, width: int) -> int:
        """As many rows as the buttons take."""
        return self.place(width, move=False)

    def sizeHint(self) -> QSize:
        """At its width of now."""
        return QSize(200, self.place(max(self.width(), self.narrowest), move=False))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the row anew."""
        self.place(event.size().width())

    def place(self, width: int, *, move: bool = True) -> int:
        """Put the buttons into rows of ``width``; how high these are together, in pixels."""
        left = top = 0
        for button in self.buttons():
            size = button.sizeHint()
            if left and left + size.width() > width:
                left, top = 0, top + HEIGHT + self.gap
            if move:
                button.setGeometry(QRect(left, top, min(size.width(), width), HEIGHT))
            left += size.width() + self.gap
        return top + HEIGHT
