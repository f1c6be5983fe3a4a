"""The days that are free around a public holiday of the mainland: 五一假期, 春节假期."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache


@cache
def days_off(day: date) -> tuple[date, date] | None:
    """The first and last of the free days around a public holiday of the mainland.

    None for a working day, and where the State Council's calendar of the year is not known.

    >>> days_off(date(2023, 5, 1))
    (datetime.date(2023, 4, 29), datetime.date(2023, 5, 3))
    """
    first = last = day
    if not _is_off(day):
        return None
    while _is_off(first - timedelta(days=1)):
        first -= timedelta(days=1)
    while _is_off(last + timedelta(days=1)):
        last += timedelta(days=1)
    return first, last


def _is_off(day: date) -> bool:
    from lunar_python.util import HolidayUtil

    found = HolidayUtil.getHoliday(day.year, day.month, day.day)
    return found is not None and not found.isWork()
