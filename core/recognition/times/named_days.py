"""Days that have a name of their own: weekdays and weeks, holidays, days of the lunar calendar."""

from __future__ import annotations

from datetime import date, timedelta

from core.language import calendar_dates as calendar
from core.recognition.times.context import Context, Resolved, month_of, year_of
from core.recognition.times.days_off import days_off
from core.recognition.times.moments import Moment


def resolve_week(moment: Moment, context: Context) -> Resolved:
    """上周五, 第三周, 6月第3个星期日: weeks are ISO weeks, a bare weekday is the nearest."""
    day = context.day
    if "which_weekday" in moment or "week_of_month" in moment:
        return _resolve_week_of_month(moment, context)
    if "week" in moment:
        year = year_of(moment, context) or (
            calendar.year_of_nearest_week(moment["week"], day) if day else None
        )
        timex = f"{year:04d}-W{moment['week']:02d}" if year else f"XXXX-W{moment['week']:02d}"
        return Resolved(timex, is_anchored="year" not in moment)
    weekday = moment.get("weekday")
    if "next_week" in moment:
        day = context.named_week or context.last or day
        moment = {"week_shift": moment["next_week"]}
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
    year, month, is_anchored = month_of(moment, context)
    if year is None and month and context.day:
        year = calendar.year_of_nearest_month(month, context.day)
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


def resolve_holiday(moment: Moment, context: Context) -> Resolved:
    """春节, 2024年冬至: of the year said, else the nearest; 五一假期 is the mainland's days off around it."""
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
    is_anchored, is_lunar = "year" not in moment, calendar.is_lunar_holiday(name)
    free = days_off(found) if "days_off" in moment and context.is_mainland else None
    if free and "nth_day" in moment:
        which = moment["nth_day"]
        day = free[0] + timedelta(days=which - 1) if which else free[1]
        return Resolved(day.isoformat(), is_anchored, day)
    if free:
        return Resolved(f"{free[0].isoformat()}/{free[1].isoformat()}", is_anchored, is_lunar=is_lunar)
    return Resolved(found.isoformat(), is_anchored, found, is_lunar)


def resolve_lunar(moment: Moment, context: Context) -> Resolved:
    """农历八月十五, 正月: the Gregorian day or stretch of days."""
    year, month, is_leap = year_of(moment, context), moment.get("month"), bool(moment.get("leap"))
    if month is None and context.day and "day" in moment:
        return _resolve_lunar_day_alone(moment["day"], context.day)
    years = [year] if year is not None else _years_around(context.day)
    is_anchored = "year" not in moment
    if month is None:
        return Resolved(f"{year:04d}" if year else "XXXX", is_anchored)
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
