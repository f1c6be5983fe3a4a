"""Moments: what a time expression says of a date, field by field, before it is resolved.

去年11月底 is ``{"year_shift": -1, "month": 11, "mod": "END"}``. Atoms of words give a few fields each; an
expression is a row of atoms from coarse to fine, and its moment is the union of theirs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict


class Moment(TypedDict, total=False):
    """The fields, all optional: ``*_shift`` from the article's date, ``next_*`` from the last date named."""

    century: int
    before_christ: int
    decade: int
    year: int
    short_year: int
    year_shift: int
    next_year: int
    same_period: int
    past_end: int
    half: int
    quarter: int
    quarter_shift: int
    season: str
    month: int
    month_shift: int
    next_month: int
    lunar: int
    leap: int
    week: int
    week_of_month: int
    week_shift: int
    next_week: int
    weekday: int
    which_weekday: int
    weekend: int
    day: int
    day_shift: int
    next_day: int
    workday: int
    day_of_year: int
    holiday: str
    days_off: int
    nth_day: int
    part: str
    half_day: str
    hour: int
    minute: int
    second: int
    mod: str
    approx: str
    reference: str


YEAR, PART_OF_YEAR, MONTH, WEEK, DAY, PART_OF_DAY, CLOCK = 2, 3, 4, 5, 6, 7, 8
CENTURY, DECADE = 0, 1

_LEVELS = {
    "century": CENTURY,
    "decade": DECADE,
    "year": YEAR,
    "short_year": YEAR,
    "year_shift": YEAR,
    "next_year": YEAR,
    "past_end": YEAR,
    "half": PART_OF_YEAR,
    "quarter": PART_OF_YEAR,
    "quarter_shift": PART_OF_YEAR,
    "season": PART_OF_YEAR,
    "month": MONTH,
    "month_shift": MONTH,
    "next_month": MONTH,
    "week": WEEK,
    "week_of_month": WEEK,
    "week_shift": WEEK,
    "next_week": WEEK,
    "weekday": DAY,
    "weekend": DAY,
    "day": DAY,
    "day_shift": DAY,
    "next_day": DAY,
    "day_of_year": DAY,
    "holiday": DAY,
    "part": PART_OF_DAY,
    "hour": CLOCK,
}

# Fields that say all coarser ones as well: nothing is inherited past them.
ABSOLUTE = frozenset(
    {
        "year",
        "short_year",
        "year_shift",
        "next_year",
        "past_end",
        "month_shift",
        "next_month",
        "quarter_shift",
        "week_shift",
        "next_week",
        "day_shift",
        "next_day",
        "century",
    }
)


def coarsest(moment: Moment) -> int:
    """The level of the coarsest field."""
    return min((_LEVELS[name] for name in moment if name in _LEVELS), default=CLOCK + 1)


def finest(moment: Moment) -> int:
    """The level of the finest field."""
    return max((_LEVELS[name] for name in moment if name in _LEVELS), default=-1)


def is_complete(moment: Moment) -> bool:
    """Whether the moment says its year or counts from a known day."""
    return not ABSOLUTE.isdisjoint(moment)


def inherit(moment: Moment, earlier: Moment) -> Moment:
    """What 21日 takes from 去年12月20日: the fields coarser than its own."""
    if is_complete(moment):
        return moment
    level = coarsest(moment)
    taken = {name: value for name, value in earlier.items() if _LEVELS.get(name, CLOCK + 1) < level}
    if earlier.get("lunar") and "month" in taken:
        taken["lunar"] = 1
    if level == CLOCK and "half_day" in earlier and "half_day" not in moment:
        taken["half_day"] = earlier["half_day"]
    return {**taken, **moment}  # type: ignore[typeddict-item]


@dataclass(frozen=True, slots=True)
class Atom:
    """A stretch of folded text and what it says; ``begin`` is the other end of 1-11月.

    ``needs_more`` marks what is no time by itself: 15年, 晚, 3号. ``listed`` are the members before the
    last of 4、5月份.
    """

    end: int
    moment: Moment
    begin: Moment | None = None
    needs_more: bool = False
    listed: tuple[Moment, ...] = ()
