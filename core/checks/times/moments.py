"""Points in time that lengths are held against: days, months, years, clocks, and ages of people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from core.checks.material import Material, Time
from core.checks.times.dating import dated, day_in
from core.checks.times.lengths import DAYS, MINUTES, MINUTES_A_DAY, MONTHS, YEAR, Length
from core.text.spans import Span

_CLOCK = re.compile(r"T(\d\d)(?::(\d\d))?$")
_MONTH = re.compile(r"(\d{4})(?:-(\d\d))?(?:-\d\d(?:T.*)?)?$")
_AGE = re.compile(r"(?<![\d.至到—–～~小大长差均\-])(\d{1,3})岁(?!以|及|至|到|—|-|组|段|级)")
_PART_OF_DAY = re.compile(r"[早上中下晚夜凌傍清午]|\d{1,2}:\d\d|(?:1[3-9]|2[0-4])[时点]")
_DAILY = re.compile(r"(下午|晚上?|傍晚)?(\d{1,2})(?:[时点](半|(\d{1,2})分)?|:(\d\d))$")
_BIRTH = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?出?生|生于(1[89]\d\d|20\d\d)年")
# In an article without its year days are a common one's: only how far they lie apart is asked.
_ANY_DAY = date(2025, 7, 1)
_DAYS_OF_MONTH, _PART_OF_MONTH = 30.44, 0.6
_HALF_A_DAY = MINUTES_A_DAY // 2
_HOUR = 60


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time in the measure of a length, from some beginning.

    ``is_dated`` is false for a clock without its day; ``is_rough`` is true for a year without its month or a
    clock that may be of the morning or the afternoon; ``axis`` is 0 for the calendar, 1 for ages; ``day`` is
    the day of a moment that is counted in months, where it has one.
    """

    at: int
    span: Span
    quote: str
    is_dated: bool = True
    is_rough: bool = False
    axis: int = 0
    day: date | None = None


def moments_of(material: Material, place: int, measure: str) -> Iterator[Moment]:
    """The points in time of a sentence in a measure, both ends of a range, in reading order."""
    found = [
        moment
        for time in material.times_by_sentence[place]
        if time.mark.label in ("DATE", "TIME", "SET")
        for moment in _of_time(material, time, measure)
    ]
    if measure == MONTHS and "岁" in material.words(material.sentences[place].span):
        found += _ages(material, place)
    return iter(sorted(found, key=lambda moment: moment.span.start))


def ends_of(moments: Sequence[Moment], length: Span) -> list[Moment]:
    """The moments that a length can lie between: not a single one right before it, which lasts so long.

    Of 国庆假期8天 the holiday is what is so long, no end of it; 7月1日至8月1日32天 has both ends.
    """
    touching = [moment for moment in moments if moment.span.end == length.start]
    return [moment for moment in moments if len(touching) != 1 or moment is not touching[0]]


def _of_time(material: Material, time: Time, measure: str) -> Iterator[Moment]:
    if time.mark.label == "SET":
        clock = _DAILY.search(material.words(time.span)) if measure == MINUTES else None
        if clock:
            hour = int(clock[2]) + (12 if clock[1] and int(clock[2]) < 12 else 0)
            at = hour * _HOUR + (30 if clock[3] == "半" else int(clock[4] or 0))
            yield Moment(at, time.span, time.mark.quote, False)
        return
    timex = dated(time.timex, material.date or _ANY_DAY)
    for end in timex.split("/"):
        if measure == MINUTES and (clock := _CLOCK.search(end)):
            day = day_in(end)
            at = (day.toordinal() if day else 0) * MINUTES_A_DAY + int(clock[1]) * _HOUR + int(clock[2] or 0)
            is_rough = int(clock[1]) <= 12 and not _PART_OF_DAY.search(material.words(time.span))
            yield Moment(at, time.span, time.mark.quote, day is not None, is_rough)
        elif measure == DAYS and (day := day_in(end)):
            yield Moment(day.toordinal(), time.span, time.mark.quote)
        elif measure == MONTHS and (found := _MONTH.match(end)):
            at = int(found[1]) * YEAR + int(found[2] or 1) - 1
            yield Moment(at, time.span, time.mark.quote, True, not found[2], 0, day_in(end))


def _ages(material: Material, place: int) -> Iterator[Moment]:
    """Ages on an axis of their own and, where the sentence tells of one birth, as years."""
    sentence = material.sentences[place].span
    births = [*_BIRTH.finditer(material.simplified, sentence.start, sentence.end)]
    for found in _AGE.finditer(material.simplified, sentence.start, sentence.end):
        span = Span(*found.span())
        years, quote = int(found[1]), span.of(material.text)
        yield Moment(years * YEAR, span, quote, True, True, 1)
        if len(births) == 1:
            born = int(births[0][1] or births[0][2])
            yield Moment((born + years) * YEAR, span, quote, True, True)


def apart(first: Moment, last: Moment) -> int:
    """How far two moments lie apart; a clock without its day stands on the day of the other, or the next."""
    if first.is_dated != last.is_dated or not first.is_dated:
        return (last.at - first.at) % MINUTES_A_DAY
    return last.at - first.at


def months_apart(first: Moment, last: Moment) -> float | None:
    """The months between two days, both ends of a range counted; None for moments without days."""
    if first.day is None or last.day is None:
        return None
    return ((last.day - first.day).days + (first.span == last.span)) / _DAYS_OF_MONTH


def fits(
    first: Moment, last: Moment, length: Length, *, is_exact: bool = False, is_whole: bool = False
) -> bool:
    """Whether the length can be the one from the first moment to the last.

    Days may be counted with the first one or without it; years are full ones or those begun. ``is_exact``
    asks for more: both days counted, years to the year. ``is_whole`` is a length in full hours only.
    """
    if first.axis != last.axis:
        return False
    found = apart(first, last)
    if length.measure == DAYS:
        return found == length.amount - 1 or (not is_exact and found == length.amount)
    if length.measure == MINUTES:
        slack = _HOUR - 1 if is_whole and (first.at - last.at) % _HOUR else 0
        may_be_other_half = first.is_rough or last.is_rough
        cycle = _HALF_A_DAY if may_be_other_half else MINUTES_A_DAY
        off = (found - length.amount) % cycle if not (first.is_dated and last.is_dated) else None
        if off is not None:
            return min(off, cycle - off) <= slack
        return abs(found - length.amount) <= slack
    months = months_apart(first, last) if length.amount < 2 * YEAR else None
    if months is not None:
        return abs(months - length.amount) <= _PART_OF_MONTH
    if length.amount % YEAR:
        return abs(found - length.amount) <= (YEAR if first.is_rough or last.is_rough else 1)
    years = length.amount // YEAR
    if first.is_rough or last.is_rough:
        return abs(found // YEAR - years) <= (0 if is_exact and not first.axis else 1)
    return years in (found // YEAR, -(-found // YEAR)) or (not is_exact and years == found // YEAR + 1)
