"""UTF-8 read as GBK (鎴戜滑 for 我们), also where some bytes did not survive the reading.

The bytes of what is shown are read as UTF-8 from every character on, as far as they go. A byte that the
wrong decoding lost may stand anywhere; the character it was part of is chosen by the words around, where
they leave no doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import accumulate

from core.files.decoding import SHOWN
from core.repairs import LOST
from core.restoration import codepage
from core.restoration.readable import cost_of, is_readable, known_characters, read_through, unless_lost

# What stands for one or two bytes that are not known; it occurs in no UTF-8.
GONE = "\xff"
_GAIN = 2.0
_LINE = re.compile(r"[^\n]+")
_FOREIGN = re.compile("[\x80-\x9f\u0180-\u1fff\ua000-\uf8ff]")
_LEAD, _NEXT = "[\xe2-\xe9\xef]", "[\x80-\xbf]"
_CHARACTER = re.compile(
    f"{_LEAD}{_NEXT}{_NEXT}|[\xc2-\xc3]{_NEXT}"  # whole
    f"|{_LEAD}{_NEXT}(?={GONE}{_NEXT}{_NEXT})"  # two bytes gone: the last, and the next one's first
    f"|{_LEAD}{_NEXT}{GONE}|{_LEAD}{GONE}{_NEXT}|{GONE}{_NEXT}{_NEXT}"
    f"|{_LEAD}{GONE}{GONE}|{_LEAD}{GONE}|{GONE}{_NEXT}(?!{_NEXT})"  # two bytes of one gone
)
# GB18030 has the euro sign at A2E3, CP936 at 80: the former ends a character before 。 and 、.
_EURO = "\xfe"
_EURO_OF_TWO = re.compile(f"(?<={_LEAD}{_NEXT}){_EURO}(?=[{_EURO}\x80][\x80-\xbf{GONE}])")
_RUN = re.compile(f"(?:{_CHARACTER.pattern})(?:[\x20-\x7e]{{0,40}}(?:{_CHARACTER.pattern}))+")
_TOKEN = re.compile(f"{_CHARACTER.pattern}|.")


def find_utf8_as_gbk(text: str) -> Iterator[tuple[int, int, str]]:
    """Stretches of UTF-8 that was read as GBK: start, end and what they say.

    >>> list(find_utf8_as_gbk("他说，鎴戜滑閮芥槸，来了"))
    [(3, 9, '我们都是')]
    """
    if not _rare_pattern().search(text):
        return
    for line in _LINE.finditer(text):
        if _rare_pattern().search(line[0]):
            for start, end, decoded in _in_line(line[0]):
                yield line.start() + start, line.start() + end, decoded


def _in_line(line: str) -> Iterator[tuple[int, int, str]]:
    pieces = [_bytes_of(character) for character in line]
    data = _settled("".join(pieces))
    place = 0
    for number, piece in enumerate(pieces):
        if piece == _EURO and data.startswith("\xa2\xe3", place):
            pieces[number] = "\xa2\xe3"
        place += len(pieces[number])
    starts = accumulate(map(len, pieces), initial=0)
    places = {start: number for number, start in enumerate(starts)}
    place = 0
    for start, number in places.items():
        if start < place or number == len(pieces) or line[number].isascii():
            continue
        run = _RUN.match(data, start)
        end = next((e for e in range(run.end(), start, -1) if e in places), start) if run else start
        decoded = decode(data[start:end], data[end : end + 3] or "\n")
        if decoded and _is_better(decoded, line[number : places[end]]):
            yield number, places[end], decoded
            place = end


def _settled(data: str) -> str:
    """The bytes with each euro sign as the one or the two that it was."""
    return _EURO_OF_TWO.sub("\xa2\xe3", data).replace(_EURO, "\x80")


def _bytes_of(character: str) -> str:
    """The bytes that the wrong decoding read, one a character; a sign for those that it lost."""
    if character == SHOWN:
        return GONE
    if character == "€":
        return _EURO
    return character.encode("gb18030", "replace").decode("latin-1")


def decode(data: str, behind: str) -> str:
    """The text of bytes in UTF-8, one a character, some of them ``GONE``; ``behind`` are those that follow.

    Lost places stand where the bytes leave a choice; it is empty where there are too many of them.
    """
    tokens = _TOKEN.findall(data)
    behind = behind.encode("latin-1").decode("utf-8", "ignore")[:2]
    read = read_through([*map(_options, tokens), *behind])
    return unless_lost("".join(read[: len(tokens)]))


def _options(token: str) -> Sequence[str]:
    """What a character may be of which some bytes may be lost."""
    if token == GONE:
        return (LOST,)
    if GONE not in token and (len(token) != 2 or token[0] < "\xe0"):
        return (token.encode("latin-1").decode("utf-8", "replace"),)
    return _fitting(token) or (LOST,)


@lru_cache(maxsize=2000)
def _fitting(token: str) -> tuple[str, ...]:
    """The characters whose bytes agree with those that are left."""
    known = token.replace(GONE, "")
    if token.startswith(GONE):
        return tuple(c for c, data in _known_characters() if data.endswith(known))
    if token.endswith(GONE) or GONE not in token:
        return tuple(c for c, data in _known_characters() if data.startswith(known))
    return tuple(c for c, data in _known_characters() if data[0] + data[2] == known)


@cache
def _known_characters() -> Sequence[tuple[str, str]]:
    """Characters that the language model knows, with their three bytes."""
    return [(c, c.encode().decode("latin-1")) for c in known_characters()]


def _is_better(decoded: str, shown: str) -> bool:
    if _FOREIGN.search(decoded) or not is_readable(decoded):
        return False
    return cost_of(decoded) + _GAIN < cost_of(shown)


@cache
def _rare_class() -> str:
    """Characters that UTF-8 read as GBK gives often and Chinese text hardly ever has."""
    pairs = [(a, b) for a in range(0xE4, 0xEA) for b in range(0x80, 0xA1)]
    pairs += [(a, b) for a in range(0x81, 0xA1) for b in range(0xE4, 0xEA)]
    return "[" + "".join(sorted(filter(None, (codepage.character(a, b) for a, b in pairs)))) + "]"


@cache
def _rare_pattern() -> re.Pattern[str]:
    return re.compile(rf"{_rare_class()}[^\x00-\x7f]{{0,2}}{_rare_class()}")
