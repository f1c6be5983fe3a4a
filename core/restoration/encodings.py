"""Text that was decoded with the wrong encoding (乱码), turned back where nothing speaks against it.

UTF-8 read as GBK (鎴戜滑 for 我们), UTF-8 or GBK read as Latin-1 (æˆ‘ä»¬, ÎÒÃÇ), and the two signs of text
that is gone: 锟斤拷 (UTF-8 replacement characters read as GBK) and 烫烫烫 (memory that nobody wrote to).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from core.repairs import LOST
from core.restoration import codepage
from core.restoration.language import language, normalized
from core.restoration.stretches import Stretch
from core.spans import Span

_GONE = re.compile(r"(?:锟斤拷)+|烫{4,}|屯{4,}")
_LATIN = re.compile(r"[\x80-\xffŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]{4,}")
_LATIN_SIGN = re.compile(r"[À-ÿ]")
# Chinese costs some 5 nats a character, what a wrong decoding gives 10 and more.
_READABLE = 7.5
_GAIN = 2.0
_LEAST_HAN = 2
# One place in so many may be lost.
_MOST_LOST = 4
_HAN = re.compile("[一-鿿]")
_FOREIGN = re.compile("[\x80-\u1fff\ua000-\uf8ff]")


def find_wrong_encodings(text: str) -> Iterator[Stretch]:
    """Stretches in a wrong encoding with what they say; gone ones are lost.

    >>> text = "他说，鎴戜滑閮芥槸，来了"
    >>> [(s.span.of(text), s.text) for s in find_wrong_encodings(text)]
    [('鎴戜滑閮芥槸', '我们都是')]
    """
    for gone in _GONE.finditer(text):
        yield Stretch(Span(*gone.span()), LOST, "encoding", 0.98)
    if _rare_pattern().search(text):
        yield from _utf8_as_gbk(text)
    if _LATIN_SIGN.search(text):
        yield from _as_latin(text)


def _utf8_as_gbk(text: str) -> Iterator[Stretch]:
    for run in _not_ascii().finditer(text):
        if not _rare_pattern().search(run[0]):
            continue
        readings = ((a, b, _decode(_gbk_bytes(run[0][a:b]), "utf-8")) for a, b in _candidate_edges(run[0]))
        sound = [(a, b, text) for a, b, text in readings if text and _is_better(text, run[0][a:b])]
        if sound:
            start, end, decoded = min(sound, key=lambda reading: LOST in reading[2])
            yield Stretch(Span(run.start() + start, run.start() + end), decoded, "encoding", 0.99)


def _candidate_edges(run: str) -> Iterator[tuple[int, int]]:
    """The whole run, then less and less of it, as sound text may stand beside it."""
    signs = [m.start() for m in re.finditer(_rare_class(), run)]
    for start in range(max(0, signs[0] - 2), signs[0] + 1):
        for end in range(min(len(run), signs[-1] + 4), signs[-1], -1):
            yield start, end
    yield 0, len(run)


def _as_latin(text: str) -> Iterator[Stretch]:
    for run in _LATIN.finditer(text):
        data = _latin_bytes(run[0])
        for encoding in ("utf-8", "gbk"):
            decoded = _decode(data, encoding)
            if decoded and len(_HAN.findall(decoded)) >= _LEAST_HAN and _cost(decoded) < _READABLE:
                yield Stretch(Span(*run.span()), decoded, "encoding", 0.99)
                break


def _latin_bytes(text: str) -> bytes:
    return b"".join(c.encode("cp1252", "ignore") or c.encode("latin-1", "ignore") for c in text)


def _gbk_bytes(text: str) -> bytes:
    """The bytes of a text; where the wrong decoding lost some there is one that no encoding has."""
    return b"".join(b"\xff" if c == "\ufffd" else c.encode("gb18030") for c in text)


def _decode(data: bytes, encoding: str) -> str:
    """The text, with a lost place where bytes are missing; empty where too many are."""
    decoded = re.sub("\ufffd+", LOST, data.decode(encoding, "replace"))
    return decoded if decoded.count(LOST) * _MOST_LOST < len(decoded) else ""


def _is_better(decoded: str, shown: str) -> bool:
    if len(_HAN.findall(decoded)) < _LEAST_HAN or _FOREIGN.search(decoded):
        return False
    cost = _cost(decoded)
    return cost < _READABLE and cost + _GAIN < _cost(shown)


def _cost(text: str) -> float:
    return language().text_cost(normalized(text.replace(LOST, ""))) / len(text)


@cache
def _rare_class() -> str:
    """Characters that UTF-8 read as GBK gives often and Chinese text hardly ever has."""
    pairs = [(a, b) for a in range(0xE4, 0xEA) for b in range(0x80, 0xA1)]
    pairs += [(a, b) for a in range(0x81, 0xA1) for b in range(0xE4, 0xEA)]
    return "[" + "".join(sorted(filter(None, (codepage.character(a, b) for a, b in pairs)))) + "]"


@cache
def _rare_pattern() -> re.Pattern[str]:
    return re.compile(rf"{_rare_class()}[^\x00-\x7f]{{0,2}}{_rare_class()}")


@cache
def _not_ascii() -> re.Pattern[str]:
    return re.compile(r"[^\x00-\x7f，。、；：？！“”（）《》\s]{3,}")
