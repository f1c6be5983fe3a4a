"""The forward model: what the damaging chain of mirror sites does to a clean article.

The chain works on the bytes of GBK and knows no characters: it glosses, splits, decodes leniently,
folds full-width forms, extracts text from the markup and loses filtered characters, in this order.
A repair is proved by running the restored text through it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from heapq import heappop, heappush

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

    No others need be looked for than those whose bytes are at hand, in the stream or in a gloss.
    """
    glosses = _glosses(characters)
    if len(stream) > len(glosses):
        to_come = sorted(known for pair, known in glosses.items() if pair in stream)
    else:
        to_come = sorted(glosses[pair] for pair in _pairs_of(stream) & glosses.keys())
    while to_come:
        rank, pair, glossed, inside = heappop(to_come)
        if not to_come or to_come[0][0] != rank:  # each once, though it may have come up twice
            stream = stream.replace(pair, glossed)
            for inner in inside:
                if glosses[inner][0] > rank:
                    heappush(to_come, glosses[inner])
    return stream


def _pairs_of(stream: bytes) -> set[bytes]:
    return {stream[i : i + 2] for i in range(len(stream) - 1)}


_Gloss = tuple[int, bytes, bytes, tuple[bytes, ...]]


@lru_cache(maxsize=16)
def _glosses(characters: str) -> Mapping[bytes, _Gloss]:
    """By a character's two bytes: its rank, the bytes, them with the gloss, and which others that holds."""
    readings = {codepage.encode(c): codepage.encode(f"({first_reading(c)})") for c in characters}
    return {
        pair: (rank, pair, pair + reading, tuple(sorted(_pairs_of(reading) & readings.keys())))
        for rank, (pair, reading) in enumerate(readings.items())
    }


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
