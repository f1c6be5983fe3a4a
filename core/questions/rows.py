"""Questions as an editor reads them: numbered as they follow each other, their values side by side.

A question keeps its places and its words. Here each place gets the part of the article that it stands in,
what it says as a value, and the words that tell what it is about; two amounts get their difference.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, DecimalException

from core.document import Annotation, Document, Finding, Place
from core.figures import QUANTITY_LABELS
from core.questions import MarksByPlace, finding_numbers, in_reading_order
from core.text.spans import Span
from core.text.surroundings import Sentences, clause_around
from core.wording.short_forms import amount_in_short

AS_WRITTEN = frozenset({"numeral_style", "punctuation", "word", "term", "script"})
"""The rules that ask how something is written, where a value in short would hide what is meant."""


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place of a question.

    ``part`` is the kind of its block; empty outside of all. ``amount`` is what it says, in short where it
    is a quantity, with its ``unit``; else the words. ``about`` are the words of the clause that it
    stands in, ``sentence`` where the sentence around it is. ``mark`` is the id of the mark on it.
    """

    span: Span
    quote: str
    part: str
    amount: str
    unit: str
    about: str
    sentence: Span
    mark: str | None = None


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question; ``number`` is what margin and panel call it by, None when it is settled.

    ``difference`` is how far apart its two amounts are, with the unit; empty where that says nothing.
    """

    number: int | None
    finding: Finding
    places: tuple[PlaceRow, ...]
    difference: tuple[str, str] = ("", "")


def question_rows(document: Document) -> tuple[QuestionRow, ...]:
    """All questions of a document in reading order, the settled ones too."""
    numbers, look_up = finding_numbers(document), _LookUp(document)
    return tuple(_row(look_up, finding, numbers.get(finding.id)) for finding in in_reading_order(document))


class _LookUp:
    """What questions look up in a document by place."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.marks = MarksByPlace(document)
        self.sentences = Sentences(document.text)

    def mark_on(self, place: Place) -> Annotation | None:
        """The mark that a place is, or else the one that it shares most with."""
        return max(self.marks.at(place.span), key=lambda mark: _shared(mark.span, place.span), default=None)


def _row(look_up: _LookUp, finding: Finding, number: int | None) -> QuestionRow:
    exact = [look_up.mark_on(place) for place in finding.places]
    places = tuple(
        _place_row(look_up, place, mark, is_written=finding.rule in AS_WRITTEN)
        for place, mark in zip(finding.places, exact, strict=True)
    )
    apart = ("", "") if finding.rule in AS_WRITTEN else _difference(exact)
    return QuestionRow(number, finding, places, apart)


def _shared(one: Span, other: Span) -> tuple[bool, int]:
    return one == other, min(one.end, other.end) - max(one.start, other.start)


def _place_row(look_up: _LookUp, place: Place, mark: Annotation | None, *, is_written: bool) -> PlaceRow:
    amount, unit = (place.quote, "") if is_written else _in_short(place, mark)
    return PlaceRow(
        place.span,
        place.quote,
        look_up.document.article.kind_at(place.span.start),
        amount,
        unit,
        clause_around(look_up.document.text, place.span),
        look_up.sentences.around(place.span),
        mark.id if mark else None,
    )


def _in_short(place: Place, mark: Annotation | None) -> tuple[str, str]:
    """What a place says in short where it is just a figure, else its words."""
    if mark and mark.value and mark.span == place.span and mark.label in QUANTITY_LABELS:
        return amount_in_short(mark.value, place.quote)
    return place.quote, ""


def _difference(marks: list[Annotation | None]) -> tuple[str, str]:
    """How far apart two amounts of one unit are."""
    values = [mark.value for mark in marks if mark and mark.value and mark.label in QUANTITY_LABELS]
    if len(marks) != 2 or len(values) != 2 or any(value.get("to") for value in values):
        return "", ""
    one, other = values
    if (one.get("unit"), one.get("per")) != (other.get("unit"), other.get("per")):
        return "", ""
    try:
        apart = abs(Decimal(str(one.get("amount"))) - Decimal(str(other.get("amount"))))
    except DecimalException:
        return "", ""
    return (
        amount_in_short({**one, "amount": f"{apart.normalize():f}", "approx": None}, "")
        if apart
        else ("", "")
    )
