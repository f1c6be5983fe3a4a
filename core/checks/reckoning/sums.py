"""Wholes and their parts, levels and their differences: any figures of one family that add up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.checks.reckoning.candidates import FAR, NEAR, SUM, WIDEST, Candidate, judged
from core.checks.reckoning.operands import AMOUNT, PERCENT, Operand

_MOST_PARTS = 8


def find_sums(operands: Sequence[Operand]) -> Iterator[Candidate]:
    """Wholes and parts: of three near one another, and of a row of more and what stands beside it."""
    families: dict[str, list[int]] = {}
    for place, operand in enumerate(operands):
        family = "%" if operand.kind == PERCENT and operand.unit == "%" else operand.family
        if (operand.kind == AMOUNT or family == "%") and (
            operand.digits or not operand.family.startswith("时")
        ):
            families.setdefault(family, []).append(place)
    for places in families.values():
        yield from _triples(operands, places)
        yield from _rows(operands, places)


def _triples(operands: Sequence[Operand], places: Sequence[int]) -> Iterator[Candidate]:
    for end in range(2, len(places)):
        last = operands[places[end]].paragraph - WIDEST
        for start in range(max(0, end - NEAR), end - 1):
            if operands[places[start]].paragraph < last:
                continue
            for middle in range(start + 1, end):
                three = [places[start], places[middle], places[end]]
                three.sort(key=lambda place: -operands[place].amount)
                if found := _sum(operands, three[0], sorted(three[1:])):
                    yield found
        yield from _with_far_whole(operands, places, end)


def _with_far_whole(operands: Sequence[Operand], places: Sequence[int], end: int) -> Iterator[Candidate]:
    """Two neighbors and what they can make, or be told from, said far before them."""
    one, other = places[end - 1], places[end]
    if operands[one].sentence < operands[other].sentence - 1:
        return
    widest, first = operands[other].paragraph - WIDEST, max(0, end - NEAR)
    tried = {
        operands[place].amount for place in places[first : end + 1] if operands[place].paragraph >= widest
    }
    for number in range(max(0, end - FAR), end - 1):
        at = places[number]
        if (whole := operands[at]).amount in tried or (number >= first and whole.paragraph >= widest):
            continue
        tried.add(whole.amount)
        three = sorted((at, one, other), key=lambda place: -operands[place].amount)
        if found := _sum(operands, three[0], sorted(three[1:])):
            yield found


def _rows(operands: Sequence[Operand], places: Sequence[int]) -> Iterator[Candidate]:
    for start in range(len(places) - 2):
        first = operands[places[start]]
        for end in range(start + 3, min(len(places), start + _MOST_PARTS) + 1):
            last = operands[places[end - 1]]
            if last.paragraph - first.paragraph > 1:
                break
            row = places[start:end]
            for at in (start - 1, start - 2, start - 3, end, end + 1):
                if (
                    0 <= at < len(places)
                    and first.paragraph - WIDEST <= operands[places[at]].paragraph <= last.paragraph + WIDEST
                    and (found := _sum(operands, places[at], row))
                ):
                    yield found


def _sum(operands: Sequence[Operand], whole: int, parts: Sequence[int]) -> Candidate | None:
    said = operands[whole]
    half = (said.high - said.low) / 2
    amount = slack = least = 0.0
    for part in parts:
        each = operands[part]
        middle, own = (each.low + each.high) / 2, (each.high - each.low) / 2
        amount += middle
        # A part told less precisely than the whole is told exactly: 13.2 is 5.4, 4 and 3.8.
        slack += own if own <= half or not each.is_exact else 0.0
        least = min(least or middle, middle)
    ratio = said.amount / amount
    if not 0.1 < ratio < 10 and not (1e3 < ratio < 2e4 or 5e-5 < ratio < 2e-3):
        return None
    if least <= 2 * max(half, slack):
        return None
    needs = [(amount - slack, amount + slack)]
    for part in parts:
        rest = said.amount - amount + operands[part].amount
        needs.append((rest - half - slack, rest + half + slack))
    return judged(operands, SUM, (whole, *parts), needs)
