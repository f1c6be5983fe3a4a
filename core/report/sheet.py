"""The proof report as a value: what it says, in which order, and nothing of how it looks.

``core.report.making`` makes it from a document; ``html``, ``docx`` and the window's printer set it.
"""

from __future__ import annotations

from dataclasses import dataclass

from core.wording.times import Language


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a quotation; ``is_marked`` where it is what the question is about."""

    text: str
    is_marked: bool = False


Quotation = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence on its own."""

    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """A finding: its number in the text, the question, the reckoning behind it and where it is seen.

    ``severity`` is ``high medium low``, ``severity_words`` the same in words. ``decision`` is what a person
    decided, in words, empty while it is open.
    """

    number: int
    severity: str
    severity_words: str
    question: str
    reason: str
    quotations: tuple[Quotation, ...]
    decision: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its head, its share of the width, and whether it holds numbers."""

    title: str
    share: int
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row; ``hue`` is that of the label it is about, ``""`` where there is none."""

    cells: tuple[str, ...]
    hue: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under one head."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """A time on the line: the ``year`` where it is a new one, the ``day`` in short, and what is at it.

    ``gap`` is how far it is from the one before, from 0 (the same day) to 1 (a generation), on a scale of
    logarithms. ``is_publication`` marks the article's own day.
    """

    year: str
    day: str
    about: str
    gap: float = 0.0
    is_publication: bool = False


@dataclass(frozen=True, slots=True)
class Timeline:
    """Dated times, the earliest first."""

    moments: tuple[Moment, ...]


Part = Note | Question | Table | Timeline


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its parts; ``count`` is shown beside it, ``""`` for none."""

    title: str
    parts: tuple[Part, ...]
    count: str = ""
    is_minor: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole report. ``facts`` are rows of a label and what it says; ``page`` words a page's number."""

    language: Language
    kicker: str
    title: str
    facts: tuple[tuple[str, str], ...]
    summary: str
    sections: tuple[Section, ...]
    page: str
