"""Ranges that run backwards: 4周至2周, 99岁至90岁, 2018年12月至3月, 1月18日至16日, 17时30分至8时30分."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from core.checks.asking import LOW, MEDIUM, ask
from core.checks.material import Material
from core.checks.wording import say
from core.document import Finding
from core.text.spans import Span

RULE = "range"
_NUMBER = r"\d+(?:\.\d+)?"
_UNIT = (
    "周岁|岁|周|天|年|个月|小时|分钟|米|公里|厘米|毫米|公斤|千克|吨|亩|公顷|元|万元|亿元|人|名|个|家|户|次|倍|%|℃|度"
    "|平方米"
)
_RANGE = re.compile(
    rf"(?<![\d.．·%/／-])({_NUMBER})({_UNIT})?(?:至|到|—|–|－|~|～|-)({_NUMBER})({_UNIT})(?!\d)"
)
_TO = r"(?:至|到|—|–|－|~|～|-)"
_DAYS = re.compile(rf"(?<!\d)\d{{1,2}}月(\d{{1,2}})[日号]?{_TO}(\d{{1,2}})[日号]")
_CLOCK = r"(\d{1,2})(?:[:：]|[时点])(\d{2}|半)?分?"
_CLOCKS = re.compile(rf"(?<!\d)(?<!\d[:：日号]){_CLOCK}{_TO}{_CLOCK}(?!\d)")
_OVERNIGHT = re.compile(r"[夜晚次翌]|凌晨|第二天|封闭|施工|限行|停[水电气]|值[班守]|宵禁|禁[鸣行止]")
_AROUND = 14
# Years before today or before our era run down.
_BEFORE_PRESENT = re.compile(r"(?:距今|公元前|(?<!以)前|史前)[约近]?$")
# 从35元降到20元, 由20%至15%: a fall, not a range; 3-2: a score.
_NEXT_YEAR = re.compile(r"[次翌来第]年|第二年")
_YEAR = re.compile(r"\d{4}年")
_FALL = re.compile(r"[从由自][^，。；]{0,6}$|[降减缩跌]|比分|比\d")


def check_ranges(material: Material) -> Iterator[Finding]:
    """Questions about ranges whose end lies before their beginning."""
    for found in material.find(_RANGE):
        same = found[2] in (None, found[4]) and not (found[4] == "年" and len(found[3]) < len(found[1]))
        before = material.simplified[max(0, found.start() - 8) : found.start()]
        if found[4] == "年" and _BEFORE_PRESENT.search(before):
            continue
        if same and Decimal(found[1]) > Decimal(found[3]) and not _FALL.search(before):
            yield _question(material, Span(*found.span()), f"{found[1]} > {found[3]}")
    for found in material.find(_DAYS):
        if int(found[2]) < int(found[1]):
            yield _question(material, Span(*found.span()), say("day_after", one=found[1], other=found[2]))
    for found in material.find(_CLOCKS):
        yield from _clocks(material, found)
    for time in material.times:
        yield from _backwards(material, time.timex, time.mark.span)


def _clocks(material: Material, found: re.Match[str]) -> Iterator[Finding]:
    """每日17时30分至8时30分: over midnight, or exchanged? Asked softly."""
    first, last = _minute(found[1], found[2]), _minute(found[3], found[4])
    around = material.simplified[max(0, found.start() - _AROUND) : found.end() + _AROUND]
    if last < first and not _OVERNIGHT.search(around):
        yield _question(material, Span(*found.span()), say("ends_before"), severity=LOW)


def _minute(hour: str, minute: str | None) -> int:
    return int(hour) * 60 + (30 if minute == "半" else int(minute or 0))


def _backwards(material: Material, timex: str, span: Span) -> Iterator[Finding]:
    first, slash, last = timex.partition("/")
    if not slash or not first[:4].isdigit() or not last[:4].isdigit() or "T" in timex:
        return
    words = material.words(span)
    is_backwards = len(first) == len(last) and first > last
    if is_backwards and _YEAR.search(words) and not _NEXT_YEAR.search(words):
        yield _question(material, span, say("time_after", one=first, other=last))


def _question(material: Material, span: Span, reckoning: str, *, severity: str = MEDIUM) -> Finding:
    return ask(RULE, severity, say("backwards"), reckoning, material.text, span)
