"""First readings of characters, which is what a gloss holds. The table is pypinyin's (MIT)."""

from __future__ import annotations

from functools import cache

LETTERS = "a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ"


@cache
def first_reading(character: str) -> str:
    """The first reading with its tone mark; empty where the table has none.

    >>> first_reading("發"), first_reading("輸"), first_reading("?")
    ('fā', 'shū', '')
    """
    return _table().get(ord(character), "").partition(",")[0]


@cache
def glossed_with(reading: str) -> frozenset[bytes]:
    """The byte pairs of all characters of the code page whose first reading is ``reading``."""
    return _pairs_by_reading().get(reading, frozenset())


@cache
def _pairs_by_reading() -> dict[str, frozenset[bytes]]:
    pairs: dict[str, set[bytes]] = {}
    for code, readings in _table().items():
        if 0x4E00 <= code <= 0x9FA5:
            pair = chr(code).encode("gbk", "ignore")
            pairs.setdefault(readings.partition(",")[0], set()).add(pair)
    return {reading: frozenset(filter(None, group)) for reading, group in pairs.items()}


@cache
def _table() -> dict[int, str]:
    """Read on first need: the library takes 0.2 s to load."""
    from pypinyin.constants import PINYIN_DICT

    return PINYIN_DICT
