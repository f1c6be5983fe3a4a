"""Chinese in one encoding of two bytes a character, read in another: Big5 as GBK, GBK as Big5 or Korean.

A line may be misread in part. It is read anew, and the stretch is taken in which the new reading gains most
over what is shown, by the language model. What a replacement character stands for depends on the program
that put it: a character, or a single byte, after which two characters share what is shown of them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from core.files.decoding import SHOWN, usual_characters
from core.repairs import LOST
from core.restoration.language import BOUNDARY, code_cost, encode_character
from core.restoration.readable import READABLE, known_characters, read_through

# Written and read; then the narrowest decoder of those that read so, which loses the most bytes.
_PAIRS = (
    ("big5hkscs", "gb18030", "gbk"),
    ("gb18030", "big5hkscs", "big5"),
    ("gb18030", "big5", "big5"),  # which has kana at other places
    ("gb18030", "cp949", "euc_kr"),
    ("big5hkscs", "cp949", "euc_kr"),
)
_BEHIND_LOST = re.compile(rf"(?<={LOST})[^{LOST}\x00-\x7f]+")
_KOREAN = re.compile("[\u3131-\u318e가-힣]")
# A long line is read in pieces that end with a letter or a sign of one byte, where all are in step again.
_LINE = re.compile(r"[^\n]{1,2000}(?:(?=\n|\Z)|(?<=[\x00-\x7f]))|[^\n]{1,2000}")
# A stretch must gain so many nats in all, and cost no more than Chinese does for each character.
_LEAST_GAIN = 16.0
_LEAST_LENGTH = 2
_EDGE = 2
_IMPOSSIBLE = 12.0
# Bytes that are not known: one that was lost, and those of a sign that the wrong decoding cannot give.
_GONE, _FOREIGN = 0x100, 0x101
# Cyrillic, kana and bopomofo, Korean letters, box drawing, Chinese, Korean syllables, private use: what the
# wrong decoding gives.
_BLOCKS = (
    (0x400, 0x460),
    (0x2500, 0x2580),
    (0x3041, 0x312A),
    (0x3131, 0x318F),
    (0x3400, 0xA000),
    (0xAC00, 0xD7A4),
    (0xE000, 0xE766),
)

_Pair = tuple[str, str, str]


class _Unit(NamedTuple):
    """So many characters of the line, and what their bytes say; an empty one where they say nothing."""

    length: int
    read: tuple[str, ...]


class Misread(NamedTuple):
    """``text`` stands from ``start`` to ``end``, was ``written`` in one encoding and ``read`` in another."""

    start: int
    end: int
    text: str
    written: str
    read: str


def find_double_bytes(text: str) -> Iterator[Misread]:
    """Stretches that were read in the wrong one of two encodings.

    >>> [found[:3] for found in find_double_bytes("他说：扂蠅岆笢弊ㄐ")]
    [(3, 9, '我们是中国！')]
    """
    rows = (row[0] for row in _strange_row().finditer(text))
    if not any(_is_promising(row, pair) for row in rows for pair in _possible(row)):
        return
    for line in _LINE.finditer(text):
        if SHOWN in line[0] or _strange().search(line[0]):
            yield from _in_line(line[0], line.start())


def _possible(shown: str) -> Sequence[_Pair]:
    """Korean syllables tell who read it."""
    is_korean = _KOREAN.search(shown) is not None
    return [pair for pair in _PAIRS if (pair[1] == "cp949") == is_korean]


def _is_promising(row: str, pair: _Pair) -> bool:
    """Whether most of the characters stand for usual ones in the other encoding."""
    usual = usual_characters()
    return 2 * sum(_read_anew(character, pair) in usual for character in row) > len(row)


def _in_line(line: str, shift: int) -> list[Misread]:
    """All stretches of a line: the one that gains most, and those in what it leaves on either side."""
    readings = [reading for pair in _possible(line) for reading in _readings(line, pair)]
    found: list[Misread] = []
    left = [(0, len(line))]
    while left:
        start, end = left.pop()
        if best := max((each for r in readings for each in _best_stretch(r, start, end)), default=None):
            found.append(best[1])
            left += ((start, best[1].start), (best[1].end, end))
    return [each._replace(start=shift + each.start, end=shift + each.end) for each in sorted(found)]


class _Reading(NamedTuple):
    """A line read anew: its units, where in the line they begin and end, and how much each gains."""

    pair: _Pair
    units: Sequence[_Unit]
    places: Sequence[int]
    gains: Sequence[float]


def _readings(line: str, pair: _Pair) -> Iterator[_Reading]:
    """The line read anew, character by character, and where bytes are lost also byte by byte."""
    each_way = [[_Unit(1, (_read_anew(character, pair),)) for character in line]]
    if SHOWN in line:
        each_way.append(list(_read_bytes(line, pair)))
    for units in each_way:
        places = list(accumulate((unit.length for unit in units), initial=0))
        yield _Reading(pair, units, places, list(_gains(line, units)))


def _gains(line: str, units: Sequence[_Unit]) -> Iterator[float]:
    """By how much each unit reads better than what is shown; what is lost counts for neither."""
    shown = iter(zip(line, _costs(line), strict=True))
    read = [character for unit in units for character in unit.read]
    anew = iter(zip(read, _costs(read), strict=True))
    for unit in units:
        before = [next(shown) for _ in range(unit.length)]
        after = [next(anew) for _ in unit.read]
        gain = sum(cost for character, cost in before if character != SHOWN)
        gain -= sum(cost for character, cost in after if character != LOST)
        yield gain if all(unit.read) else -_IMPOSSIBLE


def _best_stretch(reading: _Reading, start: int, end: int) -> Iterator[tuple[float, Misread]]:
    """What gains most between two places; none where it gains too little or does not read as Chinese."""
    first, last = bisect_left(reading.places, start), bisect_right(reading.places, end) - 1
    units, places = reading.units[first:last], reading.places[first : last + 1]
    gain, begin, stop = _largest_sum(reading.gains[first:last])
    if gain < _LEAST_GAIN:
        return
    begin, stop = _to_the_edges(units, begin, stop)
    characters = [character for unit in units[begin:stop] for character in unit.read]
    costs = _costs(characters)
    known = [cost for cost, character in zip(costs, characters, strict=True) if character != LOST]
    if len(known) >= _LEAST_LENGTH and sum(known) <= READABLE * len(known):
        text = _in_step(characters, costs)
        yield gain, Misread(places[begin], places[stop], text, *reading.pair[:2])


def _largest_sum(gains: Sequence[float]) -> tuple[float, int, int]:
    """The largest sum of neighbors, and between which numbers they stand."""
    best = (0.0, 0, 0)
    gain, start = 0.0, 0
    for number, each in enumerate(gains):
        if gain <= 0:
            gain, start = 0.0, number
        gain += each
        if gain > best[0]:
            best = (gain, start, number + 1)
    return best


def _in_step(characters: Sequence[str], costs: Sequence[float]) -> str:
    """The reading without those parts between lost places that do not read as Chinese.

    Where a byte went with a lost place, what follows may be out of step up to the next sign of one byte.
    """
    text = "".join(characters)
    for part in _BEHIND_LOST.finditer(text):
        if sum(costs[part.start() : part.end()]) > READABLE * len(part[0]):
            text = text[: part.start()] + LOST * len(part[0]) + text[part.end() :]
    return text


def _to_the_edges(units: Sequence[_Unit], start: int, end: int) -> tuple[int, int]:
    """A stretch with the few characters that part it from the line's ends, which happen to read well."""
    if start <= _EDGE and all(_is_beyond_ascii(unit) for unit in units[:start]):
        start = 0
    if len(units) - end <= _EDGE and all(_is_beyond_ascii(unit) for unit in units[end:]):
        end = len(units)
    return start, end


