"""Articles that are copies of one another: mirror pages, reprints with another head or foot, short cuts.

An article is taken as the set of its runs of five characters, without white space and punctuation. A
signature keeps the least hash in each of 128 parts of that set (Li, Owen, Zhang, "One Permutation Hashing",
NIPS 2012; empty parts are filled by rotation: Shrivastava, Li, "Densifying One Permutation Hashing via
Rotation for Fast Near Neighbor Search", ICML 2014). The share of places where two signatures agree estimates
the Jaccard index of the two sets, and articles that agree in a whole band of four are looked at (Leskovec,
Rajaraman, Ullman, "Mining of Massive Datasets", chapter 3).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from itertools import pairwise
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from core.article import UNREAD_KINDS, Block

RUN = 5
"""Characters in a run."""

PARTS, BAND = 128, 4
LEAST = 0.5
"""The Jaccard index from which on two articles count as copies."""

Signature = NDArray[np.uint64]
Name = TypeVar("Name", bound=Hashable)

_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_EMPTY = np.uint64(0xFFFFFFFFFFFFFFFF)


def signature_of(text: str) -> Signature | None:
    """The signature of a text, None where it has no letter or digit.

    >>> one, other = signature_of("今天重庆有雨，明天转晴。"), signature_of("今天重庆有雨 明天转晴")
    >>> likeness(one, other)
    1.0
    """
    letters = "".join(character for character in text if character.isalnum())
    if not letters:
        return None
    points = np.frombuffer(letters.encode("utf-32-le", "replace"), np.uint32).astype(np.uint64)
    return _densified(_least_hashes(_mixed(_runs(points))))


def signature_of_article(text: str, blocks: Iterable[Block]) -> Signature | None:
    """The signature of what is read of an article, which leaves out navigation and notices of copyright.

    Of an article that has nothing else it is that of all its text.
    """
    read = (block for block in blocks if block.kind not in UNREAD_KINDS)
    return signature_of("".join(block.span.of(text) for block in read) or text)


def signature_in(data: bytes) -> Signature:
    """A signature from its bytes."""
    return np.frombuffer(data, np.uint64)


def likeness(one: Signature, other: Signature) -> float:
    """How much two articles have in common, 0 to 1: an estimate of their Jaccard index, ±0.05 or so."""
    return float(np.count_nonzero(one == other)) / PARTS


def copies_among(
    signatures: Mapping[Name, Signature | None], least: float = LEAST
) -> tuple[tuple[Name, ...], ...]:
    """The articles that are copies of others, in groups of two and more; names keep their order.

    A copy of a copy is of the same group.
    """
    known = {name: signature for name, signature in signatures.items() if signature is not None}
    leaders: dict[Name, Name] = {name: name for name in known}
    for one, other in _candidates(known):
        leader, follower = _leader(leaders, one), _leader(leaders, other)
        if leader != follower and likeness(known[one], known[other]) >= least:
            leaders[follower] = leader
    groups: defaultdict[Name, list[Name]] = defaultdict(list)
    for name in known:
        groups[_leader(leaders, name)].append(name)
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)


def _runs(points: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """A number for each run; what is shorter than one is a run by itself."""
    length = min(RUN, len(points))
    runs = np.zeros(len(points) - length + 1, np.uint64)
    for place in range(length):
        runs = runs * _MULTIPLIER + points[place : place + len(runs)]
    return runs


def _mixed(numbers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Each number's bits spread over all of its 64: the last step of SplitMix64 (Steele, Lea, Flood 2014)."""
    for shift, multiplier in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        numbers = (numbers ^ (numbers >> np.uint64(shift))) * np.uint64(multiplier)
    return numbers ^ (numbers >> np.uint64(31))


def _least_hashes(hashes: NDArray[np.uint64]) -> Signature:
    """The least hash of each part, which the first seven bits name."""
    least = np.full(PARTS, _EMPTY)
    ordered = np.sort(hashes)
    parts, first = np.unique(ordered >> np.uint64(57), return_index=True)
    least[parts] = ordered[first]
    return least


def _densified(least: Signature) -> Signature:
    """Empty parts filled from the next that is not, changed by the distance so that they agree by right."""
    filled = np.flatnonzero(least != _EMPTY)
    places = np.arange(PARTS)
    following = filled[np.searchsorted(filled, places) % len(filled)]
    distances = ((following - places) % PARTS).astype(np.uint64)
    return least[following] + distances * _MULTIPLIER


def _candidates(signatures: Mapping[Name, Signature]) -> Iterator[tuple[Name, Name]]:
    """Pairs that share a band; of many that share one each is paired with the first and with the next."""
    for start in range(0, PARTS, BAND):
        alike: defaultdict[bytes, list[Name]] = defaultdict(list)
        for name, signature in signatures.items():
            alike[signature[start : start + BAND].tobytes()].append(name)
        for names in alike.values():
            yield from pairwise(names)
            yield from ((names[0], name) for name in names[2:])


def _leader(leaders: dict[Name, Name], name: Name) -> Name:
    """Who leads the group of ``name``; the way there is made shorter for the next who asks."""
    while leaders[name] != name:
        leaders[name] = leaders[leaders[name]]
        name = leaders[name]
    return name
