"""Wholes and their parts, levels and their differences: any figures of one family that add up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.checks.numbers.reckoning.candidates import FAR, NEAR, SUM, WIDEST, Candidate, judged
from core.checks.numbers.reckoning.operands import AMOUNT, PERCENT, Operand
from core.checks.numbers.reckoning.sieve import Sieve, Sum

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
    sieve = Sieve(operands)
    for places in families.values():
        for sums in (_triples(operands, places), _rows(operands, places)):
            for whole, *parts in sieve.passed(sums):
                if found := sum_of(operands, whole, parts):
                    yield found


def _triples(operands: Sequence[Operand], places: Sequence[int]) -> Iterator[Sum]:
    amounts = [operands[place].amount for place in places]
    paragraphs = [operands[place].paragraph for place in places]
    for end in range(2, len(places)):
        last = paragraphs[end] - WIDEST
        for start in range(max(0, end - NEAR), end - 1):
            if paragraphs[start] < last:
                continue
            for middle in range(start + 1, end):
                yield _in_order(places, amounts, start, middle, end)
        yield from _with_far_whole(operands, places, amounts, end)


def _with_far_whole(
    operands: Sequence[Operand], places: Sequence[int], amounts: Sequence[float], end: int
) -> Iterator[Sum]:
    """Two neighbors and what they can make, or be told from, said far before them."""
    one, other = operands[places[end - 1]], operands[places[end]]
    if one.sentence < other.sentence - 1:
        return
    widest, first = other.paragraph - WIDEST, max(0, end - NEAR)
    while operands[places[first]].paragraph < widest:
        first += 1  # what is nearer was compared as one of three
    tried = set(amounts[first : end + 1])
    for number in range(max(0, end - FAR), min(first, end - 1)):
        if (amount := amounts[number]) not in tried:
            tried.add(amount)
            yield _in_order(places, amounts, number, end - 1, end)


def _in_order(places: Sequence[int], amounts: Sequence[float], start: int, middle: int, end: int) -> Sum:
    """The places of the largest of three, of those alike the first, and of the others in reading order."""
    a, b, c = amounts[start], amounts[middle], amounts[end]
    if a >= b and a >= c:
        return places[start], places[middle], places[end]
    if b >= c:
        return places[middle], places[start], places[end]
    return places[end], places[start], places[middle]


def _rows(operands: Sequence[Operand], places: Sequence[int]) -> Iterator[Sum]:
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
                ):
                    yield places[at], *row


def sum_of(operands: Sequence[Operand], whole: int, parts: Sequence[int]) -> Candidate | None:
    """The relation of a whole and its parts; None where it neither holds nor nearly does."""
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
