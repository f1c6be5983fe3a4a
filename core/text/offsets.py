"""Replacements on a text, and the map that carries places across them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.text.spans import Span


@dataclass(frozen=True, slots=True, order=True)
class Replacement:
    """``text`` stands in place of ``span``; an empty span inserts, an empty text deletes."""

    span: Span
    text: str


def apply(text: str, replacements: Sequence[Replacement]) -> str:
    """The text after ``replacements``, which must be ordered and must not overlap.

    >>> apply("發(fā)展", [Replacement(Span(0, 5), "發")])
    '發展'
    """
    pieces: list[str] = []
    place = 0
    for replacement in replacements:
        if replacement.span.start < place:
            raise ValueError(f"replacements overlap or are out of order at {replacement.span}")
        pieces += (text[place : replacement.span.start], replacement.text)
        place = replacement.span.end
    pieces.append(text[place:])
    return "".join(pieces)


class OffsetMap:
    """Where a span goes when a text is replaced, in both directions.

    A carried span is the tightest one: an edge inside a replaced stretch snaps outward to that
    stretch's edge, and characters deleted at its edges are left out. An insertion at an edge stays
    outside.
    """

    __slots__ = ("_new_ends", "_new_starts", "_old_ends", "_old_starts")

    def __init__(self, replacements: Iterable[Replacement]) -> None:
        self._old_starts: list[int] = []
        self._old_ends: list[int] = []
        self._new_starts: list[int] = []
        self._new_ends: list[int] = []
        shift = 0
        for span, text in ((r.span, r.text) for r in replacements):
            self._old_starts.append(span.start)
            self._old_ends.append(span.end)
            self._new_starts.append(span.start + shift)
            shift += len(text) - len(span)
            self._new_ends.append(span.end + shift)

    def forward(self, span: Span) -> Span:
        """A span of the old text, in the new one."""
        return _carry(span, self._old_starts, self._old_ends, self._new_starts, self._new_ends)

    def backward(self, span: Span) -> Span:
        """A span of the new text, in the old one."""
        return _carry(span, self._new_starts, self._new_ends, self._old_starts, self._old_ends)


def _carry(span: Span, starts: list[int], ends: list[int], to_starts: list[int], to_ends: list[int]) -> Span:
    start = _carry_start(span.start, starts, ends, to_starts, to_ends)
    if span.start == span.end:
        return Span(start, start)
    end = _carry_end(span.end, starts, ends, to_starts, to_ends)
    return Span(start, max(start, end))


def _carry_start(
    place: int, starts: list[int], ends: list[int], to_starts: list[int], to_ends: list[int]
) -> int:
    """The last stretch that begins at or before ``place`` decides; an edge inside it snaps left."""
    i = bisect_right(starts, place) - 1
    if i < 0:
        return place
    if place < ends[i]:
        return to_starts[i]
    return place - ends[i] + to_ends[i]


def _carry_end(
    place: int, starts: list[int], ends: list[int], to_starts: list[int], to_ends: list[int]
) -> int:
    """The last stretch that begins before ``place`` decides; an edge inside it snaps right."""
    i = bisect_left(starts, place) - 1
    if i < 0:
        return place
    if place <= ends[i]:
        return to_ends[i]
    return place - ends[i] + to_ends[i]
