"""Parts and a total that no word opens or closes: 设站21座，地下16座，高架5座; 352名官兵，男301名，女51名.

A sentence whose figures of one kind are a list and its first or last one near their sum is asked about where
one slip of the pen makes them add up; softly, as nothing says that the list is complete.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from core.checks.asking import LOW, MEDIUM, ask
from core.checks.each_of import weighted
from core.checks.figures import Figure, Range, like, slipped
from core.checks.material import Material
from core.checks.sums import is_turned
from core.checks.wording import say
from core.document import Finding

RULE = "sum"
_LONGEST_GAP = 18
_LEAST_TOTAL = 10
_MOST_PARTS = 8
_NEAR = (0.6, 1.6)
_BREAKS = re.compile(
    r"比|较|去年|上年|同期|上一|前一|增|减|升|降|提高|平均|均|每|累计|目标|计划|超|不到|以上|等|其中|预计|至今|距|折合|相当"
    r"|占|从|由.{0,12}到|至|第|[！？；]|另|还|仅|只|又|再|剩|余|达|最"
)
_WHOLE_WORDS = re.compile(r"组成|构成|分为|分成|包括|分别|设|奖牌|总分|总成绩|全部|有效票|共|总|合|：")
_SURE = re.compile(r"组成|构成|分为|分成|奖牌|有效票|共|总|合计")


def check_bare_lists(material: Material) -> Iterator[Finding]:
    """Questions about lists whose parts nearly make the figure before or behind them."""
    for figures in material.by_sentence:
        for group in _groups(weighted(material, figures)):
            yield from _check(material, group)


def _groups(figures: Sequence[Figure]) -> Iterator[list[Figure]]:
    """The exact figures of each kind in a sentence, in order, three or more of them."""
    by_kind: dict[tuple[str, str], list[Figure]] = {}
    for figure in figures:
        is_plain = figure.is_exact and not figure.is_percent and not figure.per and figure.unit != "岁"
        if is_plain and figure.amount > 0 and figure.quote[0].isdigit():
            by_kind.setdefault((figure.family, figure.mark.label), []).append(figure)
    yield from (group for group in by_kind.values() if 2 < len(group) <= _MOST_PARTS + 1)


def _check(material: Material, group: list[Figure]) -> Iterator[Finding]:
    gaps = [material.between(one, other) for one, other in pairwise(group)]
    if any(_BREAKS.search(gap) or len(gap) > _LONGEST_GAP for gap in gaps):
        return
    if any(_fits(group[place], [*group[:place], *group[place + 1 :]]) for place in (0, len(group) - 1)):
        return
    for place, parts in ((0, group[1:]), (len(group) - 1, group[:-1])):
        total = group[place]
        if _is_total(total, parts) and (_mends(total, parts) or is_turned(total, parts)):
            words = gaps[place - (place > 0)] + _beside(material, total)
            is_told = bool(_WHOLE_WORDS.search(words))
            is_precise = any(len(figure.digits.rstrip("0")) > 2 for figure in group)
            if is_told or (is_precise and _is_whole_before(material, total, place)):
                severity = MEDIUM if _SURE.search(words) else LOW
                yield _question(material, total, parts, severity)
                return


def _is_total(total: Figure, parts: Sequence[Figure]) -> bool:
    made = sum(part.amount for part in parts)
    is_near = _NEAR[0] * total.amount <= made <= _NEAR[1] * total.amount
    return total.amount >= _LEAST_TOTAL and is_near and all(part.amount < total.amount for part in parts)


def _fits(total: Figure, parts: Sequence[Figure]) -> bool:
    return _sum(parts).meets(total.range)


def _mends(total: Figure, parts: Sequence[Figure]) -> bool:
    """Whether one slip of the pen in a figure of two digits or more makes the parts add up."""
    made = _sum(parts)
    if any(other.meets(made) for other in slipped(total)):
        return True
    return any(
        other.meets(total.range - _sum([each for each in parts if each is not part]))
        for part in parts
        for other in slipped(part)
    )


def _sum(parts: Sequence[Figure]) -> Range:
    return sum((part.range for part in parts), Range(0.0, 0.0))


def _beside(material: Material, figure: Figure) -> str:
    start = max(material.sentences[figure.sentence].span.start, figure.span.start - 4)
    return (
        material.simplified[start : figure.span.start]
        + material.simplified[figure.span.end : figure.span.end + 4]
    )


def _is_whole_before(material: Material, total: Figure, place: int) -> bool:
    """Whether a total at the head of a list is the first figure of its sentence, and the list ends it."""
    return place == 0 and material.by_sentence[total.sentence][0].span == total.span


def _question(material: Material, total: Figure, parts: Sequence[Figure], severity: str) -> Finding:
    whole = like(total, sum(part.amount for part in parts), min(part.power for part in parts))
    reckoning = say("reckoned", sum=" + ".join(part.quote for part in parts), made=whole, said=total.quote)
    return ask(RULE, severity, say("parts_and_total"), reckoning, material.text, total, *parts)
