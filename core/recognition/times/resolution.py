"""Moments to TIMEX3 values, counted from the article's own date."""

from __future__ import annotations

import re
from datetime import date, timedelta

from core.language import calendar_dates as calendar
from core.recognition.times.context import Context, Resolved, month_of, year_of
from core.recognition.times.moments import Moment, is_complete
from core.recognition.times.named_days import resolve_holiday, resolve_lunar, resolve_week

# The values that another year has as well: no 29th of February, no week.
_DATED = re.compile(r"\d{4}-(?:Q[1-4]|H[12]|(?:SP|SU|FA|WI)|(?!02-29)\d\d(?:-\d\d)?)")


def resolve(moment: Moment, context: Context) -> Resolved:
    """The value of a moment; what the anchor would have to say and does not is XXXX.

    >>> resolve({"year_shift": -1, "month": 11}, Context(date(2022, 1, 5))).timex
    '2021-11'
    >>> resolve({"month": 12, "day": 29}, Context(None)).timex
    'XXXX-12-29'
    """
    found = _resolve_date(moment, context)
    clock = clock_of(moment)
    if clock is None:
        return found
    timex = f"{found.timex}T{clock}" if found.timex else f"T{clock}"
    return Resolved(timex, found.is_anchored, found.day, found.is_lunar)


def clock_of(moment: Moment) -> str | None:
    """08:40, or MO AF EV NI for a part of the day."""
    if "hour" not in moment:
        return moment.get("part")
    hour = _hour_of_day(moment["hour"], moment.get("half_day"))
    clock = f"{hour:02d}:{moment.get('minute', 0):02d}"
    return f"{clock}:{moment['second']:02d}" if "second" in moment else clock


def _hour_of_day(hour: int, half_day: str | None) -> int:
    """下午3时 is 15, 晚上12点 24, 凌晨12点 0, 上午12时 noon."""
    if half_day == "am":
        return 0 if hour == 12 else hour
    if half_day == "noon":
        return hour + 12 if hour < 4 else hour
    if half_day == "night":
        return hour + 12 if 5 <= hour <= 12 else hour
    if half_day == "pm":
        return hour + 12 if hour < 12 else hour
    return hour


def _resolve_date(moment: Moment, context: Context) -> Resolved:
    if "same_period" in moment and (shifted := _same_period(moment, context)):
        return shifted
    if "reference" in moment:
        return Resolved(moment["reference"])
    if "century" in moment or "decade" in moment:
        return _resolve_decade(moment, context)
    if {"day_shift", "next_day"} & moment.keys():
        return _resolve_shifted_day(moment, context)
    if {"week_shift", "next_week", "weekday", "weekend", "week", "week_of_month"} & moment.keys():
        return resolve_week(moment, context)
    if "holiday" in moment:
        return resolve_holiday(moment, context)
    if "lunar" in moment:
        return resolve_lunar(moment, context)
    return _resolve_calendar(moment, context)


def _same_period(moment: Moment, context: Context) -> Resolved | None:
    """去年同期 behind 一季度 is the first quarter of the year before, 2019年同期 that of 2019.

    A bare year is no period.
    """
    years = {context.day.year, context.day.year - 1} if context.day else set()
    ends = context.period.split("/")
    if not all(_DATED.fullmatch(end) and int(end[:4]) in years for end in ends):
        return None
    shift = moment["year"] - int(ends[0][:4]) if "year" in moment else moment["year_shift"]
    return Resolved("/".join(f"{int(end[:4]) + shift:04d}{end[4:]}" for end in ends), is_anchored=True)


def _resolve_decade(moment: Moment, context: Context) -> Resolved:
    """上世纪80年代 is 198, 20世纪 is 19, 80年代 alone the last one."""
    century = moment.get("century")
    if "decade" not in moment:
        era = "BC" if "before_christ" in moment else ""
        return Resolved(f"{era}{century:02d}" if century is not None else "XX")
    if century is None:
        latest = context.day.year if context.day else 2000
        century = (latest - moment["decade"]) // 100
        return Resolved(f"{century * 10 + moment['decade'] // 10:03d}", is_anchored=context.day is not None)
    return Resolved(f"{century * 10 + moment['decade'] // 10:03d}")


def _resolve_shifted_day(moment: Moment, context: Context) -> Resolved:
    """昨天 from the anchor, 次日 from the last day named."""
    start = context.day
    if "next_day" in moment and context.last:
        start = context.last
    if start is None:
        return Resolved("XXXX-XX-XX")
    shift = moment.get("day_shift", moment.get("next_day", 0))
    day = calendar.add_workdays(start, shift) if "workday" in moment else start + timedelta(days=shift)
    if "year_shift" in moment:  # 去年今日
        day = calendar.add_months(day, 12 * moment["year_shift"])
    return Resolved(day.isoformat(), is_anchored=True, day=day)


