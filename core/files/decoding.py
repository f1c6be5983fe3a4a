"""Bytes to text: which encoding they are in, how sure that is, and what would not decode.

A byte order mark or valid UTF-8 settles it. Otherwise every encoding that Chinese texts come in is tried on
a sample, and the one whose result reads like Chinese wins: wrong readings of Chinese bytes are full of
rare characters. Detection libraries take short GBK for Japanese or Big5 and back; one is asked only where
nothing reads like Chinese.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from core.assets import load_text
from core.errors import BadRequest

SHOWN = "\N{REPLACEMENT CHARACTER}"
"""What stands in the text for bytes that do not decode."""

_SAMPLE = 1 << 16
_LIKELY = 0.25
_TELLING = 16  # bytes from which a foreign encoding can be told at all
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
CHINESE = ("utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
"""The encodings that Chinese texts come in."""
_FOREIGN = ["cp1252", "shift_jis", "euc_jp", "euc_kr", "cp1251", "koi8_r"]
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs"}
_PUNCTUATION = "，。、；：？！“”‘’（）《》〈〉【】〔〕「」『』—…·～％￥　"
_BROKEN = re.compile("[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ue000-\uf8ff\ufffd-\uffff\ud800-\udfff]")
_BEYOND_ASCII = re.compile(r"[^\0-\x7f]")


@dataclass(frozen=True, slots=True)
class DecodedText:
    """A text with how it was decoded.

    ``encoding`` is a codec's name, ``newlines`` is ``lf crlf cr mixed``, ``undecodable`` counts the
    characters shown as U+FFFD. ``confidence`` is 1 where the bytes prove it; ``alternatives`` are the other
    encodings that are worth a look, the likelier first.
    """

    text: str
    encoding: str
    newlines: str = "lf"
    undecodable: int = 0
    confidence: float = 1.0
    alternatives: tuple[str, ...] = ()


class Guess(NamedTuple):
    """An encoding and how much like Chinese it reads, at most 1."""

    encoding: str
    score: float


def decode(data: bytes, *, encoding: str | None = None, declared: str | None = None) -> DecodedText:
    """The text of ``data``.

    ``encoding`` is a person's choice and obeyed; ``declared`` is what the file says of itself, and
    believed where it reads no worse than the rest.

    >>> decode("截至去年11月底，".encode("gbk")).encoding
    'gb18030'
    """
    if encoding:
        return _decoded(data, _known(encoding), 1.0, ())
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return _decoded(data, marked, 1.0, ())
    if _is_utf_8(data):
        return _decoded(data, "utf-8", 1.0, ())
    guesses = guess(data, declared)
    best, rest = guesses[0], guesses[1:]
    alternatives = tuple(other.encoding for other in rest if other.score > best.score - 0.5)
    return _decoded(data, best.encoding, max(0.0, min(0.99, best.score)), alternatives)


def guess(data: bytes, declared: str | None = None) -> tuple[Guess, ...]:
    """The encodings of Chinese texts, the likeliest first; a foreign one leads where none is likely."""
    sample, claimed = _sample(data), _codec(declared)
    candidates = dict.fromkeys((*CHINESE, claimed) if claimed else CHINESE)
    guesses = [Guess(encoding, _likeness(sample, encoding)) for encoding in candidates]
    guesses.sort(key=lambda g: -g.score - (0.1 if g.encoding == claimed else 0))
    if guesses[0].score < _LIKELY and not claimed and len(sample) >= _TELLING and b"\0" not in sample:
        from charset_normalizer import from_bytes  # takes long to load, and is seldom needed

        foreign = from_bytes(sample, cp_isolation=_FOREIGN).best()
        if foreign is not None:
            return (Guess(foreign.encoding, _LIKELY), *guesses)
    if guesses[0].score == guesses[1].score > _LIKELY and not claimed:
        alike = [g for g in guesses if g.score == guesses[0].score]
        guesses[: len(alike)] = sorted(alike, key=lambda g: _cost(sample, g.encoding))
    return tuple(guesses)


def is_binary(data: bytes, decoded: DecodedText) -> bool:
    r"""Whether bytes are no text: a third of the characters broken, or readable as doubtful UTF-16 at best.

    >>> is_binary(b"\x00\x01\x02PNG", decode(b"\x00\x01\x02PNG"))
    True
    """
    start = decoded.text[:_SAMPLE]
    if not decoded.undecodable:  # those signs of replacement are the file's own
        start = start.replace(SHOWN, "")
    has_pairs = decoded.encoding.startswith("utf-16") or b"\0" in data[:_SAMPLE]
    return (has_pairs and decoded.confidence < _LIKELY) or 3 * len(_BROKEN.findall(start)) > len(start)


def _is_utf_8(data: bytes) -> bool:
    """Strictly valid, and without the zero bytes of UTF-16."""
    if b"\0" in data[:_SAMPLE]:
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _sample(data: bytes) -> bytes:
    """Some bytes from the first one beyond ASCII on, or, with zero bytes, from the start as UTF-16 needs."""
    start = data[:_SAMPLE]
    first = None if b"\0" in start else re.search(rb"[\x80-\xff]", data)
    place = first.start() if first else 0
    place -= place % 2
    return data[place : place + _SAMPLE]


def _likeness(sample: bytes, encoding: str) -> float:
    """The share of usual ones among the characters beyond ASCII; broken ones weigh threefold."""
    is_whole = len(sample) < _SAMPLE
    text = codecs.getincrementaldecoder(encoding)("replace").decode(sample, is_whole)
    broken = len(_BROKEN.findall(text))
    beyond = [c for c in _BEYOND_ASCII.findall(text) if not _BROKEN.match(c)]
    usual = sum(c in usual_characters() for c in beyond)
    if not beyond and not broken:
        return 1.0
    return (usual - 3 * broken) / (len(beyond) + broken)


def _cost(sample: bytes, encoding: str) -> float:
    """How unlikely the words are: of four bytes both readings may have usual characters (測試, 代刚)."""
    from core.restoration.readable import cost_of  # a model to load, and seldom needed

    return cost_of(sample.decode(encoding, "ignore"))


@cache
def usual_characters() -> frozenset[str]:
    """Characters and punctuation of either script that are frequent in Chinese text."""
    lines = load_text("lexicons/frequent_characters.txt").splitlines()
    return frozenset(_PUNCTUATION).union(*(line for line in lines if not line.startswith("#")))


def _decoded(data: bytes, encoding: str, confidence: float, alternatives: tuple[str, ...]) -> DecodedText:
    try:
        text, undecodable = data.decode(encoding), 0
    except UnicodeDecodeError:
        text = data.decode(encoding, errors="danqian.shown")
        genuine = SHOWN.encode(encoding, "ignore")
        undecodable = text.count(SHOWN) - (data.count(genuine) if genuine else 0)
    if encoding != "utf-8-sig":  # that codec drops the mark itself
        text = text.removeprefix("\ufeff")
    return DecodedText(text, encoding, _newlines(text), undecodable, confidence, alternatives)


def _show(error: UnicodeError) -> tuple[str, int]:
    """Bytes that do not decode are shown; a lone 80 is the euro sign of CP936, of which GB18030 has none."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    is_euro = error.encoding in ("gb18030", "gbk") and error.object[error.start] == 0x80
    return ("€", error.start + 1) if is_euro else (SHOWN, error.end)


codecs.register_error("danqian.shown", _show)


def _newlines(text: str) -> str:
    crlf = text.count("\r\n")
    counts = {"crlf": crlf, "cr": text.count("\r") - crlf, "lf": text.count("\n") - crlf}
    used = [name for name, count in counts.items() if count]
    return used[0] if len(used) == 1 else "mixed" if used else "lf"


def _codec(name: str | None) -> str | None:
    """The codec for a declared name, the wider one where pages say less than they use; None for nonsense."""
    try:
        codec = codecs.lookup(name or "").name.replace("_", "-")
    except (LookupError, ValueError):
        return None
    return _WIDER.get(codec, codec)


def _known(encoding: str) -> str:
    codec = _codec(encoding)
    if codec is None or not codecs.lookup(codec)._is_text_encoding:
        raise BadRequest(None, f"there is no encoding {encoding}")
    return codec
