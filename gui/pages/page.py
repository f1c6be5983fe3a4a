"""The base of the pages: a head with the way back, a title and what can be done, and below it the body."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from gui.look.metrics import load_metrics
from gui.widgets.buttons import KeycapButton
from gui.widgets.keycaps import keys_of
from gui.widgets.overlay_scroll import OverlayScroll
from gui.widgets.pane import Pane, Words

MARGIN = 24
EXPORT_GAP = 8


class WorkPage(Pane):
    """Esc or the first button leads back to the article. ``own_keys`` are taken from the window's acts."""

    closed = Signal()
    own_keys: frozenset[Qt.Key] = frozenset()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent=parent)
        self._head = Pane("panel", ("bottom",))
        self._head.setFixedHeight(load_metrics().layout.label_bar)
        self.back = KeycapButton("", keys_of("Esc"))
        self.back.clicked.connect(self.closed)
        self._title, self._caption = Words(weight=600), Words(ink="ink_3", pixels=12)
        self._row = QHBoxLayout(self._head)
        self._row.setContentsMargins(16, 0, 16, 0)
        self._row.setSpacing(EXPORT_GAP)
        self._row.addWidget(self.back)
        self._row.addSpacing(8)
        self._row.addWidget(self._title)
        self._row.addWidget(self._caption, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._head)
        self.content = QVBoxLayout()
        self.content.setContentsMargins(0, 0, 0, 0)
        self.content.setSpacing(0)
        outer.addLayout(self.content, 1)

    def add_act(self, *, primary: bool = False) -> KeycapButton:
        """Put a button at the right end of the head; its words come with ``retranslate``."""
        button = KeycapButton("", primary=primary)
        self._row.addWidget(button)
        return button

    def scrolled(self) -> QVBoxLayout:
        """A column that scrolls, as the body."""
        column = Pane("surface")
        layout = QVBoxLayout(column)
        layout.setContentsMargins(MARGIN, 20, MARGIN, MARGIN)
        layout.setSpacing(12)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(column)
        OverlayScroll(scroll)
        self.content.addWidget(scroll, 1)
        return layout

    def set_title(self, title: str, caption: str = "") -> None:
        """Say what the page is about."""
        self._title.setText(title)
        self._caption.setText(caption)
        self.setAccessibleName(title)

    def retranslate(self) -> None:
        """Put every text into the language of the application; the subclass adds its own."""
        self.back.setText(self.tr("Back"))
        self.back.updateGeometry()

    def event(self, event: QEvent) -> bool:
        """Keep the page's own keys, which mean something else in the article."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and self.is_own(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def is_own(self, event: QKeyEvent) -> bool:
        """Whether a key is the page's."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        return plain and event.key() in {Qt.Key.Key_Escape, *self.own_keys}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back by Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
