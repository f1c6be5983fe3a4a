"""Who acts and when, and the line of history that every act leaves."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from core.document import Change, Document, HistoryEntry, Progress


@dataclass(frozen=True, slots=True)
class Author:
    """The person who edits, and the time of the act (ISO 8601 with offset): edits read no clock."""

    name: str | None
    now: str

    def change(self) -> Change:
        """The stamp that an annotation carries."""
        return Change(self.now, self.name)


def recorded(document: Document, by: Author, act: str, count: int = 1, **fields: Any) -> Document:
    """The document with ``fields`` set, the act in its history, and begun if it was new."""
    entry = HistoryEntry(by.now, by.name, act, count)
    return replace(document, history=(*document.history, entry), progress=_begun(document.progress), **fields)


def _begun(progress: Progress) -> Progress:
    return replace(progress, status="in_progress") if progress.status == "new" else progress
