"""Blind mode: no suggestions before the own first pass of an article, and no sight of a colleague's marks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core.assignment import assignment_for
from core.document import Document
from core.edits.blind import first_pass_is_over, without_suggestions
from gui.controllers.appearance import Appearance
from gui.session import Session


class Blinding(QObject):
    """The user's own choice, or that of whoever assigned the articles of the folder."""

    changed = Signal()

    def __init__(self, session: Session, appearance: Appearance, folder: Callable[[], Path | None]) -> None:
        super().__init__(session)
        self._session, self._appearance, self._folder = session, appearance, folder

    @property
    def is_chosen(self) -> bool:
        """Whether the user wants it."""
        return self._appearance.settings.is_blind

    @property
    def is_on(self) -> bool:
        """Whether it holds in the folder that is open."""
        folder = self._folder()
        return self.is_chosen or (folder is not None and self._is_demanded(folder))

    def hides(self, document: Document, path: Path | None) -> bool:
        """Whether suggestions for an article are to be left out."""
        is_on = self.is_chosen or (path is not None and self._is_demanded(path.parent))
        return is_on and not first_pass_is_over(document)

    def hidden(self, document: Document, path: Path | None) -> Document:
        """The document as it may be seen."""
        return without_suggestions(document) if self.hides(document, path) else document

    def choose(self, is_blind: bool) -> None:
        """Take the user's choice; the open article follows with the next opening."""
        if is_blind != self.is_chosen:
            self._appearance.settings = replace(self._appearance.settings, is_blind=is_blind)
            self.changed.emit()

    def _is_demanded(self, folder: Path) -> bool:
        annotator = self._appearance.settings.annotator
        assignment = assignment_for(folder)
        return assignment.is_blind and annotator in assignment.articles
