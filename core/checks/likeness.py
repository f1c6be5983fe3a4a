"""Which characters are taken for one another: those that sound alike, look alike, or do so in part."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache

from core.assets import load_text
from core.lexicon import read_rows
from core.restoration.readings import readings

SOUND, LOOKS, PARTLY = "sound", "looks", "partly"
_READINGS = 2
_CORNERS = 4
_NEAR_STROKES = 1
_SAME_CORNERS = 3


@dataclass(frozen=True, slots=True)
class Shape:
    """The four-corner code, the radical, the strokes besides it, and groups of one phonetic part."""

    corners: str
    radical: str
    strokes: int
    phonetics: frozenset[str]


@lru_cache(maxsize=50_000)
def likeness(one: str, other: str) -> str:
    """In what two characters are alike: ``sound``, ``looks``, or ``partly`` in looks; empty for nothing.

    A sound is a syllable without its tone, in which 前鼻音 and 后鼻音, 平舌 and 翘舌 are one.

    >>> likeness("清", "青"), likeness("己", "已"), likeness("坑", "坎"), likeness("国", "军")
    ('sound', 'looks', 'partly', '')
    """
    if sounds(one) & sounds(other):
        return SOUND
    if other in _groups().get(one, ""):
        return LOOKS
    first, second = _shapes().get(one), _shapes().get(other)
    if not first or not second:
        return ""
    if first.phonetics & second.phonetics or (first.corners and first.corners == second.corners):
        return LOOKS
    is_near = first.radical == second.radical and abs(first.strokes - second.strokes) <= _NEAR_STROKES
    same = sum(a == b for a, b in zip(first.corners, second.corners, strict=False))
    return PARTLY if is_near or same >= _SAME_CORNERS else ""


def are_alike(one: str, other: str) -> bool:
    """Whether two characters are taken for one another, by sound or by looks.

    >>> are_alike("清", "青"), are_alike("己", "已"), are_alike("沙", "河")
    (True, True, False)
    """
    return likeness(one, other) in (SOUND, LOOKS)


def only_difference(one: str, other: str) -> int | None:
    """The place of the one character in which two words differ; None for none, several, or another length.

    >>> only_difference("苏佩文", "苏佩雯"), only_difference("苏佩文", "苏培雯")
    (2, None)
    """
    if len(one) != len(other):
        return None
    found = None
    for place, character in enumerate(one):
        if character != other[place]:
            if found is not None:
                return None
            found = place
    return found


def is_in_gb2312(character: str) -> bool:
    """Whether a character is one of GB 2312, which everyday Simplified texts are written with."""
    return character in _shapes()


@cache
def sounds(character: str) -> frozenset[str]:
    """The syllables of the usual readings, without tone; empty for what has none.

    >>> sorted(sounds("长"))
    ['cang', 'zang']
    """
    return frozenset(_syllable(reading) for reading in readings(character)[:_READINGS])


def _syllable(reading: str) -> str:
    letters = unicodedata.normalize("NFD", reading)
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter) or letter == "\u0308")
    return re.sub(r"^([zcs])h", r"\1", re.sub(r"(?<=[ie])ng$", "n", plain))


@cache
def _groups() -> dict[str, str]:
    """The characters that a hand-made group puts beside each."""
    alike: dict[str, str] = defaultdict(str)
    for row in load_text("lexicons/look_alikes.txt").splitlines():
        for character in row if not row.startswith("#") else "":
            alike[character] += row
    return dict(alike)


@cache
def _shapes() -> dict[str, Shape]:
    shapes: dict[str, Shape] = {}
    for row in read_rows("character_shapes.tsv"):
        character, corners, radical, phonetics = (*row, "", "", "")[:4]
        number, _, strokes = radical.partition(".")
        shapes[character] = Shape(
            corners[:_CORNERS], number.rstrip("'"), int(strokes or 0), frozenset(phonetics.split())
        )
    return shapes
