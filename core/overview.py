"""What an article holds at a glance: its names, figures, times and repairs, gathered into rows.

The side panel shows these rows and decides nothing; every row keeps the ids of the marks it stands for.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from core.article import UNREAD_KINDS
from core.document import Annotation, Document
from core.repairs import Repair, reading_map
from core.short_forms import amount_in_short, day_in_short, first_day
from core.spans import Span

CLAUSE_ENDS = frozenset("，。；：！？、\n,;!?")
PAIRS = ("“”", "‘’", "《》", "（）", "()")
SUGGESTION_CONTEXT = 12


@dataclass(frozen=True, slots=True)
class NameRow:
    """One name with its other forms and how often each occurs; ``ids`` are its marks in reading order."""

    label: str
    name: str
    count: int
    variants: tuple[tuple[str, int], ...]
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure as a table shows it: amount and unit in short, what it is about, and its places.

    ``size`` is the plain amount, for sorting only.
    """

    label: str
    amount: str
    unit: str
    about: str
    size: Fraction
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TimeRow:
    """A time: ``day`` in short where it could be resolved, else the quote; ``is_dated`` says which."""

    day: str
    about: str
    is_dated: bool
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RepairRow:
    """The repairs of one kind, with the most frequent one as the example."""

    kind: str
    example: Repair
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FormRow:
    """What repairs of one kind put in the place of one original; ``leads`` the rows of its kind, or not."""

    kind: str
    original: str
    replacement: str
    ids: tuple[str, ...]
    leads: bool


@dataclass(frozen=True, slots=True)
class SuggestionRow:
    """A repair in its line: the reading text before it and after it."""

    repair: Repair
    before: str
    after: str


def names(document: Document, labels: Collection[str]) -> tuple[NameRow, ...]:
    """The names of ``labels`` in the order of their first mention, one row for one thing."""
    groups: dict[tuple[str, str], list[Annotation]] = {}
    for mark in _live(document, labels):
        groups.setdefault((mark.label, mark.entity or mark.quote), []).append(mark)
    titles = {entity.id: entity.name for entity in document.entities}
    return tuple(_name_row(label, titles.get(key), marks) for (label, key), marks in groups.items())


def figures(document: Document, labels: Collection[str]) -> tuple[FigureRow, ...]:
    """The quantities of ``labels`` in reading order; the same amount of the same thing is one row."""
    rows: dict[tuple[str, str, str, str, Fraction], list[str]] = {}
    marks = _live(document, labels)
    for mark, about in zip(marks, subjects(document, marks), strict=True):
        value = mark.value or {}
        size = Fraction(value.get("amount") or 0)
        key = (mark.label, *amount_in_short(value, mark.quote), about, size)
        rows.setdefault(key, []).append(mark.id)
    return tuple(FigureRow(*key, tuple(ids)) for key, ids in rows.items())


def times(document: Document, labels: Collection[str]) -> tuple[TimeRow, ...]:
    """The times of ``labels``: dated ones from the earliest on, then durations and vague words."""
    marks = _live(document, labels)
    dated = [(day, mark) for mark in marks if (day := first_day(mark.value or {}))]
    dated.sort(key=lambda pair: (pair[0], str((pair[1].value or {}).get("mod"))))
    undated = [mark for mark in marks if not first_day(mark.value or {})]
    about = dict(zip((mark.id for mark in marks), subjects(document, marks), strict=True))
    return (*_dated_rows(dated, about), *_undated_rows(undated, about))


def repairs_by_kind(document: Document, status: str = "applied") -> tuple[RepairRow, ...]:
    """The repairs of a status, the most frequent kind first."""
    kinds: dict[str, list[Repair]] = {}
    for repair in document.repairs:
        if repair.status == status:
            kinds.setdefault(repair.kind, []).append(repair)
    rows = (RepairRow(kind, _most_frequent(group), _ids(group)) for kind, group in kinds.items())
    return tuple(sorted(rows, key=lambda row: -len(row.ids)))


def repaired_forms(document: Document, most: int = 4) -> tuple[FormRow, ...]:
    """The applied repairs by kind and form; of a kind with more forms than ``most`` only the first."""
    rows: list[FormRow] = []
    repairs = {repair.id: repair for repair in document.repairs}
    for kind in repairs_by_kind(document):
        forms: dict[tuple[str, str], list[str]] = {}
        for repair in (repairs[repair_id] for repair_id in kind.ids):
            forms.setdefault((repair.original, repair.replacement), []).append(repair.id)
        if len(forms) > most:
            forms = {(kind.example.original, kind.example.replacement): list(kind.ids)}
        rows += (FormRow(kind.kind, *form, tuple(ids), n == 0) for n, (form, ids) in enumerate(forms.items()))
    return tuple(rows)


def in_line(document: Document, repair_id: str) -> SuggestionRow | None:
    """A repair in its line, None where there is none of that id."""
    to_reading = reading_map(document.repairs)
    found = (repair for repair in document.repairs if repair.id == repair_id)
    return next((_in_line(document, repair, to_reading.forward(repair.span)) for repair in found), None)


