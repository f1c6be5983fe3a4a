"""How long something took, against the two moments that its sentence names: 8时开，9时20分到，运行1小时20分.

A length is asked about only where no two moments near it are so far apart, and the two that it stands beside
are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from core.checks.asking import LOW, MEDIUM, ask
from core.checks.dating import day_in
from core.checks.figures import is_slip
from core.checks.lengths import Length, in_words, length_of
from core.checks.material import Material, Time
from core.checks.wording import say
from core.document import Finding
from core.spans import Span

RULE = "order"
_MINUTES, _DAYS, _MONTHS = "minutes", "days", "months"
_MINUTES_A_DAY, _YEAR = 24 * 60, 12
_GAP, _REACH = 30, 24
_CLOCK = re.compile(r"T(\d\d)(?::(\d\d))?$")
_ROUNDED = re.compile(r"[多余近约几数]|上下|左右|不[到足]")
_BEFORE_ROUNDED = re.compile(r"[约近超]$|大约$|将近$|不到$|超过$")
_CUE = re.compile(
    r"历时|用时|耗时|全程|行程|运行|行驶|车程|航程|飞行|持续|等了|等待|时长|为期|共|工期|会期|展期|前后|整整|长达|用了|花了|经过|相隔|间隔"
    r"|停留|停播|停[水电气运]|中断|暂停|干了|守了?|工作了?|服役|坚持|在.{0,4}$|过去了?|当了|教了|相伴|陪伴|奔走|历经|跨越|压缩|缩短|提前|推迟|晚|早|睡|睡了|作业|值守|奋战"
)
_CHANGED = re.compile(r"(?:缩短|压缩|减少|节省|省|快|提前|延长|增加|多|慢|晚)了?$")
_MOVED = re.compile(
    r"(?<![\d年])(\d{1,2})月(\d{1,2})日[^。；]{0,40}?[比较][^。，；\d]{0,8}(\d{1,2})月(\d{1,2})日"
    r"(?:提前|提早|早|推迟|延后|晚)了?(\d{1,3})天"
)
_COMMON_YEAR = 2025
_AFTER = re.compile(r"[后内里间]|之久|才|就|的")


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time: the number of it in minutes, days or months, from some beginning."""

    at: int
    measure: str
    time: Time
    is_dated: bool = True


def check_elapsed(material: Material) -> Iterator[Finding]:
    """Questions about lengths of time that the moments beside them contradict."""
    for place, times in enumerate(material.times_by_sentence):
        for time in times:
            length = length_of(time.timex) if time.mark.label == "DURATION" else None
            if length and _is_exact(material, time):
                yield from _difference(material, place, time, length) or _check(material, place, time, length)
    yield from _moved(material)


def _difference(material: Material, place: int, time: Time, length: Length) -> list[Finding]:
    """1小时42分缩短为1小时22分，缩短20分钟: the difference of two lengths before it, as far as it is told."""
    before = material.simplified[max(0, time.span.start - 6) : time.span.start]
    told = [
        (other, made)
        for other in material.times_by_sentence[place]
        if other.span.end <= time.span.start
        and other.mark.label == "DURATION"
        and (made := length_of(other.timex))
        and made.measure == length.measure
    ]
    if not _CHANGED.search(before) or len(told) < 2:
        return []
    if any(abs(a.amount - b.amount) == length.amount for _, a in told for _, b in told):
        return []
    (first, one), (last, other) = told[-2:]
    if not (difference := in_words(abs(one.amount - other.amount), length.measure)):
        return []
    ends = {"one": first.mark.quote, "other": last.mark.quote}
    shown = say("apart", **ends, made=difference, said=time.mark.quote)
    return [ask(RULE, MEDIUM, say("length"), shown, material.text, first.span, last.span, time.span)]


def _moved(material: Material) -> Iterator[Finding]:
    """11月1日开板，比去年的11月9日提前8天: days of two years, as if of one."""
    for found in material.find(_MOVED):
        try:
            one, other = (date(_COMMON_YEAR, int(found[n]), int(found[n + 1])) for n in (1, 3))
        except ValueError:
            continue
        made = abs((one - other).days)
        if abs(made - int(found[5])) > 1:
            one_day, other_day = (f"{found[n]}月{found[n + 1]}日" for n in (1, 3))
            told = {"made": f"{made}天", "said": f"{found[5]}天"}
            shown = say("apart", one=one_day, other=other_day, **told)
            yield ask(RULE, MEDIUM, say("length"), shown, material.text, Span(*found.span()))


