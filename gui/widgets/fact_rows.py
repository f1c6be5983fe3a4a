"""Rows of a label and what it says, in two columns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from gui.look.theme import Theme
from gui.widgets.pane import Words

GAP = 12


class FactRows(QWidget):
    """Shows pairs of words; a pair without a value is left out. Values can be selected and copied."""

    def __init__(self, label_width: int = 48, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._shown: list[tuple[str, str]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnMinimumWidth(0, label_width - GAP)
        self._grid.setColumnStretch(1, 1)

    def set_rows(self, rows: Sequence[tuple[str, str]]) -> None:
        """Show ``rows`` instead."""
        said = [(label, value) for label, value in rows if value]
        if said != self._shown:
            self._shown = said
            self._clear()
            for place, (label, value) in enumerate(said):
                self._add(place, label, value)
        self.setVisible(bool(said))

    def set_theme(self, theme: Theme) -> None:
        """Write in the inks of ``theme``."""
        self._theme = theme
        for words in self.findChildren(Words):
            words.set_theme(theme)

    def _clear(self) -> None:
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()

    def _add(self, place: int, label: str, value: str) -> None:
        words = Words(value)
        words.setWordWrap(True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        title = Words(label, "ink_2")
        title.setBuddy(words)
        self._grid.addWidget(title, place, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(words, place, 1)
        if self._theme:
            title.set_theme(self._theme)
            words.set_theme(self._theme)
