"""Days of the calendar: the nearest occurrence of a date, lunar days, solar terms, holidays, reigns.

Lunar days and solar terms come from lunar_python, which is imported on first use.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from typing import Any

from core.assets import load_toml

_WEEK, _SATURDAY, _WEEKS = 7, 6, 52
_FIRST_LUNAR_YEAR, _LAST_LUNAR_YEAR = 600, 2600


@cache
def _table() -> dict[str, Any]:
    return load_toml("lexicons/times.toml")


def days_in_month(year: int, month: int) -> int:
    """How many days the month has."""
    return monthrange(year, month)[1]


def nearest(candidates: Iterable[date], anchor: date) -> date | None:
    """The candidate nearest to ``anchor``, the past one on a tie.

    >>> nearest([date(2021, 12, 29), date(2022, 12, 29)], date(2022, 1, 5))
    datetime.date(2021, 12, 29)
    """
    return min(candidates, key=lambda day: (abs((day - anchor).days), day > anchor), default=None)


def day_or_none(year: int, month: int, day: int) -> date | None:
    """The date, None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def nearest_year_day(month: int, day: int, anchor: date) -> date | None:
    """12月29日 without a year: its occurrence nearest to ``anchor``; 29 February looks four years far."""
    reach = 4 if (month, day) == (2, 29) else 1
    years = range(anchor.year - reach, anchor.year + reach + 1)
    return nearest((found for year in years if (found := day_or_none(year, month, day))), anchor)


def nearest_month_day(day: int, anchor: date) -> date | None:
    """21日 without a month: its occurrence nearest to ``anchor``."""
    months = (add_months(anchor.replace(day=1), shift) for shift in (-2, -1, 0, 1, 2))
    days = (day_or_none(month.year, month.month, day) for month in months)
    return nearest((found for found in days if found), anchor)


def year_of_nearest_month(month: int, anchor: date) -> int:
    """The year in which 7月 without a year falls: that of the month nearest to ``anchor``'s.

    >>> year_of_nearest_month(12, date(2022, 1, 5)), year_of_nearest_month(7, date(2022, 1, 5))
    (2021, 2021)
    """
    here = anchor.year * 12 + anchor.month
    years = (anchor.year - 1, anchor.year, anchor.year + 1)
    return min(years, key=lambda year: (abs(year * 12 + month - here), year * 12 + month > here))