def _is_exact(material: Material, time: Time) -> bool:
    before = material.simplified[max(0, time.span.start - 2) : time.span.start]
    return not _ROUNDED.search(time.mark.quote) and not _BEFORE_ROUNDED.search(before)


def _check(material: Material, place: int, time: Time, length: Length) -> Iterator[Finding]:
    near = [m for number in _around(material, place) for m in _moments(material, number, length.measure)]
    if any(_fits(first, last, length) for first in near for last in near if first is not last):
        return
    here = list(_moments(material, place, length.measure))
    for first, last in pairwise(here):
        if _stands_beside(material, first, last, time):
            found = _apart(first, last)
            severity = _severity(found, length)
            if severity:
                ends = {"from": first.time.mark.quote, "to": last.time.mark.quote}
                made = in_words(found, length.measure)
                if ends["from"] == ends["to"]:
                    shown = say("range_is", range=ends["from"], made=made, said=time.mark.quote)
                else:
                    shown = say("length_is", **ends, made=made, said=time.mark.quote)
                spans = (first.time.span, last.time.span, time.span)
                yield ask(RULE, severity, say("length"), shown, material.text, *spans)
                return


def _around(material: Material, place: int) -> Sequence[int]:
    """A sentence with its neighbors in the paragraph."""
    paragraph = material.paragraph(material.sentences[place].paragraph)
    return [number for number in paragraph if abs(number - place) <= 1]


def _moments(material: Material, place: int, measure: str) -> Iterator[Moment]:
    """The points in time of a sentence in a measure, both ends of a range."""
    for time in material.times_by_sentence[place]:
        if time.mark.label in ("DATE", "TIME") and len(time.timex) >= len("2025"):
            for end in time.timex.split("/"):
                at = {_MINUTES: _minute, _DAYS: _day, _MONTHS: _month}[measure](end)
                if at is not None:
                    yield Moment(at, measure, time, end[:4].isdigit())


def _minute(timex: str) -> int | None:
    clock, day = _CLOCK.search(timex), day_in(timex)
    if not clock:
        return None
    days = day.toordinal() if day else 0
    return days * _MINUTES_A_DAY + int(clock[1]) * 60 + int(clock[2] or 0)


def _day(timex: str) -> int | None:
    day = day_in(timex)
    return day.toordinal() if day else None


def _month(timex: str) -> int | None:
    found = re.match(r"(\d{4})(?:-(\d\d))?(?:-\d\d)?$", timex)
    return int(found[1]) * _YEAR + int(found[2] or 1) - 1 if found else None


def _apart(first: Moment, last: Moment) -> int:
    """How far two moments lie apart; clocks without their day on one."""
    if first.is_dated != last.is_dated:
        return (last.at - first.at) % _MINUTES_A_DAY
    return last.at - first.at


def _fits(first: Moment, last: Moment, length: Length) -> bool:
    found = _apart(first, last)
    if length.measure == _DAYS:
        return found in (length.amount, length.amount - 1)
    if length.measure == _MONTHS:
        return abs(found - length.amount) <= (1 if length.amount % _YEAR else _YEAR)
    return found % _MINUTES_A_DAY == length.amount % _MINUTES_A_DAY


def _stands_beside(material: Material, first: Moment, last: Moment, time: Time) -> bool:
    """Whether a length stands right behind two moments that belong together, with a word for lasting."""
    text, end = material.simplified, last.time.span.end
    between = text[first.time.span.end : last.time.span.start]
    gap = text[end : time.span.start] if time.span.start >= end else "。"
    if (
        last.at <= first.at
        or len(between) > _GAP
        or len(gap) > _REACH
        or re.search("[。；？]", between + gap)
    ):
        return False
    return bool(_CUE.search(gap[-10:])) or bool(gap[-1:] not in "，、" and _AFTER.match(text, time.span.end))


def _severity(found: int, length: Length) -> str | None:
    """How gravely the difference is taken: a slip of the pen more than another length."""
    if length.measure == _MONTHS and not length.amount % _YEAR:
        years, told = round(found / _YEAR), length.amount // _YEAR
        return MEDIUM if is_slip(str(years), str(told)) and abs(years - told) > 1 else None
    if length.measure == _DAYS:
        found += 1
    is_near = is_slip(str(found), str(length.amount)) or abs(found - length.amount) in (1, 2, 10, 60, 120)
    if not is_near:
        return LOW if length.measure == _MINUTES and found < _MINUTES_A_DAY else None
    return LOW if length.measure == _DAYS and found - length.amount == 1 else MEDIUM
