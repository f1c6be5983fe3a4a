"""The session: the one open document with its label scheme, its history, and what is selected.

``edit`` is the only door by which the document changes; one undo command holds the document before
and after. Unsaved means that the undo stack is not clean.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from core.document import Document
from core.house import NO_HOUSE, House
from core.schemes import Scheme, default_scheme


class _Edit(QUndoCommand):
    """One step: the document before it and after it."""

    def __init__(self, session: Session, after: Document, name: str) -> None:
        super().__init__(name)
        self._session, self._before, self._after = session, session.document, after

    def redo(self) -> None:
        """Go forward."""
        self._session._show(self._after)

    def undo(self) -> None:
        """Go back."""
        if self._before is not None:
            self._session._show(self._before)


class Session(QObject):
    """What is open. Widgets keep ids, never annotations, and ask here for the rest."""

    document_opened = Signal()
    scheme_changed = Signal()
    document_changed = Signal()
    selection_changed = Signal()
    repair_selection_changed = Signal()
    finding_selection_changed = Signal()
    saved_changed = Signal()
    edited = Signal()
    """A new step was made: what was undone before can no longer be done again."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self.undo_stack.cleanChanged.connect(self._announce_saved)
        self._document: Document | None = None
        self._scheme = default_scheme()
        self._path: Path | None = None
        self._selected: str | None = None
        self._selected_repair: str | None = None
        self._selected_finding: str | None = None
        self.is_read_only = False
        self.house = NO_HOUSE
        """What the office keeps for the open article."""

    @property
    def document(self) -> Document | None:
        """The open document, None on the start page."""
        return self._document

    @property
    def scheme(self) -> Scheme:
        """The label scheme that the open document follows."""
        return self._scheme

    @property
    def path(self) -> Path | None:
        """The article's file; None where nothing is open."""
        return self._path

    @property
    def selected(self) -> str | None:
        """The id of the selected annotation."""
        return self._selected

    @property
    def selected_repair(self) -> str | None:
        """The id of the selected repair."""
        return self._selected_repair

    @property
    def selected_finding(self) -> str | None:
        """The id of the selected question."""
        return self._selected_finding

    @property
    def is_unsaved(self) -> bool:
        """Whether something was changed since the last save."""
        return not self.undo_stack.isClean()

    def open(
        self,
        document: Document,
        path: Path | None,
        *,
        scheme: Scheme | None = None,
        house: House = NO_HOUSE,
        is_read_only: bool = False,
    ) -> None:
        """Take another article, of the shipped scheme where none is given; the last one's history ends."""
        before, self._scheme = self._scheme, scheme or default_scheme()
        self._document, self._path, self.is_read_only = document, path, is_read_only
        self.house = house
        self._selected = self._selected_repair = self._selected_finding = None
        self.undo_stack.clear()
        if self._scheme != before:
            self.scheme_changed.emit()
        self.document_opened.emit()
        self.saved_changed.emit()

    def close(self) -> None:
        """Go back to the start page."""
        self._document, self._path, self.is_read_only = None, None, False
        self.house = NO_HOUSE
        self._selected = self._selected_repair = self._selected_finding = None
        self.undo_stack.clear()
        self.document_opened.emit()

    def edit(self, document: Document, name: str) -> None:
        """Make ``document`` the open one, as an undo step called ``name``; no step where nothing changed."""
        if document != self._document and not self.is_read_only:
            self.undo_stack.push(_Edit(self, document, name))
            self.edited.emit()

    def adopt(self, document: Document) -> None:
        """Take what was found in the background as the state to begin with: no step, and nothing unsaved."""
        self.undo_stack.clear()
        self._show(document)

    def mark_saved(self, document: Document) -> None:
        """Take what was written as saved, unless something else has been changed meanwhile."""
        if document is self._document:
            self.undo_stack.setClean()

    def select(self, annotation_id: str | None) -> None:
        """Select an annotation, or nothing."""
        if annotation_id != self._selected:
            self._selected = annotation_id
            self.selection_changed.emit()

    def select_repair(self, repair_id: str | None) -> None:
        """Select a repair, or nothing."""
        if repair_id != self._selected_repair:
            self._selected_repair = repair_id
            self.repair_selection_changed.emit()

    def select_finding(self, finding_id: str | None) -> None:
        """Select a question, or nothing."""
        if finding_id != self._selected_finding:
            self._selected_finding = finding_id
            self.finding_selection_changed.emit()

    def _announce_saved(self) -> None:
        self.saved_changed.emit()

    def _show(self, document: Document) -> None:
        self._document = document
        if self._selected and all(mark.id != self._selected for mark in document.live_annotations()):
            self.select(None)
        if self._selected_repair not in {repair.id for repair in document.repairs}:
            self.select_repair(None)
        if self._selected_finding not in {finding.id for finding in document.findings}:
            self.select_finding(None)
        self.document_changed.emit()
