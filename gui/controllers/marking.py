"""Acts on marks: what the keys and menu entries do to the selected mark or the selected words.

Two states decide what a key means. With a mark selected, Enter accepts it, Delete rejects it, a label key
relabels it and the arrows move its edges. With words selected, Enter or a label key marks them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Signal

from core import edits
from core.document import Annotation, Document
from core.edits import Author
from core.overview import unreviewed
from core.text.spans import Span
from gui.controllers.core_work import correct_text, value_of
from gui.controllers.document_acts import DocumentActs
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


class Marking(DocumentActs):
    """Carries out acts on marks; while it ``is_sticky``, words that the mouse selects get the last label."""

    last_label_changed = Signal(str)

    def __init__(
        self, session: Session, view: ArticlePlace, author: Callable[[], Author], ask: AskWords
    ) -> None:
        super().__init__(session, author)
        self._view, self._ask = view, ask
        self.is_sticky = False
        self._last_label = ""
        session.scheme_changed.connect(lambda: self._set_last_label(""))

    @property
    def last_label(self) -> str:
        """The label used last; before any was, the scheme's first."""
        return self._last_label or self._scheme.labels[0].name

    def confirm(self) -> None:
        """Accept the selected mark, or mark the selected words as the last label."""
        if mark := self._mark():
            document = edits.set_status(
                self._document(), mark.id, "accepted", self._author(), nesting=self._nesting
            )
            self._edit(document, self.tr("Accept"))
            self._tell_of_same(mark)
        else:
            self.repeat()

    def repeat(self) -> None:
        """Do with the label used last what its key would do."""
        self.label(self.last_label)

    def take_words(self) -> None:
        """Mark the words that the mouse has just selected, where the label sticks."""
        if self.is_sticky:
            self.repeat()

    def set_sticky(self, is_sticky: bool) -> None:
        """Let the last label stick, or not."""
        self.is_sticky = is_sticky
        self._set_last_label(self._last_label)
        if is_sticky:
            self.noticed.emit(self.tr("Words that the mouse selects become {0}").format(self.last_label))

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
            self._tell_of_same(mark)

    def label(self, label: str) -> None:
        """Relabel the selected mark, or mark the selected words."""
        mark, span = self._mark(), self._view.selected_span()
        if mark:
            keeps_value = self._scheme.keeps_value(mark.label, label)
            document = edits.relabel(
                self._document(), mark.id, label, self._author(), keeps_value=keeps_value
            )
            self._edit(document, self.tr("Change Label"))
        elif span:
            self._add(span, label)
        else:
            return
        self._set_last_label(label)

    def mark_same(self) -> None:
        """Bring every other place with the same words to the state of the selected mark."""
        if mark := self._mark():
            document, count = edits.mark_same(
                self._document(), mark.id, self._author(), nesting=self._nesting
            )
            self._edit(document, self.tr("Mark All Alike"))
            self.noticed.emit(self.tr("%n other place(s) changed", "", count))

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

    def _tell_of_same(self, mark: Annotation) -> None:
        """Say where else in the article the same words wait, as one key decides them alike."""
        marks = self._document().annotations
        count = sum(a.status == "auto" and a.quote == mark.quote and a.id != mark.id for a in marks)
        if count:
            words = self.tr("%n other place(s) with these words wait: Mark All Occurrences Alike", "", count)
            self.noticed.emit(words)

    def _set_note(self, note: str) -> None:
        if mark := self._mark():
            self._edit(edits.set_note(self._document(), mark.id, note, self._author()), self.tr("Note"))

    def _correct(self, span: Span, words: str) -> None:
        document = correct_text(
            self._document(), span, words, self._author(), self._scheme, self._session.house
        )
        self._edit(document, self.tr("Correct Text"))

    def _add(self, span: Span, label: str) -> None:
        document = self._added(self._document(), span, label)
        self._edit(document, self.tr("Mark"))
        made = edits.exactly(document, edits.trimmed(document.text, span), label)
        if made:
            self._session.select(made.id)

    def _added(self, document: Document, span: Span, label: str) -> Document:
        value = value_of(document, span, label, self._scheme)
        return edits.add(document, span, label, self._author(), value=value, nesting=self._nesting)

    def _set_last_label(self, label: str) -> None:
        self._last_label = label
        self.last_label_changed.emit(self.last_label)
