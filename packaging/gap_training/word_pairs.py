"""Which word follows which: the pairs of a word model as input methods have it, read from its file.

The corpora are small and old. A word model made for an input method has seen far more and younger text,
and keeps of it two million pairs of words with their probabilities: enough to teach that 网约车平台 stands
together. Debian ships one as ``zh_CN.lm`` in ``libime-data-language-model`` (LGPL 2.1 or later): a trie
of KenLM with quantized weights and packed pointers. Only what is needed of the format is read here; pairs
are stored under their second word.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

_COUNTS, _VOCABULARY = 0x6C, 0x88
_ORDER = 3
# A unigram: log10 of its probability, its back-off, and where its pairs begin.
_UNIGRAM = np.dtype([("probability", "<f4"), ("backoff", "<f4"), ("first", "<u8")])
_WEIGHT_BITS = 8
_TABLE = 4 << _WEIGHT_BITS


@dataclass(frozen=True, slots=True)
class WordPairs:
    """Words with their probabilities, and pairs: the ``share`` of ``second`` in what follows ``first``."""

    words: tuple[str, ...]
    probabilities: Floats
    first: Integers
    second: Integers
    share: Floats


def read_word_pairs(path: Path) -> WordPairs:
    """The pairs of a trie of three levels with 8 bits a weight, its vocabulary at the end."""
    data = path.read_bytes()
    words, pairs, triples = (int(n) for n in np.frombuffer(data, np.uint64, _ORDER, _COUNTS))
    place = _VOCABULARY + 8 * (1 + words) + 8
    weights = np.frombuffer(data, np.float32, 1 << _WEIGHT_BITS, place)
    place += 3 * _TABLE
    unigrams = np.frombuffer(data, _UNIGRAM, words + 2, place)
    place += _UNIGRAM.itemsize * (words + 2)
    inline, offsets = _pointer_bits(data, place, pairs, triples)
    place += 8 * (1 + offsets) + 7
    word_bits = words.bit_length()
    width = word_bits + 2 * _WEIGHT_BITS + inline
    first = _unpack(data, place, 0, word_bits, width, pairs)
    shares = weights[_unpack(data, place, word_bits + _WEIGHT_BITS, _WEIGHT_BITS, width, pairs)]
    place += ((1 + pairs) * width + 7) // 8 + 8
    place += ((1 + triples) * (word_bits + _WEIGHT_BITS) + 7) // 8 + 8
    begins = unigrams["first"][: words + 1].astype(np.int64)
    return WordPairs(
        words=tuple(data[place:].decode("utf-8").split("\0")[:words]),
        probabilities=10.0 ** unigrams["probability"][:words].astype(float),
        first=first,
        second=np.repeat(np.arange(words), np.diff(begins)),
        share=10.0 ** shares.astype(float),
    )


def _pointer_bits(data: bytes, place: int, pairs: int, triples: int) -> tuple[int, int]:
    """Bits of a pointer that stand in the entry itself, and how many offsets hold the others."""
    most = data[((place + 7) & ~7) + 1]
    whole = triples.bit_length()
    outside = min(
        range(min(whole, most) + 1), key=lambda bits: (triples >> (whole - bits)) * 64 - (pairs + 1) * bits
    )
    return whole - outside, (triples >> (whole - outside)) + 1


def _unpack(data: bytes, place: int, start: int, bits: int, width: int, count: int) -> Integers:
    """A field of ``bits`` from entries of ``width`` bits each."""
    at = np.arange(count, dtype=np.int64) * width + start
    octets = np.frombuffer(data, np.uint8)
    value = np.zeros(count, np.int64)
    for i in range(5):
        value |= octets[place + (at >> 3) + i].astype(np.int64) << (8 * i)
    return (value >> (at & 7)) & ((1 << bits) - 1)
