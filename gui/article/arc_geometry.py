"""Where the arcs of relations run: in the room above the rows, never over text. Pure geometry, no Qt.

Two arcs of one row that would meet run at two levels; a third one is left out, as the list has it. A relation
between two rows is drawn where one of its marks is selected: out to the margin, along it, and in again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gui.article.mark_geometry import Piece

LEVELS = 2
RISE_EM = 1.72
STEP_PX = 7.0
APART_PX = 6.0
MARGIN_PX = 12.0
WORDS_APART = 3


@dataclass(frozen=True, slots=True)
class Ends:
    """A relation to be drawn, by the first pieces of both marks; ``is_chosen`` where one is selected."""

    id: str
    label: str
    first: Piece
    second: Piece
    is_chosen: bool = False

    @property
    def is_in_one_row(self) -> bool:
        """Whether both marks begin in one row."""
        return self.first.baseline == self.second.baseline


@dataclass(frozen=True, slots=True)
class Arc:
    """Points of a line from one mark to another; ``label_at`` is the left end and width of room for words."""

    id: str
    label: str
    points: tuple[tuple[float, float], ...]
    label_at: tuple[float, float, float]
    is_chosen: bool


def arcs(ends: Iterable[Ends], margin: float) -> Iterator[Arc]:
    """The lines of the relations that can be drawn; ``margin`` is the left edge of the column."""
    given = list(ends)
    taken: dict[float, list[tuple[int, float, float]]] = {}
    in_row = [each for each in given if each.is_in_one_row]
    for each in sorted(in_row, key=lambda each: (not each.is_chosen, _length(each))):
        left, right = sorted((_middle(each.first), _middle(each.second)))
        row = taken.setdefault(each.first.baseline, [])
        level = next((n for n in range(LEVELS) if not _meets(row, n, left, right)), None)
        if level is not None:
            row.append((level, left, right))
            yield _over_row(each, level)
    chosen = [each for each in given if each.is_chosen and not each.is_in_one_row]
    for number, each in enumerate(chosen):
        yield _along_margin(each, margin - MARGIN_PX, number)


def _meets(row: list[tuple[int, float, float]], level: int, left: float, right: float) -> bool:
    return any(
        level == other and left < end + APART_PX and begin < right + APART_PX for other, begin, end in row
    )


def _over_row(ends: Ends, level: int) -> Arc:
    top = _top(ends.first, level)
    start, end = _middle(ends.first), _middle(ends.second)
    points = ((start, _foot(ends.first)), (start, top), (end, top), (end, _foot(ends.second)))
    return Arc(ends.id, ends.label, points, (min(start, end), top, abs(end - start)), ends.is_chosen)


def _along_margin(ends: Ends, nearest: float, number: int) -> Arc:
    place, level = number % WORDS_APART, number % LEVELS
    x = nearest - place * APART_PX
    start, end = _middle(ends.first), _middle(ends.second)
    upper, lower = _top(ends.first, level), _top(ends.second, level)
    points = (
        (start, _foot(ends.first)), (start, upper), (x, upper),
        (x, lower), (end, lower), (end, _foot(ends.second)),
    )  # fmt: skip
    third = (start - x) / WORDS_APART  # several that run together say their names side by side
    return Arc(ends.id, ends.label, points, (x + place * third, upper, third), ends.is_chosen)


def _length(ends: Ends) -> float:
    return abs(_middle(ends.first) - _middle(ends.second))


def _middle(piece: Piece) -> float:
    """Where an arc stands on a mark: beside its code, and never beyond its end."""
    return (piece.left + piece.right) / 2


def _foot(piece: Piece) -> float:
    return piece.baseline - RISE_EM * piece.em + 2


def _top(piece: Piece, level: int) -> float:
    return round(piece.baseline - RISE_EM * piece.em - (level + 1) * STEP_PX) + 0.5