def alike(document: Document, repair: Repair) -> tuple[str, ...]:
    """The undecided repairs that put the same words in the same place, ``repair`` among them."""
    form = (repair.kind, repair.original, repair.replacement)
    return tuple(
        other.id
        for other in document.repairs
        if other.status == "suggested" and (other.kind, other.original, other.replacement) == form
    )


def suggestions(document: Document) -> tuple[SuggestionRow, ...]:
    """The undecided repairs, each in its line."""
    to_reading = reading_map(document.repairs)
    pending = (repair for repair in document.repairs if repair.status == "suggested")
    return tuple(_in_line(document, repair, to_reading.forward(repair.span)) for repair in pending)


def unreviewed(document: Document) -> tuple[Annotation, ...]:
    """The automatic marks, the least certain first."""
    waiting = (mark for mark in document.annotations if mark.status == "auto")
    return tuple(sorted(waiting, key=lambda mark: 1.0 if mark.confidence is None else mark.confidence))


def subjects(document: Document, marks: Iterable[Annotation]) -> Iterator[str]:
    """What figures or times are about: what the recognizer found, else the words of their clause.

    A figure or time before it in the clause is not among them.
    """
    ends = sorted(mark.span.end for mark in document.annotations if mark.is_live and mark.value)
    for mark in marks:
        before = bisect_right(ends, mark.span.start) - 1
        floor = ends[before] if before >= 0 else 0
        found = mark.attributes.get("subject")
        yield str(found) if found else clause_around(document.text, mark.span, floor)


def clause_around(text: str, span: Span, floor: int = 0) -> str:
    """The words before ``span`` in its clause, from ``floor`` on; where there are none, those after it.

    >>> clause_around("实施项目184个，总投资", Span(4, 8))
    '实施项目'
    >>> clause_around("。9对结对区县探索，", Span(1, 3))
    '结对区县探索'
    """
    start, end = span.start, span.end
    while start > floor and text[start - 1] not in CLAUSE_ENDS:
        start -= 1
    while end < len(text) and text[end] not in CLAUSE_ENDS:
        end += 1
    return _without_half_pairs(text[start : span.start]) or _without_half_pairs(text[span.end : end])


def _without_half_pairs(words: str) -> str:
    """Words cut out of a clause, without a quotation mark or bracket whose other half stayed behind."""
    words = words.strip()
    for pair in PAIRS:
        if words.count(pair[0]) != words.count(pair[1]):
            words = words.strip(pair)
    return words.strip()


def word_count(document: Document) -> int:
    """The length as Chinese editors count it: a character or sign is one, a run of Latin or digits is one.

    Navigation and boilerplate do not count.
    """
    blocks = document.article.blocks
    read = [block.span.of(document.text) for block in blocks if block.kind not in UNREAD_KINDS]
    return sum(map(_count_words, read if blocks else (document.text,)))


def _count_words(text: str) -> int:
    runs = groupby(text, key=lambda sign: "space" if sign.isspace() else "run" if sign.isascii() else "sign")
    return sum({"space": 0, "run": 1}.get(kind, len(list(run))) for kind, run in runs)


def _live(document: Document, labels: Collection[str]) -> list[Annotation]:
    return [mark for mark in document.annotations if mark.is_live and mark.label in labels]


def _name_row(label: str, title: str | None, marks: list[Annotation]) -> NameRow:
    forms = Counter(mark.quote for mark in marks)
    name = title or forms.most_common(1)[0][0]
    variants = tuple((form, count) for form, count in forms.most_common() if form != name)
    return NameRow(label, name, len(marks), variants, tuple(mark.id for mark in marks))


def _dated_rows(dated: Iterable[tuple[str, Annotation]], about: Mapping[str, str]) -> Iterator[TimeRow]:
    year = ""
    shown = ((day_in_short(mark.value or {}), mark) for _, mark in dated)
    for day, group in groupby(shown, key=lambda pair: pair[0]):
        marks = [mark for _, mark in group]
        short = day.removeprefix(f"{year}-") if year else day
        year = day[:4]
        yield TimeRow(short, about[marks[0].id], True, tuple(mark.id for mark in marks))


def _undated_rows(marks: Iterable[Annotation], about: Mapping[str, str]) -> Iterator[TimeRow]:
    rows: dict[str, list[Annotation]] = {}
    for mark in marks:
        rows.setdefault(mark.quote, []).append(mark)
    for quote, group in rows.items():
        yield TimeRow(quote, about[group[0].id], False, tuple(mark.id for mark in group))


def _most_frequent(repairs: list[Repair]) -> Repair:
    forms = Counter((repair.original, repair.replacement) for repair in repairs)
    form = forms.most_common(1)[0][0]
    return next(repair for repair in repairs if (repair.original, repair.replacement) == form)


def _ids(repairs: Iterable[Repair]) -> tuple[str, ...]:
    return tuple(repair.id for repair in repairs)


def _in_line(document: Document, repair: Repair, place: Span) -> SuggestionRow:
    before = document.text[max(0, place.start - SUGGESTION_CONTEXT) : place.start]
    after = document.text[place.end : place.end + SUGGESTION_CONTEXT]
    return SuggestionRow(repair, before.rpartition("\n")[2], after.partition("\n")[0])
