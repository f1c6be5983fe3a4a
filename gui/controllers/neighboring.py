"""Holding the names and figures of the open article against those of the other articles of its folder."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.document import Document
from core.house import House
from gui.background import Background
from gui.controllers.conversation import Conversation
from gui.controllers.folder import Folder
from gui.session import Session

if TYPE_CHECKING:
    from core.neighborhood import Neighborhood

LANE = "neighbors"
TOLD_EVERY = 16
"""Articles between two words on how far it is."""
Compared = tuple["Neighborhood", House, Document, int]
"""What the folder says, the lists with it, the document with its questions, and against how many articles."""


class Neighboring(QObject):
    """Reads the folder in the background, each article once; the questions come as a step of the history."""

    noticed = Signal(str)
    _advanced = Signal(int, int)

    def __init__(
        self, session: Session, folder: Folder, background: Background, conversation: Conversation
    ) -> None:
        super().__init__(session)
        self._session, self._folder = session, folder
        self._background, self._conversation = background, conversation
        self._known: dict[Path, Neighborhood] = {}
        self._advanced.connect(self._tell_progress)
        session.document_opened.connect(lambda: background.cancel(LANE))

    def begin(self) -> None:
        """Ask what other articles of the folder say otherwise."""
        document, dataset, name = self._session.document, self._folder.dataset, self._folder.open_name
        if document is None or dataset is None or name is None:
            self.noticed.emit(self.tr("Open an article of the folder first"))
            return
        if self._session.is_read_only:
            self.noticed.emit(self.tr("Opened for reading only"))
            return
        known, house, folder = self._known.get(dataset.folder, {}), self._session.house, dataset.folder

        def advanced(done: int, total: int) -> None:
            if done % TOLD_EVERY == 0:
                self._advanced.emit(done, total)

        def work() -> Compared:
            from core.checks.renewal import renew_findings
            from core.neighborhood import others_than, read_neighborhood

            articles = read_neighborhood(dataset, known, advanced)
            asked_by = replace(house, elsewhere=others_than(name, articles))
            return articles, asked_by, renew_findings(document, asked_by), len(articles.keys() - {name})

        def done(compared: Compared) -> None:
            self._known = {folder: compared[0]}
            if self._session.document is document:
                self._take(document, compared)
            else:  # somebody went on meanwhile
                self.begin()

        self._background.run(LANE, work, done, self._conversation.tell_any)

    def _take(self, before: Document, compared: Compared) -> None:
        _, self._session.house, asked, articles = compared
        known = {finding.id for finding in before.findings}
        count = sum(finding.id not in known and finding.decision is None for finding in asked.findings)
        self._session.edit(asked, self.tr("Compare with the Folder"))
        against = self.tr("Compared with %n annotated article(s)", "", articles)
        self.noticed.emit(f"{against} · " + self.tr("%n new question(s)", "", count))

    def _tell_progress(self, done: int, total: int) -> None:
        words = self.tr("Reading the folder: %1 of %2")
        self.noticed.emit(words.replace("%1", str(done + 1)).replace("%2", str(total)))