def nearest_weekday(weekday: int, anchor: date) -> date:
    """周三 alone (1 is Monday): the nearest one, ``anchor``'s own day included."""
    shift = (weekday - anchor.isoweekday()) % _WEEK
    return anchor + timedelta(days=shift if shift <= _WEEK // 2 else shift - _WEEK)


def year_of_nearest_week(week: int, anchor: date) -> int:
    """第51周 without a year, counted as ISO weeks: the year in which it is nearest to ``anchor``.

    >>> year_of_nearest_week(51, date(2022, 1, 5))
    2021
    """
    year, here, _ = anchor.isocalendar()
    return min((year - 1, year, year + 1), key=lambda each: (abs((each - year) * _WEEKS + week - here), each))


def weekday_of_week(anchor: date, week_shift: int, weekday: int) -> date:
    """下周五: the weekday of the ISO week so many weeks from ``anchor``'s."""
    monday = anchor - timedelta(days=anchor.isoweekday() - 1)
    return monday + timedelta(weeks=week_shift, days=weekday - 1)


def nth_weekday(year: int, month: int, which: int, weekday: int) -> date | None:
    """The second Sunday of May is ``nth_weekday(year, 5, 2, 7)``; None where the month has too few."""
    first = date(year, month, 1)
    day = first + timedelta(days=(weekday - first.isoweekday()) % _WEEK + _WEEK * (which - 1))
    return day if day.month == month else None


def nth_weekday_of_year(year: int, which: int, weekday: int) -> date:
    """The third Monday of 2020 is ``nth_weekday_of_year(2020, 3, 1)``."""
    first = date(year, 1, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % _WEEK + _WEEK * (which - 1))


def add_months(day: date, months: int) -> date:
    """The same day so many months on, or the last one of a shorter month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return day.replace(year=year, month=month + 1, day=min(day.day, days_in_month(year, month + 1)))


def add_workdays(day: date, count: int) -> date:
    """So many weekdays on, back where ``count`` is negative; public holidays are not known.

    >>> add_workdays(date(2024, 5, 20), -1)
    datetime.date(2024, 5, 17)
    """
    step = timedelta(days=1 if count > 0 else -1)
    for _ in range(abs(count)):
        day += step
        while day.isoweekday() >= _SATURDAY:
            day += step
    return day


def _is_covered(year: int) -> bool:
    """Whether the lunar calendar is known for the year; lunar_python's tables end beyond."""
    return _FIRST_LUNAR_YEAR <= year <= _LAST_LUNAR_YEAR


@cache
def lunar_day(year: int, month: int, day: int, *, is_leap: bool = False) -> date | None:
    """The Gregorian date of a lunar one; ``year`` is the lunar year.

    >>> lunar_day(2021, 8, 15)
    datetime.date(2021, 9, 21)
    """
    from lunar_python import Lunar, LunarMonth

    if not _is_covered(year) or day < 1:
        return None
    lunar_month = LunarMonth.fromYm(year, -month if is_leap else month)
    if lunar_month is None:
        return None
    last = lunar_month.getDayCount()
    if day > last and (month, day) != (12, 30):
        return None
    solar = Lunar.fromYmd(year, -month if is_leap else month, min(day, last)).getSolar()
    return date(solar.getYear(), solar.getMonth(), solar.getDay())


def lunar_month_days(year: int, month: int, *, is_leap: bool = False) -> tuple[date, date] | None:
    """The first and the last Gregorian day of a lunar month."""
    from lunar_python import LunarMonth

    if not _is_covered(year):
        return None
    lunar_month = LunarMonth.fromYm(year, -month if is_leap else month)
    first = lunar_day(year, month, 1, is_leap=is_leap) if lunar_month else None
    return (first, first + timedelta(days=lunar_month.getDayCount() - 1)) if first else None


def lunar_year_of(day: date) -> int:
    """The lunar year in which a day falls."""
    from lunar_python import Solar

    year: int = Solar.fromYmd(day.year, day.month, day.day).getLunar().getYear()
    return year


@cache
def solar_term(year: int, name: str) -> date | None:
    """The day of 冬至 and the other twenty-three in a calendar year."""
    from lunar_python import Solar

    if not _is_covered(year):
        return None
    table = Solar.fromYmd(year, 6, 1).getLunar().getJieQiTable()
    found = [
        date(solar.getYear(), solar.getMonth(), solar.getDay())
        for key, solar in table.items()
        if _TERM_KEYS.get(key, key) == name
    ]
    return next((day for day in found if day.year == year), None)


# lunar_python names the terms of the neighboring years in capitals.
_TERM_KEYS = {
    "DA_XUE": "大雪",
    "DONG_ZHI": "冬至",
    "XIAO_HAN": "小寒",
    "DA_HAN": "大寒",
    "LI_CHUN": "立春",
    "YU_SHUI": "雨水",
    "JING_ZHE": "惊蛰",
}


def holiday(name: str, year: int) -> date | None:
    """The day of a holiday in a year, lunar for lunar ones; None for a name that is no holiday.

    >>> holiday("母亲节", 2021), holiday("除夕", 2021)
    (datetime.date(2021, 5, 9), datetime.date(2022, 1, 31))
    """
    table = _table()["holidays"]
    if not _is_covered(year):
        return None
    if name in table["solar"]:
        return date(year, *table["solar"][name])
    if name in table["lunar"]:
        return lunar_day(year, *table["lunar"][name])
    if name == "复活节":
        return easter(year)
    if name in table["weekday"]:
        return nth_weekday(year, *table["weekday"][name])
    return solar_term(year, name.removesuffix("节"))


def day_of_holiday(name: str) -> tuple[int, int] | None:
    """Month and day of a holiday that falls on the same day of its calendar every year.

    >>> day_of_holiday("国庆节"), day_of_holiday("春节"), day_of_holiday("母亲节")
    ((10, 1), (1, 1), None)
    """
    holidays = _table()["holidays"]
    found = holidays["solar"].get(name) or holidays["lunar"].get(name)
    return tuple(found) if found else None


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the algorithm of Meeus, Jones and Butcher.

    >>> easter(2022)
    datetime.date(2022, 4, 17)
    """
    golden, (century, years) = year % 19, divmod(year, 100)
    skipped, correction = century // 4, (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - skipped - correction + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (years // 4) - epact - years % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def is_lunar_holiday(name: str) -> bool:
    """Whether the holiday follows the lunar calendar."""
    return name in _table()["holidays"]["lunar"]


def nearest_holiday(name: str, anchor: date) -> date | None:
    """春节 without a year: the nearest one."""
    days = (holiday(name, year) for year in (anchor.year - 1, anchor.year, anchor.year + 1))
    return nearest((day for day in days if day), anchor)


def year_of_reign(era: str, number: int) -> int:
    """The Gregorian year of 民国一百一十年, 康熙三年.

    >>> year_of_reign("民国", 110)
    2021
    """
    first: int = _table()["eras"][era]
    return first + number - 1


def years_of_reign(era: str) -> tuple[int, int] | None:
    """The first and the last year of 康熙年间; None where the end is not in the table."""
    table = _table()
    last = table["last_years"].get(era)
    return (table["eras"][era], last) if last else None


def quarter_of(day: date) -> int:
    """1 to 4."""
    return (day.month + 2) // 3
