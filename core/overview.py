"""What an article holds at a glance: its names, figures and times, gathered into rows.

The side panel shows these rows and decides nothing; every row keeps the ids of the marks it stands for.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from itertools import groupby

from core.article import UNREAD_KINDS
from core.document import Annotation, Document
from core.figures import figures
from core.language.lexicon import home_of
from core.text.spans import Span
from core.text.surroundings import clause_around, happening
from core.wording.short_forms import amount_in_short, day_in_short, first_day

_RUN = re.compile("[!-~]+")
_AT_ONCE = 100
PARTS = {"START", "MID", "END"}


@dataclass(frozen=True, slots=True)
class NameRow:
    """One name with its other forms and how often each occurs; ``ids`` are its marks in reading order.

    ``home`` is the province and city of a division where another row has the same name.
    """

    label: str
    name: str
    count: int
    variants: tuple[tuple[str, int], ...]
    ids: tuple[str, ...]
    home: str = ""


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """An amount of one thing and its places: in short, and what it is about.

    Where that is not known, ``about`` is just the words around the figure and ``is_known`` false. ``size``
    is the plain amount, for sorting only.
    """

    label: str
    amount: str
    unit: str
    about: str
    is_known: bool
    size: Fraction
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TimeRow:
    """A time: ``day`` in short where it could be resolved, else the quote; ``is_dated`` says which.

    ``is_publication`` marks the day of the article itself, as its dateline says it.
    """

    day: str
    about: str
    is_dated: bool
    ids: tuple[str, ...]
    is_publication: bool = False


def names(document: Document, labels: Collection[str]) -> tuple[NameRow, ...]:
    """The names of ``labels`` in the order of their first mention, one row for one thing."""
    groups: dict[tuple[str, str], list[Annotation]] = {}
    for mark in _live(document, labels):
        groups.setdefault((mark.label, mark.entity or mark.quote), []).append(mark)
    entities = {entity.id: entity for entity in document.entities}
    shared = Counter((entity.label, entity.name) for entity in document.entities)
    rows = []
    for (label, key), marks in groups.items():
        entity = entities.get(key)
        row = _name_row(label, entity.name if entity else None, marks)
        if entity and entity.code and shared[entity.label, entity.name] > 1:
            row = replace(row, home=home_of(entity.code))
        rows.append(row)
    return tuple(rows)


def figure_groups(document: Document, labels: Collection[str]) -> tuple[FigureGroup, ...]:
    """The quantities of ``labels`` in reading order; the same amount of the same thing is one group."""
    groups: dict[tuple[str, str, str, str, bool, Fraction], list[str]] = {}
    subjects = {(row.start, row.end): row.subject for row in figures(document)}
    marks = _live(document, labels)
    for mark, around in zip(marks, _clauses(document, marks), strict=True):
        value = mark.value or {}
        subject = subjects.get((mark.span.start, mark.span.end), "")
        size = Fraction(value.get("amount") or 0)
        key = (mark.label, *amount_in_short(value, mark.quote), subject or around, bool(subject), size)
        groups.setdefault(key, []).append(mark.id)
    return tuple(FigureGroup(*key, tuple(ids)) for key, ids in groups.items())


def times(document: Document, labels: Collection[str]) -> tuple[TimeRow, ...]:
    """The times of ``labels``: dated ones from the earliest on, then durations and vague words."""
    marks = _live(document, labels)
    dated = sorted((mark for mark in marks if first_day(mark.value or {})), key=_order_of_time)
    undated = [mark for mark in marks if not first_day(mark.value or {})]
    return (*_dated_rows(document, dated), *_undated_rows(document, undated))


def unreviewed(document: Document) -> tuple[Annotation, ...]:
    """The automatic marks, the least certain first."""
    waiting = (mark for mark in document.annotations if mark.status == "auto")
    return tuple(sorted(waiting, key=lambda mark: 1.0 if mark.confidence is None else mark.confidence))


def _clauses(document: Document, marks: Iterable[Annotation]) -> Iterator[str]:
    """The words of each mark's clause, from the figure or time before it on."""
    ends = sorted(mark.span.end for mark in document.annotations if mark.is_live and mark.value)
    for mark in marks:
        before = bisect_right(ends, mark.span.start) - 1
        yield clause_around(document.text, mark.span, ends[before] if before >= 0 else 0)


def word_count(document: Document) -> int:
    """The length as Chinese editors count it: a character or sign is one, a run of Latin or digits is one.

    Navigation and boilerplate do not count. What was counted last is remembered.
    """
    unread = (block.span for block in document.article.blocks if block.kind in UNREAD_KINDS)
    return _length(document.text, tuple(unread))


@lru_cache(maxsize=2)
def _length(text: str, unread: tuple[Span, ...]) -> int:
    """The count of a text but some stretches; some lines at a time, so that no other thread waits for it."""
    edges = [0, *(edge for span in unread for edge in (span.start, span.end)), len(text)]
    read = (text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))
    lines = "\n".join(read).split("\n")
    return sum(_length_of("\n".join(lines[i : i + _AT_ONCE])) for i in range(0, len(lines), _AT_ONCE))


def _length_of(words: str) -> int:
    between = _RUN.split(words)
    return sum(map(len, "".join(between).split())) + len(between) - 1


def _live(document: Document, labels: Collection[str]) -> list[Annotation]:
    return [mark for mark in document.annotations if mark.is_live and mark.label in labels]


def _name_row(label: str, title: str | None, marks: list[Annotation]) -> NameRow:
    forms = Counter(mark.quote for mark in marks)
    name = title or forms.most_common(1)[0][0]
    variants = tuple((form, count) for form, count in forms.most_common() if form != name)
    return NameRow(label, name, len(marks), variants, tuple(mark.id for mark in marks))


def _order_of_time(mark: Annotation) -> tuple[str, int, str]:
    value = mark.value or {}
    part = ("START", None, "MID", "END").index(value.get("mod")) if value.get("mod") in PARTS else 1
    return first_day(value), part, day_in_short(value)


def _dated_rows(document: Document, marks: Iterable[Annotation]) -> Iterator[TimeRow]:
    year = ""
    datelines = [block.span for block in document.article.blocks if block.kind == "dateline"]
    for day, group in groupby(marks, key=lambda mark: day_in_short(mark.value or {})):
        shared = list(group)
        short = day.removeprefix(f"{year}-") if year else day
        year = day[:4]
        about = next(filter(None, (happening(document.text, mark.span) for mark in shared)), "")
        is_publication = any(line.contains(mark.span) for mark in shared for line in datelines)
        yield TimeRow(short, about, True, tuple(mark.id for mark in shared), is_publication)


def _undated_rows(document: Document, marks: Iterable[Annotation]) -> Iterator[TimeRow]:
    rows: dict[str, list[Annotation]] = {}
    for mark in marks:
        rows.setdefault(mark.quote, []).append(mark)
    for quote, group in rows.items():
        about = happening(document.text, group[0].span)
        yield TimeRow(quote, about, False, tuple(mark.id for mark in group))
