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

import numpy as np
from numpy.typing import NDArray

from core.assets import path_of
from core.restoration.language import BOUNDARY, code_cost, encode_character, language, normalized
from core.restoration.lexicon import segmentation_cost, word_costs

MODEL = "models/dropped.npz"
FILTERED = "平近性习"

Cost = Callable[[int, int, int], float]
Features = NDArray[np.float64]

# Bigrams through the gap that cost more than this together are not looked at.
_LOOKED_AT = 14.0
# The trigram model must not speak against the character by more than this.
_LEAST_GAIN = -5.0
_SIDE = 5
_SUPPORT = 0.0


@dataclass(frozen=True, slots=True)
class Gap:
    """A place between two characters of a clean text where ``character`` may be missing."""

    place: int
    character: str
    features: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Dropped:
    """A missing character with its probability; ``others`` are further places that miss the same one."""

    place: int
    character: str
    probability: float
    with_it: float
    without: float


def find_gaps(text: str, cost: Cost, words: Mapping[str, float]) -> list[Gap]:
    """All places worth a look, in a normalized text that holds no filtered character."""
    codes = [encode_character(c) for c in BOUNDARY + text + BOUNDARY]
    rows = [
        (place, character, _language_features(codes, place, character, cost))
        for place, character in _candidates(codes)
    ]
    rows = [row for row in rows if row[2][0] > _LEAST_GAIN]
    before = Counter((c, text[place - 1 : place]) for place, c, f in rows if f[0] > _SUPPORT)
    behind = Counter((c, text[place : place + 1]) for place, c, f in rows if f[0] > _SUPPORT)
    gaps = []
    for place, character, features in rows:
        own = features[0] > _SUPPORT
        support = (
            math.log1p(before[character, text[place - 1 : place]] - own),
            math.log1p(behind[character, text[place : place + 1]] - own),
        )
        company = _company_features(text, place, character, words)
        gaps.append(Gap(place, character, (*features, *support, *company)))
    return gaps


def _candidates(codes: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Places between two characters that both go with the filtered one."""
    numbers = np.array(codes)
    for character, (before, behind) in _bigrams().items():
        together = before[numbers[1:-2]] + behind[numbers[2:-1]]
        for place in np.flatnonzero(together < _LOOKED_AT):
            yield int(place), character


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


def _company_features(
    text: str, place: int, character: str, words: Mapping[str, float]
) -> tuple[float, ...]:
    left, right = text[max(0, place - _SIDE) : place], text[place : place + _SIDE]
    gain = segmentation_cost(left + right, words) - segmentation_cost(left + character + right, words)
    pair = segmentation_cost(left[-1:] + right[:1], words) - segmentation_cost(
        left[-1:] + character + right[:1], words
    )
    return (
        gain,
        pair,
        float(right[:1] == "0"),
        float(not "一" <= left[-1:] <= "鿿"),
        float(not "一" <= right[:1] <= "鿿"),
        *(float(character == c) for c in FILTERED[1:]),
    )


def design(gaps: Sequence[Gap]) -> Features:
    """Features with their products, one row a gap."""
    plain = np.array([gap.features for gap in gaps], float).reshape(len(gaps), -1)
    clipped = np.clip(plain, -12, 12)
    i, j = np.triu_indices(clipped.shape[1])
    return np.hstack([np.ones((len(gaps), 1)), clipped, clipped[:, i] * clipped[:, j] / 10])


def probabilities(gaps: Sequence[Gap]) -> NDArray[np.float64]:
    """How probable each gap's character is, on a page that was filtered."""
    if not gaps:
        return np.zeros(0)
    scores = design(gaps) @ _weights()
    return np.asarray(1 / (1 + np.exp(-scores)))


@cache
def _weights() -> Features:
    with np.load(path_of(MODEL)) as stored:
        return np.asarray(stored["weights"], float)
