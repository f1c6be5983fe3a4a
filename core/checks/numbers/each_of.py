"""What several things have each: 另外两群各80匹 are 160 in a sum, 觯、卣、尊、盘各1件 are four."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from core.checks.material import Material
from core.checks.numbers.figures import Figure, Range
from core.language.numerals import parse_number

_EACH_OF = re.compile(
    r"(?:(?P<count>[两二三四五六七八九十]|\d{1,2})[个群支队组家所座台辆条人名位类种处校县市区村镇班项]{1,2}|(?P<things>(?:[^，。；：、和\d]{1,10}[、和])+[^，。；：、和\d]{1,10}))"
    r"各[有自占为获得]{0,2}$"
)
_REACH, _NEAR = 60, 4


def weighted(material: Material, figures: Sequence[Figure]) -> Sequence[Figure]:
    """The figures of a sentence, one that several things have each (两群各80匹) as many times as they are."""
    if not figures:
        return figures
    start = material.sentences[figures[0].sentence].span.start
    made: list[Figure] = []
    for figure in figures:
        times = _times(material.simplified[start : figure.span.start])
        ranges = Range(times * figure.range.low, times * figure.range.high)
        made.append(replace(figure, amount=times * figure.amount, range=ranges) if times > 1 else figure)
    return made


def _times(before: str) -> int:
    """How many things have a figure each, by the words before it; 1 where it does not say each."""
    found = _EACH_OF.search(before[-_REACH:]) if "各" in before[-_NEAR:] else None
    if not found:
        return 1
    if found["count"]:
        return int(parse_number(found["count"].replace("两", "二")))
    return found["things"].count("、") + found["things"].count("和") + 1
