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
from core.language.script import HANS, character_table

# What stands before a text and behind it.
BOUNDARY = "\n\n"
MODEL = "models/characters.npz"
# Costs are stored in steps of 1/16 nat, one byte each.
STEP = 1 / 16
Codes = int | NDArray[np.int64]
"""The number of a character in the model, or an array of them."""

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
    ``bigrams`` and ``trigrams`` have each as one number, its characters' numbers as digits: for looking up
    many at once.
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
    bigrams: NDArray[np.int64]
    trigrams: NDArray[np.int64]

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
        return self.code_costs(a, b, (c,))[0]

    def code_costs(self, a: int, b: int, codes: Iterable[int]) -> list[float]:
        """The costs of each of several characters after the same two."""
        start, end, backoff = 0, 0, 0
        if (place := self._bigram(a, b)) >= 0:
            start, end = self.trigram_starts[place], self.trigram_starts[place + 1]
            backoff = self.bigram_backoffs[place]
        alone = backoff + self.unigram_backoffs[b]
        costs = []
        for c in codes:
            found = bisect_left(self.trigram_last, c, start, end)
            if found < end and self.trigram_last[found] == c:
                costs.append(self.trigram_costs[found] * STEP)
            elif (place := self._bigram(b, c)) >= 0:
                costs.append((backoff + self.bigram_costs[place]) * STEP)
            else:
                costs.append((alone + self.unigram_costs[c]) * STEP)
        return costs

    def costs(self, first: Codes, second: Codes, last: Codes) -> NDArray[np.float64]:
        """As ``code_cost``, for many at once: each is one number or an array of them."""
        size = len(self.index) + 1
        unigram_costs, unigram_backoffs, bigram_costs, bigram_backoffs, trigram_costs = (
            np.frombuffer(getattr(self, name), np.uint8) for name in _BYTE_COLUMNS
        )
        context = first * size + second
        trigram, is_known = _find(self.trigrams, context * size + last)
        longer, has_context = _find(self.bigrams, context)
        pair, is_pair = _find(self.bigrams, second * size + last)
        alone = unigram_backoffs[second] + unigram_costs[last].astype(np.int64)
        backoff = np.where(has_context, bigram_backoffs[longer], 0)
        shorter = backoff + np.where(is_pair, bigram_costs[pair], alone)
        return np.where(is_known, trigram_costs[trigram], shorter) * STEP

    def _bigram(self, first: int, second: int) -> int:
        """The place of a bigram in its columns, -1 for none."""
        end = self.bigram_starts[first + 1]
        place = bisect_left(self.bigram_last, second, self.bigram_starts[first], end)
        return place if place < end and self.bigram_last[place] == second else -1


def _find(keys: NDArray[np.int64], wanted: Codes) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
    """Where numbers stand in a sorted column, and whether they do."""
    found = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return found, keys[found] == wanted


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
        bigrams=bigrams,
        trigrams=trigrams,
        trigram_last=array("H", (trigrams % size).astype(np.uint16).tobytes()),
        **{name: columns[name].tobytes() for name in _BYTE_COLUMNS},
    )


def _starts(prefixes: NDArray[np.int64], keys: NDArray[np.int64]) -> array[int]:
    """Where the rows of each key begin among sorted prefixes, and where the last ones end."""
    starts = np.append(np.searchsorted(prefixes, keys), len(prefixes))
    return array("i", starts.astype(np.int32).tobytes())


_BYTE_COLUMNS = ("unigram_costs", "unigram_backoffs", "bigram_costs", "bigram_backoffs", "trigram_costs")
