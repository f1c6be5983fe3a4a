"""Moments to TIMEX3 values, counted from the article's own date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from core import calendar_dates as calendar
from core.recognition.times.moments import Moment, is_complete

_MONTHS_OF_HALF = {1: 1, 2: 7}
# Years of two digits reach to 2029, or so far past the article: 33年 is 1933 in 2021, 29年 is 2029.
_LATEST_SHORT_YEAR, _SHORT_YEAR_REACH = 2029, 10
_PM = frozenset({"pm", "night", "noon"})


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is counted from: the article's date, and the last day that the text named."""

    anchor: date | None
    last: date | None = None

    @property
    def now(self) -> datetime | None:
        """The anchor's time of day, where it has one."""
        return self.anchor if isinstance(self.anchor, datetime) else None

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
    if clock[0] == "24" and found.day:
        following = found.day + timedelta(days=1)
        return Resolved(
            f"{following.isoformat()}T00{clock[2:]}", found.is_anchored, following, found.is_lunar
        )
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
    """下午3时 is 15, 晚上12点 24, 凌晨12点 0."""
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
    if "reference" in moment:
        return Resolved(moment["reference"])
    if "century" in moment or "decade" in moment:
        return _resolve_decade(moment, context)
    if {"day_shift", "next_day"} & moment.keys():
        return _resolve_shifted_day(moment, context)
    if {"week_shift", "weekday", "weekend", "week", "week_of_month"} & moment.keys():
        return _resolve_week(moment, context)
    if "holiday" in moment:
        return _resolve_holiday(moment, context)
    if "lunar" in moment:
        return _resolve_lunar(moment, context)
    return _resolve_calendar(moment, context)


def _resolve_decade(moment: Moment, context: Context) -> Resolved:
    """上世纪80年代 is 198, 20世纪 is 19, 80年代 alone the last one."""
    century = moment.get("century")
    if "decade" not in moment:
        return Resolved(f"{century:02d}" if century is not None else "XX")
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
    day = start + timedelta(days=moment.get("day_shift", moment.get("next_day", 0)))
    if "year_shift" in moment:  # 去年今日
        day = calendar.add_months(day, 12 * moment["year_shift"])
    return Resolved(day.isoformat(), is_anchored=True, day=day)


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
        return (context.last or day).year + moment["next_year"]
    return day.year + moment["year_shift"] if "year_shift" in moment else None


def _year_of_two_digits(number: int, anchor: date | None) -> int:
    latest = max(_LATEST_SHORT_YEAR, anchor.year + _SHORT_YEAR_REACH if anchor else 0)
    return latest - (latest - number) % 100


def _month_of(moment: Moment, context: Context) -> tuple[int | None, int | None, bool]:
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


def _resolve_week(moment: Moment, context: Context) -> Resolved:
    day = context.day
    if "which_weekday" in moment or "week_of_month" in moment:
        return _resolve_week_of_month(moment, context)
    if "week" in moment:
        year = year_of(moment, context) or (day.year if day else None)
        timex = f"{year:04d}-W{moment['week']:02d}" if year else f"XXXX-W{moment['week']:02d}"
        return Resolved(timex, is_anchored="year" not in moment)
    weekday = moment.get("weekday")
    if day is None:
        suffix = "-WE" if "weekend" in moment else f"-{weekday}" if weekday else ""
        return Resolved(f"XXXX-WXX{suffix}")
    if weekday is None:
        monday = calendar.weekday_of_week(day, moment.get("week_shift", 0), 1)
        year, week, _ = monday.isocalendar()
        return Resolved(f"{year:04d}-W{week:02d}{'-WE' if 'weekend' in moment else ''}", is_anchored=True)
    if "week_shift" in moment:
        found = calendar.weekday_of_week(day, moment["week_shift"], weekday)
    else:
        found = calendar.nearest_weekday(weekday, day)
    return Resolved(found.isoformat(), is_anchored=True, day=found)


