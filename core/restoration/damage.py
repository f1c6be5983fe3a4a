"""The forward model: what the damaging chain of mirror sites does to a clean article.

The chain works on the bytes of GBK and knows no characters: it glosses, splits, decodes leniently,
folds full-width forms, extracts text from the markup and loses filtered characters, in this order.
A repair is proved by running the restored text through it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.restoration import codepage
from core.restoration.readings import first_reading

SPLIT_MARKS = "，！？"
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
FOLDED = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


@dataclass(frozen=True, slots=True)
class Chain:
    """How one page was damaged.

    ``glosses`` are the glossed characters in the order of their replacement. The stream is split in front
    of every mark of ``split_marks`` but at the places ``unsplit``, counted from 0 through the page.
    ``filtered`` are the characters lost in extraction.
    """

    glosses: str = ""
    split_marks: str = SPLIT_MARKS
    unsplit: frozenset[int] = frozenset()
    filtered: str = ""


def damage(clean: str, chain: Chain) -> str:
    """The page as it arrives: ``clean`` after the chain.

    >>> damage("日報", Chain("報請")), damage("資源。現在", Chain("現"))
    ('日?qǐng)?bào)', '資源?,F(xiàn)在')
    """
    stream = gloss(codepage.encode(clean), chain.glosses)
    extracted = arrive(split(stream, chain.split_marks, chain.unsplit))
    return extracted.translate(dict.fromkeys(map(ord, chain.filtered))) if chain.filtered else extracted


def arrive(parts: Iterable[bytes]) -> str:
    """The text of a stream that was cut into parts: decoded, folded and without its markup."""
    return extract("".join(map(codepage.decode, parts)).translate(FOLDED))


def gloss(stream: bytes, characters: str) -> bytes:
    """Put each character's first reading after its two bytes, wherever they stand together.

    One after another, so that of two that share a byte the later one is torn by the other's gloss.
    """
    glosses = _glosses(characters)
    data = np.frombuffer(stream, np.uint8)
    ranks = glosses.ranks[(data[:-1].astype(np.uint16) << 8) | data[1:]]
    places = np.flatnonzero(ranks)
    pieces: list[bytes] = []
    end, last, last_rank = 0, -2, 0
    for place, rank in zip(places.tolist(), ranks[places].tolist(), strict=True):
        if place == last + 1 and last_rank <= rank:
            continue
        pieces += (stream[end : place + 2], glosses.texts[rank])
        end, last, last_rank = place + 2, place, rank
    return b"".join([*pieces, stream[end:]])


class _Glosses(NamedTuple):
    """Where each pair of bytes stands in the list of characters, from 1 on, 0 for none; and the glosses."""

    ranks: NDArray[np.uint16]
    texts: tuple[bytes, ...]


@lru_cache(maxsize=16)
def _glosses(characters: str) -> _Glosses:
    """A gloss in turn holds glosses of what comes later in the list: in (yùn) stand the bytes of 磏."""
    pairs = {pair: c for c in characters if len(pair := codepage.encode(c)) == 2}
    ranks = np.zeros(0x10000, np.uint16)
    ranks[[int.from_bytes(pair, "big") for pair in pairs]] = np.arange(1, len(pairs) + 1)
    plain = [b"", *(codepage.encode(f"({first_reading(c)})") for c in pairs.values())]
    joined = b"".join(plain)
    inner = [(rank, pair) for rank, pair in enumerate(pairs, start=1) if pair in joined]
    texts = plain.copy()
    for later, pair in inner:
        texts[:later] = (text.replace(pair, pair + plain[later]) for text in texts[:later])
    return _Glosses(ranks, tuple(texts))


def split(stream: bytes, marks: str = SPLIT_MARKS, unsplit: frozenset[int] = frozenset()) -> list[bytes]:
    """Cut in front of the marks' bytes, aligned to characters or not."""
    if not marks:
        return [stream]
    places = [m.start() for i, m in enumerate(_mark(marks).finditer(stream)) if i not in unsplit]
    return [stream[start:end] for start, end in zip([0, *places], [*places, len(stream)], strict=True)]


@cache
def _mark(marks: str) -> re.Pattern[bytes]:
    return re.compile(b"|".join(re.escape(codepage.encode(mark)) for mark in marks))


def extract(text: str) -> str:
    """Whole tags go, whole entities become characters; what lost its first byte stays as residue.

    >>> extract("工作,&#xff0c;<b>喜悅</b>?/strong>#xff0c;")
    '工作,，喜悅?/strong>#xff0c;'
    """
    text = _TAG.sub("", text) if "<" in text else text
    return html.unescape(text) if "&" in text else text
