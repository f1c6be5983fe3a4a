"""Text that was decoded with the wrong encoding (乱码), turned back where nothing speaks against it.

UTF-8 read as GBK (鎴戜滑 for 我们), UTF-8, GBK or Big5 read as Latin-1 (æˆ‘ä»¬, ÎÒÃÇ), UTF-8 even twice,
Big5 read as GBK and back (扂蠅 for 我们), either of them read as Korean. Where the wrong reading left no
bytes to read anew, that is told: UTF-8 read as Big5, GBK or Big5 read as UTF-8 (����Ѷ), what that gives
when it is saved and read as GBK (锟斤拷), and 烫烫烫, memory that nobody wrote to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from core.files.decoding import SHOWN
from core.repairs import LOST
from core.restoration import codepage
from core.restoration.double_bytes import find_double_bytes
from core.restoration.readable import cost_of, is_readable, unless_lost
from core.restoration.stretches import Stretch
from core.restoration.torn_utf8 import find_torn_utf8
from core.restoration.utf8_as_gbk import GONE, decode, find_utf8_as_gbk
from core.text.spans import Span

_GONE = re.compile("烫{4,}|屯{4,}")
# Beside the replacement characters stand signs that two or three of the lost bytes happened to make; without
# them it may be an emoji that a forum lost.
_REPLACED = re.compile(f"{SHOWN}{{2,}}[{SHOWN}\x80-\u1fff]*|{SHOWN}")
_LEFT_OVER = re.compile(f"{SHOWN}{{2}}[\x80-\u1fff]")
_MOST_TORN = 10
_HIGH = r"[\x80-\xffŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]"
_LATIN = re.compile(f"(?:{_HIGH}|{SHOWN}){{4,}}")
# Pairs of bytes, of which the second may be a letter.
_LATIN_PAIRS = re.compile(
    f"(?:{_HIGH}{{2}}){{2}}(?:{_HIGH}(?:{_HIGH}|[@-~]))*|(?:{_HIGH}(?:{_HIGH}|[@-~])){{4,}}"
)
_LATIN_SHORT = re.compile(f"{_HIGH}(?:{_HIGH}+|[@-~])")
_LATIN_SIGN = re.compile(r"[À-ÿ]")


def find_wrong_encodings(text: str) -> Iterator[Stretch]:
    """Stretches in a wrong encoding with what they say; gone ones are lost.

    >>> text = "他说，鎴戜滑閮芥槸，来了"
    >>> [(s.span.of(text), s.text) for s in find_wrong_encodings(text)]
    [('鎴戜滑閮芥槸', '我们都是')]
    """
    for start, end, read in find_torn_utf8(text):
        yield Stretch(Span(start, end), LOST, "encoding", 0.98, encodings=("utf-8", read))
    for pattern in _gone_patterns(text):
        for gone in pattern.finditer(text):
            yield Stretch(Span(*gone.span()), LOST, "encoding", 0.98)
    for start, end, decoded in find_utf8_as_gbk(text):
        yield Stretch(Span(start, end), decoded, "encoding", 0.99, encodings=("utf-8", "gb18030"))
    for start, end, decoded, *encodings in find_double_bytes(text):
        yield Stretch(Span(start, end), decoded, "encoding", 0.99, encodings=tuple(encodings))
    if _LATIN_SIGN.search(text):
        yield from _as_latin(text)


def _gone_patterns(text: str) -> Iterator[re.Pattern[str]]:
    """Those of which a text has the signs: it is quicker to look for a sign than for a pattern."""
    if "烫烫" in text or "屯屯" in text:
        yield _GONE
    if "锟" in text:
        yield _gone_twice()
    if SHOWN in text and _LEFT_OVER.search(text):
        yield _REPLACED


@cache
def _gone_twice() -> re.Pattern[str]:
    """Replacement characters, EF BF BD, read as GBK, with the bytes between: 锟斤拷锟劫匡拷."""
    behind = "".join(character for _, character in codepage.beginning_with(0xBD))
    before = "".join(codepage.ending_in(0xEF))
    first = f"锟[{behind}]拷?"
    return re.compile(f"(?:[{before}]拷)*{first}(?:{first}|[{before}]拷)*")


def _as_latin(text: str) -> Iterator[Stretch]:
    """Runs of an encoding read as Latin-1; beside them also short ones, where their bytes are whole."""
    found: dict[Span, str] = {}
    encodings: set[str] = set()
    for pattern, possible in ((_LATIN, ("utf-8",)), (_LATIN_PAIRS, ("gbk", "big5hkscs"))):
        for run in () if found else pattern.finditer(text):
            if reading := _read_latin(run[0], possible):
                found[Span(*run.span())] = reading[0]
                encodings.add(reading[1])
    for run in _LATIN_SHORT.finditer(text) if found else ():
        span = Span(*run.span())
        decoded = [r for encoding in sorted(encodings) if (r := _decode(_latin_bytes(run[0]), encoding))]
        if decoded and LOST not in decoded[0] and not any(span.overlaps(other) for other in found):
            found[span] = decoded[0]
    for span, decoded_text in found.items():
        yield Stretch(span, decoded_text, "encoding", 0.99)


def _read_latin(run: str, encodings: Sequence[str]) -> tuple[str, str] | None:
    """What a run says that was read as Latin-1, once or twice, and its encoding."""
    if SHOWN in run:
        decoded = [(_decode_torn(run), "utf-8")] if "utf-8" in encodings and _LATIN_SIGN.search(run) else []
    else:
        decoded = [(_decode(_latin_bytes(run), encoding), encoding) for encoding in encodings]
    if decoded and encodings == ("utf-8",) and _LATIN.fullmatch(decoded[0][0]):
        return _read_latin(decoded[0][0], encodings)
    readable = [reading for reading in decoded if is_readable(reading[0])]
    return min(readable, key=lambda reading: cost_of(reading[0]), default=None)


def _decode_torn(run: str) -> str:
    """The text of UTF-8 read as Windows-1252, which has no sign for five bytes: one in twenty of a text."""
    if run.count(SHOWN) * _MOST_TORN > len(run):
        return ""
    return decode("".join(GONE if c == SHOWN else _latin_bytes(c).decode("latin-1") for c in run), "\n")


def _latin_bytes(text: str) -> bytes:
    return b"".join(c.encode("cp1252", "ignore") or c.encode("latin-1", "ignore") for c in text)


def _decode(data: bytes, encoding: str) -> str:
    """The text, with a lost place where bytes are missing; empty where too many are."""
    return unless_lost(re.sub("\ufffd+", LOST, data.decode(encoding, "replace")))
