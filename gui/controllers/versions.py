"""Versions: the article beside its source, or beside another article that came later or earlier."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core.document import Document
from core.files.source import read_source
from core.text.comparison import LONGEST, Row, compare_texts, compare_with_source
from gui.background import Background
from gui.controllers.appearance import Appearance
from gui.controllers.conversation import Conversation
from gui.pages.versions_page import VersionsPage
from gui.session import Session


class Versions(QObject):
    """Compares in the background and shows the rows."""

    started = Signal()
    noticed = Signal(str)

    def __init__(
        self,
        session: Session,
        page: VersionsPage,
        background: Background,
        conversation: Conversation,
        appearance: Appearance,
    ) -> None:
        super().__init__(session)
        self._session, self._page, self._background = session, page, background
        self._conversation, self._appearance = conversation, appearance

    def beside_source(self) -> None:
        """Show what the article was like when it came, beside what is read."""
        if document := self._session.document:
            heads = (self.tr("As it came"), self.tr("Restored"))
            self._compare(document, lambda: compare_with_source(document), heads)

    def choose_other(self) -> None:
        """Let the user pick the article to compare with."""
        path = self._session.path
        if path is not None:
            title = self.tr("Compare with Another Article")
            self._conversation.choose_files(title, str(path.parent), self._beside)

    def _beside(self, paths: list[Path]) -> None:
        document, path = self._session.document, self._session.path
        if document is None or path is None or not paths:
            return
        other = paths[0]

        def work() -> tuple[Row, ...]:
            from core import pipeline

            return compare_texts(pipeline.open_article(read_source(other)).text, document.text)

        self._compare(document, work, (other.name, path.name))

    def _compare(
        self, document: Document, work: Callable[[], tuple[Row, ...]], heads: tuple[str, str]
    ) -> None:
        if len(document.text) > LONGEST:
            self.noticed.emit(self.tr("This article is too long to compare"))
            return

        def show(rows: tuple[Row, ...]) -> None:
            self._page.show_rows(rows, heads, self._appearance.settings.body_size)
            self.started.emit()
            self._page.setFocus()

        self._background.run("versions", work, show, self._conversation.tell_any)
