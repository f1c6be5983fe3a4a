"""Finding words or patterns in a text or on its marks, each place with the words around it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from core.errors import PatternBroken, PatternTooSlow
from core.language.script import HANS, character_table
from core.text.spans import Span

CONTEXT = 24
MOST = 5000

AT_ONCE = 1 << 16
"""Characters of a text that are taken in one go: no other thread can work meanwhile."""

PATIENCE = 2.0
"""Seconds that a pattern may take in one text."""

Finder = Callable[[str], Iterator[Span]]
"""The places in a text, left to right and apart."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: words, whatever their script and case, or a regular expression.

    In the text, or with ``is_in_marks`` on the marks of ``label`` (None: any), where no words fit every mark.
    """

    words: str = ""
    is_pattern: bool = False
    is_in_marks: bool = False
    label: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is looked for."""
        return not self.words and not self.is_in_marks


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A place with what stands before and after it in its line; on a mark, that one's id and label."""

    span: Span
    before: str
    words: str
    after: str
    mark: str | None = None
    label: str | None = None


class Marked(Protocol):
    """A mark, as far as it is looked for."""

    @property
    def id(self) -> str:
        """What names it."""

    @property
    def label(self) -> str:
        """Its kind."""

    @property
    def span(self) -> Span:
        """Where it stands."""

    @property
    def quote(self) -> str:
        """Its words."""


def seeker(
    query: Query, *, patience: float = PATIENCE
) -> Callable[[str, Iterable[Marked]], Iterator[Occurrence]]:
    """What finds the places of a query in a text with its marks.

    ``PatternBroken`` where its pattern is none; ``PatternTooSlow`` where one text takes it more than
    ``patience`` seconds.
    """
    if query.is_in_marks:
        is_sought = fits(query, patience=patience)
        return lambda text, marks: (
            occurrence(text, mark.span, mark.id, mark.label)
            for mark in marks
            if is_sought(mark.label, mark.quote)
        )
    places = finder(query, patience=patience)
    return lambda text, marks: (occurrence(text, span) for span in places(text))


def finder(query: Query, *, patience: float = PATIENCE) -> Finder:
    """What finds the words or the pattern of a query in a text."""
    if query.is_pattern:
        return _pattern_finder(query.words, patience)
    words = folded(query.words)
    return lambda text: find(_folded_lately(text), words)


def fits(query: Query, *, patience: float = PATIENCE) -> Callable[[str, str], bool]:
    """What tells whether a mark of a label with some words is looked for."""
    places = finder(query, patience=patience)

    def is_sought(label: str, quote: str) -> bool:
        if query.label is not None and label != query.label:
            return False
        return not query.words or next(places(quote), None) is not None

    return is_sought


def _pattern_finder(pattern: str, patience: float) -> Finder:
    """A line's beginning and end are ``^`` and ``$``; a pattern that takes too long is given up."""
    import regex

    try:
        compiled = regex.compile(pattern, regex.MULTILINE)
    except (regex.error, RecursionError, OverflowError) as error:
        raise PatternBroken(None, str(error)) from error

    def places(text: str) -> Iterator[Span]:
        try:
            for match in compiled.finditer(text, timeout=patience, concurrent=True):
                if match.end() > match.start():
                    yield Span(*match.span())
        except TimeoutError as error:
            raise PatternTooSlow(None, pattern) from error

    return places


def folded(text: str) -> str:
    """The text as it is compared: in Simplified characters and small letters, of the same length.

    >>> folded("GB/T 高新區")
    'gb/t 高新区'
    """
    return "".join([_folded(text[start : start + AT_ONCE]) for start in range(0, len(text), AT_ONCE)])


def _folded(piece: str) -> str:
    simplified = piece.translate(character_table(HANS))
    small = simplified.lower()
    return small if len(small) == len(piece) else "".join(map(_small, simplified))


_folded_lately = lru_cache(maxsize=2)(folded)
"""A person who types looks in one article many times."""


def find(folded_text: str, folded_words: str) -> Iterator[Span]:
    """The places of some words in a text, apart from each other; both as ``folded`` gives them.

    >>> list(find(folded("重慶 GB"), folded("重庆")))
    [Span(start=0, end=2)]
    """
    place = folded_text.find(folded_words) if folded_words else -1
    while place >= 0:
        end = place + len(folded_words)
        yield Span(place, end)
        place = folded_text.find(folded_words, end)


def in_context(text: str, spans: Iterable[Span]) -> tuple[Occurrence, ...]:
    r"""Each place in its line.

    >>> in_context("一\n打造重庆品牌", [Span(4, 6)])[0].before
    '打造'
    """
    return tuple(occurrence(text, span) for span in spans)


def occurrence(text: str, span: Span, mark: str | None = None, label: str | None = None) -> Occurrence:
    """One place in its line, with the mark on it where that is what was looked for."""
    before = text[max(0, span.start - CONTEXT) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + CONTEXT].partition("\n")[0]
    return Occurrence(span, before, span.of(text), after, mark, label)


def _small(sign: str) -> str:
    """The small form of a letter, unless it is longer."""
    small = sign.lower()
    return small if len(small) == 1 else sign


def nearest(text: str, words: str, place: Span) -> Span | None:
    """Where ``words`` stand in the text, as near as can be to a place; None where they don't.

    >>> nearest("重庆在重庆", "重庆", Span(2, 5))
    Span(start=3, end=5)
    """
    starts, start = [], text.find(words) if words else -1
    while start >= 0:
        starts.append(start)
        start = text.find(words, start + 1)
    best = min(
        starts,
        key=lambda start: (not place.overlaps(Span(start, start + len(words))), abs(start - place.start)),
        default=None,
    )
    return None if best is None else Span(best, best + len(words))
