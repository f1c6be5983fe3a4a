"""What is left of a whole: 塌方37处，已抢通31处，其余6处; 停电8640户，已恢复7344户，尚有1296户."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from core.checks.asking import MEDIUM, ask
from core.checks.figures import Figure, Range, like, mends
from core.checks.material import Material
from core.checks.wording import say
from core.document import Finding

RULE = "sum"
_REST = re.compile(r"(?:其余|余下|剩余|剩下|还剩|仅剩|只剩)的?[^，。；、\d]{0,6}$")
# These say what is left only beside what is done.
_STILL = re.compile(r"(?:尚有|还有|仍有)[^，。；、\d]{0,4}$")
_DONE = re.compile(r"已|完成|恢复")
_UNDONE = re.compile(r"[^，。；\d]{0,4}(?:未|待|没)")
_COMPARED = re.compile(r"比|较|去年|上年|同期|平均|每|增|减")
_THING = re.compile("[\u4e00-\u9fff]{2}")
_MOST = 5
_NEAR = (0.75, 1.3)


def check_rests(material: Material) -> Iterator[Finding]:
    """Questions about rests that the whole and the other parts do not leave."""
    for figures in material.by_sentence:
        for place, rest in enumerate(figures):
            if rest.is_exact and not rest.per and not rest.is_percent and _is_rest(material, rest):
                yield from _check(material, figures[:place], rest)


def _is_rest(material: Material, figure: Figure) -> bool:
    start = material.sentences[figure.sentence].span.start
    before = material.simplified[start : figure.span.start]
    if _REST.search(before):
        return True
    is_undone = bool(_UNDONE.match(material.simplified, figure.span.end))
    return is_undone and bool(_STILL.search(before) and _DONE.search(before))


def _check(material: Material, ahead: Sequence[Figure], rest: Figure) -> Iterator[Finding]:
    same = [f for f in ahead if f.unit == rest.unit and f.family == rest.family and f.is_exact][-_MOST:]
    if len(same) < 2 or any(_leaves(whole, parts, rest) for whole, parts in _divisions(same)):
        return
    whole, *parts = same[-2:]
    if (
        _COMPARED.search(material.simplified[whole.span.end : rest.span.start])
        or parts[0].amount > whole.amount
    ):
        return
    if len({thing for figure in (whole, parts[0]) if (thing := _thing(material, figure))}) > 1:
        return  # 14名学生、9名教师
    told = rest.amount + parts[0].amount
    if not _NEAR[0] * whole.amount <= told <= _NEAR[1] * whole.amount:
        return
    if mends((whole, parts[0], rest), lambda a, b, c: (a - b).meets(c)):
        left = like(rest, whole.amount - parts[0].amount, min(whole.power, parts[0].power))
        shown = say("reckoned", sum=f"{whole.quote} - {parts[0].quote}", made=left, said=rest.quote)
        yield ask(RULE, MEDIUM, say("parts_and_total"), shown, material.text, whole, *parts, rest)


def _thing(material: Material, figure: Figure) -> str:
    """The two characters right behind a figure, which say what is counted; empty before a sign."""
    found = _THING.match(material.simplified, figure.span.end)
    return found[0] if found else ""


def _divisions(figures: Sequence[Figure]) -> Iterator[tuple[Figure, Sequence[Figure]]]:
    """Every figure as the whole of some of those behind it."""
    for place, whole in enumerate(figures):
        behind = figures[place + 1 :]
        for count in range(1, len(behind) + 1):
            for parts in combinations(behind, count):
                yield whole, parts


def _leaves(whole: Figure, parts: Sequence[Figure], rest: Figure) -> bool:
    taken = sum((part.range for part in parts), Range(0.0, 0.0))
    return (whole.range - taken).meets(rest.range)
