"""Characters that make a word of what is none: 警剔 for 警惕, 后来据上 for 后来居上, 加大投人.

Where segmentation falls into single characters, two neighbors that are no word may be one with a character of
like sound or looks in the place of one; the character model says whether the sentence is far likelier so. An
idiom is known by three of its four characters.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import accumulate

from core.checks.material import Material
from core.checks.names.likeness import (
    LOOKS,
    PARTLY,
    SOUND,
    alike,
    is_in_gb2312,
    likeness,
    only_difference,
    sounds,
)
from core.checks.writing.idioms import LENGTH as _IDIOM
from core.checks.writing.idioms import idioms_beside
from core.checks.writing.likelihood import gain
from core.checks.writing.soundalikes import find_soundalikes
from core.language.segmentation import is_word, words_of
from core.restoration.language import code_cost, encode_character, normalized
from core.restoration.lexicon import segment, word_costs
from core.restoration.pairs import rare_pairs
from core.text.spans import Span

_IDIOM_GAIN, _PHRASE_GAIN = 3.0, 9.0
_RARE = 15.0
"""Up to which cost a word is one at all."""
_WORD_GAIN = {SOUND: 11.5, LOOKS: 16.5, PARTLY: 19.5}
"""What the words must gain by it, in nats, their own cost counted half, by how the characters are alike.

