"""What the figures of an article can be to one another by their units: sums, ratios, products, the same.

A candidate is a relation that could be meant, as the units allow it and its figures stand near one another.
Most are not. It holds, or is off by one slip of the pen in one of its figures, or it says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.checks.numbers.reckoning.candidates import Candidate
from core.checks.numbers.reckoning.operands import Operand
from core.checks.numbers.reckoning.products import find_products
from core.checks.numbers.reckoning.ratios import find_ratios
from core.checks.numbers.reckoning.repeats import find_repeats
from core.checks.numbers.reckoning.sums import find_sums


def candidates_of(operands: Sequence[Operand]) -> Iterator[Candidate]:
    """All relations of an article that hold or are off by a slip."""
    for find in (find_sums, find_ratios, find_products, find_repeats):
        yield from find(operands)
