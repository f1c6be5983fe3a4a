"""A character language model: how likely a character is after the two before it.

Trigrams with back-off, in Simplified; digits count as one character, Latin letters as another. It ranks
what the bytes leave open. ``core.restoration.train`` makes the model, ``resources/models`` holds it.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from string import ascii_letters, digits
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.assets import path_of
from core.script import HANS, character_table

# What stands before a text and behind it.
BOUNDARY = "\n\n"
MODEL = "models/characters.npz"
# Costs are stored in steps of 1/16 nat, one byte each.
STEP = 1 / 16
_CLASSES = {ord(c): "0" for c in digits} | {ord(c): "A" for c in ascii_letters}


def normalized(text: str) -> str:
    """The characters that the model counts: Simplified, digits and letters each as one class.

    >>> normalized("2021年發展ABC")
    '0000年发展AAA'
    """
    return text.translate(_to_model())


@cache
def _to_model() -> dict[int, str]:
    fullwidth = {code + 0xFEE0: kind for code, kind in _CLASSES.items()}
    return {**character_table(HANS), ord("著"): "着", **_CLASSES, **fullwidth}


@lru_cache(maxsize=30_000)
def encode_character(character: str) -> int:
    """The model's number of a character; 0 is any that it does not know."""
    return language().index.get(normalized(character), 0)


@lru_cache(maxsize=100_000)
def code_cost(first: int, second: int, code: int) -> float:
    """The shipped model's cost of the character ``code`` after two others, all as its numbers."""
    return language().code_cost(first, second, code)


@dataclass(frozen=True, slots=True)
class Language:
    """The model as sorted columns; a cost is a negative log probability in nats.

    The characters that are known to follow ``a`` are ``bigram_last[bigram_starts[a]:bigram_starts[a + 1]]``,
    and those that follow the bigram at a place of that column are found alike in ``trigram_last``.
    """

    index: dict[str, int]
    unigram_costs: bytes
    unigram_backoffs: bytes
    bigram_starts: array[int]
    bigram_last: array[int]
    bigram_costs: bytes
    bigram_backoffs: bytes
    trigram_starts: array[int]
    trigram_last: array[int]
    trigram_costs: bytes

    def cost(self, first: str, second: str, character: str) -> float:
        """How surprising ``character`` is after ``first`` and ``second`` (all normalized)."""
        return self.code_cost(*(self.index.get(x, 0) for x in (first, second, character)))

    def text_cost(self, text: str, before: str = BOUNDARY) -> float:
        """The cost of a normalized text after two characters of context."""
        return self.codes_cost([self.index.get(x, 0) for x in before + text])

    def codes_cost(self, codes: list[int]) -> float:
        """The cost of all codes but the first two, which are context."""
        return sum(map(code_cost, codes, codes[1:], codes[2:]))

    def encode(self, text: Iterable[str]) -> list[int]:
        """Characters as the model's numbers; 0 is any that it does not know."""
        return [self.index.get(character, 0) for character in text]

    def code_cost(self, a: int, b: int, c: int) -> float:
        """As ``cost``, for characters that are numbers already."""
        return self._steps(a, b, c) * STEP

    def _steps(self, a: int, b: int, c: int) -> int:
        backoff = 0
        place = self._bigram(a, b)
        if place >= 0:
            start, end = self.trigram_starts[place], self.trigram_starts[place + 1]
            found = bisect_left(self.trigram_last, c, start, end)
            if found < end and self.trigram_last[found] == c:
                return self.trigram_costs[found]
            backoff = self.bigram_backoffs[place]
        place = self._bigram(b, c)
        if place >= 0:
            return backoff + self.bigram_costs[place]
        return backoff + self.unigram_backoffs[b] + self.unigram_costs[c]

    def _bigram(self, first: int, second: int) -> int:
        """The place of a bigram in its columns, -1 for none."""
        end = self.bigram_starts[first + 1]
        place = bisect_left(self.bigram_last, second, self.bigram_starts[first], end)
        return place if place < end and self.bigram_last[place] == second else -1


@cache
def language() -> Language:
    """The model that is shipped."""
    with np.load(path_of(MODEL)) as stored:
        return from_columns(stored)


def from_columns(columns: Mapping[str, NDArray[Any]]) -> Language:
    """The model from the columns of its file."""
    characters = str(columns["characters"])
    size = len(characters) + 1
    bigrams = np.cumsum(columns["bigram_steps"], dtype=np.int64)
    trigrams = np.cumsum(columns["trigram_steps"], dtype=np.int64)
    return Language(
        index={character: number for number, character in enumerate(characters, start=1)},
        bigram_starts=_starts(bigrams // size, np.arange(size)),
        bigram_last=array("H", (bigrams % size).astype(np.uint16).tobytes()),
        trigram_starts=_starts(trigrams // size, bigrams),
        trigram_last=array("H", (trigrams % size).astype(np.uint16).tobytes()),
        **{name: columns[name].tobytes() for name in _BYTE_COLUMNS},
    )


def _starts(prefixes: NDArray[np.int64], keys: NDArray[np.int64]) -> array[int]:
    """Where the rows of each key begin among sorted prefixes, and where the last ones end."""
    starts = np.append(np.searchsorted(prefixes, keys), len(prefixes))
    return array("i", starts.astype(np.int32).tobytes())


_BYTE_COLUMNS = ("unigram_costs", "unigram_backoffs", "bigram_costs", "bigram_backoffs", "trigram_costs")
