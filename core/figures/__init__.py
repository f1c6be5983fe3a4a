"""Figures: every quantity and time of an article as a row, with what it is about."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace

from core.bylines import behind_byline
from core.document import Annotation, Document
from core.figures.clauses import about, clause_starts
from core.figures.holders import holder_meant, holder_of
from core.language.script import convert
from core.text.spans import Span
from core.text.surroundings import Sentences
from core.values import JsonObject

QUANTITY_LABELS = ("MONEY", "PERCENT", "MEASURE", "COUNT", "ORDINAL", "NUMBER")
TIME_LABELS = ("DATE", "TIME", "DURATION", "SET")
NAME_LABELS = ("LOC", "ORG", "PER")
POINT_LABELS = ("DATE", "TIME")
COUNTING_LABELS = ("COUNT", "MEASURE", "MONEY")
MEANT_WITHIN = 10_000
"""How far before a figure the name may stand that 全市 or 公司 means, in characters."""

_BEFORE_TIME = re.compile(r"(?:截至|截止|自|从|在|到|至|于|据悉|其中|预计|早在|仅|，)*")
_UNTIL = re.compile(r"(?:截至|截止|到|至)(?=\d|[今去前昨本上])")
_ALSO = ("同比", "环比")
_LISTED = ("、", "和", "及")
_IS, _FROM, _THAN = ("是", "为"), ("由", "从"), ("比", "较", "高于", "低于", "多于", "少于")


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure; what is not known is empty, since wrong is worse than empty.

    ``timex`` and ``mod`` of a quantity are those of the time that governs it, of a time its own.
    ``holder`` is the name (place, organization, person) whose figure it is, ``sentence`` the sentence it
    stands in, ``block`` the kind of its block.
    """

    start: int
    end: int
    quote: str
    label: str
    amount: str = ""
    to: str = ""
    unit: str = ""
    approx: str = ""
    timex: str = ""
    mod: str = ""
    subject: str = ""
    predicate: str = ""
    comparison: str = ""
    holder: str = ""
    sentence: str = ""
    block: str = ""


COLUMNS = tuple(field.name for field in fields(FigureRow))


def figures(document: Document) -> tuple[FigureRow, ...]:
    """The live quantities and times of a document, in reading order."""
    simplified = convert(document.text, to="hans")
    marks = document.live_annotations()
    rows = [mark for mark in marks if mark.label in QUANTITY_LABELS + TIME_LABELS]
    surroundings = _Surroundings(document, simplified, marks, Sentences(document.text))
    found: list[FigureRow] = []
    before: FigureRow | None = None
    for mark in rows:
        row = _row(surroundings, mark)
        if mark.label in QUANTITY_LABELS:
            row = before = _with_subject_before(row, before, document.text) if before else row
        found.append(row)
    return tuple(found)


def _with_subject_before(row: FigureRow, before: FigureRow, text: str) -> FigureRow:
    """营业收入36亿元，同比增长12%: a clause that begins with its predicate keeps the subject."""
    if row.subject or not before.subject or row.sentence != before.sentence or row.start < before.end:
        return row
    between = text[before.end : row.start].strip("，,、 （(")
    is_leaning = row.comparison and between.startswith((row.comparison, *_ALSO))
    is_changing = not row.comparison and row.predicate and between == row.predicate
    is_change = row.unit in ("%", "pp", "倍") or row.unit == before.unit
    return replace(row, subject=before.subject) if (is_leaning or is_changing) and is_change else row


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """A document with what its figures are explained by; ``simplified`` is its text for the rules."""

    document: Document
    simplified: str
    marks: tuple[Annotation, ...]
    sentences: Sentences

    def within(self, span: Span, labels: tuple[str, ...]) -> list[Annotation]:
        """The marks of these labels inside a stretch, in reading order."""
        first = bisect_left(self.marks, span.start, key=lambda mark: mark.span.start)
        last = bisect_left(self.marks, span.end, key=lambda mark: mark.span.start)
        return [mark for mark in self.marks[first:last] if mark.label in labels]

    def names_back_from(self, place: int) -> Iterator[Annotation]:
        """The names before a place, the nearest first, as far back as ``MEANT_WITHIN``."""
        first, last = (
            bisect_left(self.marks, edge, key=lambda mark: mark.span.start)
            for edge in (place - MEANT_WITHIN, place)
        )
        return (self.marks[n] for n in range(last - 1, first - 1, -1) if self.marks[n].label in NAME_LABELS)

    def listed_behind(self, mark: Annotation, start: int) -> int | None:
        """Where the words of a member of a list begin: 医疗队2支、|队员36名."""
        figures = self.within(Span(start, mark.span.start), QUANTITY_LABELS)
        place = figures[-1].span.end if figures else 0
        return place + 1 if figures and self.document.text.startswith(_LISTED, place) else None

    def time_until(self, sentence: Span) -> JsonObject:
        """What 截至… says at the beginning of a sentence that semicolons divide, for all of its parts."""
        text = self.document.text
        start = self.sentences.whole(sentence.start)
        until = _UNTIL.search(text, start, sentence.start) if start < sentence.start else None
        times = self.within(Span(until.end(), sentence.start), POINT_LABELS) if until else []
        return times[0].value or {} if until and times and times[0].span.start == until.end() else {}


