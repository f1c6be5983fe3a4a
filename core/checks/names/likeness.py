"""Which characters are taken for one another: those that sound alike, look alike, or do so in part."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from core.assets import load_text
from core.restoration.readings import readings

SOUND, LOOKS, PARTLY = "sound", "looks", "partly"
_READINGS = 2
_CORNERS = 4
_NEAR_STROKES = 1
_SAME_CORNERS = 3
_DIAERESIS = "\u0308"


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
    first, second = _shape(one), _shape(other)
    if not first or not second:
        return ""
    if first.phonetics & second.phonetics or (first.corners and first.corners == second.corners):
        return LOOKS
    is_near = first.radical == second.radical and abs(first.strokes - second.strokes) <= _NEAR_STROKES
    same = sum(a == b for a, b in zip(first.corners, second.corners, strict=False))
    return PARTLY if is_near or same >= _SAME_CORNERS else ""


@lru_cache(maxsize=4000)
def alike(character: str) -> Mapping[str, str]:
    """The characters of GB 2312 that are like one, each with its ``likeness``.

    >>> alike("己")["已"], alike("清")["青"], "军" in alike("国")
    ('looks', 'sound', False)
    """
    near, looks = _keys_of(_shape(character))
    found = dict.fromkeys(_found(near, _by_shape()), PARTLY)
    found |= dict.fromkeys(_found(looks, _by_shape()), LOOKS)
    found |= dict.fromkeys(_groups().get(character, ""), LOOKS)
    found |= dict.fromkeys(_found(sounds(character), _by_sound()), SOUND)
    found.pop(character, None)
    return found


def _keys_of(shape: Shape | None) -> tuple[list[str], list[str]]:
    """By what those are found that look partly like a shape, and those that look like it."""
    if shape is None:
        return [], []
    code, strokes = shape.corners, range(-_NEAR_STROKES, _NEAR_STROKES + 1)
    near = [f"radical {shape.radical}.{shape.strokes + by}" for by in strokes]
    near += [
        f"corners {code[:place]}{digit}{code[place + 1 :]}"
        for place in range(len(code))
        for digit in "0123456789"
    ]
    looks = [f"part {part}" for part in shape.phonetics]
    return near, [*looks, f"corners {code}"] if code else looks


def _found(keys: Iterable[str], index: Mapping[str, str]) -> set[str]:
    return {character for key in keys for character in index.get(key, "")}


@cache
def _by_sound() -> Mapping[str, str]:
    """The characters by their syllables."""
    found: dict[str, str] = defaultdict(str)
    for character in _rows():
        for syllable in sounds(character):
            found[syllable] += character
    return dict(found)


@cache
def _by_shape() -> Mapping[str, str]:
    """The characters by what their shapes share, straight from the rows: it is asked of few of them."""
    found: dict[str, str] = defaultdict(str)
    for character, row in _rows().items():
        corners, radical, phonetics = _fields(row)
        found[f"radical {radical}"] += character
        found[f"corners {corners}"] += character
        for part in phonetics.split():
            found[f"part {part}"] += character
    return dict(found)


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
    return character in _rows()


@cache
def sounds(character: str) -> frozenset[str]:
    """The syllables of the usual readings, without tone; empty for what has none.

    >>> sorted(sounds("长"))
    ['cang', 'zang']
    """
    return frozenset(_syllable(reading) for reading in readings(character)[:_READINGS])


@cache
def _syllable(reading: str) -> str:
    plain = reading.translate(_toneless())
    return re.sub(r"^([zcs])h", r"\1", re.sub(r"(?<=[ie])ng$", "n", plain))


@cache
def _toneless() -> Mapping[int, str | None]:
    """What a letter with a tone is without it; of the signs above letters only that of ü stays."""
    signs = {code: None for code in range(0x300, 0x370) if chr(code) != _DIAERESIS}
    letters = (chr(code) for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)))
    plain = {ord(letter): unicodedata.normalize("NFD", letter).translate(signs) for letter in letters}
    return {**signs, **plain}


@cache
def _groups() -> dict[str, str]:
    """The characters that a hand-made group puts beside each."""
    alike: dict[str, str] = defaultdict(str)
    for row in load_text("lexicons/look_alikes.txt").splitlines():
        for character in row if not row.startswith("#") else "":
            alike[character] += row
    return dict(alike)


@lru_cache(maxsize=10_000)
def _shape(character: str) -> Shape | None:
    if (row := _rows().get(character)) is None:
        return None
    corners, radical, phonetics = _fields(row)
    number, _, strokes = radical.partition(".")
    return Shape(corners, number, int(strokes), frozenset(phonetics.split()))


def _fields(row: str) -> tuple[str, str, str]:
    """The corners of a row, its radical with the strokes besides it (85.8), and its phonetic groups."""
    corners, radical, phonetics, *_ = f"{row}\t".split("\t")
    return corners[:_CORNERS], radical.replace("'", ""), phonetics


@cache
def _rows() -> Mapping[str, str]:
    """The characters of GB 2312 with what the table says of each."""
    lines = load_text("lexicons/character_shapes.tsv").splitlines()
    return {line[0]: line[2:] for line in lines if not line.startswith("#")}
