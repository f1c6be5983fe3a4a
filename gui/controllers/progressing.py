"""Acts on the article as a whole: done, skipped, flagged, and on to the next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from core import edits
from core.document import Document
from core.edits import Author
from gui.controllers.conversation import Conversation
from gui.controllers.saving import Saving
from gui.session import Session


class Progressing(QObject):
    """Says how far the annotator is; what ends an article also saves it and goes on to the next one."""

    def __init__(
        self,
        session: Session,
        saving: Saving,
        go_on: Callable[[], None],
        conversation: Conversation,
        author: Callable[[], Author],
    ) -> None:
        super().__init__(session)
        self._session, self._saving, self._go_on = session, saving, go_on
        self._conversation, self._author = conversation, author

    def finish(self) -> None:
        """Call the article done, with whatever its marks are, and go on."""
        self._end(lambda document, by: edits.set_progress(document, "done", by))

    def approve(self) -> None:
        """Accept every mark that waits, call the article done, and go on."""

        def approved(document: Document, by: Author) -> Document:
            return edits.set_progress(edits.accept_all(document, by), "done", by)

        self._end(approved)

    def finish_empty(self) -> None:
        """Reject what waits, call the article done with nothing to mark in it, and go on."""

        def emptied(document: Document, by: Author) -> Document:
            waiting = [mark.id for mark in document.annotations if mark.status == "auto"]
            return edits.set_progress(edits.set_statuses(document, waiting, "rejected", by), "done", by)

        self._end(emptied)

    def skip(self) -> None:
        """Ask why the article is skipped, and go on."""

        def skipped(reason: str) -> None:
            self._end(lambda document, by: edits.set_progress(document, "skipped", by, reason=reason or None))

        self._conversation.ask_words(self.tr("Skip This Article"), self.tr("Why it is skipped:"), "", skipped)

    def flag(self) -> None:
        """Put the article aside for somebody to look at, or no more."""
        document = self._session.document
        if document is not None:
            flagged = edits.set_flag(document, not document.progress.flagged, self._author())
            self._session.edit(flagged, self.tr("Flag"))

    def _end(self, change: Callable[[Document, Author], Document]) -> None:
        document = self._session.document
        if document is not None and not self._session.is_read_only:
            self._session.edit(change(document, self._author()), self.tr("Finish Article"))
            self._saving.save(self._go_on)
