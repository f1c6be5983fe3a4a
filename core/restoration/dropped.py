"""Characters that a filter took out: where on a filtered page one is missing, and how sure that is.

The gap network weighs every place. What it says is weighed again with the character model and with how the
words around fall apart, with the character and without it; where that leaves a doubt, also with how the
character reads there (``core.restoration.insertions``). The weights are learnt
(``core.restoration.train_dropped``) so that the confidence is the share of right ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
from numpy.typing import NDArray

from core.assets import path_of
from core.restoration.gap_network import GapNetwork, gap_network
from core.restoration.insertions import fitness
from core.restoration.language import BOUNDARY, encode_character
from core.restoration.lexicon import ALONE, segment

MODEL = "models/dropped.npz"
FILTERED = "平近性习"

Cost = Callable[[int, int, int], float]
Features = NDArray[np.float64]

# Log odds of the network from which a place is looked at.
_LOOKED_AT = -5.0
# Between these shares it is worth to look how the character reads.
_DOUBTFUL = (0.01, 0.995)
_SIDE = 5


@dataclass(frozen=True, slots=True)
class Gap:
    """A place between two characters of a text where ``character`` may be missing."""

    place: int
    character: str
    features: tuple[float, ...]


def find_gaps(
    text: str, absent: str, network: GapNetwork, cost: Cost, words: Mapping[str, float]
) -> list[Gap]:
    """All places of a normalized text that are worth a look for one of the characters ``absent``."""
    places, scores = network.scores(text, absent)
    rivals = _best_other(scores)
    codes = [encode_character(c) for c in BOUNDARY + text + BOUNDARY]
    gaps = []
    for row, number in np.argwhere(scores > _LOOKED_AT).tolist():
        place, score, character = int(places[row]), float(scores[row, number]), absent[number]
        by_network = (score, score - float(rivals[row, number]))
        by_model = _language(codes[place : place + 4], character, cost)
        gaps.append(Gap(place, character, (*by_network, *by_model, *_company(text, place, character, words))))
    return gaps


def _best_other(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """For each character the best score of the others at the place, or that of nothing."""
    best = np.zeros_like(scores)
    for number in range(scores.shape[1]):
        others = np.delete(scores, number, axis=1)
        best[:, number] = np.maximum(0, others.max(axis=1, initial=0))
    return best


def _language(codes: Sequence[int], character: str, cost: Cost) -> tuple[float, ...]:
    """What the character model says of two characters on either side, with the character and without it."""
    a, b, c, d = codes
    x = encode_character(character)
    with_it = (cost(a, b, x), cost(b, x, c), cost(x, c, d))
    without = (cost(a, b, c), cost(b, c, d))
    return sum(without) - sum(with_it), *with_it, *without


def _company(text: str, place: int, character: str, words: Mapping[str, float]) -> Iterator[float]:
    """How the words around fall with the character and without it, and what stands beside it."""
    left, right = text[max(0, place - _SIDE) : place], text[place : place + _SIDE]
    cost, path = segment(left + right, words)
    cost_with, path_with = segment(left + character + right, words)
    word = _word_at(path_with, len(left))
    yield cost - cost_with
    yield float(_single(path) - _single(path_with))
    yield float(len(word) > 1)
    yield _cohesion(word, words)
    yield _stray(path, left, right, word, words)
    yield float(right[:1] == "0")
    yield float(not "一" <= left[-1:] <= "鿿")
    yield float(not "一" <= right[:1] <= "鿿")
    for other in FILTERED[1:]:
        yield float(character == other)


def _single(path: Sequence[str]) -> int:
    return sum(len(word) == 1 for word in path)


def _word_at(path: Sequence[str], place: int) -> str:
    end = 0
    for word in path:
        end += len(word)
        if place < end:
            return word
    return ""


def _cohesion(word: str, words: Mapping[str, float]) -> float:
    """How much cheaper a word is than its characters."""
    return sum(words.get(c, ALONE) for c in word) - words.get(word, ALONE) if len(word) > 1 else 0.0


def _stray(path: Sequence[str], left: str, right: str, word: str, words: Mapping[str, float]) -> float:
    """The cost of what is left of the word as a word of its own, where it stands alone without the rest."""
    for beside, place in ((left[-1:], len(left) - 1), (right[:1], len(left))):
        if beside and beside in word and _word_at(path, max(0, place)) == beside:
            return words.get(beside, ALONE)
    return 0.0


def design(gaps: Sequence[Gap]) -> Features:
    """Features with their products, one row a gap."""
    plain = np.clip(np.array([gap.features for gap in gaps], float).reshape(len(gaps), -1), -12, 12)
    i, j = np.triu_indices(plain.shape[1])
    return np.hstack([np.ones((len(gaps), 1)), plain, plain[:, i] * plain[:, j] / 10])


def probabilities(text: str, gaps: Sequence[Gap]) -> Features:
    """How probable the character of each gap of ``text`` is, on a page that was filtered."""
    if not gaps:
        return np.zeros(0)
    result = shares(design(gaps) @ _weights()["weights"])
    doubtful = doubted(gaps, result)
    if doubtful:
        read = with_reading(text, [gaps[number] for number in doubtful])
        result[doubtful] = shares(design(read) @ _weights()["reading_weights"])
    return result


def doubted(gaps: Sequence[Gap], likely: Features) -> list[int]:
    """Numbers of the gaps of which it is worth to look how the character reads."""
    least, most = _DOUBTFUL
    return [
        number
        for number, (gap, share) in enumerate(zip(gaps, likely, strict=True))
        if least < share < most and gap.character in FILTERED
    ]


def with_reading(text: str, gaps: Sequence[Gap]) -> list[Gap]:
    """The gaps with one more feature: how the character reads at the place."""
    odds = fitness(text, [(gap.place, gap.character) for gap in gaps])
    return [replace(gap, features=(*gap.features, float(each))) for gap, each in zip(gaps, odds, strict=True)]


def shares(scores: Features) -> Features:
    """Log odds as probabilities."""
    return np.asarray(1 / (1 + np.exp(-np.clip(scores, -30, 30))))


@cache
def _weights() -> Mapping[str, Features]:
    with np.load(path_of(MODEL)) as stored:
        return {name: np.asarray(array, float) for name, array in stored.items()}


@cache
def clusters() -> Mapping[str, float]:
    """How evenly pages have each character that may be missing: the size of a negative binomial."""
    return dict(zip(gap_network().missing, _weights()["clusters"].tolist(), strict=True))
