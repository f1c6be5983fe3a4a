"""Articles divided into parts, train, dev and test say, with the labels alike in each.

Copies of one article stay together. What is dealt out is a group of copies: always for the label of which
fewest groups are left, to the part that lacks the largest share of what it should have of it (after Sechidis,
Tsoumakas, Vlahavas, "On the Stratification of Multi-Label Data", ECML PKDD 2011, who count what is lacking;
with marks instead of yes and no that fills small parts with short articles). The same articles, shares and
seed give the same parts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from core.near_duplicates import Signature, copies_among

ARTICLES = ""
"""Stands among the labels for the article itself, so that articles are shared out as well."""


@dataclass(frozen=True, slots=True)
class Divisible:
    """An article that is dealt out: how many marks of each label it has, and what copies are known by."""

    name: str
    labels: Mapping[str, int]
    signature: Signature | None = None


@dataclass(frozen=True, slots=True)
class Split:
    """Which part each article is in, by its name; ``copies`` are the groups that were kept together."""

    parts: Mapping[str, str]
    copies: tuple[tuple[str, ...], ...] = ()


def divide(articles: Iterable[Divisible], shares: Mapping[str, float], seed: int = 0) -> Split:
    """Deal out articles; ``shares`` are the weights of the parts, in any unit."""
    by_name = {article.name: article for article in articles}
    copies = copies_among({name: article.signature for name, article in by_name.items()})
    alone = by_name.keys() - {name for group in copies for name in group}
    groups = [*copies, *((name,) for name in by_name if name in alone)]
    random = Random(seed)
    random.shuffle(groups)
    counts = [_counts(by_name, group) for group in groups]
    chosen = _dealt(counts, shares, random)
    parts = {name: part for group, part in zip(groups, chosen, strict=True) for name in group}
    return Split({name: parts[name] for name in by_name}, copies)


def _counts(articles: Mapping[str, Divisible], group: Iterable[str]) -> Counter[str]:
    """The marks of a group by label, and how many articles it has."""
    counts: Counter[str] = Counter()
    for name in group:
        counts.update({label: number for label, number in articles[name].labels.items() if number})
        counts[ARTICLES] += 1
    return counts


def _dealt(counts: Sequence[Counter[str]], shares: Mapping[str, float], random: Random) -> list[str]:
    """The part of each group."""
    whole = sum(shares.values())
    totals = sum(counts, Counter[str]())
    due = {
        part: {label: total * share / whole for label, total in totals.items()}
        for part, share in shares.items()
    }
    got = {part: Counter[str]() for part in shares}
    holders: defaultdict[str, set[int]] = defaultdict(set)
    for number, group in enumerate(counts):
        for label in group:
            holders[label].add(number)
    chosen = [""] * len(counts)
    while holders:
        label = min(holders, key=lambda name: (name == ARTICLES, len(holders[name]), name))
        for number in sorted(holders[label], key=lambda number: (-counts[number][label], number)):
            chosen[number] = part = _neediest(due, got, label, random)
            got[part].update(counts[number])
            for other in counts[number]:
                holders[other].discard(number)
        holders = defaultdict(set, {name: left for name, left in holders.items() if left})
    return chosen


def _neediest(
    due: Mapping[str, Mapping[str, float]], got: Mapping[str, Mapping[str, int]], label: str, random: Random
) -> str:
    """The part that has got the least share of its due of a label; of several, of articles; then by lot."""

    def filled(part: str, label: str) -> float:
        return got[part][label] / due[part][label]

    return min(due, key=lambda part: (filled(part, label), filled(part, ARTICLES), random.random()))
