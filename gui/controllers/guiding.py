"""The guidelines of the scheme in force: beside the article, or in a dialog."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from core.errors import UserError
from core.schemes import LabelSpec, guidelines_of
from gui.session import Session
from gui.words.error_messages import message_of


class GuidelinesPlace(Protocol):
    """Where guidelines are shown."""

    def set_guidelines(self, markdown: str) -> None:
        """Show other guidelines."""
        ...

    def set_label(self, label: LabelSpec | None) -> None:
        """Go to the section of a label."""
        ...


class Guiding(QObject):
    """Reads the guidelines when the scheme changes, and follows the label that is worked with."""

    noticed = Signal(str)

    def __init__(self, session: Session, place: GuidelinesPlace, show: Callable[[str], None]) -> None:
        super().__init__(session)
        self._session, self._place, self._show = session, place, show
        session.document_opened.connect(self.renew)
        session.selection_changed.connect(self._follow)
        session.document_changed.connect(self._follow)

    def renew(self) -> None:
        """Read the guidelines again."""
        self._place.set_guidelines(self._words())

    def follow_label(self, label: str) -> None:
        """Go to the section of the label that was used or chosen."""
        self._place.set_label(self._session.scheme.label(label))

    def show_dialog(self) -> None:
        """Show the guidelines on a page of their own."""
        self._show(self._words())

    def _follow(self) -> None:
        document, selected = self._session.document, self._session.selected
        if document is not None and selected is not None:
            self.follow_label(document.annotation(selected).label)

    def _words(self) -> str:
        try:
            return guidelines_of(self._session.scheme)
        except UserError as error:
            self.noticed.emit(message_of(error))
            return ""
