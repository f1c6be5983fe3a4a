"""Finding words of a text in a changed version: in lines that stayed, else by what stands around them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from difflib import SequenceMatcher

from core.text.spans import Span

CONTEXT = 24
"""Characters on either side that are compared."""

CERTAIN, CERTAIN_OF_ONE = 6, 2
"""Characters of the surroundings that have to agree; fewer for words that occur only once."""

MOST_LINES = 20_000
"""Lines up to which two texts are compared line by line."""

_NEAREST = 40


class Search:
    """An old text and a new one, and where the words of the one stand in the other."""

    def __init__(self, old: str, new: str) -> None:
        self._old, self._new = old, new
        self._starts: dict[str, list[int]] = {}
        self._kept = list(_kept_stretches(old, new))
        self._kept_starts = [stretch.start for stretch, _ in self._kept]

    def place_of(self, span: Span, quote: str) -> Span | None:
        """Where the words that stood at ``span`` stand now, if that is certain."""
        return self.unchanged(span, quote) or self.found(span, quote)

    def unchanged(self, span: Span, quote: str) -> Span | None:
        """The place in a line that is as it was."""
        i = bisect_right(self._kept_starts, span.start) - 1
        if i < 0:
            return None
        stretch, shift = self._kept[i]
        place = Span(span.start + shift, span.end + shift) if stretch.contains(span) else None
        return place if place and place.of(self._new) == quote else None

    def found(self, span: Span, quote: str) -> Span | None:
        """The place where the words are, and what stands around them is most like what did."""
        starts = self._occurrences(quote)
        expected = span.start + self._drift(span)
        near = self._nearest(starts, expected)

        def likeness(start: int) -> tuple[int, int]:
            return self._agreement(span, start, quote), -abs(start - expected)

        best = max(near, key=likeness, default=None)
        if best is None or not self._is_certain(span, best, quote, len(starts)):
            return None
        return Span(best, best + len(quote))

    def _drift(self, span: Span) -> int:
        """By how much the last unchanged line before has moved."""
        i = bisect_right(self._kept_starts, span.start) - 1
        return self._kept[i][1] if i >= 0 else 0

    def _is_certain(self, span: Span, start: int, quote: str, count: int) -> bool:
        is_only_one = count == 1 and self._old.count(quote) <= 1
        if is_only_one and span.of(self._old) != quote:
            return True  # the place was wrong already: nothing is known of what stood around
        around = len(self._new) - len(quote)
        enough = CERTAIN_OF_ONE if is_only_one else CERTAIN
        return self._agreement(span, start, quote) >= min(enough, around)

    def _agreement(self, span: Span, start: int, quote: str) -> int:
        """How many characters around the words agree."""
        end = start + len(quote)
        before = _alike(_before(self._old, span.start), _before(self._new, start))
        return before + _alike(self._old[span.end : span.end + CONTEXT], self._new[end : end + CONTEXT])

    def _nearest(self, starts: list[int], expected: int) -> list[int]:
        middle = bisect_left(starts, expected)
        return starts[max(0, middle - _NEAREST) : middle + _NEAREST]

    def _occurrences(self, quote: str) -> list[int]:
        if quote not in self._starts:
            self._starts[quote] = list(_find_all(self._new, quote))
        return self._starts[quote]


def _kept_stretches(old: str, new: str) -> Iterator[tuple[Span, int]]:
    """The stretches of whole lines that both texts have, and by how much each has moved."""
    old_lines, new_lines = old.splitlines(keepends=True), new.splitlines(keepends=True)
    if max(len(old_lines), len(new_lines)) > MOST_LINES:
        return
    old_starts, new_starts = _starts(old_lines), _starts(new_lines)
    matcher = SequenceMatcher(None, old_lines, new_lines, autojunk=False)
    for old_line, new_line, count in matcher.get_matching_blocks():
        start, end = old_starts[old_line], old_starts[old_line + count]
        if count:
            yield Span(start, end), new_starts[new_line] - start


def _starts(lines: list[str]) -> list[int]:
    """Where each line begins, and where the last one ends."""
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    return starts


def _find_all(text: str, words: str) -> Iterator[int]:
    start = text.find(words) if words else -1
    while start >= 0:
        yield start
        start = text.find(words, start + 1)


def _before(text: str, place: int) -> str:
    """What stands before a place, from there backwards."""
    return text[max(0, place - CONTEXT) : place][::-1]


def _alike(one: str, other: str) -> int:
    """How many characters the two begin with alike."""
    for i, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return i
    return min(len(one), len(other))
