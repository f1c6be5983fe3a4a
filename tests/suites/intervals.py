"""TIMEX3 values as intervals of time, to compare with suites that write first and last seconds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from core.language import calendar_dates as calendar

# DESIGN names parts of the day and does not bound them: these are the widest that anybody means.
_PART = {"MO": (0, 11), "MI": (11, 13), "AF": (12, 18), "EV": (17, 24), "NI": (0, 29), "DT": (6, 18)}
_SEASON_TERMS = {"SP": "立春", "SU": "立夏", "FA": "立秋", "WI": "立冬"}
_LENGTH = re.compile(r"([\d.]+)([A-Z])")


@dataclass(frozen=True)
class Interval:
    """From the first to the last second; None where it is open. A season's end is not compared."""

    start: datetime | None
    end: datetime | None
    is_point: bool = True


def interval_of(timex: str, now: datetime) -> Interval | None:
    """The interval of a value; a bare clock is of ``now``'s day, an open end None."""
    if "/" in timex:
        first, last = timex.split("/")
        start = None if first == ".." else interval_of(first, now)
        end = None if last == ".." else interval_of(last, now)
        return Interval(start and start.start, end and end.end, is_point=False)
    if timex == "PRESENT_REF":
        return Interval(now, now)
    if timex.endswith("_REF") or "X" in timex:
        return None
    day, _, clock = timex.partition("T")
    if clock or timex.startswith("T"):
        return _of_clock(date.fromisoformat(day) if day else now.date(), clock)
    return _of_days(day)


def _of_clock(day: date, clock: str) -> Interval:
    midnight = datetime(day.year, day.month, day.day)
    if clock in _PART:
        first, last = _PART[clock]
        return Interval(
            midnight + timedelta(hours=first), midnight + timedelta(hours=last, minutes=59, seconds=59)
        )
    parts = [int(part) for part in clock.split(":")]
    start = midnight + timedelta(hours=parts[0], minutes=parts[1], seconds=parts[2] if len(parts) > 2 else 0)
    return Interval(start, start if len(parts) > 2 else start + timedelta(seconds=59))


def _of_days(value: str) -> Interval | None:
    bounds = _bounds(value)
    if bounds is None:
        return None
    first, last = bounds
    start = datetime(first.year, first.month, first.day)
    return Interval(start, datetime(last.year, last.month, last.day, 23, 59, 59))


def _bounds(value: str) -> tuple[date, date] | None:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        day = date.fromisoformat(value)
        return day, day
    if re.fullmatch(r"\d{4}-\d\d", value):
        return _months(int(value[:4]), int(value[5:]), 1)
    if week := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        return monday + timedelta(days=5 if week[3] else 0), monday + timedelta(days=6)
    if part := re.fullmatch(r"(\d{4})-([QH])(\d)", value):
        size = 3 if part[2] == "Q" else 6
        return _months(int(part[1]), (int(part[3]) - 1) * size + 1, size)
    if season := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
        first = calendar.solar_term(int(season[1]), _SEASON_TERMS[season[2]])
        return (first, first + timedelta(days=90)) if first else None
    if value.isdigit():
        scale = 10 ** (4 - len(value))
        return date(int(value) * scale or 1, 1, 1), date(int(value) * scale + scale - 1, 12, 31)
    return None


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    last = calendar.add_months(date(year, month, 1), count - 1)
    return date(year, month, 1), last.replace(day=calendar.days_in_month(last.year, last.month))


def length_of(timex: str) -> dict[str, Decimal]:
    """P2Y6M as {"year": 2, "month": 6}; weeks are days."""
    days, _, clock = timex.removeprefix("P").partition("T")
    names = {"Y": "year", "M": "month", "W": "week", "D": "day"}
    found = {names[letter]: Decimal(amount) for amount, letter in _LENGTH.findall(days)}
    small = {"H": "hour", "M": "minute", "S": "second"}
    found |= {small[letter]: Decimal(amount) for amount, letter in _LENGTH.findall(clock)}
    if "week" in found:
        found["day"] = found.get("day", Decimal(0)) + 7 * found.pop("week")
    return found


def rough_days(length: dict[str, Decimal]) -> Decimal:
    """A length in days, for comparing lengths in different units."""
    sizes = {"year": 365, "month": Decimal("30.4166666667"), "day": 1, "workday": 1}
    small = {"hour": 24, "minute": 1440, "second": 86400}
    days = sum((amount * sizes[name] for name, amount in length.items() if name in sizes), Decimal(0))
    return days + sum((amount / small[name] for name, amount in length.items() if name in small), Decimal(0))
