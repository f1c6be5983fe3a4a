"""What each has, how many there are, and what that makes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from math import prod

from core.checks.numbers.reckoning.candidates import PRODUCT, Candidate, judged
from core.checks.numbers.reckoning.operands import AMOUNT, Operand
from core.checks.numbers.reckoning.ratios import prominent
from core.language.units import Unit, load_units

_NEAR, _BACK, _AHEAD = 4, 8, 6
_SEVERAL = re.compile(r"每([万千百十]|[1-9]\d*)(?=[\u4e00-\u9fff])[^，。；\d]{0,10}$")
_MANY = {"万": 1e4, "千": 1e3, "百": 100.0, "十": 10.0}
_PERSONS, _VISITS = "人", "人次"
_EACH_UNIT = re.compile(r"每([\u4e00-\u9fff]{1,4})")


def find_products(operands: Sequence[Operand]) -> Iterator[Candidate]:
    """What each has, how many there are, and what that makes."""
    for place, each in enumerate(operands):
        is_told = each.role == "each"
        is_time = each.family.startswith("时")
        if each.kind != AMOUNT or each.family == "%" or (is_time and not is_told):
            continue
        back, ahead = (_BACK, _AHEAD) if is_told else (_NEAR, _NEAR)
        near = [
            at
            for at in range(max(0, place - back), min(len(operands), place + ahead + 1))
            if at != place
            and operands[at].kind == AMOUNT
            and operands[at].unit != "pp"
            and abs(operands[at].paragraph - each.paragraph) <= 1
        ]
        families = (each.family,) if each.family != _PERSONS else (_PERSONS, _VISITS)
        wholes = [at for at in near if operands[at].family in families]
        counts = [at for at in near if operands[at].family not in families and operands[at].counted > 1]
        if is_told:
            wholes += prominent(operands, place, families, near)
        for whole in wholes:
            for number, count in enumerate(counts):
                if not is_told and max(whole, count, place) - min(whole, count, place) > _NEAR:
                    continue
                if found := _product(operands, whole, place, (count,)):
                    yield found
                for other in counts[number + 1 :] if is_told else ():
                    four = (whole, place, count, other)
                    if (
                        operands[other].family != operands[count].family
                        and max(four) - min(four) <= _NEAR
                        and (found := _product(operands, whole, place, (count, other)))
                    ):
                        yield found


def factor_of(each: Operand, count: Operand) -> float:
    """What a count's measure is in what the other is told for one of: 2.1万吨 for what a kg costs."""
    if several := _several(each.lead):
        return count.counted / several
    unit = _measures().get(each.per) if each.per else _unit_of(each.lead)
    if unit and unit.si == count.family:
        return count.amount / float(unit.factor)
    return count.counted


@lru_cache(maxsize=4096)
def _unit_of(lead: str) -> Unit | None:
    """The measure that the words before a figure tell it for one of: 千瓦 of 每千瓦投资; None for none."""
    words = _EACH_UNIT.findall(lead)[-1:]
    return next(
        (unit for word in words for size in (4, 3, 2, 1) if (unit := _measures().get(word[:size]))), None
    )


@lru_cache(maxsize=1)
def _measures() -> Mapping[str, Unit]:
    """The units that have an SI one, by their ids and forms."""
    units = [unit for unit in load_units().values() if unit.si]
    return {word: unit for unit in units for word in (unit.id, *unit.forms)}


@lru_cache(maxsize=4096)
def _several(lead: str) -> float:
    """How many it is told for one of (每千人); 0 where it is told for each."""
    found = _SEVERAL.search(lead)
    return (_MANY.get(found[1]) or float(found[1])) if found else 0.0


def _product(operands: Sequence[Operand], whole: int, each: int, counts: Sequence[int]) -> Candidate | None:
    w, e = operands[whole], operands[each]
    numbers = [factor_of(e, operands[count]) for count in counts]
    widths = [operands[count].tight_high / operands[count].amount for count in counts]
    product, wide = prod(numbers), prod(widths)
    low, high = w.tight_low / product / wide, w.tight_high / product * wide
    if not 0.1 < e.amount / high < 10 and w.significant < 2:
        return None
    needs = [(low, high), (e.low * product / wide, e.high * product * wide)]
    for number, count, width in zip(numbers, counts, widths, strict=True):
        rest, span = product / number, wide / width
        scale = operands[count].amount / number
        needs.append((w.tight_low / e.high / rest / span * scale, w.tight_high / e.low / rest * span * scale))
    is_loose = w.low <= e.high * product * wide and e.low * product / wide <= w.high
    return judged(operands, PRODUCT, (each, whole, *counts), needs, is_loose=is_loose)
