"""How far one figure lies beyond another: 水位163.42米，超过161.00米的警戒水位2.42米."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from core.checks.asking import MEDIUM, ask
from core.checks.figures import Figure, Range, like, mends
from core.checks.growth import UP_OR_DOWN, spread
from core.checks.material import Material
from core.checks.wording import say
from core.document import Finding

RULE, UNIT = "growth", "unit"
_NUMBER = re.compile(r"^[-\d.,，]+[万亿]*")
_BEYOND = re.compile(
    r"[，（]?[^，。；：\d]{0,10}(?:超过|超出|高于|高出|低于|多于|少于|长于|短于|比|较)[^，。；\d]{0,10}"
)
_BY = re.compile(
    r"(?:的[^，。；\d]{0,8})|(?:的[^，。；\d]{0,8})?，?(?:高出?|低|多出?|少|长|短|超出?|增加|减少|提高|下降|上升|降低)了?"
)


def check_excess(material: Material) -> Iterator[Finding]:
    """Questions about differences that the two figures beside them do not give."""
    for figures in material.by_sentence:
        for (one, other), (_, gap) in pairwise(pairwise(figures)):
            if _is_excess(material, one, other, gap):
                yield from _check(material, one, other, gap)


def _is_excess(material: Material, one: Figure, other: Figure, gap: Figure) -> bool:
    same = one.unit == other.unit and one.mark.label == gap.mark.label and not one.is_percent
    return (
        same
        and bool(_BEYOND.fullmatch(material.between(one, other)))
        and bool(_BY.fullmatch(material.between(other, gap)))
    )


def _check(material: Material, one: Figure, other: Figure, gap: Figure) -> Iterator[Finding]:
    difference = spread(one.written, other.written)
    if gap.family == one.family and (difference.meets(gap.range) or not gap.is_exact):
        return
    named = like(one, abs(one.amount - other.amount), min(one.power, other.power))
    made = named + _NUMBER.sub("", one.quote)
    shown = say("apart", one=one.quote, other=other.quote, made=made, said=gap.quote)
    places = (one, other, gap)
    if gap.unit != one.unit and difference.meets(_in_unit_of(gap, one)):
        yield ask(UNIT, MEDIUM, say("unit"), shown, material.text, *places)
    elif _is_named_growth(material, gap):
        return
    elif gap.family == one.family and mends(places, lambda a, b, c: spread(a, b).meets(c)):
        yield ask(RULE, MEDIUM, say("difference"), shown, material.text, *places)


def _is_named_growth(material: Material, gap: Figure) -> bool:
    """Whether the gap is called a rise or fall, which ``check_growth`` looks at."""
    return bool(UP_OR_DOWN.search(material.simplified, max(0, gap.span.start - 8), gap.span.start))


def _in_unit_of(gap: Figure, other: Figure) -> Range:
    """What ``gap`` would stand for, had it the unit of ``other``."""
    return gap.written.scaled(_factor(other) / _factor(gap))


def _factor(figure: Figure) -> float:
    """How much one of its unit is in its family's measure."""
    written = float((figure.mark.value or {}).get("amount") or 0)
    return figure.amount / written if written else 1.0
