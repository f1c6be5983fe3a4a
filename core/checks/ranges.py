"""Ranges that run backwards: 4周至2周, 99岁至90岁, 2018年12月至3月."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from core.checks.asking import MEDIUM, ask
from core.checks.material import Material
from core.document import Finding
from core.spans import Span

RULE = "range"
_NUMBER = r"\d+(?:\.\d+)?"
_UNIT = (
    "周岁|岁|周|天|年|个月|小时|分钟|米|公里|厘米|毫米|公斤|千克|吨|亩|公顷|元|万元|亿元|人|名|个|家|户|次|倍|%|℃|度"
    "|平方米"
)
_RANGE = re.compile(
    rf"(?<![\d.．·%/／-])({_NUMBER})({_UNIT})?(?:至|到|—|–|－|~|～|-)({_NUMBER})({_UNIT})(?!\d)"
)
# 从35元降到20元, 由20%至15%: a fall, not a range; 3-2: a score.
_NEXT_YEAR = re.compile(r"[次翌来第]年|第二年")
_YEAR = re.compile(r"\d{4}年")
_FALL = re.compile(r"[从由自][^，。；]{0,6}$|[降减缩跌]|比分|比\d")


def check_ranges(material: Material) -> Iterator[Finding]:
    """Questions about ranges whose end lies before their beginning."""
    for found in material.find(_RANGE):
        same = found[2] in (None, found[4]) and not (found[4] == "年" and len(found[3]) < len(found[1]))
        before = material.simplified[max(0, found.start() - 8) : found.start()]
        if same and Decimal(found[1]) > Decimal(found[3]) and not _FALL.search(before):
            yield _question(material, Span(*found.span()), f"{found[1]} > {found[3]}")
    for time in material.times:
        yield from _backwards(material, time.timex, time.mark.span)


def _backwards(material: Material, timex: str, span: Span) -> Iterator[Finding]:
    first, slash, last = timex.partition("/")
    if not slash or not first[:4].isdigit() or not last[:4].isdigit() or "T" in timex:
        return
    words = material.words(span)
    is_backwards = len(first) == len(last) and first > last
    if is_backwards and _YEAR.search(words) and not _NEXT_YEAR.search(words):
        yield _question(material, span, f"{first}在{last}之后")


def _question(material: Material, span: Span, reckoning: str) -> Finding:
    return ask(RULE, MEDIUM, "范围的起讫颠倒？", reckoning, material.text, span)
