"""Which repairs are proved: the forward model of the clean text gives the source, to the letter.

The order of the page's gloss list is not told. It is inferred from the places where two glosses compete
for a byte: the one that stands there came first.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from itertools import combinations

from core.restoration import codepage
from core.restoration.damage import SPLIT_MARKS, Chain, arrive, damage, gloss, split
from core.restoration.hypotheses import Gloss
from core.text.spans import Span

# So many split places in one stretch are tried in every combination.
_MOST_SPLITS = 6


def infer_order(clean: str, glosses: Mapping[int, Sequence[Gloss]], glossed: frozenset[str]) -> str:
    """The gloss list in an order that explains who won each byte; ``glosses`` by place in ``clean``."""
    torn = {place: g.character for place, group in glosses.items() for g in group if g.is_torn}
    names = sorted(glossed | {g.character for group in glosses.values() for g in group})
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for earlier, later in sorted(set(_precedences(clean, glosses, torn, frozenset(names)))):
        sorter.add(later, earlier)
    try:
        ranked = tuple(sorter.static_order())
    except CycleError:
        return "".join(names)
    return "".join([*(name for name in names if name not in ranked), *ranked])


def _precedences(
    clean: str, glosses: Mapping[int, Sequence[Gloss]], torn: Mapping[int, str], glossed: frozenset[str]
) -> Iterator[tuple[str, str]]:
    """Pairs (earlier, later) wherever a glossed character's bytes stand across two others."""
    for place, across in codepage.find_across(clean, glossed):
        first, second = clean[place - 1], clean[place]
        if torn.get(place) != across:
            yield first, across
            continue
        is_whole = any(not g.is_torn and g.character == second for g in glosses.get(place, ()))
        if second in glossed:
            yield (second, across) if is_whole else (across, second)
        if first in glossed:
            yield across, first


def unproved_stretches(clean: str, source: str, order: str) -> Iterator[Span]:
    """Where in the source, in each line from here to there, the forward model of the clean text differs."""
    lines, sources = clean.split("\n"), source.split("\n")
    model = damage(clean, Chain(order)).split("\n")
    if not len(lines) == len(sources) == len(model):  # a lead byte has eaten the end of a line
        model = [damage(line, Chain(order)) for line in lines]
    start = 0
    for line, expected, shown in zip(lines, sources, model, strict=False):
        if shown != expected and not reproduces(line, expected, order):
            alike, alike_behind = _alike(shown, expected), _alike(shown[::-1], expected[::-1])
            yield Span(start + alike, start + max(alike, len(expected) - alike_behind))
        start += len(expected) + 1
    if len(lines) != len(sources):
        yield Span(min(start, len(source)), len(source))


def _alike(one: str, other: str) -> int:
    """How many characters two texts begin with in common."""
    lengths = range(1, min(len(one), len(other)) + 1)
    return bisect_left(lengths, True, key=lambda length: one[:length] != other[:length])


def reproduces(clean: str, source: str, order: str) -> bool:
    """Whether the chain can make ``source`` of ``clean``, splitting at some places and not at others."""
    stream = gloss(codepage.encode(clean), order)
    if arrive([stream]) == source:
        return True
    marks = sum(stream.count(codepage.encode(mark)) for mark in SPLIT_MARKS)
    if not 0 < marks <= _MOST_SPLITS:
        return False
    unsplit = (frozenset(c) for n in range(marks) for c in combinations(range(marks), n))
    return any(arrive(split(stream, unsplit=places)) == source for places in unsplit)
