"""Keeps unsaved work through a crash: writes it down a moment after each edit, and offers it on opening."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer

from core.errors import SaveFailed
from core.files import journal
from core.files.journal import Unsaved
from core.sidecar.opening import Opened, load_data
from gui.background import Background
from gui.controllers.conversation import Conversation
from gui.controllers.saving import Saving
from gui.dialogs.question import ask_to_recover
from gui.session import Session

DELAY = 400
"""Milliseconds after the last edit: a burst of keys is written down once."""


class Journaling(QObject):
    """Follows the session; one thread keeps writing and forgetting in their order."""

    def __init__(
        self,
        session: Session,
        saving: Saving,
        conversation: Conversation,
        now: Callable[[], str],
    ) -> None:
        super().__init__(session)
        self._session, self._saving, self._conversation, self._now = session, saving, conversation, now
        self._background = Background(self, threads=1)
        self._was_unsaved = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY)
        self._timer.timeout.connect(self.write)
        session.document_opened.connect(self._begin)
        session.document_changed.connect(self._follow)
        session.saved_changed.connect(self._follow)

    def write(self) -> None:
        """Write the unsaved state down."""
        document, path = self._session.document, self._session.path
        if document is None or path is None or not self._session.is_unsaved:
            return
        target, expected, now = self._saving.target, self._saving.digest, self._now()
        self._background.run(
            "journal",
            lambda: journal.record(document, path, target, expected=expected, now=now),
            _nothing,
            _forgive,
        )

    def forget(self) -> None:
        """Drop what is written down for the open article: it is saved, or not wanted."""
        self._timer.stop()
        if self._session.path is not None:
            target = self._saving.target
            self._background.run("journal", lambda: journal.discard(target), _nothing, _forgive)

    def offer(self) -> None:
        """Ask whether to take over what a crash left behind for the article just opened."""
        unsaved = journal.recover(self._saving.target) if self._session.path else None
        if unsaved is None:
            return
        when = datetime.fromisoformat(unsaved.at).strftime("%m-%d %H:%M")
        name = unsaved.article.name
        self._conversation.ask(
            lambda theme, parent: ask_to_recover(theme, name, when, parent),
            {"recover": lambda: self._take_over(unsaved), "discard": self.forget},
        )

    def wait(self) -> None:
        """Let the last writing end, before the program does."""
        self._background.wait()

    def _take_over(self, unsaved: Unsaved) -> None:
        source = self._saving.source
        if source is None:
            return

        def done(opened: Opened) -> None:
            self._session.edit(opened.document, self.tr("Recover"))

        self._background.run(
            "recover",
            lambda: load_data(unsaved.data, unsaved.sidecar, source),
            done,
            self._conversation.tell_any,
        )

    def _begin(self) -> None:
        self._timer.stop()
        self._was_unsaved = False

    def _follow(self) -> None:
        if self._session.is_unsaved:
            self._was_unsaved = True
            self._timer.start()
        elif self._was_unsaved:
            self._was_unsaved = False
            self.forget()


def _nothing(_: object) -> None:
    pass


def _forgive(error: Exception) -> None:
    """A journal that cannot be written costs no work by itself; anything else is a bug."""
    if not isinstance(error, SaveFailed):
        raise error