def _is_beyond_ascii(unit: _Unit) -> bool:
    return all(character and not character.isascii() for character in unit.read)


@lru_cache(maxsize=50_000)
def _read_anew(character: str, pair: _Pair) -> str:
    """What the bytes of a character stand for in the other encoding; empty where they stand for nothing."""
    written, read, _ = pair
    if character.isascii():
        return character
    if character == SHOWN:
        return LOST
    decoded = character.encode(read, "ignore").decode(written, "ignore")
    return decoded if len(decoded) == 1 and not _is_private(decoded) else ""


def _read_bytes(line: str, pair: _Pair) -> Iterator[_Unit]:
    """The bytes of the line two by two, where each replacement character is one of them.

    A unit ends where a character ends in both readings.
    """
    pieces = [_bytes_of(character, pair[1]) for character in line]
    ends = {end: number for number, end in enumerate(accumulate(map(len, pieces)), start=1)}
    data = [byte for piece in pieces for byte in piece]
    options: list[Sequence[str]] = []
    in_step = [(0, 0)]
    place = 0
    while place < len(data):
        size = 2 if data[place] >= 0x80 and place + 1 < len(data) and data[place + 1] >= 0x40 else 1
        options.append(_options(data[place : place + size], pair))
        place += size
        if place in ends:
            in_step.append((ends[place], len(options)))
    read = read_through(options)
    for (start, first), (end, last) in pairwise(in_step):
        yield _Unit(end - start, tuple(read[first:last]))


