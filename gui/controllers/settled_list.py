"""The page of everything settled: filled from the open article and its folder's list, and kept in step."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from core.questions.settled import SettledRow, settled_rows
from gui.controllers.settling import Settling
from gui.pages.settled_page import SettledPage
from gui.session import Session


class SettledList(QObject):
    """Shows what is settled; what is asked again goes the way of every decision, and can be undone."""

    started = Signal()

    def __init__(self, session: Session, page: SettledPage, settling: Settling) -> None:
        super().__init__(session)
        self._session, self._page, self._settling = session, page, settling
        page.again_requested.connect(self._ask_again)
        session.document_changed.connect(self._follow)

    def begin(self) -> None:
        """Show what is settled in the open article and its folder."""
        if self._session.document is not None:
            self._fill()
            self.started.emit()

    def _fill(self) -> None:
        document, path = self._session.document, self._session.path
        if document is not None:
            title = document.article.title or (path.name if path else "")
            rows = settled_rows(document, self._session.house)
            self._page.show_rows(title, rows, can_change=not self._session.is_read_only)

    def _follow(self) -> None:
        if self._page.isVisible():
            self._fill()

    def _ask_again(self, row: SettledRow) -> None:
        if row.is_here:
            self._settling.settle(row.finding.id, None)
        elif row.kept:
            self._settling.ask_again_in_folder(row.kept)
            self._fill()
