"""Code page 936 as the damaging chain decodes it: leniently, and with losses that leave a trace or none."""

from __future__ import annotations

import codecs
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

EURO = "€"
_LENIENT = "danqian-lenient-cp936"


def encode(text: str) -> bytes:
    """The bytes of a text; what the code page lacks becomes a numeric entity, as on any web page.

    >>> encode("發").hex()
    'b06c'
    """
    if len(text) == 1:
        return _encode_character(text)
    if EURO not in text:
        return text.encode("gbk", "xmlcharrefreplace")
    return b"\x80".join(part.encode("gbk", "xmlcharrefreplace") for part in text.split(EURO))


@lru_cache(maxsize=50_000)
def _encode_character(text: str) -> bytes:
    return b"\x80" if text == EURO else text.encode("gbk", "xmlcharrefreplace")


def decode(data: bytes) -> str:
    r"""What a lenient decoder shows.

    A bad pair is one ``?`` and eats both bytes, a lone 80 is ``€``, a private-use pair is nothing at all,
    a lead byte at the very end is ``?``.

    >>> decode(b"\xb5(sh\xa8\xb4)"), decode(b"\x80("), decode(b"\xac\xc9\xc6\xd3"), decode(b"\xa1")
    ('?shù)', '€(', '朴', '?')
    """
    return data.decode("gbk", _LENIENT)


def is_private(lead: int, trail: int) -> bool:
    """Whether a pair lies in one of the code page's three user-defined areas."""
    if trail == 0x7F:
        return False
    if 0xA1 <= trail <= 0xFE:
        return 0xAA <= lead <= 0xAF or 0xF8 <= lead <= 0xFE
    return 0xA1 <= lead <= 0xA7 and 0x40 <= trail <= 0xA0


def character(lead: int, trail: int) -> str:
    """The character of two bytes; empty where they are none."""
    return _CHARACTERS.get(lead << 8 | trail, "")


def beginning_with(lead: int) -> Sequence[tuple[int, str]]:
    """The characters whose first byte is ``lead``, with their second."""
    return _by_byte()[0].get(lead, ())


def ending_in(trail: int) -> Sequence[str]:
    """The characters whose second byte is ``trail``."""
    return _by_byte()[1].get(trail, ())


@cache
def _by_byte() -> tuple[Mapping[int, list[tuple[int, str]]], Mapping[int, list[str]]]:
    """All characters by their first byte, and by their second."""
    leads: dict[int, list[tuple[int, str]]] = defaultdict(list)
    trails: dict[int, list[str]] = defaultdict(list)
    for key, text in _CHARACTERS.items():
        leads[key >> 8].append((key & 0xFF, text))
        trails[key & 0xFF].append(text)
    return leads, trails


def find_across(text: str, characters: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Where the two bytes of one of ``characters`` stand across two others: the second's place, and which.

    >>> list(find_across("日報", "請"))
    [(1, '請')]
    """
    wanted = np.zeros(0x10000, np.bool_)
    wanted[[pair[0] << 8 | pair[1] for pair in map(encode, characters) if len(pair) == 2]] = True
    points = np.frombuffer(text.encode("utf-32-le", "replace"), np.uint32)
    pairs = _pairs()[np.minimum(points, 0xFFFF)]
    across = np.where(pairs[:-1] * pairs[1:] > 0, (pairs[:-1] & 0xFF) << 8 | pairs[1:] >> 8, 0)
    for place in np.flatnonzero(wanted[across]).tolist():
        yield place + 1, _CHARACTERS[int(across[place])]


@cache
def _pairs() -> NDArray[np.int64]:
    """The two bytes of every code point as one number, 0 for those that have not two."""
    table = np.zeros(0x10000, np.int64)
    for key, text in _CHARACTERS.items():
        table[ord(text)] = key
    return table


def _all_characters() -> dict[int, str]:
    keys = (lead << 8 | trail for lead in range(0x81, 0xFF) for trail in range(0x40, 0xFF))
    decoded = ((key, key.to_bytes(2, "big").decode("gbk", "ignore")) for key in keys)
    return {key: text for key, text in decoded if len(text) == 1}


def _replace_bad_bytes(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    data, place = error.object, error.start
    if data[place] == 0x80:
        return EURO, place + 1
    pair = data[place : place + 2]
    if data[place] == 0xFF or len(pair) < 2:
        return "?", place + 1
    return "" if is_private(*pair) else "?", place + 2


codecs.register_error(_LENIENT, _replace_bad_bytes)
_CHARACTERS = _all_characters()
