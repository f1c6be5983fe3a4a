"""The forward model: what the damaging chain of mirror sites does to a clean article.

The chain works on the bytes of GBK and knows no characters: it glosses, splits, decodes leniently,
folds full-width forms, extracts text from the markup and loses filtered characters, in this order.
A repair is proved by running the restored text through it.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from functools import lru_cache

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
    decoded = "".join(codepage.decode(part) for part in split(stream, chain.split_marks, chain.unsplit))
    extracted = extract(decoded.translate(FOLDED))
    return extracted.translate(dict.fromkeys(map(ord, chain.filtered))) if chain.filtered else extracted


def gloss(stream: bytes, characters: str) -> bytes:
    """Put each character's first reading after its two bytes, wherever they stand together."""
    for pair, glossed in _gloss_list(characters):
        if pair in stream:
            stream = stream.replace(pair, glossed)
    return stream


@lru_cache(maxsize=16)
def _gloss_list(characters: str) -> tuple[tuple[bytes, bytes], ...]:
    """The bytes of each character, without its gloss and with it."""
    pairs = ((codepage.encode(c), codepage.encode(f"({first_reading(c)})")) for c in characters)
    return tuple((pair, pair + reading) for pair, reading in pairs)


def split(stream: bytes, marks: str = SPLIT_MARKS, unsplit: frozenset[int] = frozenset()) -> list[bytes]:
    """Cut in front of the marks' bytes, aligned to characters or not."""
    if not marks:
        return [stream]
    mark = re.compile(b"|".join(re.escape(codepage.encode(m)) for m in marks))
    places = [m.start() for i, m in enumerate(mark.finditer(stream)) if i not in unsplit]
    return [stream[start:end] for start, end in zip([0, *places], [*places, len(stream)], strict=True)]


def extract(text: str) -> str:
    """Whole tags go, whole entities become characters; what lost its first byte stays as residue.

    >>> extract("工作,&#xff0c;<b>喜悅</b>?/strong>#xff0c;")
    '工作,，喜悅?/strong>#xff0c;'
    """
    text = _TAG.sub("", text) if "<" in text else text
    return html.unescape(text) if "&" in text else text
