"""Characters that a filter took out: where on a filtered page one is missing, and how sure that is.

Places are weighed by both sides of the gap: by the character model, by how the words around fall apart
with and without the character, and by other places of the page that miss it in the same company. The
weights are learnt (``core.restoration.train_dropped``) so that the confidence is the share of right ones.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from core.assets import path_of
from core.restoration.language import BOUNDARY, code_cost, encode_character, language
from core.restoration.lexicon import ALONE, segment

MODEL = "models/dropped.npz"
FILTERED = "平近性习"

Cost = Callable[[int, int, int], float]
Features = NDArray[np.float64]

# Bigrams through the gap that cost more than this together are not looked at.
_LOOKED_AT = 14.0
# The trigram model must not speak against the character by more than this.
_LEAST_GAIN = -5.0
_LEAST_BIGRAM_GAIN = -6.0
_SIDE = 5


@dataclass(frozen=True, slots=True)
class Gap:
    """A place between two characters (``beside``) of a clean text where ``character`` may be missing."""

    place: int
    character: str
    beside: tuple[str, str]
    features: tuple[float, ...]


def find_gaps(text: str, cost: Cost, words: Mapping[str, float]) -> list[Gap]:
    """All places worth a look, in a normalized text that holds no filtered character."""
    codes = [encode_character(c) for c in BOUNDARY + text + BOUNDARY]
    together = Counter(map("".join, pairwise(text)))
    gaps = []
    for place, character in _candidates(codes):
        by_model = _language_features(codes, place, character, cost)
        if by_model[0] > _LEAST_GAIN:
            around = math.log(together[text[max(0, place - 1) : place + 1]] or 1)
            company = _company_features(text, place, character, words)
            beside = (text[place - 1 : place], text[place : place + 1])
            gaps.append(Gap(place, character, beside, (*by_model, around, *company)))
    return gaps


def _candidates(codes: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Places between two characters that both go with the filtered one."""
    numbers = np.array(codes)
    for character, (before, behind) in _bigrams().items():
        together = before[numbers[1:-2]] + behind[numbers[2:-1]]
        for place in np.flatnonzero(together < _LOOKED_AT).tolist():
            without = code_cost(0, codes[place + 1], codes[place + 2])
            if without - together[place] > _LEAST_BIGRAM_GAIN:
                yield place, character


@cache
def _bigrams() -> dict[str, tuple[NDArray[np.float64], NDArray[np.float64]]]:
    """For each filtered character the cost of it after, and before, every other."""
    size = len(language().index) + 1
    return {
        c: (
            np.array([code_cost(0, other, encode_character(c)) for other in range(size)]),
            np.array([code_cost(0, encode_character(c), other) for other in range(size)]),
        )
        for c in FILTERED
    }


def _language_features(codes: Sequence[int], place: int, character: str, cost: Cost) -> tuple[float, ...]:
    a, b, c, d = codes[place : place + 4]
    x = encode_character(character)
    with_it = (cost(a, b, x), cost(b, x, c), cost(x, c, d))
    without = (cost(a, b, c), cost(b, c, d))
    gain = sum(without) - sum(with_it)
    return gain, *with_it, *without


def _company_features(text: str, place: int, character: str, words: Mapping[str, float]) -> tuple[float, ...]:
    """How the words around fall with the character and without it, and what stands beside it."""
    left, right = text[max(0, place - _SIDE) : place], text[place : place + _SIDE]
    cost, path = segment(left + right, words)
    cost_with, path_with = segment(left + character + right, words)
    word = _word_at(path_with, len(left))
    return (
        cost - cost_with,
        float(_single(path) - _single(path_with)),
        float(len(word) > 1),
        _cohesion(word, words),
        _stray(path, left, right, word, words),
        float(right[:1] == "0"),
        float(not "一" <= left[-1:] <= "鿿"),
        float(not "一" <= right[:1] <= "鿿"),
        *(float(character == c) for c in FILTERED[1:]),
    )


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


def with_support(gaps: Sequence[Gap], scores: Features) -> Features:
    """The first scores, joined by those of other places that miss the character before or behind the same."""
    rows = [np.ones(len(gaps)), scores, scores**2 / 10]
    shares = (1 / (1 + np.exp(-np.clip(scores, -30, 30)))).tolist()
    for side in (0, 1):
        keys = [(gap.character, gap.beside[side]) for gap in gaps]
        total: dict[tuple[str, str], float] = {}
        for key, share in zip(keys, shares, strict=True):
            total[key] = total.get(key, 0.0) + share
        number = Counter(keys)
        others = np.array([total[k] - share for k, share in zip(keys, shares, strict=True)])
        rest = np.array([number[k] - 1 for k in keys])
        rows += [np.log1p(others), np.log1p(rest), others / (rest + 1.0)]
    return np.stack(rows, axis=1)


def probabilities(gaps: Sequence[Gap]) -> Features:
    """How probable each gap's character is, on a page that was filtered."""
    if not gaps:
        return np.zeros(0)
    first, second = _weights()
    scores = with_support(gaps, design(gaps) @ first) @ second
    return np.asarray(1 / (1 + np.exp(-scores)))


@cache
def _weights() -> tuple[Features, Features]:
    with np.load(path_of(MODEL)) as stored:
        return np.asarray(stored["first"], float), np.asarray(stored["second"], float)
