"""Words of four characters that begin or end as four others do: where a wrong character in one is sought."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from core.language.segmentation import dictionary_words

LENGTH = 4
_HALF = LENGTH // 2
Pairs = npt.NDArray[np.uint64]


class _Half(NamedTuple):
    """One half of all idioms, each two characters in one number, sorted; and which idiom each is of."""

    pairs: Pairs
    idioms: npt.NDArray[np.intp]


def idioms_beside(text: str, starts: Sequence[int]) -> Mapping[int, Sequence[str]]:
    """The idioms whose first or last two characters stand at a start, by it; starts without any are left out.

    >>> "后来居上" in idioms_beside("他后来据上。", [0, 1])[1]
    True
    """
    words, head, tail = _idioms()
    pairs = _pairs_of(text)
    places = np.array([start for start in starts if start + LENGTH <= len(text)], dtype=np.intp)
    found: dict[int, Sequence[str]] = {}
    rows = zip(
        places.tolist(), _within(head, pairs[places]), _within(tail, pairs[places + _HALF]), strict=True
    )
    for start, with_head, with_tail in rows:
        if idioms := [*head.idioms[with_head].tolist(), *tail.idioms[with_tail].tolist()]:
            found[start] = [words[idiom] for idiom in idioms]
    return found


def _within(half: _Half, pairs: Pairs) -> Iterator[slice]:
    """Where each pair stands in a half."""
    first, last = (half.pairs.searchsorted(pairs, side).tolist() for side in ("left", "right"))
    return map(slice, first, last)


def _pairs_of(text: str) -> Pairs:
    """Each two neighbors of a text in one number."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4").astype(np.uint64)
    return codes[:-1] | (codes[1:] << np.uint64(32))


@cache
def _idioms() -> tuple[Sequence[str], _Half, _Half]:
    """All idioms of the dictionary, and their halves."""
    words = dictionary_words(LENGTH)
    pairs = _pairs_of("".join(words))
    return words, _half(pairs[::LENGTH]), _half(pairs[_HALF::LENGTH])


def _half(pairs: Pairs) -> _Half:
    idioms = np.argsort(pairs, kind="stable")
    return _Half(pairs[idioms], idioms)
