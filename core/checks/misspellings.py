"""Characters that make a word of what is none: 警剔 for 警惕, 后来据上 for 后来居上, 加大投人.

Where segmentation falls into single characters, two neighbors that are no word may be one with a character of
like sound or looks in the place of one; the character model says whether the sentence is far likelier so. An
idiom is known by three of its four characters.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from core.assets import load_text
from core.checks.likeness import PARTLY, is_in_gb2312, likeness, only_difference
from core.checks.material import Material
from core.restoration.language import code_cost, encode_character
from core.restoration.lexicon import word_costs
from core.segmentation import dictionary_words, is_word, words_of
from core.spans import Span

_IDIOM = 4
_IDIOM_GAIN, _PHRASE_GAIN = 3.0, 9.0
_COMMON, _RARE = 13.0, 15.0
"""Up to which cost a word is common, and up to which it is one at all."""
_WORD_GAIN, _RARE_GAIN, _DOUBTFUL_GAIN = 10.0, 12.0, 16.0
_CONFUSED_GAIN = 6.0
# What the dictionary has, though no text that was counted, is believed to be a word rather (网店, 观影).
_IN_DICTIONARY = 4.0
_HAN = re.compile("[\u4e00-\u9fff]+")
# What makes grammar rather than words: with it anything may stand (卒于, 舍都, 掷出).
_GRAMMAR = frozenset(
    "的地得了着过是在有和与及或而且以为于由向从到至往把被将对就都也还又再才不没很最更要会能可出入上下来去起进回里外中后前内这那其此该各每某几多少一二三四五六七八九十百千万两们者性化度率员他她它我你仍次待实全单"
)

_NUMERALS = frozenset("一二三四五六七八九十百千万两零")

Meant = tuple[Span, str]
"""A word that is none, and the word that may be meant."""


def find_misspellings(material: Material) -> Iterator[Meant]:
    """The words that differ from a known one in a character that is alike, none of them in a name."""
    text, taken = material.simplified, _taken(material)
    for sentence in material.sentences:
        start, end = sentence.span.start, sentence.span.end
        for span, meant in _in_sentence(text[start:end], taken[start:end]):
            yield span.shifted(start), meant


def _in_sentence(words: str, taken: Sequence[int]) -> Iterator[Meant]:
    asked: set[int] = set()
    parts = words_of(words)
    for span, meant in (*_idioms(words), *_words(words, parts), *_confused(words, parts)):
        if not any(taken[span.start : span.end]) and asked.isdisjoint(range(span.start, span.end)):
            asked.update(range(span.start, span.end))
            yield span, meant


def _taken(material: Material) -> bytearray:
    """Which characters are part of a mark: a name is nothing that a list of words knows."""
    taken = bytearray(len(material.simplified))
    for mark in material.marks:
        taken[mark.span.start : mark.span.end] = b"\1" * len(mark.span)
    return taken


def _idioms(text: str) -> Iterator[Meant]:
    """Four characters that are an idiom but for one that is alike."""
    heads, tails = _halves()
    for start in range(len(text) - _IDIOM + 1):
        written = text[start : start + _IDIOM]
        nearly = (*heads.get(written[:2], ()), *tails.get(written[2:], ()))
        if not nearly or is_word(written):
            continue
        for idiom in nearly:
            hole = only_difference(idiom, written)
            if hole is None or likeness(idiom[hole], written[hole]) in ("", PARTLY):
                continue
            if {idiom[hole], written[hole]} <= _NUMERALS:
                continue
            if _gain(text, start, idiom) > (_PHRASE_GAIN if _falls_apart(written, hole) else _IDIOM_GAIN):
                yield Span(start, start + _IDIOM), idiom
                break


def _falls_apart(written: str, hole: int) -> bool:
    """Whether four characters are words by themselves (研发|人员, 指|宫颈癌), not four of one."""
    half = hole // 2 * 2
    return is_word(written[half : half + 2]) or is_word(written[:3]) or is_word(written[1:])


def _words(text: str, parts: Sequence[str]) -> Iterator[Meant]:
    """Two characters that are a word but for one that is alike, and that segmentation makes none of."""
    at, single = 0, False
    for word in parts:
        is_odd_pair = len(word) == 2 and word not in word_costs()
        start = at if is_odd_pair else at - 1
        if (is_odd_pair or (single and len(word) == 1)) and (meant := _meant(text, start)):
            yield Span(start, start + 2), meant
        at += len(word)
        single = len(word) == 1


def _confused(text: str, parts: Sequence[str]) -> Iterator[Meant]:
    """Words that are often taken for one another (注意, 主意), of which the sentence wants the other."""
    at = 0
    for word in parts:
        for other in _taken_for().get(word, ()):
            if _gain(text, at, other) > _CONFUSED_GAIN:
                yield Span(at, at + len(word)), other
        at += len(word)


@cache
def _taken_for() -> Mapping[str, tuple[str, ...]]:
    """The words that each is taken for."""
    groups = [row.split() for row in load_text("lexicons/confused_words.txt").splitlines() if row[:1] != "#"]
    return {word: tuple(other for other in group if other != word) for group in groups for word in group}


def _meant(text: str, place: int) -> str:
    """The word that two characters are likeliest meant to be; empty for none."""
    written = text[place : place + 2]
    best = (0.0, "")
    for meant, needed in _candidates(written):
        gain = _gain(text, place, meant)
        if gain > needed:
            best = max(best, (gain, meant))
    return best[1]


@lru_cache(maxsize=20_000)
def _candidates(written: str) -> tuple[tuple[str, float], ...]:
    """The words that differ in one character that is alike, with the gain that makes them believed."""
    if written in word_costs() or not _HAN.fullmatch(written):
        return ()
    by_head, by_tail = _pairs()
    found: list[tuple[str, float]] = []
    for hole, others in ((1, by_head.get(written[0], "")), (0, by_tail.get(written[1], ""))):
        for other in others if is_in_gb2312(written[hole]) else ():
            if like := likeness(other, written[hole]):
                meant = written[0] + other if hole else other + written[1]
                found.append((meant, _needed(written, meant, like)))
    return tuple(found)


def _needed(written: str, meant: str, like: str) -> float:
    if like == PARTLY or not _GRAMMAR.isdisjoint(written):
        return _DOUBTFUL_GAIN
    gain = _WORD_GAIN if word_costs()[meant] <= _COMMON else _RARE_GAIN
    return gain + _IN_DICTIONARY * is_word(written)


def _gain(text: str, place: int, meant: str) -> float:
    """How much likelier the words around a place are with ``meant`` there, in nats."""
    start, end = max(0, place - 2), place + len(meant)
    context = text[start : end + 2]
    changed = text[start:place] + meant + text[end : end + 2]
    return _cost(context) - _cost(changed)


@lru_cache(maxsize=20_000)
def _cost(words: str) -> float:
    codes = [0, 0, *(encode_character(character) for character in words)]
    return sum(code_cost(*codes[i - 2 : i + 1]) for i in range(4, len(codes)))


@cache
def _halves() -> tuple[Mapping[str, tuple[str, ...]], Mapping[str, tuple[str, ...]]]:
    """Words of four characters by their first and by their last two."""
    heads: dict[str, tuple[str, ...]] = defaultdict(tuple)
    tails: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for word in dictionary_words(_IDIOM):
        heads[word[:2]] += (word,)
        tails[word[2:]] += (word,)
    return dict(heads), dict(tails)


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
