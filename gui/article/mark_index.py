"""Which marks touch a stretch of the text, and how they nest there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import attrgetter

from core.document import Annotation
from core.text.spans import Span

_END = attrgetter("span.end")


@dataclass(frozen=True, slots=True)
class Nested:
    """A mark with how many marks lie around it (``depth``) and how many levels lie inside (``height``).

    A mark that crosses one before it is a level lower than that one.
    """

    mark: Annotation
    depth: int = 0
    height: int = 0


class MarkIndex:
    """The marks of an article, which are in reading order, found by place.

    Made anew after every edit of perhaps 60,000 marks: what can be left until a stretch is asked for, is.
    """

    def __init__(self, marks: Sequence[Annotation], is_shown: Callable[[Annotation], bool]) -> None:
        self._marks, self._is_shown = marks, is_shown
        self._furthest = list(accumulate(map(_END, marks), max))

    def touching(self, span: Span) -> list[Nested]:
        """The shown marks that share a character with ``span``, in reading order."""
        touched = self._shown_in(span)
        if not touched:
            return []
        # What lies inside of a touched mark may itself lie beside ``span``.
        whole = Span(touched[0].span.start, max(mark.span.end for mark in touched))
        around = touched if span.contains(whole) else self._shown_in(whole)
        return [nested for nested in nest(around) if nested.mark.span.overlaps(span)]

    def at(self, offset: int) -> tuple[Annotation, ...]:
        """The shown marks over the character at ``offset``, outermost first."""
        here = Span(offset, offset + 1)
        return tuple(
            mark
            for mark in self._shown_in(here)
            if not mark.pieces or any(piece.contains(here) for piece in mark.pieces)
        )

    def _shown_in(self, span: Span) -> list[Annotation]:
        first = bisect_right(self._furthest, span.start)
        last = bisect_left(self._marks, span.end, key=lambda mark: mark.span.start)
        candidates = self._marks[first:last]
        return [mark for mark in candidates if mark.span.end > span.start and self._is_shown(mark)]


def nest(marks: Sequence[Annotation]) -> list[Nested]:
    """Depth and height of marks in reading order; of two equal spans the first lies outside."""
    depths = [0] * len(marks)
    heights = [0] * len(marks)
    open_marks: list[int] = []
    for number, mark in enumerate(marks):
        while open_marks and marks[open_marks[-1]].span.end <= mark.span.start:
            open_marks.pop()
        around = [other for other in open_marks if marks[other].span.contains(mark.span)]
        depths[number] = len(around)
        for level, other in enumerate(reversed(around), 1):
            heights[other] = max(heights[other], level)
        open_marks.append(number)
    _part_crossing(marks, heights)
    return [Nested(*row) for row in zip(marks, depths, heights, strict=True)]


def _part_crossing(marks: Sequence[Annotation], heights: list[int]) -> None:
    """Give marks that cross edges at different levels, so that each can be followed to its end."""
    open_marks: list[int] = []
    for number, mark in enumerate(marks):
        open_marks = [other for other in open_marks if marks[other].span.end > mark.span.start]
        crossed = {
            heights[other]
            for other in open_marks
            if marks[other].span.start < mark.span.start and marks[other].span.end < mark.span.end
        }
        while heights[number] in crossed:
            heights[number] += 1
        open_marks.append(number)
