"""What controllers of acts on the open document share: the document, the selected mark, a step of history."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from core.document import Annotation, Document
from core.edits import Author
from core.nesting import Nesting
from core.schemes import Scheme
from gui.session import Session

Choose = Callable[[Sequence[str], Callable[[int], None]], None]
"""Words to choose from, and what is done with the place of the one chosen."""


class DocumentActs(QObject):
    """Every act is one step of the session's history."""

    noticed = Signal(str)
    """A sentence for the status row: what an act did that the article does not show."""

    def __init__(self, session: Session, author: Callable[[], Author]) -> None:
        super().__init__(session)
        self._session, self._author = session, author

    @property
    def _scheme(self) -> Scheme:
        return self._session.scheme

    @property
    def _nesting(self) -> Nesting:
        return self._session.scheme.nesting

    def _document(self) -> Document:
        document = self._session.document
        if document is None:
            raise RuntimeError("no article is open")
        return document

    def _mark(self) -> Annotation | None:
        """The selected mark."""
        selected = self._session.selected
        return self._document().annotation(selected) if selected else None

    def _edit(self, document: Document, name: str) -> None:
        self._session.edit(document, name)
