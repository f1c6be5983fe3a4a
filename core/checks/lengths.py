"""Lengths of time against their ends: 2019年10月开工，历时5年2个月; 17日至20日，共4天.

The ends stand in the sentence or near by, or are named (从立案到宣判，历时10个多月) and dated elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from core.checks.asking import MEDIUM, ask
from core.checks.dating import day_in
from core.checks.figures import is_slip
from core.checks.material import Material, Time
from core.checks.wording import say
from core.document import Finding

RULE = "order"
_SPENT = re.compile(
    r"(?:共[\u4e00-\u9fff]{1,3}?|历时|共计?|为期|前后|用时|耗时|时长|中断|长达|间隔|工期|[距离][^，。；]{0,6}|持续|用了|过去了|任期)(?:整整|仅)?$"
)
_LENGTH = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$")
_JUST_AFTER = re.compile(r"[，（(、,]?(?:假期)?(?:一?共计?|为期|长达|历时|总计)?$")
_NAMED_ENDS = re.compile(
    r"从([\u4e00-\u9fff]{2,6}?)[到至]([\u4e00-\u9fff]{2,6}?)，?(?:一?共|总共|前后)?(?:历时|用时|耗时|用了|经历了?|间隔|相隔|过去了)(?:整整)?$"
)
_ROUNDED = re.compile(r"[多余近约]|上下|左右|不[到足]")
_NAMED_REACH = 40
_DAYS, _MONTHS, _MINUTES = "days", "months", "minutes"
_TEN, _HUNDRED = 10, 100
_MONTH = 30.44
_REACH = 10_000
_MINUTES_A_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time in one measure, with the digits of each part for a look at slips."""

    amount: int
    measure: str
    parts: tuple[int, ...]


def check_lengths(material: Material) -> Iterator[Finding]:
    """Questions about lengths that do not fit their beginning and end."""
    for place, times in enumerate(material.times_by_sentence):
        for time in times:
            if length := length_of(time.timex):
                yield from _check_range(material, time, length)
                yield from _check_named_ends(material, time, length) or _check_ends(
                    material, place, time, length
                )


def length_of(timex: str) -> Length | None:
    """A duration in days, months or minutes; None for decades of it, ranges and seconds.

    >>> length_of("P5Y2M").amount, length_of("PT2H35M").amount, length_of("P40D").measure
    (62, 155, 'days')
    """
    found = _LENGTH.match(timex)
    if not found or timex.startswith("P0"):
        return None
    years, months, weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
    parts = tuple(part for part in (years, months, weeks, days, hours, minutes) if part)
    if seconds or not parts:
        return None
    if hours or minutes:
        whole = (weeks * 7 + days) * _MINUTES_A_DAY + hours * 60 + minutes
        return None if years or months else Length(whole, _MINUTES, parts)
    if weeks or days:
        return None if years or months else Length(weeks * 7 + days, _DAYS, parts)
    return Length(years * 12 + months, _MONTHS, parts)


def _check_range(material: Material, time: Time, length: Length) -> Iterator[Finding]:
    """5月31日至6月2日，共3天."""
    if length.measure != _DAYS:
        return
    for other in material.times_by_sentence[time.sentence]:
        gap = material.simplified[other.span.end : time.span.start]
        days = days_of_range(other.timex) if other.span.end <= time.span.start else 0
        if days and _JUST_AFTER.fullmatch(gap) and not days - 1 <= length.amount <= days:
            shown = say("range_has", range=other.mark.quote, days=days, said=time.mark.quote)
            yield ask(RULE, MEDIUM, say("days_of_range"), shown, material.text, other, time)


def days_of_range(timex: str) -> int:
    """How many days a range has, both ends counted; 0 for what is no range of days."""
    first, _, last = timex.partition("/")
    try:
        return (date.fromisoformat(last) - date.fromisoformat(first)).days + 1
    except ValueError:
        return 0


def _check_named_ends(material: Material, time: Time, length: Length) -> list[Finding]:
    """从立案到宣判，历时10个多月, where the article says of what day each of the two is."""
    start = material.sentences[time.sentence].span.start
    since = max(start, time.span.start - _NAMED_REACH)
    named = _NAMED_ENDS.search(material.simplified, since, time.span.start)
    ends = [_days_of_event(material, event) for event in named.groups()] if named else []
    if not ends or not all(len(end) == 1 for end in ends):
        return []
    ((since_day, first),), ((last_day, last),) = (end.items() for end in ends)
    days = (last_day - since_day).days
    low, high = _days_meant(time, length)
    if days <= 0 or length.measure == _MINUTES or low <= days <= high:
        return []
    told = f"{days}天" if length.measure == _DAYS else f"约{in_words(round(days / _MONTH), _MONTHS)}"
    shown = _shown(first, last, told, time)
    return [ask(RULE, MEDIUM, say("length"), shown, material.text, first, last, time)]


def _shown(first: Time, last: Time, made: str, time: Time) -> str:
    ends = {"from": first.mark.quote, "to": last.mark.quote}
    return say("length_is", **ends, made=made, said=time.mark.quote)


