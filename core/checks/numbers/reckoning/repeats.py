"""Two figures that can tell the same: of a summary and the body, or of two sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.checks.numbers.figures import PEOPLE
from core.checks.numbers.reckoning.candidates import NEAR, SAME, Candidate
from core.checks.numbers.reckoning.operands import ORDINAL, PERCENT, Operand
from core.checks.numbers.slips import is_slip

_COUNTED_OFF = re.compile(r"第[一二三四五六七八九十\d]+")


def find_repeats(operands: Sequence[Operand]) -> Iterator[Candidate]:
    """Two figures that can tell the same: one in a summary and one in the body, or two of the body."""
    groups: dict[tuple[str, int, float, int], list[int]] = {}
    for place, operand in enumerate(operands):
        if not operand.digits or operand.role == "length":
            continue
        unit = operand.family if operand.unit in PEOPLE or operand.kind == ORDINAL else operand.unit
        key = (unit, len(operand.digits), operand.size, operand.is_summary)
        for is_summary in (True, False):
            others = groups.get((*key[:3], is_summary), [])
            for other in others if operand.is_summary != is_summary else others[-NEAR:]:
                if operands[other].sentence == operand.sentence or _are_counted_off(operands[other], operand):
                    continue
                if operands[other].amount == operand.amount:
                    yield Candidate(SAME, (other, place), True)
                elif operand.kind != PERCENT and is_slip(operands[other].digits, operand.digits):
                    mends = ((0, (operand.digits,)), (1, (operands[other].digits,)))
                    yield Candidate(SAME, (other, place), False, False, mends)
        groups.setdefault(key, []).append(place)


def _are_counted_off(one: Operand, other: Operand) -> bool:
    """Whether one is told of the first and one of the second: 第一座桥, 第二座桥."""
    first, second = _COUNTED_OFF.findall(one.lead), _COUNTED_OFF.findall(other.lead)
    return bool(first and second and first[-1] != second[-1])
