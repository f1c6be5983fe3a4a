"""Big5 read as GBK, and GBK read as Big5: two encodings of two bytes a character, so that one stands for one.

A line may be misread in part. Each of its characters is read anew, and the stretch is taken in which the
new reading gains most over what is shown, by the language model.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from core.decoding import SHOWN, usual_characters
from core.repairs import LOST
from core.restoration.language import BOUNDARY, code_cost, encode_character
from core.restoration.readable import READABLE

_PAIRS = (("big5hkscs", "gb18030"), ("gb18030", "big5hkscs"))
_BEHIND_LOST = re.compile(rf"(?<={LOST})[^{LOST}\x00-\x7f]+")
# A stretch must gain so many nats in all, and cost no more than Chinese does for each character.
_LEAST_GAIN = 16.0
_LEAST_LENGTH = 2
_EDGE = 2
_IMPOSSIBLE = 12.0
# Cyrillic, kana and bopomofo, box drawing, Chinese, private use: what the wrong decoding gives.
_BLOCKS = ((0x400, 0x460), (0x2500, 0x2580), (0x3041, 0x312A), (0x3400, 0xA000), (0xE000, 0xE766))


def find_double_bytes(text: str) -> Iterator[tuple[int, int, str]]:
    """Stretches that were read in the wrong one of the two encodings: start, end and what they say.

    >>> list(find_double_bytes("他说：扂蠅岆笢弊ㄐ"))
    [(3, 9, '我们是中国！')]
    """
    done = 0
    for row in _strange_row().finditer(text):
        if row.start() >= done and any(_is_promising(row[0], pair) for pair in _PAIRS):
            start = text.rfind("\n", 0, row.start()) + 1
            done = text.find("\n", row.end())
            done = len(text) if done < 0 else done
            yield from _in_line(text[start:done], start)


def _is_promising(row: str, pair: tuple[str, str]) -> bool:
    """Whether most of the characters stand for usual ones in the other encoding."""
    usual = usual_characters()
    return 2 * sum(_read_anew(character, pair) in usual for character in row) > len(row)


def _in_line(line: str, shift: int) -> Iterator[tuple[int, int, str]]:
    found = [stretch for pair in _PAIRS if (stretch := _best_stretch(line, pair))]
    if not found:
        return
    _, start, end, decoded = max(found)
    yield from _in_line(line[:start], shift)
    yield shift + start, shift + end, decoded
    yield from _in_line(line[end:], shift + end)


def _best_stretch(line: str, pair: tuple[str, str]) -> tuple[float, int, int, str] | None:
    """The stretch with the largest gain, as gain, start, end and reading; None where none gains enough."""
    anew = [_read_anew(character, pair) for character in line]
    shown, decoded = _costs(line), _costs(anew)
    best = (0.0, 0, 0)
    gain, start = 0.0, 0
    for place, character in enumerate(anew):
        if gain <= 0:
            gain, start = 0.0, place
        if character != LOST:
            gain += shown[place] - decoded[place] if character else -_IMPOSSIBLE
        if gain > best[0]:
            best = (gain, start, place + 1)
    gain, start, end = best
    start, end = _to_the_edges(anew, start, end)
    known = [
        cost for cost, character in zip(decoded[start:end], anew[start:end], strict=True) if character != LOST
    ]
    if gain < _LEAST_GAIN or len(known) < _LEAST_LENGTH or sum(known) > READABLE * len(known):
        return None
    return gain, start, end, _in_step(anew[start:end], decoded[start:end])


def _in_step(characters: Sequence[str], costs: Sequence[float]) -> str:
    """The reading without those parts between lost places that do not read as Chinese.

    Where a byte went with a lost place, what follows is read out of step up to the next sign of one byte.
    """
    text = "".join(characters)
    for part in _BEHIND_LOST.finditer(text):
        if sum(costs[part.start() : part.end()]) > READABLE * len(part[0]):
            text = text[: part.start()] + LOST * len(part[0]) + text[part.end() :]
    return text


def _to_the_edges(anew: Sequence[str], start: int, end: int) -> tuple[int, int]:
    """A stretch with the few characters that part it from the line's ends, which happen to read well."""
    if start <= _EDGE and all(character and not character.isascii() for character in anew[:start]):
        start = 0
    if len(anew) - end <= _EDGE and all(character and not character.isascii() for character in anew[end:]):
        end = len(anew)
    return start, end


@lru_cache(maxsize=20_000)
def _read_anew(character: str, pair: tuple[str, str]) -> str:
    """What the bytes of a character stand for in the other encoding; empty where they stand for nothing."""
    written, read = pair
    if character.isascii():
        return character
    if character == SHOWN:
        return LOST
    decoded = character.encode(read, "ignore").decode(written, "ignore")
    return decoded if len(decoded) == 1 and not _is_private(decoded) else ""


def _is_private(character: str) -> bool:
    return "\ue000" <= character <= "\uf8ff"


def _costs(characters: Sequence[str]) -> list[float]:
    codes = [encode_character(c) for c in (*BOUNDARY, *characters)]
    return [code_cost(*codes[i - 2 : i + 1]) for i in range(2, len(codes))]


@cache
def _strange_row() -> re.Pattern[str]:
    """Four characters close together that Chinese text does not use often."""
    usual = sorted(ord(character) for character in usual_characters())
    strange = "".join(
        f"{chr(first)}-{chr(last)}" for block in _BLOCKS for first, last in _without(usual, *block)
    )
    return re.compile(f"(?:[{strange}].?){{3}}[{strange}]")


def _without(codes: Sequence[int], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The ranges, first and last number, that sorted ``codes`` leave from ``start`` up to ``end``."""
    for code in codes[bisect_left(codes, start) : bisect_left(codes, end)]:
        if start < code:
            yield start, code - 1
        start = code + 1
    if start < end:
        yield start, end - 1
