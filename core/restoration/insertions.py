"""How well a character reads where it is put in, by the encoder of the name tagger.

That encoder begins from one that has read far more text than our corpora hold. A small network on top of its
states, those of the character and of the two beside it, tells characters that stood there from characters
put in (``packaging/train_insertions.py`` makes it).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from core.assets import path_of
from core.recognition.tagger import load_tagger

MODEL, TAGGER = "models/insertions.npz", "models/names.npz"
HEADS = {"pku": 1.0}
"""The guideline whose scores stand beside the encoder's states."""

_AROUND = 16

Floats = NDArray[np.float32]


def states_of(text: str, insertions: Sequence[tuple[int, str]]) -> Floats:
    """The encoder's states of each character put in at a place, of the next one, and of the one before."""
    read = [_read_with(text, *insertion) for insertion in insertions]
    features = load_tagger().features([words for words, _ in read], HEADS)
    rows = [list(_beside(states, place)) for states, (_, place) in zip(features, read, strict=True)]
    return np.array(rows, np.float32).reshape(len(rows), -1)


def fitness(text: str, insertions: Sequence[tuple[int, str]]) -> Floats:
    """The log odds that each character stood at its place, for characters of the known filter."""
    characters, weights = _weights()
    columns = [characters.index(character) for _, character in insertions]
    hidden = np.maximum(0, states_of(text, insertions) @ weights["inner"] + weights["inner_bias"])
    odds = hidden @ weights["outer"] + weights["outer_bias"]
    return np.asarray(odds[range(len(columns)), columns], np.float32)


def _read_with(text: str, place: int, character: str) -> tuple[str, int]:
    """What stands around a place in its line, with the character, and where that is then."""
    left = text[max(0, place - _AROUND) : place].rpartition("\n")[2]
    right = text[place : place + _AROUND].partition("\n")[0]
    return left + character + right, len(left)


def _beside(states: Floats, place: int) -> Iterator[Floats]:
    nothing = np.zeros(states.shape[1], np.float32)
    yield states[place]
    yield states[place + 1] if place + 1 < len(states) else nothing
    yield states[place - 1] if place else nothing


@cache
def _weights() -> tuple[str, dict[str, Floats]]:
    layers = ("inner", "inner_bias", "outer", "outer_bias")
    with np.load(path_of(MODEL)) as stored:
        return str(stored["characters"]), {name: stored[name].astype(np.float32) for name in layers}
