"""How much likelier a sentence is with other words in a place, by the character model."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from math import inf

from core.restoration.language import code_cost, encode_character

_AROUND = 2


def gain(text: str, place: int, written: str, meant: str, least: float = -inf) -> float:
    """How much likelier the words around a place are with ``meant`` there for ``written``, in nats.

    Where it is less than ``least``, any lesser number than that may be given.

    >>> gain("消防员迅速感到现场。", 5, "感到", "赶到") > 6
    True
    """
    end = place + len(written)
    before, behind = text[max(0, place - _AROUND) : place], text[end : end + _AROUND]
    left = _cost(before + written + behind)
    for cost in _costs(before + meant + behind):
        left -= cost
        if left < least:
            break
    return left


@lru_cache(maxsize=20_000)
def _cost(words: str) -> float:
    return sum(_costs(words))


def _costs(words: str) -> Iterator[float]:
    """The costs of all characters but the first two."""
    codes = [*map(encode_character, words)]
    return map(code_cost, codes, codes[1:], codes[2:])
