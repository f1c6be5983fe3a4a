"""How far something in the background is: words, a line that fills, and a button that ends it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.look.theme import Theme
from gui.widgets.buttons import TextButton
from gui.widgets.pane import Words

MARGIN = 14


class ProgressLine(QWidget):
    """How much of the folder is done, as a line of ink."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self._theme: Theme | None = None
        self.setFixedHeight(3)

    def set_share(self, share: float) -> None:
        """Take a share between 0 and 1."""
        self._share = share
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colors of ``theme``."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        if self._theme:
            painter = QPainter(self)
            painter.fillRect(self.rect(), self._theme.ui.line)
            painter.fillRect(QRectF(0, 0, self.width() * self._share, self.height()), self._theme.ui.ink)


class BackgroundWork(QWidget):
    """What is done in the background, how far it is, and a button that ends it; hidden while nothing is."""

    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words, self.line, self.cancel = Words(ink="ink_2", pixels=12), ProgressLine(), TextButton()
        self.cancel.clicked.connect(self.cancel_requested)
        head = QHBoxLayout()
        head.addWidget(self.words, 1)
        head.addWidget(self.cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, 2, MARGIN - 4, 8)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.line)
        self.hide()

    def show_work(self, words: str, share: float, *, can_be_ended: bool = False) -> None:
        """Say what is done, and how much of it; an empty sentence: nothing is."""
        self.words.setText(words)
        self.line.set_share(share)
        self.cancel.set_words(self.tr("Stop"))
        self.cancel.setVisible(can_be_ended)
        self.setVisible(bool(words))
