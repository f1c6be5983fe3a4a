"""A row of words of which one is chosen; it goes on in a second row where the panel is narrow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from gui.look.theme import Theme
from gui.widgets.buttons import TextButton
from gui.widgets.wrapped_row import HEIGHT, WrappedRow


class TabRow(WrappedRow):
    """Emits ``chosen`` with the id of a tab that a person takes."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._group = QButtonGroup(self)
        self._tabs: dict[str, TextButton] = {}

    def set_tabs(self, tabs: Sequence[tuple[str, str]], chosen: str) -> None:
        """Show ``tabs`` (id, words) with one of them chosen; the same tabs keep their buttons."""
        if [name for name, _ in tabs] != list(self._tabs):
            self._make([name for name, _ in tabs])
        for name, words in tabs:
            self._tabs[name].set_words(words)
        if chosen in self._tabs:
            self._tabs[chosen].setChecked(True)
        self.place(self.width())
        self.updateGeometry()

    def button(self, name: str) -> TextButton:
        """The button of a tab."""
        return self._tabs[name]

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colors of ``theme``."""
        self._theme = theme
        for tab in self._tabs.values():
            tab.set_theme(theme)

    def buttons(self) -> Iterable[TextButton]:
        """The tabs."""
        return self._tabs.values()

    def minimumSizeHint(self) -> QSize:
        """One tab."""
        return QSize(80, HEIGHT)

    def _make(self, names: Sequence[str]) -> None:
        for tab in self._tabs.values():
            self._group.removeButton(tab)
            tab.deleteLater()
        self._tabs = {name: TextButton(parent=self) for name in names}
        for name, tab in self._tabs.items():
            tab.setCheckable(True)
            tab.setAutoExclusive(True)  # what a screen reader calls one of several
            tab.clicked.connect(lambda _=False, name=name: self.chosen.emit(name))
            tab.setVisible(True)
            self._group.addButton(tab)
            if self._theme:
                tab.set_theme(self._theme)
