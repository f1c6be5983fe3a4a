"""Acts on what marks cover: their edges, cutting one in two, making one of two, a further piece."""

from __future__ import annotations

from collections.abc import Callable

from core import edits
from core.document import Annotation, Document
from core.edits import Author
from core.text.spans import Span
from core.values import JsonObject
from gui.controllers.core_work import value_of
from gui.controllers.document_acts import Choose, DocumentActs
from gui.controllers.marking import ArticlePlace
from gui.session import Session


class Shaping(DocumentActs):
    """Cuts at the caret, or at both ends of the selected words; joins with what follows the selected mark."""

    def __init__(
        self, session: Session, view: ArticlePlace, author: Callable[[], Author], choose: Choose
    ) -> None:
        super().__init__(session, author)
        self._view, self._choose = view, choose
        self._last: str | None = None
        session.selection_changed.connect(self._remember)
        session.document_opened.connect(self._forget)

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
        value = self._value(document, span, document.annotation(annotation_id).label)
        resized = edits.resize(
            document, annotation_id, span, self._author(), value=value, nesting=self._nesting
        )
        self._edit(resized, self.tr("Move Edge"))

    def split(self) -> None:
        """Cut the mark around the caret there; with words selected in it, at both their ends."""
        chosen = self._view.selected_span()
        places = (chosen.start, chosen.end) if chosen else (self._view.caret(),)
        mark = self._mark_around(places)
        if mark is None:
            self.noticed.emit(
                self.tr("Put the caret inside a mark (Esc, then the arrows), or select some of its words")
            )
            return
        document = self._document()
        for place in sorted(places, reverse=True):
            document = self._cut(document, mark.id, place)
        self._edit(document, self.tr("Split"))
        self._session.select(mark.id)

    def join(self) -> None:
        """Make one mark of the selected one and the next one in its paragraph."""
        mark, document = self._mark(), self._document()
        following = self._following(mark) if mark else None
        if mark is None or following is None:
            self.noticed.emit(self.tr("No further mark in this paragraph"))
            return
        span = mark.span.union(following.span)
        value = self._value(document, span, mark.label)
        joined = edits.join(
            document, mark.id, following.id, self._author(), value=value, nesting=self._nesting
        )
        self._edit(joined, self.tr("Join"))

    def add_piece(self) -> None:
        """Let the mark that was selected last cover the selected words too."""
        span, document = self._view.selected_span(), self._document()
        known = {mark.id for mark in document.live_annotations()}
        if span is None or self._last not in known:
            self.noticed.emit(self.tr("First select a mark, then (after Esc) the words that belong to it"))
            return
        pieced = edits.add_piece(document, self._last, span, self._author(), nesting=self._nesting)
        self._edit(pieced, self.tr("Add Piece"))
        self._session.select(self._last)

    def place_lost(self) -> None:
        """Put one of the marks that lost their place in a changed article on the selected words."""
        document, span = self._document(), self._view.selected_span()
        lost = document.lost.annotations
        if not lost:
            self.noticed.emit(self.tr("No mark has lost its place"))
            return
        if span is None:
            self.noticed.emit(
                self.tr("%n mark(s) have no place: select the words where one belongs", "", len(lost))
            )
            return
        chosen = span

        def place(number: int) -> None:
            back = lost[number]
            placed = edits.place_lost(
                self._document(), back.id, chosen, self._author(), nesting=self._nesting
            )
            self._edit(placed, self.tr("Put Back"))
            self._session.select(back.id)

        self._choose([f"{mark.label}  {mark.quote}" for mark in lost], place)

    def _cut(self, document: Document, annotation_id: str, place: int) -> Document:
        mark = document.annotation(annotation_id)
        halves = Span(mark.span.start, place), Span(place, mark.span.end)
        if not all(halves):
            return document
        first, second = (self._value(document, half, mark.label) for half in halves)
        return edits.split(
            document, annotation_id, place, self._author(), values=(first, second), nesting=self._nesting
        )

    def _mark_around(self, places: tuple[int, ...]) -> Annotation | None:
        """The innermost mark that holds the places and has one of them inside."""
        around = (
            mark
            for mark in self._document().live_annotations()
            if all(mark.span.start <= place <= mark.span.end for place in places)
            and any(mark.span.start < place < mark.span.end for place in places)
        )
        return min(around, key=lambda mark: len(mark.span), default=None)

    def _following(self, mark: Annotation) -> Annotation | None:
        document = self._document()
        later = (a for a in document.live_annotations() if a.span.start >= mark.span.end)
        found = next(later, None)
        if found is None or "\n" in document.text[mark.span.end : found.span.start]:
            return None
        return found

    def _value(self, document: Document, span: Span, label: str) -> JsonObject | None:
        return value_of(document, span, label, self._scheme)

    def _remember(self) -> None:
        self._last = self._session.selected or self._last

    def _forget(self) -> None:
        self._last = None
