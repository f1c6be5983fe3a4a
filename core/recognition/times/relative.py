"""Lengths that point somewhere: 三天后, 两年前, 半小时以后, from the article's date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from core import calendar_dates as calendar
from core.recognition.times.durations import Duration
from core.recognition.times.resolution import Context
from core.values import TimeValue

_WHEN = re.compile(
    r"(?P<before>之前|以前|前(?![后期列提往来去景沿进线身所排夕三两十\d]))"
    r"|(?P<after>之后|以后|后(?![来期续天半方勤备者果世面代院台卫]))"
)
_SECONDS = {"TH": 3600, "TM": 60, "TS": 1}
_DAYS = {"W": 7, "D": 1}


@dataclass(frozen=True, slots=True)
class Relative:
    """Where a relative length ends in the text, what it says, and whether it is a time of day."""

    end: int
    value: TimeValue
    is_clock: bool = False
    day: date | None = None


def read_relative(text: str, length: Duration, context: Context) -> Relative | None:
    """What 前 or 后 behind a length makes of it; None where neither stands there.

    The value is as fine as the length: 两年前 a year, 三个月后 a month, 三天后 a day.
    """
    when = _WHEN.match(text, length.end)
    if not when or length.to is not None:
        return None
    sign = -1 if when["before"] else 1
    if context.day is None:
        return Relative(when.end(), TimeValue(_unknown(length), approx=length.approx))
    letters = {letter for letter, _ in length.parts}
    if letters & _SECONDS.keys():
        return _shifted_clock(length, sign, when.end(), context)
    months, days = _months_and_days(length)
    found = _shifted(context.day, sign, months, days)
    if found is None:
        return None
    finest = length.parts[-1][0]
    timex = found.isoformat()[: {"Y": 4, "M": 7}.get(finest, 10)]
    if finest == "W":
        timex = "{:04d}-W{:02d}".format(*found.isocalendar())
    value = TimeValue(timex, None, context.day.isoformat(), approx=length.approx)
    return Relative(when.end(), value, day=found if finest in ("D", "W") else None)


def _unknown(length: Duration) -> str:
    return {"Y": "XXXX", "M": "XXXX-XX", "W": "XXXX-WXX"}.get(length.parts[-1][0], "XXXX-XX-XX")


def _months_and_days(length: Duration) -> tuple[Decimal, Decimal]:
    amounts = dict(length.parts)
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
    if now is None:
        return None
    seconds = sum(value * _SECONDS[letter] for letter, value in length.parts if letter in _SECONDS)
    _, days = _months_and_days(length)
    moved = now + sign * timedelta(days=int(days), seconds=int(seconds))
    form = "%Y-%m-%dT%H:%M:%S" if length.parts[-1][0] == "TS" or moved.second else "%Y-%m-%dT%H:%M"
    day = context.day
    value = TimeValue(moved.strftime(form), None, day.isoformat() if day else None, approx=length.approx)
    return Relative(end, value, is_clock=True, day=moved.date())
