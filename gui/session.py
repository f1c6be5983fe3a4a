"""The session: the one open document with its label scheme, its history, and what is selected.

``edit`` is the only door by which the document changes; one undo command holds the document before
and after. Unsaved means that the undo stack is not clean. An article that is opened again as it was left
has its history back.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from core.document import Document
from core.house import NO_HOUSE, House
from core.schemes import Scheme, default_scheme
from gui.histories import Histories, Step


class _Edit(QUndoCommand):
    """One step; with ``is_done`` it was made before the stack was, which goes forward when it takes one."""

    def __init__(self, session: Session, step: Step, *, is_done: bool = False) -> None:
        super().__init__(step.name)
        self._session, self.step, self._is_done = session, step, is_done

    def redo(self) -> None:
        """Go forward."""
        if self._is_done:
            self._is_done = False
        else:
            self._session._show(self.step.after)

    def undo(self) -> None:
        """Go back."""
        self._session._show(self.step.before)


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
        self._histories = Histories()
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
        """Take another article, of the shipped scheme where none is given."""
        self._leave()
        before, self._scheme = self._scheme, scheme or default_scheme()
        self._document, self._path, self.is_read_only = document, path, is_read_only
        self.house = house
        self._selected = self._selected_repair = self._selected_finding = None
        self.undo_stack.clear()
        if path is not None:
            self._restore(self._histories.take(path, document))
        if self._scheme != before:
            self.scheme_changed.emit()
        self.document_opened.emit()
        self.saved_changed.emit()

    def close(self) -> None:
        """Go back to the start page."""
        self._leave()
        self._document, self._path, self.is_read_only = None, None, False
        self.house = NO_HOUSE
        self._selected = self._selected_repair = self._selected_finding = None
        self.undo_stack.clear()
        self.document_opened.emit()

    def edit(self, document: Document, name: str) -> None:
        """Make ``document`` the open one, as an undo step called ``name``; no step where nothing changed."""
        before = self._document
        if before is not None and document != before and not self.is_read_only:
            self.undo_stack.push(_Edit(self, Step(before, document, name)))
            self.edited.emit()

    def forget_histories(self) -> None:
        """Undo nothing any more in articles that were left."""
        self._histories.forget()

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

    def _leave(self) -> None:
        """Keep the history of the open article, if all of it is saved."""
        stack = self.undo_stack
        if self._path is not None and self._document is not None and stack.isClean():
            commands = map(stack.command, range(stack.index()))
            steps = tuple(command.step for command in commands if isinstance(command, _Edit))
            self._histories.keep(self._path, steps, self._document)

    def _restore(self, steps: tuple[Step, ...]) -> None:
        """Put steps on the empty stack that were all saved: nobody is to hear that they were not."""
        stack = self.undo_stack
        stack.blockSignals(True)
        for step in steps:
            stack.push(_Edit(self, step, is_done=True))
        stack.setClean()
        stack.blockSignals(False)
        stack.canUndoChanged.emit(bool(steps))

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
