"""Two amounts and how much the one is of the other: shares, rates, growth, multiples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from core.checks.numbers.reckoning.candidates import FALL, FAR, MULTIPLE, RATE, RISE, SHARE, Candidate, judged
from core.checks.numbers.reckoning.operands import AMOUNT, PERCENT, TIMES, Operand

_BEFORE, _BEHIND, _MOST_FAR = 9, 4, 2
_ONE_PERCENT = 0.0099
_LISTED = frozenset("、和及与")


def find_ratios(operands: Sequence[Operand]) -> Iterator[Candidate]:
    """Two amounts of one family and, near them, a percentage or multiple that one can be of the other."""
    for place, ratio in enumerate(operands):
        if ratio.kind not in (PERCENT, TIMES) or ratio.lead in _LISTED:
            continue  # of 分别占65%、71.8%和83.8% each has its own part: `core.checks.numbers.shares`
        near = [
            at
            for at in range(max(0, place - _BEFORE), min(len(operands), place + _BEHIND))
            if operands[at].kind == AMOUNT
            and operands[at].unit != "pp"
            and abs(operands[at].paragraph - ratio.paragraph) <= 1
        ]
        is_rate = ratio.kind == PERCENT and ratio.lead.rstrip("为达到约是")[-1:] == "率"
        near += prominent(operands, place, {operands[at].family for at in near[-4:]}, near)
        for number, one in enumerate(near):
            first = operands[one]
            for other in near[number + 1 :]:
                second = operands[other]
                small, large = (one, other) if first.amount <= second.amount else (other, one)
                if first.family == second.family:
                    yield from _ratios_of(operands, place, small, large)
                elif (
                    is_rate
                    and first.is_counting
                    and second.is_counting
                    and (found := _share(operands, RATE, place, small, large))
                ):
                    yield found


def prominent(
    operands: Sequence[Operand], place: int, families: Iterable[str], near: Sequence[int]
) -> list[int]:
    """The largest amounts of some families in what stands not too far before, one of each amount."""
    found: dict[tuple[str, float], int] = {}
    families, nearer = tuple(families), frozenset(near)
    for at in range(max(0, place - FAR), place):
        if (operand := operands[at]).family in families and at not in nearer:
            found.setdefault((operand.family, operand.amount), at)
    largest = sorted(found.items(), key=lambda item: -item[0][1])
    chosen: list[int] = []
    for family in families:
        chosen += [at for (each, _), at in largest if each == family][:_MOST_FAR]
    return chosen


def _share(operands: Sequence[Operand], kind: str, place: int, small: int, large: int) -> Candidate | None:
    r, a, b = operands[place], operands[small], operands[large]
    if r.amount >= 1:
        return None
    cut = (
        (r.high - r.low) / 2 if r.unit == "%" and r.size >= _ONE_PERCENT else 0.0
    )  # 91.6% is often cut to 91%
    needs = [
        (a.tight_low / b.tight_high - cut, a.tight_high / b.tight_low),
        (b.tight_low * r.low, b.tight_high * r.high),
        (a.tight_low / r.high, a.tight_high / r.low),
    ]
    is_loose = a.low / b.high <= r.high and r.low <= a.high / b.low
    return judged(operands, kind, (place, small, large), needs, is_loose=is_loose)


def _ratios_of(operands: Sequence[Operand], place: int, small: int, large: int) -> Iterator[Candidate]:
    r, a, b = operands[place], operands[small], operands[large]
    if r.kind == TIMES:
        needs = [
            (b.tight_low / a.tight_high, b.tight_high / a.tight_low),
            (a.tight_low * r.low, a.tight_high * r.high),
            (b.tight_low / r.high, b.tight_high / r.low),
        ]
        is_loose = b.low / a.high <= r.high and r.low <= b.high / a.low
        if found := judged(operands, MULTIPLE, (place, large, small), needs, is_loose=is_loose):
            yield found
        return
    if found := _share(operands, SHARE, place, small, large):
        yield found
    for now, base, kind, sign in (
        () if r.role == "share" else ((large, small, RISE, 1), (small, large, FALL, -1))
    ):
        n, m = operands[now], operands[base]
        one, other = 1 + sign * r.low, 1 + sign * r.high
        low, high = min(one, other), max(one, other)
        if low <= 0:
            continue
        least, most = _rates(n.tight_low, n.tight_high, m.tight_low, m.tight_high, sign)
        needs = [
            (least, most),
            (m.tight_low * low, m.tight_high * high),
            (n.tight_low / high, n.tight_high / low),
        ]
        least, most = _rates(n.low, n.high, m.low, m.high, sign)
        is_loose = least <= r.high and r.low <= most
        if found := judged(operands, kind, (place, now, base), needs, is_loose=is_loose):
            yield found


def _rates(low: float, high: float, base_low: float, base_high: float, sign: int) -> tuple[float, float]:
    """The least and the most that one is more, or less, than the other, as a part of it."""
    rates = sign * (low / base_high - 1), sign * (high / base_low - 1)
    return min(rates), max(rates)
