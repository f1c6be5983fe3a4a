"""Figures: every quantity and time of an article as a row, with what it is about."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, fields, replace

from core.clauses import about, clause_starts, is_speaking
from core.document import Annotation, Document
from core.script import convert
from core.spans import Span
from core.values import JsonObject

QUANTITY_LABELS = ("MONEY", "PERCENT", "MEASURE", "COUNT", "ORDINAL", "NUMBER")
TIME_LABELS = ("DATE", "TIME", "DURATION", "SET")
NAME_LABELS = ("LOC", "ORG", "PER")
POINT_LABELS = ("DATE", "TIME")
COUNTING_LABELS = ("COUNT", "MEASURE", "MONEY")
# What may stand before the name whose figure it is: 截至去年11月底，其中…
_BEFORE_NAMES = re.compile(
    r"[^，。；]{0,16}[，：]|(?:其中|据悉|目前|截至|当前|今年|去年|[\d年月日前底末初、至—-])*[，：]?"
)
_BEFORE_TIME = re.compile(r"(?:截至|截止|自|从|在|到|至|于|据悉|其中|预计|早在|仅)?")
_IS = ("是", "为")
_BETWEEN_NAMES = re.compile(r"[、和与及·\-—]?")
_SENTENCE_END = re.compile(r"[。！？!?；;\n]")


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
    surroundings = _Surroundings(document, simplified, marks)
    return tuple(_row(surroundings, mark) for mark in rows)


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """A document with what its figures are explained by; ``simplified`` is its text for the rules."""

    document: Document
    simplified: str
    marks: tuple[Annotation, ...]

    def within(self, span: Span, labels: tuple[str, ...]) -> list[Annotation]:
        """The marks of these labels inside a stretch, in reading order."""
        first = bisect_left(self.marks, span.start, key=lambda mark: mark.span.start)
        last = bisect_left(self.marks, span.end, key=lambda mark: mark.span.start)
        return [mark for mark in self.marks[first:last] if mark.label in labels]


def _row(surroundings: _Surroundings, mark: Annotation) -> FigureRow:
    document = surroundings.document
    sentence = sentence_around(document.text, mark.span)
    row = FigureRow(
        mark.span.start,
        mark.span.end,
        mark.quote,
        mark.label,
        **_values(mark),
        sentence=sentence.of(document.text),
        block=_block_kind(document, mark.span),
    )
    return _explained(surroundings, mark, sentence, row) if mark.label in QUANTITY_LABELS else row


def _values(mark: Annotation) -> dict[str, str]:
    value = mark.value or {}
    return {name: str(value.get(name) or "") for name in ("amount", "to", "unit", "approx", "timex", "mod")}


def _explained(surroundings: _Surroundings, mark: Annotation, sentence: Span, row: FigureRow) -> FigureRow:
    """The row with subject, predicate, comparison, holder and the time that governs it."""
    text = surroundings.document.text
    starts = clause_starts(surroundings.simplified, sentence.start, mark.span.start)
    before = Span(sentence.start, mark.span.start)
    names = surroundings.within(before, NAME_LABELS)
    times = surroundings.within(before, POINT_LABELS)
    found = about(
        surroundings.simplified,
        mark.span,
        start=starts[-1],
        names=[each.span for each in names],
        times=[each.span for each in times],
        may_count=mark.label in COUNTING_LABELS,
    )
    time = _governing_time(text, times, starts, found.comparison)
    first = found.comparison or found.predicate
    leans = first is not None and not text[starts[-1] : first.start].strip()
    return replace(
        row,
        subject=found.subject.of(text) if found.subject else "",
        predicate=found.predicate.of(text) if found.predicate else "",
        comparison=found.comparison.of(text) if found.comparison else "",
        holder=_holder(surroundings.simplified, text, names, starts, leans=leans),
        timex=str(time.get("timex") or ""),
        mod=str(time.get("mod") or ""),
    )


def _governing_time(
    text: str, times: list[Annotation], starts: list[int], comparison: Span | None
) -> JsonObject:
    """The last time in the figure's clause, else the last that begins a clause before it.

    Neither what the figure is compared with nor a time that is spoken of (2021年是…) governs.
    """
    governing = [
        each
        for each in times
        if not (comparison and comparison.overlaps(each.span))
        and text[each.span.end : each.span.end + 1] not in _IS
        and (each.span.start >= starts[-1] or _begins_clause(text, each.span, starts))
    ]
    return governing[-1].value or {} if governing else {}


def _begins_clause(text: str, span: Span, starts: list[int]) -> bool:
    return any(_BEFORE_TIME.fullmatch(text[start : span.start]) for start in starts if start <= span.start)


def _holder(simplified: str, text: str, names: list[Annotation], starts: list[int], *, leans: bool) -> str:
    """The names at the beginning of the figure's clause.

    A clause that ``leans`` on those before it (it begins with its predicate) takes the nearest one's.
    """
    ends = [*starts[1:], len(text)]
    for place, (start, end) in reversed(list(enumerate(zip(starts, ends, strict=True)))):
        is_own = place == len(starts) - 1
        if not is_own and is_speaking(simplified[start:end]):
            continue
        held = _names_at(text, names, start)
        if held or (is_own and (not leans or any(name.span.start >= start for name in names))):
            return held
    return ""


def _names_at(text: str, names: list[Annotation], start: int) -> str:
    """Names that follow one another from ``start``, past times and the like: 荣昌、丰都."""
    first: Span | None = None
    for name in names:
        if name.span.start < start:
            continue
        gap = text[(first.end if first else start) : name.span.start]
        if not (_BETWEEN_NAMES if first else _BEFORE_NAMES).fullmatch(gap):
            break
        first = first.union(name.span) if first else name.span
    return first.of(text) if first else ""


def sentence_around(text: str, span: Span) -> Span:
    """The sentence that a span stands in, without blanks at its edges.

    >>> sentence_around("共有3个。新增5家；", Span(7, 9)).of("共有3个。新增5家；")
    '新增5家；'
    """
    start = max((text.rfind(mark, 0, span.start) for mark in "。！？!?；;\n"), default=-1) + 1
    ending = _SENTENCE_END.search(text, span.end)
    end = (ending.end() if ending[0] != "\n" else ending.start()) if ending else len(text)
    words = text[start:end]
    return Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))


def _block_kind(document: Document, span: Span) -> str:
    for block in document.article.blocks:
        if block.span.start <= span.start < block.span.end:
            return block.kind
    return ""
