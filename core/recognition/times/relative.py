"""Lengths that point somewhere: 三天后, 两年前, 半小时以后, from the article's date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from core.language import calendar_dates as calendar
from core.recognition.times.context import Context
from core.recognition.times.durations import Duration, Parts, read_duration
from core.values import TimeValue, mod_of

_WHEN = re.compile(
    r"(?P<before>之前|以前|前(?!提(?![交出供升请报]))(?![后期列往来去景沿进线身所排夕三两十\d]))"
    r"|(?P<after>之后|以后|后(?![来期续天半方勤备者果世面代院台卫]))"
)
_HAPPENED = re.compile(
    r"(?<![预估])[\u4e00-\u9fff](?<![在于约计将到从自等是说和与及即早直仅就又再这那才也而但过隔近概莫了年月日天后前])$"
)
_COMING = re.compile(r"再过|(?:(?<=[，。；：“])|^)过(?=[\d一二两三四五六七八九十半])")
_SECONDS = {"TH": 3600, "TM": 60, "TS": 1}
_DAYS = {"W": 7, "D": 1}


@dataclass(frozen=True, slots=True)
class Relative:
    """Where a relative length ends in the text, what it says, and whether it is a time of day."""

    end: int
    value: TimeValue
    is_clock: bool = False
    day: date | None = None


def read_relative(text: str, start: int, length: Duration, context: Context) -> Relative | None:
    """What 前 or 后 behind a length makes of it; None where neither stands there.

    The value is as fine as the length: 两年前 a year, 三个月后 a month, 三天后 a day. Behind what happened
    (发热|两天后, 成立|三年后) it counts from there, and the article's date says nothing of it.
    """
    when = _WHEN.match(text, length.end) if length.to is None else None  # 6至8个月后 tells no day
    if when and when["after"] and _HAPPENED.search(text, max(0, start - 2), start):
        return None
    return _pointed(length, -1 if when["before"] else 1, when.end(), context) if when else None


def read_coming(text: str, start: int, context: Context) -> Relative | None:
    """再过半个小时, 过两天."""
    word = _COMING.match(text, start)
    length = read_duration(text, word.end()) if word else None
    return _pointed(length, 1, length.end, context) if length else None


def _pointed(length: Duration, sign: int, end: int, context: Context) -> Relative | None:
    if context.day is None:
        return Relative(end, TimeValue(_unknown(length), mod_of(length.approx)))
    if {letter for letter, _ in length.parts} & _SECONDS.keys():
        return _shifted_clock(length, sign, end, context)
    first = _pointed_day(length, length.parts, sign, context.day)
    last = _pointed_day(length, length.to, sign, context.day) if length.to else None
    if first is None or (length.to and last is None):
        return None
    ends = sorted(each for each in (first, last) if each)
    timex = "/".join(_timex(day, length.parts[-1][0]) for day in ends)
    value = TimeValue(timex, mod_of(length.approx), context.day.isoformat())
    is_day = last is None and length.parts[-1][0] in ("D", "W")
    return Relative(end, value, day=first if is_day else None)


def _timex(day: date, letter: str) -> str:
    """The day as exactly as the unit of the length says."""
    if letter == "W":
        return "{:04d}-W{:02d}".format(*day.isocalendar())
    return day.isoformat()[: {"Y": 4, "M": 7}.get(letter, 10)]


def _pointed_day(length: Duration, parts: Parts, sign: int, start: date) -> date | None:
    months, days = _months_and_days(parts)
    if "工作日" in length.unit or "交易日" in length.unit:
        return calendar.add_workdays(start, sign * int(days))
    return _shifted(start, sign, months, days)


def _unknown(length: Duration) -> str:
    return {"Y": "XXXX", "M": "XXXX-XX", "W": "XXXX-WXX"}.get(length.parts[-1][0], "XXXX-XX-XX")


def _months_and_days(parts: Parts) -> tuple[Decimal, Decimal]:
    amounts = dict(parts)
    months = amounts.get("Y", Decimal(0)) * 12 + amounts.get("M", Decimal(0))
    return months, sum((amounts.get(letter, Decimal(0)) * days for letter, days in _DAYS.items()), Decimal(0))


def _shifted(start: date, sign: int, months: Decimal, days: Decimal) -> date | None:
    try:
        moved = calendar.add_months(start, sign * int(months))
        return moved + timedelta(days=sign * int(days))
    except (ValueError, OverflowError):
        return None


def _shifted_clock(length: Duration, sign: int, end: int, context: Context) -> Relative | None:
    """半小时前 needs the time of day that the article came out."""
    now: datetime | None = context.now
    if now is None or length.to:
        return None
    seconds = sum(value * _SECONDS[letter] for letter, value in length.parts if letter in _SECONDS)
    _, days = _months_and_days(length.parts)
    moved = now + sign * timedelta(days=int(days), seconds=int(seconds))
    form = "%Y-%m-%dT%H:%M:%S" if length.parts[-1][0] == "TS" or moved.second else "%Y-%m-%dT%H:%M"
    day = context.day
    value = TimeValue(moved.strftime(form), mod_of(length.approx), day.isoformat() if day else None)
    return Relative(end, value, is_clock=True, day=moved.date())
