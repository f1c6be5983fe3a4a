"""Marking the article that will be opened next, while a person looks at this one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from core.document import Document
from core.errors import UserError
from core.house import House
from gui.background import Background
from gui.controllers import core_work
from gui.controllers.folder import Folder
from gui.session import Session

PAUSE = 200
"""Milliseconds without an act after which a person is taken to look, not to go on at once."""

LONGEST = 50_000
"""Characters up to which an article is marked ahead: work that is over in a moment, should it be in vain."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """An article as it was opened, the lists that it was asked by, and what it is with its marks."""

    document: Document
    house: House
    marked: Document


class ReadingAhead(QObject):
    """Keeps the marks of the one or two articles that the keys for the next article would open."""

    def __init__(self, session: Session, folder: Folder, background: Background) -> None:
        super().__init__(session)
        self._session, self._folder, self._background = session, folder, background
        self._ahead: dict[Path, Ahead | None] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._read)
        for signal in (session.document_opened, session.document_changed):
            signal.connect(self._pause.start)

    def marked(self, path: Path | None, document: Document, house: House) -> Document | None:
        """The ``document`` of a file with its marks, if it was read ahead by the same lists."""
        known = self._ahead.get(path) if path else None
        is_same = known is not None and (known.document, known.house) == (document, house)
        return known.marked if known and is_same else None

    def forget(self) -> None:
        """Mark anew: recognition is another."""
        self._ahead.clear()
        self._pause.start()

    def _read(self) -> None:
        """Read the first of the next articles that has not been read yet."""
        dataset = self._folder.dataset
        if dataset is None or self._session.document is None:
            return
        names = (self._folder.next_unfinished(), self._folder.neighbor(1))
        wanted = [dataset.path(name) for name in names if name is not None]
        self._ahead = {path: known for path, known in self._ahead.items() if path in wanted}
        path = next((path for path in wanted if path not in self._ahead), None)
        if path is not None:
            annotator = dataset.annotator

            def done(known: Ahead | None) -> None:
                self._ahead[path] = known
                self._read()

            self._background.gather(lambda: _marked(path, annotator), done, lane="ahead")


def _marked(path: Path, annotator: str | None) -> Ahead | None:
    """An article that was never annotated; None of any other."""
    try:
        opening = core_work.open_file(path, annotator)
    except UserError:
        return None
    if opening.is_marked or opening.doubts or len(opening.document.text) > LONGEST:
        return None
    document = replace(opening.document, annotator=annotator)
    return Ahead(document, opening.house, core_work.mark(document, opening.scheme, opening.house))
