"""Acts on marks: what the keys and menu entries do to the selected mark or the selected words.

Two states decide what a key means. With a mark selected, Enter accepts it, Delete rejects it, a label key
relabels it and the arrows move its edges. With words selected, Enter or a label key marks them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from core import edits
from core.document import Annotation, Document
from core.edits import Author
from core.overview import unreviewed
from core.schemes import Scheme
from core.spans import Span
from gui.controllers.core_work import correct_text, value_of
from gui.session import Session

AskWords = Callable[[str, str, str, Callable[[str], None]], None]
"""Title, explanation, the words to begin with, and what is done with the answer."""


class ArticlePlace(Protocol):
    """What marking needs to know of the article's view."""

    def selected_span(self) -> Span | None:
        """The selected words."""
        ...

    def caret(self) -> int:
        """Where the caret stands, a place in ``text``."""
        ...


class Marking(QObject):
    """Carries out acts on marks; every act is one step of the session's history."""

    noticed = Signal(str)
    """A sentence for the status row: what an act did that the article does not show."""

    def __init__(
        self,
        session: Session,
        view: ArticlePlace,
        scheme: Scheme,
        author: Callable[[], Author],
        ask: AskWords,
    ) -> None:
        super().__init__(session)
        self._session, self._view, self._author, self._ask = session, view, author, ask
        self.last_label = scheme.labels[0].name

    def confirm(self) -> None:
        """Accept the selected mark, or mark the selected words as the last label."""
        if mark := self._mark():
            self._edit(
                edits.set_status(self._document(), mark.id, "accepted", self._author()), self.tr("Accept")
            )
        else:
            self.label(self.last_label)

    def confirm_next(self) -> None:
        """Accept the selected mark and go on to the next one that waits."""
        mark = self._mark()
        self.confirm()
        if mark:
            self.go_unreviewed(1)

    def reject(self) -> None:
        """Reject the selected mark; one that was added by hand goes."""
        if mark := self._mark():
            document = edits.set_status(self._document(), mark.id, "rejected", self._author())
            self._edit(document, self.tr("Reject"))

    def label(self, label: str) -> None:
        """Relabel the selected mark, or mark the selected words."""
        mark, span = self._mark(), self._view.selected_span()
        if mark:
            self._edit(
                edits.relabel(self._document(), mark.id, label, self._author()), self.tr("Change Label")
            )
        elif span:
            self._add(span, label)
        else:
            return
        self.last_label = label

    def mark_same(self) -> None:
        """Bring every other place with the same words to the state of the selected mark."""
        if mark := self._mark():
            document, count = edits.mark_same(self._document(), mark.id, self._author())
            self._edit(document, self.tr("Mark All Alike"))
            self.noticed.emit(self.tr("%n other place(s) changed", "", count))

    def mark_spans(self, spans: tuple[Span, ...], label: str) -> None:
        """Mark several places alike, in one step."""
        document = self._document()
        for span in spans:
            value = value_of(document, span, label)
            document = edits.add(document, span, label, self._author(), value=value)
        self._edit(document, self.tr("Mark All"))
        self.noticed.emit(self.tr("%n place(s) marked", "", len(spans)))

    def move_edge(self, side: str, by: int) -> None:
        """Move the ``left`` or ``right`` edge of the selected mark by one character: 1 right, -1 left."""
        if mark := self._mark():
            start, end = mark.span.start, mark.span.end
            start, end = (start + by, end) if side == "left" else (start, end + by)
            if 0 <= start < end <= len(self._document().text):
                self.resize(mark.id, Span(start, end))

    def resize(self, annotation_id: str, span: Span) -> None:
        """Give a mark other edges, and the value that the new words have."""
        document = self._document()
        label = document.annotation(annotation_id).label
        value = value_of(document, span, label)
        resized = edits.resize(document, annotation_id, span, self._author(), value=value)
        self._edit(resized, self.tr("Move Edge"))

    def write_note(self) -> None:
        """Ask for the note on the selected mark; an empty one takes it away."""
        if mark := self._mark():
            self._ask(self.tr("Note on “{0}”").format(mark.quote), "", mark.note or "", self._set_note)

    def correct_selection(self) -> None:
        """Ask for the right words at the selected mark, the selected words, or the character at the caret."""
        document, mark = self._document(), self._mark()
        caret = self._view.caret()
        there = Span(caret, min(caret + 1, len(document.text)))
        span = mark.span if mark else self._view.selected_span() or there
        old = span.of(document.text)
        if old.strip():
            explanation = self.tr("Only what is read changes; the file stays as it is.")
            self._ask(
                self.tr("Correct “{0}”").format(old), explanation, old, lambda new: self._correct(span, new)
            )

    def accept_all(self) -> None:
        """Accept every mark that waits."""
        count = len(unreviewed(self._document()))
        self._edit(edits.accept_all(self._document(), self._author()), self.tr("Accept All"))
        self.noticed.emit(self.tr("%n mark(s) accepted", "", count))

    def go(self, step: int) -> None:
        """Select the next (1) or previous (-1) mark from where the selection or the caret stands."""
        marks = self._document().live_annotations()
        if mark := self._mark():
            place = marks.index(mark) + step
        else:
            before = sum(m.span.start < self._view.caret() for m in marks)
            place = before if step > 0 else before - 1
        if 0 <= place < len(marks):
            self._session.select(marks[place].id)

    def go_unreviewed(self, step: int) -> None:
        """Select the next mark that waits, least certain first, or with -1 the one before it."""
        waiting = [mark.id for mark in unreviewed(self._document())]
        if not waiting:
            self.noticed.emit(self.tr("Every mark has been reviewed"))
            return
        selected = self._session.selected
        place = waiting.index(selected) + step if selected in waiting else min(step, 0)
        self._session.select(waiting[place % len(waiting)])

    def go_inner(self) -> None:
        """Select the next of the marks that overlap where the selected one stands."""
        if mark := self._mark():
            here = [m for m in self._document().live_annotations() if m.span.overlaps(mark.span)]
            self._session.select(here[(here.index(mark) + 1) % len(here)].id)

    def leave(self) -> None:
        """Go back to the caret."""
        self._session.select(None)

    def _set_note(self, note: str) -> None:
        if mark := self._mark():
            self._edit(edits.set_note(self._document(), mark.id, note, self._author()), self.tr("Note"))

    def _correct(self, span: Span, words: str) -> None:
        document = correct_text(self._document(), span, words, self._author())
        self._edit(document, self.tr("Correct Text"))

    def _add(self, span: Span, label: str) -> None:
        value = value_of(self._document(), span, label)
        document = edits.add(self._document(), span, label, self._author(), value=value)
        self._edit(document, self.tr("Mark"))
        made = edits.exactly(document, edits.trimmed(document.text, span), label)
        if made:
            self._session.select(made.id)

    def _mark(self) -> Annotation | None:
        selected = self._session.selected
        return self._document().annotation(selected) if selected else None

    def _document(self) -> Document:
        document = self._session.document
        if document is None:
            raise RuntimeError("no article is open")
        return document

    def _edit(self, document: Document, name: str) -> None:
        self._session.edit(document, name)
