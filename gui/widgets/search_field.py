"""A field to type what is looked for, with the glass at its left."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.look.fonts import ui_font
from gui.look.icons import icon
from gui.look.theme import Theme


class SearchField(QLineEdit):
    """A line edit whose icon follows the theme; an input method may use it freely."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._glass = QAction(self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.setFont(ui_font(13))
        self.setMinimumHeight(28)

    def set_theme(self, theme: Theme) -> None:
        """Draw the icon in the ink of ``theme``."""
        self._glass.setIcon(icon("search", theme.ui.ink_2))

    def set_hint(self, words: str) -> None:
        """Say what may be typed."""
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
