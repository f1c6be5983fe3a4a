"""From article to article in the open folder: the next, the one before, the next that is not finished."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core.text.spans import Span
from gui.controllers.appearance import Appearance
from gui.controllers.articles import Articles
from gui.controllers.folder import Folder
from gui.session import Session


class Stepping(QObject):
    """Opens the articles of the folder one after another, in the order in which they are listed."""

    noticed = Signal(str)
    arrived = Signal(object)
    """The article is open, and at this span the place that was asked for."""

    def __init__(self, session: Session, folder: Folder, articles: Articles, appearance: Appearance) -> None:
        super().__init__(session)
        self._session, self._folder = session, folder
        self._articles, self._appearance = articles, appearance
        self._awaited: tuple[str, Span, str] | None = None
        self._early = 0
        """A step that was asked for before the folder was listed."""

        folder.listed.connect(self._begin)
        articles.opened.connect(self._arrive)

    def step(self, by: int) -> None:
        """Open the next (1) or previous (-1) article."""
        if self._folder.index is None:
            self._early = by
            return
        name = self._folder.neighbor(by)
        if name is not None:
            self._open(name)
        else:
            self.noticed.emit(
                self.tr("That was the last article") if by > 0 else self.tr("That was the first article")
            )

    def go_unfinished(self) -> None:
        """Open the next article that is not finished."""
        name = self._folder.next_unfinished()
        if name is None or name == self._folder.open_name:
            self.noticed.emit(self.tr("Every article listed is finished"))
        else:
            self._open(name)

    def go_to(self, name: str, span: Span, words: str) -> None:
        """Open an article at a place, as long as the words still stand there."""
        self._awaited = (name, span, words)
        if name == self._folder.open_name:
            self._arrive()
        else:
            self._open(name)

    def _arrive(self) -> None:
        awaited, self._awaited = self._awaited, None
        document = self._session.document
        if awaited is not None and document is not None and awaited[0] == self._folder.open_name:
            _, span, words = awaited
            if span.of(document.text) == words:
                self.arrived.emit(span)
            else:
                self.noticed.emit(self.tr("The article has changed: “{0}” is no longer there").format(words))

    def _begin(self) -> None:
        """Go on in a folder that was just listed: where one left off, else with what is not finished."""
        by, self._early = self._early, 0
        if by and self._folder.open_name is not None:
            self.step(by)
            return
        if self._folder.dataset is None or self._folder.dataset.folder != self._articles.folder:
            return
        if self._folder.open_name is not None:
            return
        if not self._folder.names:
            self.noticed.emit(self.tr("No articles in “{0}”").format(self._folder.dataset.folder.name))
        else:
            self._open(self._last_open() or self._folder.next_unfinished() or self._folder.names[0])

    def _last_open(self) -> str | None:
        dataset = self._folder.dataset
        names = (dataset.name_of(Path(path)) for path in self._appearance.settings.recent) if dataset else ()
        return next((name for name in names if name in self._folder.names), None)

    def _open(self, name: str) -> None:
        if self._folder.dataset is not None:
            self._articles.open(self._folder.dataset.path(name))