def _days_of_event(material: Material, event: str) -> dict[date, Time]:
    """The days that the article puts to an event, with the times that say them."""
    found: dict[date, Time] = {}
    for sentence, times in zip(material.sentences, material.times_by_sentence, strict=True):
        place = material.simplified.find(event, sentence.span.start, sentence.span.end) if times else -1
        near = [time for time in times if place - _NAMED_REACH <= time.span.end <= place]
        if near and (day := day_in(near[-1].timex)):
            found.setdefault(day, near[-1])
    return found


def _days_meant(time: Time, length: Length) -> tuple[float, float]:
    """The fewest and the most days that a length in days or months can stand for."""
    size = _MONTH if length.measure == _MONTHS else 1.0
    slack = 0.6 * size if length.measure == _MONTHS else 1.0
    more = size if _ROUNDED.search(time.mark.quote) else 0.0
    return length.amount * size - slack - more, length.amount * size + slack + more


def _check_ends(material: Material, place: int, time: Time, length: Length) -> Iterator[Finding]:
    """历时5年2个月 with one end in the sentence and the other near by."""
    before = material.simplified[max(0, time.span.start - 12) : time.span.start]
    is_precise = not _ROUNDED.search(time.mark.quote + before[-1:]) and not time.mark.quote.endswith("周年")
    if not is_precise or not _SPENT.search(before):
        return
    ranges = [days_of_range(other.timex) for other in material.times_by_sentence[place]]
    apart = list(_lengths_between(material, place, length))
    tolerance = 0 if length.measure == _MINUTES else 1
    if any(abs(found - length.amount) <= tolerance for found in (*ranges, *(found for *_, found in apart))):
        return
    for start, end, found in apart:
        # Days are counted with or without the first one.
        counts = (found, found + 1) if length.measure == _DAYS else (found,)
        slip = next((count for count in counts if _is_one_slip(length, count)), None)
        if slip is not None:
            shown = _shown(start, end, in_words(slip, length.measure), time)
            yield ask(RULE, MEDIUM, say("length"), shown, material.text, start, end, time)
            return


def _lengths_between(material: Material, place: int, length: Length) -> Iterator[tuple[Time, Time, int]]:
    """The lengths from one time to another, one of the two in the sentence.

    Some length between two times of an article is always like 15年 or 20天: for such a short one both have
    to stand there.
    """
    here = material.times_by_sentence[place]
    is_precise = len(length.parts) > 1 or length.parts[0] >= _HUNDRED
    near = [time for time in material.times if here and abs(time.span.start - here[0].span.start) < _REACH]
    others = near if is_precise else here
    for one in here:
        for other in others:
            for first, last in ((one, other), (other, one)):
                found = _apart(first.timex, last.timex, length.measure)
                if found is not None and found > 0:
                    yield first, last, found


def _apart(first: str, last: str, measure: str) -> int | None:
    """The length from one time to the other, None where they are not precise enough for it."""
    if measure == _MONTHS:
        return _months_apart(first, last)
    place_of = _minute_of if measure == _MINUTES else _ordinal_of
    one, other = place_of(first), place_of(last)
    return other - one if one is not None and other is not None else None


def _ordinal_of(timex: str) -> int | None:
    try:
        return date.fromisoformat(timex).toordinal()
    except ValueError:
        return None


def _months_apart(first: str, last: str) -> int | None:
    one, other = re.match(r"(\d{4})(?:-(\d\d))?", first), re.match(r"(\d{4})(?:-(\d\d))?", last)
    if not one or not other or bool(one[2]) != bool(other[2]):
        return None
    months = (int(other[1]) - int(one[1])) * 12 + int(other[2] or 0) - int(one[2] or 0)
    return months if months > 0 else None


def _minute_of(timex: str) -> int | None:
    """Minutes since midnight, the day left aside."""
    clock = re.search(r"T(\d\d)(?::(\d\d))?$", timex)
    return int(clock[1]) * 60 + int(clock[2] or 0) if clock else None


def _is_one_slip(length: Length, found: int) -> bool:
    """Whether one part of the length, written otherwise, gives what was found."""
    if len(length.parts) == 1 and length.parts[0] < _TEN:
        return False
    wanted = _parts_of(found, length)
    differing = [(a, b) for a, b in zip(length.parts, wanted, strict=False) if a != b]
    return len(wanted) == len(length.parts) and len(differing) == 1 and is_slip(*map(str, differing[0]))


def _parts_of(amount: int, like: Length) -> tuple[int, ...]:
    size = {_MONTHS: 12, _MINUTES: 60, _DAYS: 10**6}[like.measure]
    if len(like.parts) == 1 and amount < size:
        return (amount,)
    big, small = divmod(amount, size)
    return (big, small) if small else (big,)


def in_words(amount: int, measure: str) -> str:
    """A length in days, months or minutes as an article writes it.

    >>> in_words(155, "minutes"), in_words(62, "months"), in_words(9, "days")
    ('2小时35分钟', '5年2个月', '9天')
    """
    if measure == _DAYS:
        return f"{amount}天"
    big, small = divmod(amount, 12 if measure == _MONTHS else 60)
    names = ("年", "个月") if measure == _MONTHS else ("小时", "分钟")
    return (f"{big}{names[0]}" if big else "") + (f"{small}{names[1]}" if small else "")
