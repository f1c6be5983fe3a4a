"""Which marks touch a stretch of the text, and how they nest."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from core.document import Annotation
from core.spans import Span, reading_order


@dataclass(frozen=True, slots=True)
class Nested:
    """A mark with how many marks lie around it (``depth``) and how many levels lie inside (``height``)."""

    mark: Annotation
    depth: int = 0
    height: int = 0


class MarkIndex:
    """The marks of an article in reading order, found by place."""

    def __init__(self, marks: Iterable[Annotation]) -> None:
        self.nested = tuple(_nested(reading_order(marks)))
        self._starts = [nested.mark.span.start for nested in self.nested]
        self._furthest = list(accumulate((nested.mark.span.end for nested in self.nested), max))

    def touching(self, span: Span) -> Iterator[Nested]:
        """The marks that share a character with ``span``, in reading order."""
        first = bisect_right(self._furthest, span.start)
        for nested in self.nested[first : bisect_left(self._starts, span.end)]:
            if nested.mark.span.end > span.start:
                yield nested

    def at(self, offset: int) -> tuple[Annotation, ...]:
        """The marks over the character at ``offset``, outermost first."""
        return tuple(nested.mark for nested in self.touching(Span(offset, offset + 1)))


def _nested(marks: list[Annotation]) -> list[Nested]:
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
    return [Nested(*row) for row in zip(marks, depths, heights, strict=True)]
