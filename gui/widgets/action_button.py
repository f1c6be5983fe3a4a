"""A keycap button that does what an action does and shows its key."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from gui.widgets.buttons import KeycapButton
from gui.widgets.keycaps import keys_of


class ActionButton(KeycapButton):
    """Triggers ``action``; enabled and keyed as it is."""

    def __init__(
        self, action: QAction, *, primary: bool = False, shows_key: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(action.text().replace("&", ""), primary=primary, parent=parent)
        self._action, self._shows_key = action, shows_key
        self.clicked.connect(lambda: action.trigger())
        action.changed.connect(self._follow)
        self._follow()

    def set_words(self, words: str) -> None:
        """Say something shorter than the action's own text."""
        self.setText(words)
        self.setAccessibleName(words)
        self.updateGeometry()

    def _follow(self) -> None:
        self.setEnabled(self._action.isEnabled())
        if self._shows_key:
            self.set_keys(keys_of(self._action.shortcut()))
