"""Whether one name is a short form of another: 市发改委 of 重庆市发展和改革委员会.

An abbreviation leaves out the place in front or the words for the kind of company at the end, and keeps the
first character of every other word: 西南交大 is 西南交通大学, 西南大学 is not 西南政法大学.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from core.assets import load_toml
from core.language.lexicon import load_lexicon
from core.language.segmentation import is_word
from core.recognition import name_words

LEVELS = "省市区县州旗镇乡村"
_FARTHEST_LEVEL = 10
_CONNECTORS = LEVELS + "和与及"
_SHORTEST_ZONE = 5
_BRACKETS = re.compile(r"[（(][^（()）]*[）)]")
_IDLE = re.compile(r"人民(?=法院|检察院|政府|医院)|第(?=[一二三四五六七八九十\d])")
_LONGEST_WORD = 4


def is_short_form(label: str, short: str, full: str) -> bool:
    """Whether ``short`` is a way to shorten ``full``, for a person, a place or an organization.

    >>> is_short_form("LOC", "青溪", "青溪县"), is_short_form("PER", "特朗普", "唐纳德·特朗普")
    (True, True)
    >>> is_short_form("ORG", "市发改委", "重庆市发展和改革委员会"), is_short_form("ORG", "江州", "江州大学")
    (True, False)
    """
    if len(short) >= len(full) or len(short) < 2:
        return False
    if label == "PER":
        return "·" in full and full.split("·")[-1] == short
    if label == "LOC":
        is_zone = full[-1] == "区" and len(full) >= _SHORTEST_ZONE
        return (full[:-1] == short and full[-1] in LEVELS) or (is_zone and _is_shortened(short, full))
    return label == "ORG" and not _is_place(short) and _is_shortened(short, full)


def without_company_words(words: str) -> str:
    """An organization's name without brackets and the words for its kind of company at the end."""
    return _company_words().sub("", _BRACKETS.sub("", words))


def first_characters(label: str, full: str) -> frozenset[str]:
    """What a short form of this name may begin with."""
    if label == "PER":
        return frozenset(full.split("·")[-1][:1])
    core, _ = _core(full)
    letters = frozenset(core[start : start + 1] for start in _beginnings(core))
    return letters | {full[-1]} if label == "LOC" else letters


def first_character(label: str, short: str) -> str:
    """What must be among a full form's first characters."""
    return short[:1] if label == "PER" else _core(short)[0][:1]


def _is_shortened(short: str, full: str) -> bool:
    if short[-1] == "队" and not full.endswith(("队", "俱乐部")):
        return False
    words, _ = _core(short)
    whole, is_company = _core(full)
    return any(_abbreviates(words, whole[start:], is_company=is_company) for start in _beginnings(whole))


@cache
def _core(words: str) -> tuple[str, bool]:
    """What tells an organization from others; whether words for a kind of company were taken off its end."""
    plain = _BRACKETS.sub("", words)
    core = _company_words().sub("", plain) or plain
    is_company = core != plain
    core = _IDLE.sub("", core.removesuffix("队") if len(core) > 2 else core)
    return _contractions().sub(lambda found: _contracted()[found[0]], core), is_company


def _beginnings(core: str) -> Iterator[int]:
    """Where a short form may begin: at the start, behind known places there, at and behind each level."""
    yield 0
    place = 0
    for hit in load_lexicon().find(core):
        if hit.span.start != place or hit.names[0].label != "LOC":
            break
        place = hit.span.end
        yield place
    for place in range(1, min(len(core), _FARTHEST_LEVEL)):
        if core[place] in LEVELS:
            yield from (place, place + 1)


def _abbreviates(short: str, full: str, *, is_company: bool) -> bool:
    """Whether ``short`` keeps the first character of each word of ``full``, of a company of the first."""
    if not short or full[:1] != short[0]:
        return False
    reached = {(1, 0)}  # how many characters of ``short`` are used, and where the last of them stands
    for place in range(1, len(full)):
        if is_company and any(used == len(short) for used, _ in reached):
            return True
        kept = {(used + 1, place) for used, _ in reached if short[used : used + 1] == full[place]}
        reached = kept | {(used, last) for used, last in reached if _may_go(full, last, place)}
    return any(used == len(short) for used, _ in reached)


def _may_go(full: str, last: int, place: int) -> bool:
    """Whether a character may be left out: it goes on with the word of the last one kept, or says a level."""
    is_within = place - last < _LONGEST_WORD and is_word(full[last : place + 1])
    return full[place] in _CONNECTORS or is_within


def _is_place(words: str) -> bool:
    return any(name.label == "LOC" for name in load_lexicon().named(words))


@cache
def _company_words() -> re.Pattern[str]:
    return re.compile(name_words.any_of("company_words") + "+$")


@cache
def _contracted() -> dict[str, str]:
    return dict(load_toml("lexicons/names.toml")["contractions"])


@cache
def _contractions() -> re.Pattern[str]:
    return re.compile("|".join(sorted(_contracted(), key=lambda words: -len(words))))
