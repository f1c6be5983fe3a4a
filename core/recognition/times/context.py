"""What a time is counted from, what comes of resolving it, and the expression with its value."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from core.language import calendar_dates as calendar
from core.recognition.times.moments import Moment
from core.values import TimeValue

# Years of two digits reach to 2029, or so far past the article: 33年 is 1933 in 2021, 29年 is 2029.
_LATEST_SHORT_YEAR, _SHORT_YEAR_REACH = 2029, 10


_SPRING = 6


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is counted from: the article's date, and the last day that the text named.

    ``period`` is the value of the last date, whose period of another year 去年同期 is. ``is_mainland`` is
    false of an article in Traditional characters, whose 春節假期 are other days.
    """

    anchor: date | None
    last: date | None = None
    period: str = ""
    is_mainland: bool = True

    @property
    def now(self) -> datetime | None:
        """The anchor's time of day, where it has one."""
        return self.anchor if isinstance(self.anchor, datetime) else None

    @property
    def named_year(self) -> int | None:
        """The year of the last date of the text: what 同年 and 次年 count from."""
        ends = (end[:4] for end in reversed(self.period.split("/")))
        years = [int(year) for year in ends if year.isdigit()]
        return years[0] if years else self.last.year if self.last else None

    @property
    def named_week(self) -> date | None:
        """The Monday of the week that the last date of the text was."""
        week = re.fullmatch(r"(\d{4})-W(\d\d)", self.period)
        return date.fromisocalendar(int(week[1]), int(week[2]), 1) if week else None

    @property
    def day(self) -> date | None:
        """The anchor as a day."""
        return self.anchor.date() if isinstance(self.anchor, datetime) else self.anchor


@dataclass(frozen=True, slots=True)
class Resolved:
    """A TIMEX3 point. ``is_anchored`` says that the article's date was needed; ``day`` is set for one day."""

    timex: str
    is_anchored: bool = False
    day: date | None = None
    is_lunar: bool = False


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression in folded text and its value; ``day`` is the last day that it names."""

    start: int
    end: int
    value: TimeValue
    is_clock: bool = False
    day: date | None = None


def year_of(moment: Moment, context: Context) -> int | None:
    """The year that the moment says, by itself or from the anchor."""
    if "year" in moment:
        return moment["year"]
    day = context.day
    if "short_year" in moment:
        return _year_of_two_digits(moment["short_year"], day)
    if day is None:
        return None
    if "next_year" in moment:
        named = context.named_year
        return (named if named is not None else day.year) + moment["next_year"]
    if "past_end" in moment:  # 年末 in spring is that of the last year
        return day.year - (day.month <= _SPRING)
    return day.year + moment["year_shift"] if "year_shift" in moment else None


def _year_of_two_digits(number: int, anchor: date | None) -> int:
    latest = max(_LATEST_SHORT_YEAR, anchor.year + _SHORT_YEAR_REACH if anchor else 0)
    return latest - (latest - number) % 100


def month_of(moment: Moment, context: Context) -> tuple[int | None, int | None, bool]:
    """Year and month, and whether the anchor was needed; an unsaid year is None."""
    year = year_of(moment, context)
    day = context.day
    for name, start in (("month_shift", day), ("next_month", context.last or day)):
        if name in moment:
            if start is None:
                return None, None, True
            month = calendar.add_months(start.replace(day=1), moment[name])  # type: ignore[literal-required]
            return month.year, month.month, True
    return year, moment.get("month"), "year" not in moment