Most of what is typed wrong sounds like what is meant. Of 215,000 characters of newspapers that no model had
seen three in 20,000 are then asked about in vain.
"""
_WORDS_WEIGHT = 0.5
# As many characters as the longest word has, on either side of two; and as much as they ever gain.
_REACH, _MOST_OF_WORDS = 4, 9.0
# A rare character is written on purpose rather: what it costs above this.
_USUAL = 9.0
# What is meant stands far oftener than what is written: the pair written costs so many nats.
_RARE_PAIR = 8.0
# What the dictionary has, though no text that was counted, is believed to be a word rather (网店, 观影).
_IN_DICTIONARY = 5.0
# What stands before or behind any word makes phrases that no text was seen to have (一拧, 每桌, 这宗, 祠前).
_STANDS_ALONE, _FREELY = 5.0, frozenset("一二三四五六七八九十两几这那每各某刚里中前后上下")
_HAN = re.compile("[\u4e00-\u9fff]+")
_NUMERALS = frozenset("一二三四五六七八九十百千万两零")

Meant = tuple[Span, str]
"""A word that is none, and the word that may be meant."""
Parts = tuple[tuple[int, int], ...]
"""The words that segmentation makes of a sentence: where each begins, and its length."""
Doubt = tuple[Span, str, Callable[[Parts, Span], bool]]
"""The same, with what segmentation has to bear out."""


def find_misspellings(material: Material) -> Iterator[Meant]:
    """The words that differ from a known one in a character that is alike, none of them in a name.

    Segmentation, which takes longest, is asked only where a word may be meant.
    """
    text, taken = material.simplified, taken_places(material)
    asked: set[int] = set()
    others = ((span, meant, _is_word) for span, meant in find_soundalikes(text))
    for span, meant, is_so in (*_in_rare_pairs(text, taken), *others):
        is_free = asked.isdisjoint(range(span.start, span.end)) and not any(taken[span.start : span.end])
        if is_free and (place := material.sentence_index(span.start)) >= 0:
            sentence = material.sentences[place].span
            if sentence.contains(span) and is_so(_parts(sentence.of(text)), span.shifted(-sentence.start)):
                asked.update(range(span.start, span.end))
                yield span, meant


def _in_rare_pairs(text: str, taken: Sequence[int]) -> Iterator[Doubt]:
    """What may be meant around each two characters that hardly stand side by side."""
    places = [place for place in rare_pairs(text, _RARE_PAIR) if not (taken[place] or taken[place + 1])]
    beside = idioms_beside(text, sorted({max(0, place - by) for place in places for by in range(3)}))
    for place in places:
        for start in range(max(0, place - 2), place + 1):
            if start in beside and (idiom := _idiom(text, start, beside[start])):
                span = Span(start, start + _IDIOM)
                yield span, idiom, _is_split if _sounds_like(idiom, span.of(text)) else _is_broken
        if not _is_seam(text, place) and (meant := _meant(text, place)):
            yield Span(place, place + 2), meant, _is_no_word


def _is_seam(text: str, place: int) -> bool:
    """Whether one word ends with the first of two characters and another begins with the second."""
    words = word_costs()
    return text[place - 1 : place + 1] in words and text[place + 1 : place + 3] in words


@lru_cache(maxsize=64)
def _parts(sentence: str) -> tuple[tuple[int, int], ...]:
    """Where each word of a sentence begins, and how long it is."""
    words = words_of(sentence)
    return tuple(zip(accumulate(map(len, words), initial=0), map(len, words), strict=False))


def _sounds_like(idiom: str, written: str) -> bool:
    return all(one == other or sounds(one) & sounds(other) for one, other in zip(idiom, written, strict=True))


def _is_broken(parts: Parts, span: Span) -> bool:
    """Whether segmentation makes several words of a stretch, one of them a single character."""
    return _is_split(parts, span) and any(size == 1 for at, size in parts if span.start <= at < span.end)


def _is_split(parts: Parts, span: Span) -> bool:
    """Whether segmentation makes several words of a stretch."""
    inside = [(at, size) for at, size in parts if at < span.end and at + size > span.start]
    is_whole = inside[0][0] == span.start and sum(inside[-1]) == span.end
    return is_whole and len(inside) > 1


def _is_no_word(parts: Parts, span: Span) -> bool:
    """Whether segmentation makes two single characters of a pair, or a word that no text was seen to have."""
    inside = [(at, size) for at, size in parts if at < span.end and at + size > span.start]
    return inside == [(span.start, 1), (span.start + 1, 1)] or inside == [(span.start, 2)]


def _is_word(parts: Parts, span: Span) -> bool:
    """Whether segmentation makes one word of a stretch."""
    return (span.start, len(span)) in parts


def taken_places(material: Material) -> bytearray:
    """Which characters are part of a mark: a name is nothing that a list of words knows."""
    taken = bytearray(len(material.simplified))
    for mark in material.marks:
        taken[mark.span.start : mark.span.end] = b"\1" * len(mark.span)
    return taken


def _idiom(text: str, start: int, beside: Iterable[str]) -> str:
    """The one of some idioms that four characters are but for one; empty for none."""
    written = text[start : start + _IDIOM]
    for idiom in beside:
        hole = only_difference(idiom, written)
        like = "" if hole is None else likeness(idiom[hole], written[hole])
        if hole is None or not like:
            continue
        if {idiom[hole], written[hole]} <= _NUMERALS or is_word(written):
            continue
        is_doubtful = like == PARTLY or _falls_apart(written, hole)
        needed = _PHRASE_GAIN if is_doubtful else _IDIOM_GAIN
        if gain(text, start, written, idiom, needed) > needed:
            return idiom
    return ""


def _falls_apart(written: str, hole: int) -> bool:
    """Whether four characters are words by themselves (研发|人员, 指|宫颈癌), not four of one."""
    half = hole // 2 * 2
    return is_word(written[half : half + 2]) or is_word(written[:3]) or is_word(written[1:])


def _meant(text: str, place: int) -> str:
    """The word that two characters are likeliest meant to be; empty for none, or where they stand again."""
    written = text[place : place + 2]
    best = (0.0, "")
    for meant, needed in _candidates(written):
        gained = gain(text, place, written, meant, needed - _MOST_OF_WORDS)
        if gained > needed - _MOST_OF_WORDS:
            best = max(best, (gained + _WORDS_WEIGHT * _words_gain(text, place, meant) - needed, meant))
    return best[1] if best[1] and text.count(written) == 1 else ""


def _words_gain(text: str, place: int, meant: str) -> float:
    """How much cheaper the words around a place are with ``meant`` there, in nats."""
    start, end = max(0, place - _REACH), place + len(meant)
    around = text[start : end + _REACH]
    changed = text[start:place] + meant + text[end : end + _REACH]
    return segment(normalized(around), word_costs())[0] - segment(normalized(changed), word_costs())[0]


@lru_cache(maxsize=20_000)
def _candidates(written: str) -> tuple[tuple[str, float], ...]:
    """The words that differ in one character that is alike, with the gain that makes them believed."""
    if written in word_costs() or not _HAN.fullmatch(written):
        return ()
    by_head, by_tail = _pairs()
    found: list[tuple[str, float]] = []
    for hole, others in ((1, by_head.get(written[0], "")), (0, by_tail.get(written[1], ""))):
        like_it = alike(written[hole]) if is_in_gb2312(written[hole]) else {}
        those = [*filter(like_it.__contains__, others)]
        doubt = _doubt(written, hole) if those else 0.0
        for other in those:
            meant = written[0] + other if hole else other + written[1]
            found.append((meant, _WORD_GAIN[like_it[other]] + doubt))
    return tuple(found)


def _doubt(written: str, hole: int) -> float:
    """What must be gained besides, in nats, for another character in a place of two."""
    rarity = code_cost(0, 0, encode_character(written[hole])) - _USUAL
    is_free = written[1 - hole] in _FREELY
    return max(0.0, rarity) + _IN_DICTIONARY * is_word(written) + _STANDS_ALONE * is_free


@cache
def _pairs() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """The second characters of words by their first, and the other way round."""
    by_head: dict[str, str] = defaultdict(str)
    by_tail: dict[str, str] = defaultdict(str)
    for word, cost in word_costs().items():
        if len(word) == 2 and cost <= _RARE:
            by_head[word[0]] += word[1]
            by_tail[word[1]] += word[0]
    return dict(by_head), dict(by_tail)