def _resolve_calendar(moment: Moment, context: Context) -> Resolved:
    """Years and their parts, months and days of the common calendar."""
    year, month, is_anchored = month_of(moment, context)
    if "day_of_year" in moment and year:
        found = date(year, 1, 1) + timedelta(days=moment["day_of_year"] - 1)
        return Resolved(found.isoformat(), is_anchored, found)
    if month is not None or "day" in moment:
        return _resolve_month_or_day(moment, context, year, month, is_anchored)
    part = _part_of_year(moment, context)
    if part:
        return part
    if {"part", "hour"} & moment.keys() and not is_complete(moment):
        return Resolved("")
    is_anchored = "year" not in moment and "short_year" not in moment
    return Resolved(_year(year), is_anchored)


def _year(year: int | None) -> str:
    """A year in four digits, BC0221 for those before Christ."""
    if year is None:
        return "XXXX"
    return f"{year:04d}" if year > 0 else f"BC{-year:04d}"


def _part_of_year(moment: Moment, context: Context) -> Resolved | None:
    day = context.day
    if "quarter_shift" in moment:
        if day is None:
            return Resolved("XXXX-QX")
        index = day.year * 4 + calendar.quarter_of(day) - 1 + moment["quarter_shift"]
        return Resolved(f"{index // 4:04d}-Q{index % 4 + 1}", is_anchored=True)
    suffix = (
        f"Q{moment['quarter']}"
        if "quarter" in moment
        else f"H{moment['half']}"
        if "half" in moment
        else moment.get("season")
    )
    if suffix is None:
        return None
    year = year_of(moment, context)
    if year is None and day:
        year = _nearest_year_of_part(suffix, day)
    return Resolved(f"{_year(year)}-{suffix}", is_anchored="year" not in moment)


_MIDDLE_MONTHS = {
    "Q1": 2, "Q2": 5, "Q3": 8, "Q4": 11, "H1": 3, "H2": 9, "SP": 3, "SU": 6, "FA": 9, "WI": 12,
}  # fmt: skip


def _nearest_year_of_part(part: str, anchor: date) -> int:
    """三季度 in January is last year's: the occurrence whose middle is nearest."""
    start = _MIDDLE_MONTHS[part]
    if part[0] in "QH" and part not in ("Q4", "H2"):
        return anchor.year if anchor.month >= start - 1 else calendar.year_of_nearest_month(start, anchor)
    return calendar.year_of_nearest_month(start, anchor)


_DATE_BEFORE = re.compile(r"(?:.*/)?(\d{4})-(\d\d)(?:-(\d\d))?")
_MONTH_AHEAD = timedelta(days=31)


def _narrated_year(month: int, number: int | None, context: Context) -> int | None:
    """The year of the date just told, where one day follows the other, or the nearest would lie ahead.

    今年3月，… 4月7日 is this year's in December; so is 12月5日 that of 2020年11月3日 before it.
    """
    told, anchor = _DATE_BEFORE.fullmatch(context.period), context.day
    if told is None or anchor is None:
        return None
    year, told_month, told_day = int(told[1]), int(told[2]), told[3]
    found = calendar.day_or_none(year, month, number or 1)
    if found is None or (month, number or 31) < (told_month, int(told_day or 1)):
        return None
    if found > anchor:  # 自3月20日起，至9月30日 in an announcement
        return (
            year if told_day and number and found >= date(year, told_month, int(told_day)) >= anchor else None
        )
    nearest = calendar.nearest_year_day(month, number or 1, anchor)
    is_ahead = nearest is not None and nearest > anchor + _MONTH_AHEAD
    return year if is_ahead or (told_day and number) else None


def _resolve_month_or_day(
    moment: Moment, context: Context, year: int | None, month: int | None, is_anchored: bool
) -> Resolved:
    anchor = context.day
    number = moment.get("day")
    if year is None and month is not None:
        year = _narrated_year(month, number, context)
    if number is None and month is not None:
        if year is None and anchor:
            year = calendar.year_of_nearest_month(month, anchor)
        return Resolved(f"{_year(year)}-{month:02d}", is_anchored)
    if number is None:
        return Resolved(_year(year))
    found = None
    if year is not None and month is not None:
        found = calendar.day_or_none(year, month, number) if year > 0 else None
    elif anchor and month is not None:
        found = calendar.nearest_year_day(month, number, anchor)
    elif anchor and month is None:
        found = calendar.nearest_month_day(number, anchor)
    if found is None:
        return Resolved(f"{_year(year)}-{f'{month:02d}' if month else 'XX'}-{number:02d}")
    return Resolved(found.isoformat(), is_anchored, found)