def _bytes_of(character: str, read: str) -> Sequence[int]:
    if character == SHOWN:
        return (_GONE,)
    data = character.encode(read, "ignore")
    return data if 0 < len(data) <= 2 else (_FOREIGN,)


def _options(data: Sequence[int], pair: _Pair) -> Sequence[str]:
    """What one or two bytes may say, of which some may be lost."""
    if _FOREIGN in data:
        return ("",)
    if _GONE not in data:
        decoded = bytes(data).decode(pair[0], "ignore")
        return (decoded if len(decoded) == 1 and not _is_private(decoded) else "",)
    return (len(data) == 2 and _fitting(*data, pair)) or (LOST,)


@lru_cache(maxsize=2000)
def _fitting(lead: int, trail: int, pair: _Pair) -> tuple[str, ...]:
    """The characters with the byte that is left; a first byte is lost where the two were no character."""
    written, _, narrow = pair
    if lead == trail == _GONE:
        return ()
    if lead != _GONE:
        return tuple(c for c, data in _all_of(written) if data[0] == lead and data[1] >= 0x80)
    fitting = (row for row in _all_of(written) if row[1][1] == trail)
    return tuple(c for c, data in fitting if data.decode(narrow, "replace").startswith(SHOWN))


@cache
def _all_of(written: str) -> Sequence[tuple[str, bytes]]:
    """Characters of two bytes that the language model knows, with these."""
    rows = ((character, character.encode(written, "ignore")) for character in known_characters())
    return [row for row in rows if len(row[1]) == 2]


def _is_private(character: str) -> bool:
    return "\ue000" <= character <= "\uf8ff"


def _costs(characters: Sequence[str]) -> list[float]:
    codes = [encode_character(c) for c in (*BOUNDARY, *characters)]
    return [code_cost(*codes[i - 2 : i + 1]) for i in range(2, len(codes))]


@cache
def _strange() -> re.Pattern[str]:
    """A character that Chinese text does not use often."""
    usual = sorted(ord(character) for character in usual_characters())
    ranges = (bounds for block in _BLOCKS for bounds in _without(usual, *block))
    return re.compile("[" + "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges) + "]")


@cache
def _strange_row() -> re.Pattern[str]:
    """Four of them close together."""
    strange = _strange().pattern
    return re.compile(f"(?:{strange}.?){{3}}{strange}")


def _without(codes: Sequence[int], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The ranges, first and last number, that sorted ``codes`` leave from ``start`` up to ``end``."""
    for code in codes[bisect_left(codes, start) : bisect_left(codes, end)]:
        if start < code:
            yield start, code - 1
        start = code + 1
    if start < end:
        yield start, end - 1
