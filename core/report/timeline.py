"""The dated times of an article on a line, apart as far as they are apart in time."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from datetime import date

from core.overview import TimeRow
from core.report.sheet import Moment

GENERATION = 30 * 365
"""Days from which a gap is as wide as it gets."""


def moments(rows: Iterable[tuple[TimeRow, str]], publication: str) -> Iterator[Moment]:
    """The moments of dated rows, each with its first day (``2021``, ``2021-11``, ``2021-11-21``).

    ``publication`` are the words for what is at the article's own day.
    """
    shown, before = "", None
    for row, first in rows:
        day = _day(first)
        year = first[:4]
        short = row.day.removeprefix(f"{year}-") if row.day != year else ""
        gap = _gap((day - before).days) if day and before else 0.0
        about = publication if row.is_publication else row.about
        yield Moment(year if year != shown else "", short, about, gap, row.is_publication)
        shown, before = year, day or before


def _day(first: str) -> date | None:
    year, month, day = (*first.split("-"), "1", "1")[:3]
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _gap(days: int) -> float:
    """How far a moment is from one so many days before.

    >>> [round(_gap(days), 2) for days in (0, 1, 30, 365, 20000)]
    [0.0, 0.07, 0.37, 0.63, 1.0]
    """
    return min(1.0, math.log1p(max(0, days)) / math.log1p(GENERATION))
