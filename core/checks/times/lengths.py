"""Lengths of time: five years and two months as 62 months, two and a half hours as 150 minutes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_LENGTH = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$")
DAYS, MONTHS, MINUTES, SECONDS = "days", "months", "minutes", "seconds"
MINUTES_A_DAY, YEAR = 24 * 60, 12


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time in one measure, with the digits of each part for a look at slips."""

    amount: int
    measure: str
    parts: tuple[int, ...]


def length_of(timex: str) -> Length | None:
    """A duration in days, months, minutes or seconds; None for decades of it and ranges.

    >>> length_of("P5Y2M").amount, length_of("PT2H35M").amount, length_of("P40D").measure
    (62, 155, 'days')
    >>> length_of("PT2H9M31S").amount
    7771
    """
    found = _LENGTH.match(timex)
    if not found or timex.startswith("P0"):
        return None
    years, months, weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
    parts = tuple(part for part in (years, months, weeks, days, hours, minutes, seconds) if part)
    if not parts:
        return None
    if hours or minutes or seconds:
        whole = (weeks * 7 + days) * MINUTES_A_DAY + hours * 60 + minutes
        if years or months:
            return None
        return Length(whole * 60 + seconds, SECONDS, parts) if seconds else Length(whole, MINUTES, parts)
    if weeks or days:
        return None if years or months else Length(weeks * 7 + days, DAYS, parts)
    return Length(years * YEAR + months, MONTHS, parts)


def days_of_range(timex: str) -> int:
    """How many days a range has, both ends counted; 0 for what is no range of days."""
    first, _, last = timex.partition("/")
    try:
        return (date.fromisoformat(last) - date.fromisoformat(first)).days + 1
    except ValueError:
        return 0


def in_words(amount: int, measure: str) -> str:
    """A length as an article writes it.

    >>> in_words(155, "minutes"), in_words(62, "months"), in_words(9, "days"), in_words(104, "seconds")
    ('2小时35分钟', '5年2个月', '9天', '1分44秒')
    """
    if measure == DAYS:
        return f"{amount}天"
    if measure == SECONDS:
        minutes, seconds = divmod(amount, 60)
        return (in_words(minutes, MINUTES).replace("分钟", "分") if minutes else "") + f"{seconds}秒"
    big, small = divmod(amount, YEAR if measure == MONTHS else 60)
    names = ("年", "个月") if measure == MONTHS else ("小时", "分钟")
    return (f"{big}{names[0]}" if big else "") + (f"{small}{names[1]}" if small else "")
