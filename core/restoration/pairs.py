"""Which two characters of a text the language model has hardly ever, or never, seen side by side."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from core.restoration.language import STEP, language, normalized

_CODES = 0x10000


def rare_pairs(text: str, cost: float) -> list[int]:
    """The places of characters before one that costs more than so many nats behind them, both known.

    >>> text = "提高警剔"
    >>> [text[place : place + 2] for place in rare_pairs(text, 8.0)]
    ['高警', '警剔']
    """
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    codes = _codes()[np.minimum(points, _CODES - 1)]
    first, second = codes[:-1], codes[1:]
    keys = first * np.int32(_size()) + second
    seen, often = _seen(cost)
    found = np.minimum(np.searchsorted(seen, keys), len(seen) - 1)
    is_common = (seen[found] == keys) & often[found]
    places: list[int] = np.flatnonzero(~is_common & (first > 0) & (second > 0)).tolist()
    return places


@cache
def _codes() -> NDArray[np.int32]:
    """The model's number of each character of the basic plane; 0 for what it does not know."""
    plane = "".join(map(chr, (*range(0xD800), *range(0xE000, _CODES))))
    index = language().index
    codes = np.zeros(_CODES, dtype=np.int32)
    for character, counted in zip(plane, normalized(plane), strict=True):
        codes[ord(character)] = index.get(counted, 0)
    return codes


def _size() -> int:
    """How many numbers the model's characters have."""
    return len(language().bigram_starts)


@cache
def _seen(cost: float) -> tuple[NDArray[np.int32], NDArray[np.bool_]]:
    """The pairs that the model has, as one number each, in order; and which cost no more than ``cost``."""
    starts = np.asarray(language().bigram_starts, dtype=np.int32)
    firsts = np.repeat(np.arange(len(starts) - 1, dtype=np.int32), np.diff(starts))
    keys: NDArray[np.int32] = firsts * np.int32(_size()) + np.asarray(language().bigram_last, dtype=np.int32)
    costs = np.frombuffer(bytes(language().bigram_costs), dtype=np.uint8) * STEP
    return keys, costs <= cost