def _resolve_week_of_month(moment: Moment, context: Context) -> Resolved:
    """6月第3个星期日; 本月第二周 counts from the month's first Monday."""
    year, month, is_anchored = _month_of(moment, context)
    if year is None and month and context.day:
        year = calendar.nearest_month(month, context.day)
    if year and month is None and "which_weekday" in moment:
        found = calendar.nth_weekday_of_year(year, moment["which_weekday"], moment["weekday"])
        return Resolved(found.isoformat(), is_anchored, found)
    if year is None or month is None:
        return Resolved("XXXX-XX-XX")
    which, weekday = moment.get("week_of_month", moment.get("which_weekday", 1)), moment.get("weekday", 1)
    day = calendar.nth_weekday(year, month, which, weekday)
    if day is None:
        return Resolved(f"{year:04d}-{month:02d}", is_anchored)
    if "week_of_month" in moment and "weekday" not in moment:
        iso = day.isocalendar()
        return Resolved(f"{iso.year:04d}-W{iso.week:02d}", is_anchored)
    return Resolved(day.isoformat(), is_anchored, day)


def _resolve_holiday(moment: Moment, context: Context) -> Resolved:
    name = moment["holiday"]
    year = year_of(moment, context)
    found = None
    if year is not None:
        found = calendar.holiday(name, year)
    elif context.day:
        found = calendar.nearest_holiday(name, context.day)
    if found is None:
        days = {f"{day:%m-%d}" for year in (2000, 2001, 2002) if (day := calendar.holiday(name, year))}
        return Resolved(f"XXXX-{days.pop()}" if len(days) == 1 else "XXXX-XX-XX")
    return Resolved(found.isoformat(), "year" not in moment, found, calendar.is_lunar_holiday(name))


def _resolve_lunar(moment: Moment, context: Context) -> Resolved:
    """农历八月十五, 正月: the Gregorian day or stretch of days."""
    year, month, is_leap = year_of(moment, context), moment.get("month"), bool(moment.get("leap"))
    if month is None and context.day and "day" in moment:
        return _resolve_lunar_day_alone(moment["day"], context.day)
    years = [year] if year is not None else _years_around(context.day)
    is_anchored = "year" not in moment
    if month is None:
        return Resolved(f"{year:04d}" if year else "XXXX", is_anchored, is_lunar=True)
    if "day" in moment:
        days = (calendar.lunar_day(each, month, moment["day"], is_leap=is_leap) for each in years)
        found = calendar.nearest((day for day in days if day), context.day or date(2000, 1, 1))
        return Resolved(found.isoformat() if found else "XXXX-XX-XX", is_anchored, found, is_lunar=True)
    months = (calendar.lunar_month_days(each, month, is_leap=is_leap) for each in years)
    stretches = [each for each in months if each]
    if not stretches:
        return Resolved("XXXX-XX", is_lunar=True)
    middle = context.day or stretches[0][0]
    first, last = min(stretches, key=lambda stretch: abs((stretch[0] - middle).days))
    return Resolved(f"{first.isoformat()}/{last.isoformat()}", is_anchored, is_lunar=True)


def _resolve_lunar_day_alone(number: int, anchor: date) -> Resolved:
    """廿一 alone: the nearest one of any lunar month."""
    year = calendar.lunar_year_of(anchor)
    days = [
        calendar.lunar_day(each, month, number)
        for each in (year - 1, year, year + 1)
        for month in range(1, 13)
    ]
    found = calendar.nearest((day for day in days if day), anchor)
    return Resolved(found.isoformat() if found else "XXXX-XX-XX", is_anchored=True, day=found, is_lunar=True)


def _years_around(anchor: date | None) -> list[int]:
    return [anchor.year - 1, anchor.year, anchor.year + 1] if anchor else []


def _resolve_calendar(moment: Moment, context: Context) -> Resolved:
    """Years and their parts, months and days of the common calendar."""
    year, month, is_anchored = _month_of(moment, context)
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
        return anchor.year if anchor.month >= start - 1 else calendar.nearest_month(start, anchor)
    return calendar.nearest_month(start, anchor)


def _resolve_month_or_day(
    moment: Moment, context: Context, year: int | None, month: int | None, is_anchored: bool
) -> Resolved:
    anchor = context.day
    number = moment.get("day")
    if number is None and month is not None:
        if year is None and anchor:
            year = calendar.nearest_month(month, anchor)
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
