"""Going from question to question, and from place to place of one; the mark looked at brings its question."""

from __future__ import annotations

from PySide6.QtCore import Signal

from core.document import Finding
from core.questions import MarksByPlace, in_reading_order, questions_about
from gui.controllers.document_acts import DocumentActs
from gui.words.question_words import question_words


class Questioning(DocumentActs):
    """Selects questions, shows their places one after another, and selects the marks on these."""

    place_reached = Signal(object)
    """The span of the place that a person wants to see."""

    _place = 0

    @property
    def place(self) -> int:
        """Which place of the selected question is looked at, counted from 0."""
        return self._place

    def look_at(self, finding_id: str, place: int | None = None) -> None:
        """Show a place of a question; without a number the first, and on every further call the next."""
        finding = self._finding(finding_id)
        if finding is None:
            return
        is_same = finding_id == self._session.selected_finding
        self._session.select_finding(finding_id)
        if finding.places:
            wanted = place if place is not None else self._place + 1 if is_same else 0
            self._place = wanted % len(finding.places)
            self._show(finding)

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) undecided question, from the selected one on."""
        document, selected = self._document(), self._session.selected_finding
        order = in_reading_order(document)
        waiting = [finding.id for finding in order if finding.decision is None]
        if not waiting:
            self.noticed.emit(self.tr("No question is open"))
            return
        ids = [finding.id for finding in order]
        here = ids.index(selected) if selected in ids else (-1 if by > 0 else len(ids))
        ahead = [each for each in waiting if (ids.index(each) - here) * by > 0]
        self.look_at((ahead or waiting)[0 if by > 0 else -1], 0)

    def step_place(self) -> None:
        """Show the next place of the selected question; the first question where none is selected."""
        if selected := self._session.selected_finding:
            self.look_at(selected)
        else:
            self.step(1)

    def follow_mark(self) -> None:
        """Select a question about the selected mark, unless the one selected is; none where nobody asks."""
        mark = self._session.selected
        if mark is not None:
            asked = questions_about(self._document(), self._document().annotation(mark).span)
            if self._session.selected_finding not in asked:
                self._session.select_finding(asked[0] if asked else None)

    def in_words(self) -> str:
        """The selected question and its reason; empty where none is selected."""
        finding = self._finding(self._session.selected_finding or "")
        return " ".join(question_words(finding)).strip() if finding else ""

    def _finding(self, finding_id: str) -> Finding | None:
        return next((each for each in self._document().findings if each.id == finding_id), None)

    def _show(self, finding: Finding) -> None:
        span = finding.places[self._place].span
        marks = MarksByPlace(self._document()).at(span)
        self._session.select(next((mark.id for mark in marks if mark.span == span), None))
        self.place_reached.emit(span)
