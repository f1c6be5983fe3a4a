"""Letting go of the open article: only when it is saved, or the user does not want it saved."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QCloseEvent

from gui.controllers.conversation import Conversation
from gui.controllers.saving import Saving
from gui.dialogs.question import ask_to_save
from gui.session import Session


class Closing(QObject):
    """Asks before anything unsaved could be lost."""

    discarded = Signal()
    """The user does not want what is unsaved."""

    window_released = Signal()
    """The window may go."""

    def __init__(self, session: Session, saving: Saving, conversation: Conversation) -> None:
        super().__init__(session)
        self._session, self._saving, self._conversation = session, saving, conversation
        self._is_released = False

    def when_safe(self, act: Callable[[], None]) -> None:
        """Do ``act`` when the open document is saved, or the user does not want it saved."""
        if not self._session.is_unsaved:
            act()
            return
        name = self._session.path.name if self._session.path else ""
        self._conversation.ask(
            lambda theme, parent: ask_to_save(theme, name, parent),
            {"save": lambda: self._saving.save(act), "discard": lambda: self._discard(act)},
        )

    def close_article(self) -> None:
        """Go back to the start page."""
        self.when_safe(self._session.close)

    def close_window(self, event: QCloseEvent) -> None:
        """Let the window go only when nothing would be lost."""
        if self._is_released or not self._session.is_unsaved:
            event.accept()
            self.window_released.emit()
        else:
            event.ignore()
            self.when_safe(self._release_window)

    def _release_window(self) -> None:
        self._is_released = True
        self.window_released.emit()

    def _discard(self, act: Callable[[], None]) -> None:
        self.discarded.emit()
        act()
