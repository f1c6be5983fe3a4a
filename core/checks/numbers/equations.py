"""One quantity said in two ways, side by side: 140分钟，即2小时20分钟; 明年（2026年）, 昨天（8日）."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from core.checks.asking import LOW, MEDIUM, ask
from core.checks.material import Material, Time
from core.checks.times.lengths import Length, length_of
from core.checks.wording import say
from core.document import Finding
from core.text.spans import Span

RULE = "order"
_EQUALS = re.compile(r"[，,（(]?(?:也?即|也就是|合|折合|约合|相当于|等于)(?:约|整整?)?|[（(]")
_ENDS = re.compile(r"[，。；、）)]|$")
_ROUNDED = re.compile(r"[约近多余]|左右|上下")
_NEARLY = 0.06
_MINUTES_A_DAY = 24 * 60
_RELATIVE = {"前年": -2, "去年": -1, "上年": -1, "今年": 0, "本年": 0, "明年": 1, "次年": 1, "后年": 2}
_YEAR_TWICE = re.compile(
    r"(前年|去年|上年|今年|本年|明年|次年|后年)(?:[（(]|，?即)((?:19|20)\d\d)年?(?=[）)，。；])"
)
_NEAR_DAY = re.compile("[上下本]个?月|[昨前今明后][天日]")
_ONE_TIME = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
_THAT_IS = re.compile(r"[（(]|，?(?:即|也就是)")


def check_equations(material: Material) -> Iterator[Finding]:
    """Questions about one length, year, month or day that is said in two ways, which differ."""
    for times in material.times_by_sentence:
        yield from _lengths(material, times)
        yield from _days(material, times)
    if material.date and not (material.dating and len(material.dating.years) > 1):
        yield from _years(material, material.date.year)


def _lengths(material: Material, times: Sequence[Time]) -> Iterator[Finding]:
    """140分钟，即2小时20分钟."""
    for first, second in pairwise(times):
        one, other = length_of(first.timex), length_of(second.timex)
        gap = material.between(first, second)
        if not one or not other or not _EQUALS.fullmatch(gap):
            continue
        amounts = _minutes(one), _minutes(other)
        if not all(amounts) or not _ENDS.match(material.simplified, second.span.end):
            continue
        is_rounded = _ROUNDED.search(material.simplified, first.span.start - 1, second.span.end)
        allowed = max(filter(None, amounts)) * _NEARLY if is_rounded else 0.0
        if abs(amounts[0] - amounts[1]) > allowed:  # type: ignore[operator]
            shown = f"{first.mark.quote}\u3000{second.mark.quote}"
            yield ask(RULE, MEDIUM, say("two_lengths"), shown, material.text, first, second)


def _days(material: Material, times: Sequence[Time]) -> Iterator[Finding]:
    """昨天（8日）, 上月，即7月: by the distance from the article's day, and by its number."""
    for one, other in pairwise(times):
        is_near = _NEAR_DAY.fullmatch(one.mark.quote) and _ONE_TIME.fullmatch(one.timex)
        if not (is_near and _ONE_TIME.fullmatch(other.timex)):
            continue
        size = min(len(one.timex), len(other.timex))
        if _THAT_IS.fullmatch(material.between(one, other)) and one.timex[:size] != other.timex[:size]:
            shown = say("time_is", said=one.mark.quote, time=one.timex, other=other.timex)
            # A paper prints on the next day what it was told 今天.
            severity = LOW if "天" in one.mark.quote or "日" in one.mark.quote else MEDIUM
            yield ask("relative_year", severity, say("two_times"), shown, material.text, one.span, other.span)


def _minutes(length: Length) -> int | None:
    """A length in minutes; None for months, which have no one length."""
    return {"minutes": length.amount, "days": length.amount * _MINUTES_A_DAY}.get(length.measure)


def _years(material: Material, year: int) -> Iterator[Finding]:
    """去年（2025年）."""
    for found in material.find(_YEAR_TWICE):
        real = year + _RELATIVE[found[1]]
        if found[1] not in ("上年", "次年") and int(found[2]) != real:
            shown = say("year_is", said=found[1], year=real)
            yield ask("relative_year", MEDIUM, say("wrong_year"), shown, material.text, Span(*found.span()))
