"""Lengths of time against their ends: 2019年10月开工，历时5年2个月; 1903年起120周年; 17日至20日，共4天."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from core.assets import load_toml
from core.checks.asking import MEDIUM, ask
from core.checks.figures import is_slip
from core.checks.material import Material, Time
from core.document import Finding

RULE = "order"
_SPENT = re.compile(
    r"(?:历时|共计?|为期|用时|耗时|时长|中断|长达|间隔|工期|[距离][^，。；]{0,6}|持续|用了|过去了|任期)(?:整整|仅)?$"
)
_LENGTH = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$")
_JUST_AFTER = re.compile(r"[，（(、,]?(?:假期)?(?:一?共计?|为期|长达|历时|总计)?$")
_ANNIVERSARY = re.compile(r"(?<!\d)(\d{1,4})周年")
_YEAR = re.compile(r"(?<!\d)(1[0-9]\d\d|20\d\d)年(?![间代])")
_SINCE = re.compile(
    r"成立|创[办建立刊]|建[成馆校院立]|通车|开[馆园业办通放]|诞生|诞辰|逝世|驶出|第一|首|始建|组建|投[产用]|发[射布]|创"
)
_DAYS, _MONTHS, _MINUTES = "days", "months", "minutes"
_TEN, _NEAR_YEARS = 10, 3
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
                yield from _check_ends(material, place, time, length)
    for sentence in material.sentences:
        if "周年" in material.words(sentence.span):
            yield from _check_anniversaries(
                material, sentence.paragraph, sentence.span.start, sentence.span.end
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
        days = _days_of_range(other.timex) if other.span.end <= time.span.start else 0
        if days and _JUST_AFTER.fullmatch(gap) and not days - 1 <= length.amount <= days:
            shown = f"{other.mark.quote}有{days}天，不是{time.mark.quote}"
            yield ask(RULE, MEDIUM, "天数与起讫日期不符？", shown, material.text, other, time)


def _days_of_range(timex: str) -> int:
    """How many days a range has, both ends counted; 0 for what is no range of days."""
    first, _, last = timex.partition("/")
    try:
        return (date.fromisoformat(last) - date.fromisoformat(first)).days + 1
    except ValueError:
        return 0


def _check_ends(material: Material, place: int, time: Time, length: Length) -> Iterator[Finding]:
    """历时5年2个月 with a beginning in the sentence and an end near by."""
    before = material.simplified[max(0, time.span.start - 12) : time.span.start]
    if (
        length.measure == _DAYS
        or not _SPENT.search(before)
        or time.mark.quote.endswith("周年")
        or (time.mark.value or {}).get("approx")
    ):
        return
    paragraph = material.paragraph(material.sentences[place].paragraph)
    near = [t for i in paragraph for t in material.times_by_sentence[i] if t is not time]
    starts = [t for t in near if t.sentence == place and t.span.end <= time.span.start]
    wide = near if length.measure == _MINUTES else [*material.times, *near]
    apart = [(a, b, _apart(a, b, length.measure)) for a in near for b in wide if a is not b]
    if any(found is not None and abs(found - length.amount) <= 1 for _, _, found in apart):
        return
    for start, end, found in apart:
        is_start = start in starts or (length.measure == _MINUTES and end in starts)
        if found is not None and is_start and _is_one_slip(length, found):
            ends = f"{start.mark.quote}—{end.mark.quote}"
            shown = f"{ends}是{_in_words(found, length.measure)}，不是{time.mark.quote}"
            yield ask(RULE, MEDIUM, "时长与起讫时间不符？", shown, material.text, start, end, time)
            return


def _apart(first: Time, last: Time, measure: str) -> int | None:
    """The length from one time to the other, None where they are not precise enough for it."""
    if measure == _MINUTES:
        one, other = _minute_of(first.timex), _minute_of(last.timex)
        return other - one if one is not None and other is not None and other > one else None
    return _months_apart(first.timex, last.timex)


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
    size = 12 if like.measure == _MONTHS else 60
    if len(like.parts) == 1 and amount < size:
        return (amount,)
    big, small = divmod(amount, size)
    return (big, small) if small else (big,)


def _in_words(amount: int, measure: str) -> str:
    big, small = divmod(amount, 12 if measure == _MONTHS else 60)
    names = ("年", "个月") if measure == _MONTHS else ("小时", "分钟")
    return (f"{big}{names[0]}" if big else "") + (f"{small}{names[1]}" if small else "")


def _check_anniversaries(material: Material, paragraph: int, start: int, end: int) -> Iterator[Finding]:
    """120周年 against the year that it counts from, or against a known event."""
    if material.date is None:
        return
    this_year = material.date.year
    for mark in material.marks:
        found = _ANNIVERSARY.fullmatch(material.words(mark.span)) if start <= mark.span.start < end else None
        if not found:
            continue
        before = material.simplified[max(start, mark.span.start - 14) : mark.span.start]
        known = next((year for event, year in events().items() if before.endswith(event)), None)
        stated = [known] if known else list(_founding_years(material, paragraph))
        ends = {this_year, *(int(year[1]) for year in _YEAR.finditer(material.simplified, start, end))}
        if any(abs(year + int(found[1]) - last) <= 1 for year in stated for last in ends):
            continue
        for year in stated:
            passed = str(this_year - year)
            if is_slip(found[1], passed) or (known and abs(int(found[1]) - int(passed)) <= _NEAR_YEARS):
                shown = f"{this_year} - {year} = {this_year - year}，不是{found[1]}"
                yield ask(RULE, MEDIUM, "周年数与起始年份不符？", shown, material.text, mark.span)
                break


def _founding_years(material: Material, paragraph: int) -> Iterator[int]:
    """The years in which something began, in the paragraph of an anniversary and the one before."""
    for number in (paragraph, paragraph - 1, paragraph + 1):
        for place in material.paragraph(number):
            words = material.words(material.sentences[place].span)
            if _SINCE.search(words):
                yield from (int(year[1]) for year in _YEAR.finditer(words))


@cache
def events() -> dict[str, int]:
    """Known events and their years."""
    table: dict[str, int] = load_toml("lexicons/anniversaries.toml")["years"]
    return table
