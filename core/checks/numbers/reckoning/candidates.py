"""A relation between figures that could be meant: whether it holds, or is off by one slip of the pen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log10

from core.checks.numbers.reckoning.operands import Operand

SUM, SHARE, RATE, RISE, FALL = "sum", "share", "rate", "rise", "fall"
MULTIPLE, PRODUCT, SAME = "multiple", "product", "same"
NEAR, WIDEST, FAR = 5, 2, 60
"""How many figures of a family, and paragraphs, may lie between those of a relation; before a far whole."""
_MOST_TIMES = 9.0
_TENS = frozenset({1, 3, 4, 8, -1, -3, -4, -8})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A relation: ``slots`` are the places of its operands, of what is reckoned from the others first.

    ``mends`` are the slots in which one slip would make it hold, each with the digits it should have had,
    ``tens`` those where a power of ten would; ``is_loose`` says that rounding as far as can be explains it.
    """

    kind: str
    slots: tuple[int, ...]
    holds: bool
    is_loose: bool = False
    mends: tuple[tuple[int, tuple[str, ...]], ...] = ()
    tens: tuple[tuple[int, int], ...] = ()

    @property
    def key(self) -> tuple[str, tuple[int, ...]]:
        """What makes it the same relation in two versions of an article."""
        return self.kind, self.slots


Needs = Sequence[tuple[float, float]]


def judged(
    operands: Sequence[Operand], kind: str, slots: tuple[int, ...], needs: Needs, *, is_loose: bool = False
) -> Candidate | None:
    """The relation with what each slot would have to be; None where it is neither true nor nearly."""
    first, (low, high) = operands[slots[0]], needs[0]
    slack = 1e-7 * abs(high)
    if low <= first.high + slack and first.low <= high + slack:
        return Candidate(kind, slots, True)
    ratio = (low + high) / 2 / first.amount
    if 1 / _MOST_TIMES < ratio < _MOST_TIMES:
        mends = [
            (n, found)
            for n, (slot, (low, high)) in enumerate(zip(slots, needs, strict=True))
            if (found := operands[slot].mended(low, high))
        ]
        return Candidate(kind, slots, False, is_loose, tuple(mends)) if mends else None
    tens = [(n, power) for n, slot in enumerate(slots) if (power := _tens(operands[slot], *needs[n]))]
    return Candidate(kind, slots, False, is_loose, (), tuple(tens)) if tens else None


def _tens(operand: Operand, low: float, high: float) -> int:
    """By how many powers of ten an operand is off an amount between these; 0 where none would help."""
    ratio = (low + high) / 2 / operand.amount
    power = round(log10(ratio)) if ratio > 0 else 0
    factor = 10.0**power
    is_one = power in _TENS and low <= operand.high * factor and operand.low * factor <= high
    return power if is_one else 0
