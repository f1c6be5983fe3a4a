"""The base of all dialogs: the theme, a title, a body, a row of buttons, and never a thread that waits.

A dialog is opened with ``open``; what a person decides comes by signal.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gui.look.theme import Theme
from gui.widgets.buttons import KeycapButton
from gui.widgets.pane import Words, pass_theme

MARGIN = 24
FRAME = 32
"""What the window's frame takes of the screen, at most."""


class ThemedDialog(QDialog):
    """Title over body over buttons; Esc closes it. The first button given is the primary one."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._primary: KeycapButton | None = None
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.heading = Words(title, pixels=18, weight=600)
        self.heading.setWordWrap(True)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, 20, MARGIN, 20)
        layout.setSpacing(12)
        layout.addWidget(self.heading)
        layout.addLayout(self.body, 1)
        layout.addLayout(self._buttons)

    def add_button(self, words: str, *, primary: bool = False) -> KeycapButton:
        """Put a button at the right end of the row; Enter presses the primary one."""
        button = KeycapButton(words, primary=primary)
        button.setAccessibleName(words)
        self._buttons.addWidget(button)
        if primary:
            self._primary = button
            button.setFocus()
        return button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the primary button by Enter, wherever the focus is."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._primary:
            self._primary.click()
        else:
            super().keyPressEvent(event)

    def add_words(self, words: str, ink: str = "ink_2") -> Words:
        """Add a paragraph to the body."""
        label = Words(words, ink)
        label.setWordWrap(True)
        self.body.addWidget(label)
        return label

    def resize_within(self, size: QSize) -> None:
        """Take ``size``, or as much of it as the screen has room for."""
        self.resize(size.boundedTo(self.screen().availableSize() - QSize(FRAME, FRAME)))

    def fit(self, width: int) -> None:
        """Be ``width`` wide, and as high as all words take in that width, within the screen."""
        layout = self.layout()
        assert layout is not None
        layout.activate()
        height = layout.totalHeightForWidth(width)
        self.setFixedSize(width, min(height, self.screen().availableSize().height() - FRAME))

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colors of ``theme``."""
        self._theme = theme
        pass_theme(self, theme)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, and an edge for desktops whose window frames have none."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.ui.surface)
        painter.setPen(self._theme.ui.line_strong)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
