"""The numbers that spaCy keeps strings by: its symbols by hand, all others by MurmurHash64A with seed 1."""

from __future__ import annotations

from functools import cache

from core.assets import load_lines

_MULTIPLIER = 0xC6A4A7935BD1E995
_ALL = 0xFFFFFFFFFFFFFFFF
_SEED = 1


@cache
def string_number(text: str) -> int:
    """The number of a string.

    >>> string_number(""), string_number("ORTH"), string_number("coffee")
    (0, 65, 3197928453018144401)
    """
    return _symbols().get(text) or (_hash(text.encode("utf-8", "replace")) if text else 0)


@cache
def _symbols() -> dict[str, int]:
    return {name: number for number, name in enumerate(load_lines("exchange/spacy_symbols.txt"), 1)}


def _hash(data: bytes) -> int:
    """MurmurHash64A (Appleby, public domain, https://github.com/aappleby/smhasher)."""
    found = _SEED ^ (len(data) * _MULTIPLIER & _ALL)
    whole = len(data) - len(data) % 8
    for place in range(0, whole, 8):
        word = int.from_bytes(data[place : place + 8], "little") * _MULTIPLIER & _ALL
        word = (word ^ word >> 47) * _MULTIPLIER & _ALL
        found = (found ^ word) * _MULTIPLIER & _ALL
    if whole < len(data):
        found = (found ^ int.from_bytes(data[whole:], "little")) * _MULTIPLIER & _ALL
    found = (found ^ found >> 47) * _MULTIPLIER & _ALL
    return found ^ found >> 47
