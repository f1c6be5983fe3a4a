"""The user's own keys: given to the acts at the start, and again whenever one is changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject

from gui.actions import Actions
from gui.controllers.appearance import Appearance
from gui.keys import OwnKeys, as_stored, keys_in_force, own_keys

AskKeys = Callable[[OwnKeys, Callable[[dict[str, tuple[str, ...]]], None]], None]


class Keys(QObject):
    """Holds nothing: what the user chose is in the settings."""

    def __init__(self, actions: Actions, appearance: Appearance, ask: AskKeys, parent: QObject) -> None:
        super().__init__(parent)
        self._actions, self._appearance, self._ask = actions, appearance, ask
        self._actions.set_keys(keys_in_force(own_keys(appearance.settings.keys)))

    def choose(self) -> None:
        """Let the user change keys."""
        self._ask(own_keys(self._appearance.settings.keys), self._take)

    def _take(self, own: OwnKeys) -> None:
        self._appearance.settings = replace(self._appearance.settings, keys=as_stored(own))
        self._actions.set_keys(keys_in_force(own))
