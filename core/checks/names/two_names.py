"""Whether an article tells two names of like writing apart: side by side, as relatives, or in so many words.

Only the places of the two are looked at, by fixed patterns: a pattern made of the names would be compiled for
every pair of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.checks.names.offices import is_relative

_BESIDE = re.compile(r".{0,2}[、和与及].{0,4}")
_ONE_SENTENCE = re.compile(r"[^。\n]{0,12}")
_TWO_PEOPLE = re.compile(r"[^。\n]{0,8}(?:[兄弟姐妹哥]|父子|母女|孪生|双胞胎|同名|一家|夫妻|两人|二人)")
_ALIKE = re.compile(r"[^。\n]{0,8}(?:一个字|一字之差|同名|重名)")
_NEAR = 12
_CONTEXT, _REACH = 6, 60


def are_told_apart(text: str, name: str, words: str, *, are_people: bool) -> bool:
    """Whether the text names the two beside each other, or says of two people that they are two."""
    for gap, end in _between(text, name, words):
        if _BESIDE.fullmatch(gap):
            return True
        if are_people and _ONE_SENTENCE.fullmatch(gap) and _TWO_PEOPLE.match(text, end):
            return True
    return are_people and any(
        _ALIKE.match(text, place + len(form)) or _is_relative_of(other, text, place)
        for form, other in ((name, words), (words, name))
        for place in places_of(form, text)
    )


def _is_relative_of(other: str, text: str, place: int) -> bool:
    """Whether who is named at a place is told as a relative, behind the other name."""
    is_kin = is_relative(text[max(0, place - _CONTEXT) : place])
    return is_kin and other in text[max(0, place - _REACH) : place]


def places_of(words: str, text: str) -> Iterator[int]:
    """Where some words begin in a text, one after another without overlap."""
    place = text.find(words)
    while place >= 0:
        yield place
        place = text.find(words, place + len(words))


def _between(text: str, one: str, other: str) -> Iterator[tuple[str, int]]:
    """What stands between neighboring places of the two that are near, and where the second ends."""
    for place in places_of(one, text):
        end = place + len(one)
        behind = text.find(other, end, end + _NEAR + len(other))
        if behind >= 0:
            yield text[end:behind], behind + len(other)
        ahead = text.rfind(other, max(0, place - _NEAR - len(other)), place)
        if ahead >= 0:
            yield text[ahead + len(other) : place], end
