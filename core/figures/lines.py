"""The figures and times of an article as the lines of one table, with what each can be sorted by."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from core.document import Document
from core.figures import TIME_LABELS, FigureRow, figures
from core.overview import TimeRow, times
from core.values import JsonObject
from core.wording.short_forms import amount_in_full, first_day

DATED = ("DATE", "TIME")


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One figure or time: its mark, its row, its amount with the magnitude written out, its time.

    ``size`` sorts by unit and amount, ``day_order`` by time; it is empty where no day is known.
    """

    id: str
    row: FigureRow
    full: str
    time: JsonObject
    size: tuple[str, Fraction]
    day_order: str


@dataclass(frozen=True, slots=True)
class TimePoint:
    """A dated time of the article's timeline; ``first`` is its first year, month or day."""

    row: TimeRow
    first: str


def figure_lines(document: Document) -> tuple[FigureLine, ...]:
    """Every live quantity and time of a document, in reading order."""
    marks = {(mark.span.start, mark.span.end): mark for mark in document.live_annotations() if mark.value}
    lines: list[FigureLine] = []
    for row in figures(document):
        mark = marks.get((row.start, row.end))
        if mark is None or mark.label != row.label:
            continue
        value = mark.value or {}
        governing = {"timex": row.timex, "mod": row.mod or None} if row.timex else {}
        when = (
            value if row.label in TIME_LABELS else governing
        )  # a time says all of itself: lists, recurrences
        size = (row.unit, Fraction(row.amount or 0))
        lines.append(FigureLine(mark.id, row, amount_in_full(value), when, size, first_day(when)))
    return tuple(lines)


def time_points(document: Document) -> tuple[TimePoint, ...]:
    """The dated times from the earliest on, those of one day together."""
    values = {mark.id: mark.value or {} for mark in document.live_annotations()}
    dated = (row for row in times(document, DATED) if row.is_dated)
    return tuple(TimePoint(row, first_day(values[row.ids[0]])) for row in dated)
