"""How much likelier a sentence is with other words in a place, by the character model."""

from __future__ import annotations

from functools import lru_cache

from core.restoration.language import code_cost, encode_character

_AROUND = 2


def gain(text: str, place: int, written: str, meant: str) -> float:
    """How much likelier the words around a place are with ``meant`` there for ``written``, in nats.

    >>> gain("消防员迅速感到现场。", 5, "感到", "赶到") > 6
    True
    """
    end = place + len(written)
    before, behind = text[max(0, place - _AROUND) : place], text[end : end + _AROUND]
    return _cost(before + written + behind) - _cost(before + meant + behind)


@lru_cache(maxsize=20_000)
def _cost(words: str) -> float:
    codes = [0, 0, *map(encode_character, words)]
    return sum(code_cost(*codes[i - 2 : i + 1]) for i in range(2 + _AROUND, len(codes)))
