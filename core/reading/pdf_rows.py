"""Letters with their places -> rows: what stands on one base line, from left to right.

Lengths are PDF points, y grows upward.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median

NEW_FRAGMENT = 1.2
"""Heights of a letter that a gap may have inside a fragment."""

LATIN_GAP, WIDE_GAP, MIXED_GAP = 0.15, 0.22, 0.4
"""Heights of a letter from which a gap is a blank: between two Latin letters, two Chinese ones, one of each.

Figures stand a quarter apart from Chinese signs without a blank. Justified rows have the usual gap besides.
"""

CELL_GAP = 1.0
"""The same from which a gap parts two cells of a table."""

TWICE = 0.2
"""Widths within which the same letter is printed twice to look bold."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter and its box, which is as tall as the font."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True)
class Row:
    """Letters on one base line, from left to right; never empty."""

    letters: tuple[Letter, ...]

    @classmethod
    def of(cls, letters: Iterable[Letter]) -> Row:
        """The row of some letters in any order."""
        return cls(tuple(sorted(letters, key=lambda letter: letter.left)))

    @cached_property
    def left(self) -> float:
        """Its left edge."""
        return self.letters[0].left

    @cached_property
    def right(self) -> float:
        """Its right edge."""
        return max(letter.right for letter in self.letters)

    @cached_property
    def bottom(self) -> float:
        """Its lower edge."""
        return min(letter.bottom for letter in self.letters)

    @cached_property
    def top(self) -> float:
        """Its upper edge."""
        return max(letter.top for letter in self.letters)

    @cached_property
    def size(self) -> float:
        """The usual height of its letters."""
        return median(letter.top - letter.bottom for letter in self.letters)

    @property
    def width(self) -> float:
        """From edge to edge."""
        return self.right - self.left

    @cached_property
    def text(self) -> str:
        """Its letters, with blanks where there are some on the page."""
        words = [self.letters[0].text]
        for (before, letter), gap in zip(pairwise(self.letters), self._gaps, strict=True):
            if not _is_repeated(before, letter):
                words += (" " if gap > _least_gap(before, letter) * self.size else "", letter.text)
        return "".join(words)

    @property
    def is_tabular(self) -> bool:
        """Whether wide gaps part it into cells."""
        return any(gap > CELL_GAP * self.size for gap in self._gaps)

    @cached_property
    def _gaps(self) -> tuple[float, ...]:
        """From each letter to the next, beyond the usual gap of a justified row."""
        gaps = [letter.left - before.right for before, letter in pairwise(self.letters)]
        usual = max(0.0, median(gaps)) if gaps else 0.0
        return tuple(gap - usual for gap in gaps)

    def is_beside(self, other: Row) -> bool:
        """Whether the two stand on one line of the page."""
        shared = min(self.top, other.top) - max(self.bottom, other.bottom)
        return shared > 0.5 * min(self.size, other.size)


def fragments(letters: Iterable[Letter]) -> Iterator[Row]:
    """Letters that follow one another in the file and on a base line, as rows."""
    held: list[Letter] = []
    for letter in letters:
        if letter.text in "\r\n\0" or letter.right < letter.left or letter.top <= letter.bottom:
            continue
        if held and not _follows(held[-1], letter):
            yield Row.of(held)
            held = []
        held.append(letter)
    if held:
        yield Row.of(held)


def joined(rows: Sequence[Row]) -> list[Row]:
    """Rows of which those that follow one another on one line of the page are one."""
    made: list[Row] = []
    held: list[Row] = []
    for row in rows:
        if held and not held[-1].is_beside(row):
            made.append(_one(held))
            held = []
        held.append(row)
    return [*made, _one(held)] if held else made


def _one(rows: Sequence[Row]) -> Row:
    return rows[0] if len(rows) == 1 else Row.of(letter for row in rows for letter in row.letters)


def _follows(before: Letter, letter: Letter) -> bool:
    height = max(before.top - before.bottom, letter.top - letter.bottom)
    shared = min(before.top, letter.top) - max(before.bottom, letter.bottom)
    gap = letter.left - before.right
    return shared > 0.5 * height and -0.5 * height < gap < NEW_FRAGMENT * height


def _least_gap(before: Letter, letter: Letter) -> float:
    """In heights of a letter."""
    if before.text.isspace() or letter.text.isspace():
        return math.inf
    latin = sum("!" <= sign <= "\u024f" for sign in before.text[-1:] + letter.text[:1])
    return (WIDE_GAP, MIXED_GAP, LATIN_GAP)[latin]


def _is_repeated(before: Letter, letter: Letter) -> bool:
    near = TWICE * max(letter.right - letter.left, 0.1)
    return letter.text == before.text and letter.left - before.left < near
