"""Key hints: what an action does and the keys that do it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from gui.look.theme import Theme
from gui.widgets.keycaps import keycaps_width, keys_of, paint_keycaps
from gui.widgets.pane import Pane
from gui.widgets.row_list import draw_text

ROW = 24
MARGIN = 16


class KeyHint(QWidget):
    """One line. Keys of several actions that differ only in their last key are shown as one."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = tuple(actions)
        self._words = ""
        self._theme: Theme | None = None
        self.setFixedHeight(ROW)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_words(self, words: str) -> None:
        """Say what the keys do."""
        self._words = words
        self.setAccessibleName(f"{words} {'+'.join(self.keys())}")
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colors of ``theme``."""
        self._theme = theme
        self.update()

    def keys(self) -> tuple[str, ...]:
        """The shared keys, then the last key of each action."""
        every = [keys_of(action.shortcut()) for action in self._actions if not action.shortcut().isEmpty()]
        if not every:
            return ()
        return (*every[0][:-1], *(keys[-1] for keys in every))

    def sizeHint(self) -> QSize:
        """As wide as the panel."""
        return QSize(120, ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint words and keys."""
        if self._theme is None:
            return
        painter, ui, keys = QPainter(self), self._theme.ui, self.keys()
        left = self.width() - MARGIN - keycaps_width(keys)
        draw_text(painter, QRect(MARGIN, 0, left - 2 * MARGIN, self.height()), self._words, ui.ink_2)
        paint_keycaps(painter, QPoint(left, self.height() // 2), keys, ui.ink_2, ui.line_strong, ui.surface)


class KeyHints(Pane):
    """Several hints, one a line."""

    def __init__(self, hints: Sequence[KeyHint], parent: QWidget | None = None) -> None:
        super().__init__("panel", ("bottom",), edge_token="line", parent=parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 10)
        layout.setSpacing(0)
        for hint in hints:
            layout.addWidget(hint)
