"""Finding the marks of the open article, away from the window's thread."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from core.document import Document
from core.edits import Author
from core.house import House
from gui import garbage
from gui.background import Background
from gui.controllers import core_work
from gui.controllers.conversation import Conversation
from gui.controllers.saving import Saving
from gui.session import Session

LANE = "mark"
PATIENCE_MS = 500
"""From when on it is said that the article is being marked: what is sooner done needs no words."""

LONG, SHOWN_SECONDS = 100_000, 0.5
"""A text of more characters takes many seconds: its first screen is painted so long before they begin."""

Result = TypeVar("Result")


class Recognizing(QObject):
    """Marks an article that was just opened, or renews the marks when the user asks for it.

    ``working_changed`` says that it takes a while, and that it is over.
    """

    working_changed = Signal(bool)

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
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(lambda: self.working_changed.emit(True))

    def begin(self) -> None:
        """Find the marks of the open article, which has none yet."""
        scheme, house = self._session.scheme, self._session.house

        def work(document: Document) -> Document:
            if len(document.text) > LONG:
                time.sleep(SHOWN_SECONDS)
            return core_work.mark(document, scheme, house)

        self._run(work, self._adopt)

    def cancel(self) -> None:
        """Let the article that is being marked be: another one is asked for."""
        self._background.cancel(LANE)
        self._rest()

    def again(self) -> None:
        """Renew the automatic marks and the questions by the lists as they are now, as an act of the user."""
        path, author = self._session.path, self._author()
        scheme, house = self._session.scheme, self._session.house

        def work(document: Document) -> tuple[Document, House]:
            known = replace(core_work.house_today(path), elsewhere=house.elsewhere) if path else house
            return core_work.recognize_again(document, author, scheme, known), known

        self._run(work, self._take_again)

    def _run(self, work: Callable[[Document], Result], done: Callable[[Result], None]) -> None:
        """Work on the open document; anew where somebody changed it meanwhile: nothing of that is lost."""
        document = self._session.document
        if document is None:
            return

        def arrived(result: Result) -> None:
            self._rest()
            now = self._session.document
            if now is document:
                done(result)
            elif now is not None and now.source == document.source:
                self._run(work, done)

        def failed(error: Exception) -> None:
            self._rest()
            self._conversation.tell_any(error)

        self._patience.start()
        self._background.run(LANE, lambda: work(document), arrived, failed)

    def _rest(self) -> None:
        self._patience.stop()
        self.working_changed.emit(False)

    def _take_again(self, found: tuple[Document, House]) -> None:
        marked, self._session.house = found
        self._session.edit(marked, self.tr("Recognize Again"))

    def _adopt(self, marked: Document) -> None:
        """Take the marks over: as what there is to begin with, or where the user was quicker as a step."""
        if self._session.is_unsaved:
            self._session.edit(marked, self.tr("Recognize"))
        else:
            self._saving.begin_with(marked)
            self._session.adopt(marked)
        garbage.keep()
