"""Characters that make a word of what is none: 警剔 for 警惕, 后来据上 for 后来居上, 加大投人.

Where segmentation falls into single characters, two neighbors that are no word may be one with a character of
like sound or looks in the place of one; the character model says whether the sentence is far likelier so. An
idiom is known by three of its four characters.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import accumulate

from core.assets import load_text
from core.checks.likeness import PARTLY, is_in_gb2312, likeness, only_difference
from core.checks.material import Material
from core.restoration.language import code_cost, encode_character
from core.restoration.lexicon import word_costs
from core.restoration.pairs import rare_pairs
from core.segmentation import dictionary_words, is_word, words_of
from core.spans import Span

_IDIOM = 4
_IDIOM_GAIN, _PHRASE_GAIN = 3.0, 9.0
_COMMON, _RARE = 13.0, 15.0
"""Up to which cost a word is common, and up to which it is one at all."""
_WORD_GAIN, _RARE_GAIN, _DOUBTFUL_GAIN = 10.0, 12.0, 16.0
_CONFUSED_GAIN = 6.0
# What is meant stands far oftener than what is written: the pair written costs so many nats.
_RARE_PAIR = 7.0
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
Parts = tuple[tuple[int, int], ...]
"""The words that segmentation makes of a sentence: where each begins, and its length."""
Doubt = tuple[Span, str, Callable[[Parts, Span], bool]]
"""The same, with what segmentation has to bear out."""


def find_misspellings(material: Material) -> Iterator[Meant]:
    """The words that differ from a known one in a character that is alike, none of them in a name.

    Segmentation, which takes longest, is asked only where a word may be meant.
    """
    text, taken = material.simplified, _taken(material)
    asked: set[int] = set()
    for span, meant, is_so in (*_in_rare_pairs(text, taken), *_confused(text)):
        is_free = asked.isdisjoint(range(span.start, span.end)) and not any(taken[span.start : span.end])
        if is_free and (place := material.sentence_index(span.start)) >= 0:
            sentence = material.sentences[place].span
            if sentence.contains(span) and is_so(_parts(sentence.of(text)), span.shifted(-sentence.start)):
                asked.update(range(span.start, span.end))
                yield span, meant


def _in_rare_pairs(text: str, taken: Sequence[int]) -> Iterator[Doubt]:
    """What may be meant around each two characters that hardly stand side by side."""
    for place in rare_pairs(text, _RARE_PAIR):
        if taken[place] or taken[place + 1]:
            continue
        for start in range(max(0, place - 2), place + 1):
            if idiom := _idiom(text, start, text[start : start + _IDIOM]):
                yield Span(start, start + _IDIOM), idiom, _is_broken
        if meant := _meant(text, place):
            yield Span(place, place + 2), meant, _is_no_word


@lru_cache(maxsize=64)
def _parts(sentence: str) -> tuple[tuple[int, int], ...]:
    """Where each word of a sentence begins, and how long it is."""
    words = words_of(sentence)
    return tuple(zip(accumulate(map(len, words), initial=0), map(len, words), strict=False))


def _is_broken(parts: Parts, span: Span) -> bool:
    """Whether segmentation makes several words of a stretch, one of them a single character."""
    inside = [(at, size) for at, size in parts if at < span.end and at + size > span.start]
    is_whole = inside[0][0] == span.start and sum(inside[-1]) == span.end
    return is_whole and len(inside) > 1 and any(size == 1 for _, size in inside)


def _is_no_word(parts: Parts, span: Span) -> bool:
    """Whether segmentation makes two single characters of a pair, or a word that no text was seen to have."""
    inside = [(at, size) for at, size in parts if at < span.end and at + size > span.start]
    return inside == [(span.start, 1), (span.start + 1, 1)] or inside == [(span.start, 2)]


def _is_word(parts: Parts, span: Span) -> bool:
    """Whether segmentation makes one word of a stretch."""
    return (span.start, len(span)) in parts


def _taken(material: Material) -> bytearray:
    """Which characters are part of a mark: a name is nothing that a list of words knows."""
    taken = bytearray(len(material.simplified))
    for mark in material.marks:
        taken[mark.span.start : mark.span.end] = b"\1" * len(mark.span)
    return taken


def _idiom(text: str, start: int, written: str) -> str:
    """The idiom that four characters are but for one; empty for none."""
    heads, tails = _halves()
    with_head, with_tail = heads.get(written[:2], ()), tails.get(written[2:], ())
    if len(written) < _IDIOM or not (with_head or with_tail):
        return ""
    nearly = [w for w in with_head if (w[2] == written[2]) != (w[3] == written[3])]
    nearly += [w for w in with_tail if (w[0] == written[0]) != (w[1] == written[1])]
    for idiom in nearly:
        hole = only_difference(idiom, written)
        if hole is None or likeness(idiom[hole], written[hole]) in ("", PARTLY):
            continue
        if {idiom[hole], written[hole]} <= _NUMERALS or is_word(written):
            continue
        if _gain(text, start, idiom) > (_PHRASE_GAIN if _falls_apart(written, hole) else _IDIOM_GAIN):
            return idiom
    return ""


def _falls_apart(written: str, hole: int) -> bool:
    """Whether four characters are words by themselves (研发|人员, 指|宫颈癌), not four of one."""
    half = hole // 2 * 2
    return is_word(written[half : half + 2]) or is_word(written[:3]) or is_word(written[1:])


def _confused(text: str) -> Iterator[Doubt]:
    """Words that are often taken for one another (注意, 主意), of which the sentence wants the other."""
    for found in _confused_words().finditer(text):
        for other in _taken_for()[found[0]]:
            if _gain(text, found.start(), other) > _CONFUSED_GAIN:
                yield Span(*found.span()), other, _is_word


@cache
def _confused_words() -> re.Pattern[str]:
    return re.compile("|".join(sorted(_taken_for(), key=lambda word: (-len(word), word))))


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
