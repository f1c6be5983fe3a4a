"""Acts on repairs: deciding the one that is looked at, or all of a kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from core import edits
from core.document import Document
from core.edits import Author
from gui.session import Session


class Repairing(QObject):
    """Carries out decisions on repairs; every decision is one step of the session's history."""

    noticed = Signal(str)

    def __init__(self, session: Session, author: Callable[[], Author]) -> None:
        super().__init__(session)
        self._session, self._author = session, author

    def decide_selected(self, status: str) -> None:
        """Give the selected repair a status and go on to the next that waits."""
        selected = self._session.selected_repair
        if selected is not None:
            following = self._neighbor(1)
            self.decide((selected,), status)
            self._session.select_repair(following if following != selected else None)

    def decide(self, ids: Sequence[str], status: str) -> None:
        """Give repairs a status, ``applied`` or ``rejected``, in one act."""
        document = self._session.document
        if document is not None and ids:
            name = self.tr("Accept Repair") if status == "applied" else self.tr("Reject Repair")
            self._session.edit(edits.decide_repairs(document, ids, status, self._author()), name)

    def accept_all(self) -> None:
        """Apply every suggestion."""
        document = self._session.document
        if document is not None:
            waiting = edits.undecided(document)
            self.decide(waiting, "applied")
            self.noticed.emit(self.tr("%n repair(s) accepted", "", len(waiting)))

    def go(self, step: int) -> None:
        """Select the next (1) or previous (-1) suggestion, around the ends."""
        following = self._neighbor(step)
        if following is None:
            self.noticed.emit(self.tr("No repair waits"))
        else:
            self._session.select_repair(following)

    def _neighbor(self, step: int) -> str | None:
        """The suggestion after or before the selected repair, in source order."""
        document = self._session.document
        waiting = edits.undecided(document) if document else ()
        if not document or not waiting:
            return None
        selected = self._session.selected_repair
        if selected in waiting:
            return waiting[(waiting.index(selected) + step) % len(waiting)]
        return waiting[_after_selected(document, waiting, selected)] if step > 0 else waiting[-1]


def _after_selected(document: Document, waiting: Sequence[str], selected: str | None) -> int:
    """Which of ``waiting`` comes first after a repair that does not wait; 0 where none does."""
    order = {repair.id: place for place, repair in enumerate(document.repairs)}
    here = order.get(selected or "", -1)
    return next((i for i, repair_id in enumerate(waiting) if order[repair_id] > here), 0)
