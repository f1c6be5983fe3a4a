"""Text that was decoded with the wrong encoding (乱码), turned back where nothing speaks against it.

UTF-8 read as GBK (鎴戜滑 for 我们), UTF-8 or GBK read as Latin-1 (æˆ‘ä»¬, ÎÒÃÇ), Big5 read as GBK and back
(扂蠅 for 我们), and the two signs of text that is gone: 锟斤拷 (UTF-8 replacement characters read as GBK) and
烫烫烫 (memory that nobody wrote to).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.repairs import LOST
from core.restoration.double_bytes import find_double_bytes
from core.restoration.readable import is_readable, unless_lost
from core.restoration.stretches import Stretch
from core.restoration.utf8_as_gbk import find_utf8_as_gbk
from core.spans import Span

_GONE = re.compile(r"(?:锟斤拷)+|烫{4,}|屯{4,}")
_LATIN = re.compile(r"[\x80-\xffŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]{4,}")
_LATIN_SINGLE = re.compile(_LATIN.pattern.replace("{4,}", "{3,}"))
_LATIN_SIGN = re.compile(r"[À-ÿ]")


def find_wrong_encodings(text: str) -> Iterator[Stretch]:
    """Stretches in a wrong encoding with what they say; gone ones are lost.

    >>> text = "他说，鎴戜滑閮芥槸，来了"
    >>> [(s.span.of(text), s.text) for s in find_wrong_encodings(text)]
    [('鎴戜滑閮芥槸', '我们都是')]
    """
    for gone in _GONE.finditer(text):
        yield Stretch(Span(*gone.span()), LOST, "encoding", 0.98)
    for start, end, decoded in (*find_utf8_as_gbk(text), *find_double_bytes(text)):
        yield Stretch(Span(start, end), decoded, "encoding", 0.99)
    if _LATIN_SIGN.search(text):
        yield from _as_latin(text)


def _as_latin(text: str) -> Iterator[Stretch]:
    """Runs of UTF-8 or GBK read as Latin-1; beside one of UTF-8 also single characters, in whole bytes."""
    found = {run: reading for run in _LATIN.finditer(text) if (reading := _read_latin(run[0]))}
    for run, decoded in found.items():
        yield Stretch(Span(*run.span()), decoded, "encoding", 0.99)
    if found:
        taken = {run.start() for run in found}
        for single in _LATIN_SINGLE.finditer(text):
            if single.start() not in taken:
                decoded = _decode(_latin_bytes(single[0]), "utf-8")
                if decoded and LOST not in decoded:
                    yield Stretch(Span(*single.span()), decoded, "encoding", 0.99)


def _read_latin(run: str) -> str:
    for encoding in ("utf-8", "gbk"):
        decoded = _decode(_latin_bytes(run), encoding)
        if is_readable(decoded):
            return decoded
    return ""


def _latin_bytes(text: str) -> bytes:
    return b"".join(c.encode("cp1252", "ignore") or c.encode("latin-1", "ignore") for c in text)


def _decode(data: bytes, encoding: str) -> str:
    """The text, with a lost place where bytes are missing; empty where too many are."""
    return unless_lost(re.sub("\ufffd+", LOST, data.decode(encoding, "replace")))
