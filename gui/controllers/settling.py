"""Acts on questions: what an editor decides about a finding."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from core import edits
from core.edits import Author
from gui.session import Session


class Settling(QObject):
    """Carries out decisions on findings; every decision is one step of the session's history."""

    def __init__(self, session: Session, author: Callable[[], Author]) -> None:
        super().__init__(session)
        self._session, self._author = session, author

    def settle(self, finding_id: str, decision: str) -> None:
        """Decide a question: ``right``, ``mistake`` or ``ignored``."""
        document = self._session.document
        if document is not None:
            settled = edits.settle(document, finding_id, decision, self._author())
            self._session.edit(settled, self.tr("Settle Question"))
