"""Differences of two lengths or days: 1小时42分缩短为1小时22分，缩短20分钟; 11月1日，比11月9日提前8天."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, permutations

from core.checks.asking import LOW, MEDIUM, ask
from core.checks.material import Material, Time
from core.checks.numbers.slips import is_slip
from core.checks.times.lengths import MINUTES, SECONDS, Length, in_words, length_of
from core.checks.times.moments import fits, moments_of
from core.checks.wording import say
from core.document import Finding
from core.language.calendar_dates import day_or_none
from core.text.spans import Span

RULE = "order"
_CHANGED = re.compile(
    r"(?:缩短|压缩|减少|节省|节约|省|快|提高|提升|提前|延长|增加|多|慢|晚|早|短|长|相差|仅差|只差|差|领先|落后|打破.{0,8})[了出]?(?:将近|整整)?$"
)
_ROUNDED = re.compile(r"[多近余约几]|左右|上下")
_MOVED = re.compile(
    r"(?<![\d年])(\d{1,2})月(\d{1,2})日[^。；]{0,40}?[比较][^。，；\d]{0,8}(\d{1,2})月(\d{1,2})日"
    r"[^。，；\d]{0,4}(?:提前|提早|早|推迟|延后|晚)了?(\d{1,3})天"
)
_COMMON_YEAR = 2025
_WIDE = 1


def check_differences(material: Material) -> Iterator[Finding]:
    """Questions about differences that the two lengths or days beside them do not give."""
    for place, times in enumerate(material.times_by_sentence):
        for time in times:
            length = length_of(time.timex) if time.mark.label == "DURATION" else None
            if length and _is_difference(material, time):
                yield from _difference(material, place, time, length)
    yield from _moved(material)


def _is_difference(material: Material, time: Time) -> bool:
    before = material.simplified[max(0, time.span.start - 6) : time.span.start]
    is_whole = not material.simplified[time.span.end : time.span.end + 1].isdigit()
    return bool(_CHANGED.search(before)) and is_whole and not _ROUNDED.search(time.mark.quote)


def _difference(material: Material, place: int, time: Time, length: Length) -> Iterator[Finding]:
    """The difference of two lengths of its sentence, or of the sentences beside it."""
    scale = 60 if length.measure == MINUTES else 1
    measure = SECONDS if length.measure in (MINUTES, SECONDS) else length.measure
    amount = length.amount * scale
    told: list[tuple[int, Time]] = []
    for number in _nearest_first(material, place):
        told += _told(material, number, time, measure)
        if len(told) >= 2:
            break
    clocks = moments_of(material, place, length.measure) if length.measure == MINUTES else ()
    if any(fits(one, other, length) for one, other in permutations(clocks, 2)):
        return
    if len(told) < 2 or any(abs(a - b) == amount for (a, _), (b, _) in combinations(told, 2)):
        return
    (one, first), (other, last) = sorted(
        told[-2:] if len(told) > 2 else told, key=lambda each: each[1].span.start
    )
    made = abs(one - other)
    if not made or min(one, other) < amount / 10:
        return
    shown_as = made if length.measure == SECONDS or made % 60 or measure != SECONDS else made // 60
    unit = length.measure if shown_as != made or measure != SECONDS else SECONDS
    words = in_words(shown_as, unit)
    ends = {"one": first.mark.quote, "other": last.mark.quote}
    shown = say("apart", **ends, made=words, said=time.mark.quote)
    is_near = len(told) == 2 or is_slip(str(made // scale), str(length.amount))
    spans = (first.span, last.span, time.span)
    yield ask(RULE, MEDIUM if is_near else LOW, say("length"), shown, material.text, *spans)


def _nearest_first(material: Material, place: int) -> list[int]:
    """A sentence, then those beside it in its paragraph."""
    paragraph = material.paragraph(material.sentences[place].paragraph)
    return sorted(
        (number for number in paragraph if abs(number - place) <= _WIDE),
        key=lambda number: (abs(number - place), -number),
    )


def _told(material: Material, place: int, time: Time, measure: str) -> Iterator[tuple[int, Time]]:
    """The lengths of a sentence, but those that are differences themselves."""
    for other in material.times_by_sentence[place]:
        made = length_of(other.timex) if other.mark.label == "DURATION" and other is not time else None
        if made and not _is_difference(material, other):
            scale = 60 if made.measure == MINUTES else 1
            own = SECONDS if made.measure in (MINUTES, SECONDS) else made.measure
            if own == measure:
                yield made.amount * scale, other


def _moved(material: Material) -> Iterator[Finding]:
    """11月1日开板，比去年的11月9日提前8天: days of two years, as if of one."""
    for found in material.find(_MOVED):
        one, other = (day_or_none(_COMMON_YEAR, int(found[n]), int(found[n + 1])) for n in (1, 3))
        made = abs((one - other).days) if one and other else int(found[5])
        if abs(made - int(found[5])) > 1:
            one_day, other_day = (f"{found[n]}月{found[n + 1]}日" for n in (1, 3))
            told = {"made": f"{made}天", "said": f"{found[5]}天"}
            shown = say("apart", one=one_day, other=other_day, **told)
            yield ask(RULE, MEDIUM, say("length"), shown, material.text, Span(*found.span()))
