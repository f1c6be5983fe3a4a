"""What the other relations of an article say of a figure: whether they vouch for it or mend it alike."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from core.checks.numbers.reckoning.candidates import Candidate
from core.checks.numbers.reckoning.operands import Operand

_VOUCHED, _TWICE = 0.8, 2


@dataclass(frozen=True, slots=True)
class Context:
    """What the other relations of an article say.

    ``support`` is, for each operand, how likely it is that a relation which holds was meant, ``covered``
    the same for two in one relation; ``said`` how often an amount is said,
    ``times`` how often each operand's; ``mending`` which others agree in
    what an operand should have been.
    """

    support: Sequence[float]
    covered: Mapping[tuple[int, int], float]
    said: Mapping[tuple[str, float], int]
    times: Sequence[int]
    mending: Mapping[tuple[int, str | int], set[tuple[int, ...]]]


def context_of(
    operands: Sequence[Operand],
    candidates: Iterable[Candidate],
    meant: Callable[[Candidate], float],
) -> Context:
    """The context that all candidates make; ``meant`` says how likely one that holds was meant."""
    support = [0.0] * len(operands)
    covered: dict[tuple[int, int], float] = {}
    mending: dict[tuple[int, str | int], set[tuple[int, ...]]] = defaultdict(set)
    for candidate in candidates:
        if candidate.holds:
            worth = meant(candidate)
            for slot in candidate.slots:
                support[slot] = max(support[slot], worth)
            for pair in combinations(sorted(candidate.slots), 2):
                covered[pair] = max(covered.get(pair, 0.0), worth)
            continue
        mended: list[tuple[int, Sequence[str | int]]] = [*candidate.mends]
        mended += [(n, (power,)) for n, power in candidate.tens]
        for n, values in mended:
            slot = candidate.slots[n]
            others = tuple(sorted([other for other in candidate.slots if other != slot]))
            for value in values:
                mending[slot, value].add(others)
    amounts = [(operand.family, round(operand.amount, 6)) for operand in operands]
    said = Counter(amounts)
    return Context(support, covered, said, [said[amount] for amount in amounts], mending)


def is_open(candidate: Candidate, context: Context) -> bool:
    """Whether a figure that a slip could have spoilt is vouched for by nothing else in the article."""
    return any(
        context.support[slot := candidate.slots[n]] < _VOUCHED and context.times[slot] < _TWICE
        for n, _ in (*candidate.mends, *candidate.tens)
    )
