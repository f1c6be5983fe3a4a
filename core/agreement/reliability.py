"""Coefficients of reliability: how much better than chance people agree who put the same units in categories.

1 is perfect agreement, 0 what chance gives, below that they contradict each other. Where all say the same of
every unit there is nothing to tell apart: the coefficient is not defined, None.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping
from typing import Any


def kappa(pairs: Mapping[tuple[Any, Any], int]) -> float | None:
    """Cohen's κ of two people (Educational and Psychological Measurement 20, 1960).

    ``pairs`` counts the units by what the first and the second say of them.

    >>> round(kappa({("yes", "yes"): 20, ("yes", "no"): 5, ("no", "yes"): 10, ("no", "no"): 15}), 3)
    0.4
    """
    first, second = Counter[Hashable](), Counter[Hashable]()
    for (one, other), count in pairs.items():
        first[one] += count
        second[other] += count
    total = first.total()
    alike = sum(count for (one, other), count in pairs.items() if one == other) * total
    by_chance = sum(first[category] * second[category] for category in first)
    return None if total * total == by_chance else (alike - by_chance) / (total * total - by_chance)


def alpha(units: Mapping[tuple[Any, ...], int]) -> float | None:
    """Krippendorff's α for categories without order (Computing Krippendorff's Alpha-Reliability, 2011).

    ``units`` counts the units by what was said of them, by any number of people: who said nothing is left
    out, and units with less than two values tell nothing.

    >>> round(alpha({("a", "a"): 4, ("a", "b"): 2, ("b", "b"): 4}), 2)
    0.62
    """
    values = Counter[Hashable]()
    disagreement = 0.0
    for said, count in units.items():
        if len(said) > 1:
            here = Counter(said)
            values.update({value: number * count for value, number in here.items()})
            disagreement += count * _unlike_pairs(here) / (len(said) - 1)
    expected = _unlike_pairs(values)
    return None if not expected else 1 - (values.total() - 1) * disagreement / expected


def _unlike_pairs(values: Mapping[Hashable, int]) -> int:
    """The ordered pairs of two different ones among counted values."""
    total = sum(values.values())
    return total * total - sum(number * number for number in values.values())
