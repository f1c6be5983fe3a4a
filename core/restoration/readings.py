"""Readings of characters; the first is what a gloss holds. The table is pypinyin's (MIT)."""

from __future__ import annotations

import os
from functools import cache, lru_cache

LETTERS = "a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ"


@lru_cache(maxsize=50_000)
def first_reading(character: str) -> str:
    """The first reading with its tone mark; empty where the table has none.

    >>> first_reading("發"), first_reading("輸"), first_reading("?")
    ('fā', 'shū', '')
    """
    return _table().get(ord(character), "").partition(",")[0] if character else ""


def readings(character: str) -> list[str]:
    """All readings with their tone marks, the first one first.

    >>> readings("长")[:2]
    ['zhǎng', 'cháng']
    """
    return [reading for reading in _table().get(ord(character), "").split(",") if reading]


@cache
def glossed_with(reading: str, first: int) -> tuple[str, ...]:
    """The characters of the code page whose first reading is ``reading`` and whose first byte is ``first``.

    >>> glossed_with("qǐng", 0xD5)
    ('請',)
    """
    return tuple(c for c in _by_reading().get(reading, ()) if c.encode("gbk")[0] == first)


def glossed_with_any(reading: str) -> tuple[str, ...]:
    """The characters of the code page whose first reading is ``reading``."""
    return _by_reading().get(reading, ())


@cache
def _by_reading() -> dict[str, tuple[str, ...]]:
    characters: dict[str, list[str]] = {}
    for code, readings in _table().items():
        if 0x4E00 <= code <= 0x9FA5:
            characters.setdefault(readings.partition(",")[0], []).append(chr(code))
    return {reading: tuple(group) for reading, group in characters.items()}


@cache
def _table() -> dict[int, str]:
    """Read on first need, without the library's phrases: they take most of its time and memory."""
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    from pypinyin.constants import PINYIN_DICT

    return PINYIN_DICT
