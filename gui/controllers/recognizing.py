"""Finding the marks of the open article, away from the window's thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from core.document import Document
from core.edits import Author
from gui import garbage
from gui.background import Background
from gui.controllers import core_work
from gui.controllers.conversation import Conversation
from gui.controllers.saving import Saving
from gui.session import Session

LANE = "mark"


class Recognizing(QObject):
    """Marks an article that was just opened, or renews the marks when the user asks for it."""

    def __init__(
        self,
        session: Session,
        saving: Saving,
        background: Background,
        conversation: Conversation,
        author: Callable[[], Author],
    ) -> None:
        super().__init__(session)
        self._session, self._saving, self._background = session, saving, background
        self._conversation, self._author = conversation, author

    def begin(self, document: Document) -> None:
        """Find the marks of an article that has none yet."""
        scheme = self._session.scheme
        self._run(lambda: core_work.mark(document, scheme), self._adopt)

    def cancel(self) -> None:
        """Let the article that is being marked be: another one is asked for."""
        self._background.cancel(LANE)

    def again(self) -> None:
        """Renew the automatic marks, as an act of the user."""
        document, author, scheme = self._session.document, self._author(), self._session.scheme
        if document is not None:
            self._run(lambda: core_work.recognize_again(document, author, scheme), self._take_again)

    def _run(self, work: Callable[[], Document], done: Callable[[Document], None]) -> None:
        self._background.run(LANE, work, done, self._conversation.tell_any)

    def _take_again(self, marked: Document) -> None:
        self._session.edit(marked, self.tr("Recognize Again"))

    def _adopt(self, marked: Document) -> None:
        """Take the marks over; where the user has been quicker, around what was done meanwhile."""
        document = self._session.document
        if document is None or document.source != marked.source:
            return
        if self._session.is_unsaved:
            self._session.edit(core_work.mark(document, self._session.scheme), self.tr("Recognize"))
        else:
            self._saving.begin_with(marked)
            self._session.adopt(marked)
        garbage.keep()
