"""Spans: half-open stretches of a text, counted in code points."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The stretch ``text[start:end]``; ``start == end`` is a place between two characters.

    >>> Span(2, 5).of("abcdefg")
    'cde'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}…{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words covered."""
        return text[self.start : self.end]

    def shifted(self, by: int) -> Span:
        """The same stretch in a text with ``by`` more characters before it."""
        return Span(self.start + by, self.end + by)

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character; an empty span shares none."""
        return max(self.start, other.start) < min(self.end, other.end)

    def contains(self, other: Span) -> bool:
        """Whether ``other`` lies inside, edges included."""
        return self.start <= other.start and other.end <= self.end

    def union(self, other: Span) -> Span:
        """The smallest span around both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


class HasSpan(Protocol):
    """Anything with a place in a text."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        ...


Spanned = TypeVar("Spanned", bound=HasSpan)


def reading_order(items: Iterable[Spanned]) -> list[Spanned]:
    """Sorted by start, the longer first where two begin together."""
    ordered = sorted(items, key=lambda item: -item.span.end)
    ordered.sort(key=lambda item: item.span.start)  # twice by a number is quicker than once by a pair
    return ordered


def longest_first(items: Sequence[Spanned]) -> list[Spanned]:
    """Drop what overlaps a longer item; of two equally long ones the earlier in ``items`` stays.

    The result is in reading order. This is the flat, longest-span rule of the default scheme.
    """
    kept: list[Spanned] = []
    taken: set[int] = set()
    for item in sorted(items, key=lambda item: -len(item.span)):
        places = range(item.span.start, item.span.end)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(item)
    return reading_order(kept)
