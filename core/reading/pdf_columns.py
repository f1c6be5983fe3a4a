"""Rows of a page in the order in which they are read: a gutter between full rows parts columns.

The page is cut again and again (recursive XY-cut, Nagy and Seth 1984): at a gutter where one goes through,
else at the widest blank between rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import median

from core.reading.pdf_rows import Row, joined

GUTTER = 0.7
"""Heights of a row that a gutter is wide at least."""

FULL = 0.6
"""The share of its column that a usual row of text fills; the cells of a table fill less."""

LEAST_ROWS = 3
NARROWEST = 6.0
"""Heights of a row that a column is wide at least."""

DEEPEST = 200


def in_reading_order(rows: Sequence[Row]) -> list[Row]:
    """The rows, those of a column together, with pieces on one base line joined."""
    return joined(_cut(list(rows), DEEPEST))


def _cut(rows: list[Row], depth: int) -> list[Row]:
    if len(rows) < 2 or depth == 0:
        return _by_line(rows)
    gutter = _gutter(rows)
    if gutter is not None:
        left = [row for row in rows if row.left + row.right < 2 * gutter]
        right = [row for row in rows if row.left + row.right >= 2 * gutter]
        return _cut(left, depth - 1) + _cut(right, depth - 1)
    blank = _widest(_gaps((row.bottom, row.top) for row in rows))
    if blank is None:
        return _by_line(rows)
    middle = sum(blank)
    above = [row for row in rows if row.bottom + row.top >= middle]
    below = [row for row in rows if row.bottom + row.top < middle]
    return _cut(above, depth - 1) + _cut(below, depth - 1)


def _gutter(rows: Sequence[Row]) -> float | None:
    """The middle of the widest gutter between two columns of text, None where there is none."""
    size = median(row.size for row in rows)
    gaps = sorted(_gaps((row.left, row.right) for row in rows), key=lambda gap: gap[0] - gap[1])
    for start, end in gaps:
        middle = (start + end) / 2
        sides = ([row for row in rows if row.right <= start], [row for row in rows if row.left >= end])
        if end - start >= GUTTER * size and all(_is_column(side, size) for side in sides):
            return middle
    return None


def _is_column(rows: Sequence[Row], size: float) -> bool:
    if len(rows) < LEAST_ROWS:
        return False
    width = max(row.right for row in rows) - min(row.left for row in rows)
    return width >= NARROWEST * size and median(row.width for row in rows) >= FULL * width


def _gaps(stretches: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """Where nothing stands between the first and the last of some stretches."""
    gaps: list[tuple[float, float]] = []
    reached: float | None = None
    for start, end in sorted(stretches):
        if reached is not None and start > reached:
            gaps.append((reached, start))
        reached = end if reached is None else max(reached, end)
    return gaps


def _widest(gaps: Sequence[tuple[float, float]]) -> tuple[float, float] | None:
    return max(gaps, key=lambda gap: gap[1] - gap[0], default=None)


def _by_line(rows: Iterable[Row]) -> list[Row]:
    """From top to bottom; what overlaps by half a height is on one line, from left to right."""
    lines: list[list[Row]] = []
    for row in sorted(rows, key=lambda row: -row.top):
        if lines and lines[-1][0].is_beside(row):
            lines[-1].append(row)
        else:
            lines.append([row])
    return [row for line in lines for row in sorted(line, key=lambda row: row.left)]