def _row(surroundings: _Surroundings, mark: Annotation) -> FigureRow:
    document = surroundings.document
    sentence = surroundings.sentences.around(mark.span)
    row = FigureRow(
        mark.span.start,
        mark.span.end,
        mark.quote,
        mark.label,
        **_values(mark),
        sentence=sentence.of(document.text),
        block=document.article.kind_at(mark.span.start),
    )
    return _explained(surroundings, mark, sentence, row) if mark.label in QUANTITY_LABELS else row


def _values(mark: Annotation) -> dict[str, str]:
    value = mark.value or {}
    return {name: str(value.get(name) or "") for name in ("amount", "to", "unit", "approx", "timex", "mod")}


def _explained(surroundings: _Surroundings, mark: Annotation, sentence: Span, row: FigureRow) -> FigureRow:
    """The row with subject, predicate, comparison, holder and the time that governs it."""
    text = surroundings.document.text
    told = behind_byline(surroundings.simplified, Span(sentence.start, mark.span.start))
    starts = clause_starts(surroundings.simplified, told, mark.span.start)
    before = Span(told, mark.span.start)
    names = surroundings.within(before, NAME_LABELS)
    times = surroundings.within(before, POINT_LABELS)
    passed = surroundings.within(before, QUANTITY_LABELS + TIME_LABELS)
    listed = surroundings.listed_behind(mark, starts[-1])
    found = about(
        surroundings.simplified,
        mark.span,
        start=listed or starts[-1],
        names=[each.span for each in names],
        times=[each.span for each in passed],
        may_count=mark.label in COUNTING_LABELS,
        may_measure=mark.label != "ORDINAL",
    )
    time = _governing_time(text, times, starts, found.comparison) or surroundings.time_until(sentence)
    first = found.comparison or found.predicate
    leans = listed is not None or (first is not None and not text[starts[-1] : first.start].strip())
    holder = holder_of(surroundings.simplified, text, names, starts, leans=leans) or holder_meant(
        surroundings.simplified,
        surroundings.names_back_from(mark.span.start),
        starts,
        mark.span.start,
        leans=leans,
    )
    return replace(
        row,
        subject=found.subject.of(text) if found.subject else "",
        predicate=found.predicate.of(text) if found.predicate else "",
        comparison=found.comparison.of(text) if found.comparison else "",
        holder=holder,
        timex=str(time.get("timex") or ""),
        mod=str(time.get("mod") or ""),
    )


def _governing_time(
    text: str, times: list[Annotation], starts: list[int], comparison: Span | None
) -> JsonObject:
    """The last time in the figure's clause, else the last that begins a clause before it.

    Neither what the figure is compared with (比去年多) nor a time that is spoken of (2021年是…) governs.
    """
    governing = [
        each
        for each in times
        if not (comparison and comparison.overlaps(each.span))
        and text[each.span.end : each.span.end + 1] not in _IS
        and not (text.endswith(_THAN, 0, each.span.start) and text[each.span.end] != "的")
        and not (
            text[each.span.start - 1 : each.span.start] in _FROM and text.startswith("的", each.span.end)
        )
        and (each.span.start >= starts[-1] or _begins_clause(text, each.span, starts))
    ]
    return governing[-1].value or {} if governing else {}


def _begins_clause(text: str, span: Span, starts: list[int]) -> bool:
    return any(_BEFORE_TIME.fullmatch(text[start : span.start]) for start in starts if start <= span.start)
