"""A pane that shows a document, and waits with showing it while it is hidden."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from core.document import Document
from gui.widgets.pane import Pane


class DocumentPane(Pane):
    """``document`` is the newest one; ``show_document`` shows it, at the latest when the pane appears."""

    def __init__(
        self,
        ground: str = "panel",
        edges: tuple[str, ...] = (),
        *,
        edge_token: str = "line_strong",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(ground, edges, edge_token=edge_token, parent=parent)
        self.document: Document | None = None
        self._is_stale = False

    def set_document(self, document: Document | None) -> None:
        """Take the next document."""
        self.document = document
        self.show_soon()

    def show_soon(self) -> None:
        """Show the document now, or when the pane is next seen."""
        self._is_stale = not self.isVisible()
        if not self._is_stale:
            self.show_document()

    def show_document(self) -> None:
        """Bring everything up to date; the subclass's part."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        """Show what has come while the pane was hidden."""
        super().showEvent(event)
        if self._is_stale:
            self._is_stale = False
            self.show_document()
