"""A figure that the body says again in the same words, with one slip of the pen: 全长1288米, 桥长1828米."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.checks.asking import LOW, MEDIUM, ask
from core.checks.material import Material
from core.checks.numbers.figures import Figure
from core.checks.numbers.repeats import pairs_of
from core.checks.numbers.slips import is_slip
from core.checks.wording import say
from core.document import Finding

RULE = "repeat"
_DEGREES = "°C"
_REACH = 14
_FAR = 3_000
_SURE_DIGITS, _LEAST_DIGITS = 3, 2
_SURE_WORDS, _LEAST_WORDS = 3, 2
_SIGNS = re.compile(r"[，。；：、（）()！？“”\n\u3000]")
# What is told of another time, place or part is another figure.
_OTHER = re.compile(
    r"去年|上年|前年|同期|比|较|增|减|升|降|涨|跌|第|其中|平均|均|每|预计|计划|目标|累计|上[月届期]|下[月届期]"
    r"|[\d一二三四]季度|\d月|\d{4}年|[上下]半年|年[初末底]|首批|一期|二期|由|从|另|超|余|分别|约|近"
)


def check_restated(material: Material) -> Iterator[Finding]:
    """Questions about figures of the body that differ in a slip, under the same words."""
    by_kind: dict[tuple[str, int, int], list[Figure]] = {}
    for figure in material.figures:
        if _is_plain(material, figure):
            group = by_kind.setdefault((figure.unit, figure.power, len(figure.digits)), [])
            yield from _against(material, figure, group)
            group.append(figure)


def _is_plain(material: Material, figure: Figure) -> bool:
    if figure.unit == _DEGREES:
        return False  # one place is as warm as another is cold
    is_written = figure.is_exact and figure.quote[0].isdigit() and not figure.per and figure.unit != "pp"
    return is_written and len(figure.digits) >= _LEAST_DIGITS and not material.is_summary(figure)


def _against(material: Material, figure: Figure, earlier: list[Figure]) -> Iterator[Finding]:
    for other in earlier:
        is_near = other.sentence != figure.sentence and figure.span.start - other.span.start < _FAR
        if not is_near or not is_slip(figure.digits, other.digits):
            continue
        words, others = _clause(material, figure), _clause(material, other)
        if _OTHER.search(words) or _OTHER.search(others):
            continue
        shared = len(_pairs(words) & _pairs(others))
        is_turned = sorted(figure.digits) == sorted(other.digits)
        is_sure = shared >= _SURE_WORDS and (is_turned or len(figure.digits) >= _SURE_DIGITS)
        is_rare = not figure.is_percent and len(figure.digits.rstrip("0")) >= _SURE_DIGITS
        if is_sure or (is_turned and (is_rare or shared >= _LEAST_WORDS)):
            shown = f"{other.quote}\u3000{figure.quote}"
            severity = MEDIUM if is_sure and is_turned else LOW
            yield ask(RULE, severity, say("said_twice"), shown, material.text, other, figure)
            return


def _pairs(words: str) -> frozenset[str]:
    return frozenset().union(*map(pairs_of, words.split("\n")))


def _clause(material: Material, figure: Figure) -> str:
    """The words of a figure's clause, a line break for the figure."""
    sentence = material.sentences[figure.sentence].span
    before = material.simplified[max(sentence.start, figure.span.start - _REACH) : figure.span.start]
    after = material.simplified[figure.span.end : min(sentence.end, figure.span.end + _REACH)]
    return _SIGNS.split(before)[-1] + "\n" + _SIGNS.split(after)[0]
