"""Characters that make a word of what is none: 警剔 for 警惕, 后来据上 for 后来居上.

Where two characters stand side by side that no text of the language model has, and another of like sound or
looks in the place of one makes a common word, and the sentence far likelier, that word may be meant. An idiom
is known by three of its four characters.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from core.checks.likeness import PARTLY, are_alike, is_in_gb2312, likeness, only_difference
from core.checks.material import Material
from core.restoration.language import code_cost, encode_character
from core.restoration.lexicon import word_costs
from core.restoration.pairs import unseen_pairs
from core.segmentation import words_of
from core.spans import Span

_IDIOM = 4
_IDIOM_COST = 15.0
_IDIOM_GAIN = 11.0
_WORD_COST = 13.0
_WORD_GAIN = 14.0
_DOUBTFUL_GAIN = 16.0
_AROUND = 4
_HAN = re.compile("[\u4e00-\u9fff]+")
# What makes grammar rather than words: with it anything may stand (卒于, 舍都, 掷出).
_GRAMMAR = frozenset(
    "的地得了着过是在有和与及或而且以为于由向从到至往把被将对就都也还又再才不没很最更要会能可出入上下来去起进回里外中后前内这那其此该各每某几多少一二三四五六七八九十百千万两们者性化度率员"
)

Meant = tuple[Span, str]
"""A word that is none, and the word that may be meant."""


def find_misspellings(material: Material) -> Iterator[Meant]:
    """The words that differ from a known one in a character that is alike, none of them in a name."""
    text = material.simplified
    taken = _taken(material)
    asked: set[int] = set()
    for place in unseen_pairs(text):
        if taken[place] or taken[place + 1] or material.sentence_index(place) < 0:
            continue
        span, meant = _idiom(text, place) or _word(text, place) or (Span(place, place), "")
        if meant and span.start not in asked and not any(taken[span.start : span.end]):
            asked.add(span.start)
            yield span, meant


def _taken(material: Material) -> bytearray:
    """Which characters are part of a mark: a name is nothing that a list of words knows."""
    taken = bytearray(len(material.simplified))
    for mark in material.marks:
        taken[mark.span.start : mark.span.end] = b"\1" * len(mark.span)
    return taken


def _idiom(text: str, pair: int) -> Meant | None:
    """Four characters around a pair that are an idiom but for one of the pair that is alike."""
    heads, tails = _halves()
    for start in range(max(0, pair - 2), pair + 1):
        found = text[start : start + _IDIOM]
        for idiom in (*heads.get(found[:2], ()), *tails.get(found[2:], ())):
            hole = only_difference(idiom, found)
            if hole is None or found in word_costs() or not are_alike(idiom[hole], found[hole]):
                continue
            if _gain(text, start + hole, idiom[hole]) > _IDIOM_GAIN:
                return Span(start, start + _IDIOM), idiom
    return None


def _word(text: str, pair: int) -> Meant | None:
    """A pair that is a common word but for one character that is alike."""
    written = text[pair : pair + 2]
    if written in word_costs() or not _HAN.fullmatch(written):
        return None
    by_head, by_tail = _pairs()
    best = (0.0, "")
    for hole, others in ((1, by_head.get(written[0], "")), (0, by_tail.get(written[1], ""))):
        if not is_in_gb2312(written[hole]):
            continue
        for other in others:
            if like := likeness(other, written[hole]):
                meant = written[0] + other if hole else other + written[1]
                is_doubtful = like == PARTLY or not _GRAMMAR.isdisjoint(meant)
                gain = _gain(text, pair + hole, other)
                if gain > (_DOUBTFUL_GAIN if is_doubtful else _WORD_GAIN):
                    best = max(best, (gain, meant))
    return (Span(pair, pair + 2), best[1]) if best[1] and _stand_alone(text, pair) else None


def _stand_alone(text: str, place: int) -> bool:
    """Whether neither character is part of a longer word with its neighbors."""
    start = max(0, place - _AROUND)
    at = start
    for word in words_of(text[start : place + 2 + _AROUND]):
        if at <= place + 1 and at + len(word) > place and len(word) > 1:
            return False
        at += len(word)
    return True


def _gain(text: str, place: int, character: str) -> float:
    """How much likelier the words around a place are with another character, in nats."""
    context = text[max(0, place - 2) : place + 3]
    at = place - max(0, place - 2)
    changed = context[:at] + character + context[at + 1 :]
    return _cost(context) - _cost(changed)


def _cost(words: str) -> float:
    codes = [0, 0, *(encode_character(character) for character in words)]
    return sum(code_cost(*codes[i - 2 : i + 1]) for i in range(4, len(codes)))


@cache
def _halves() -> tuple[Mapping[str, tuple[str, ...]], Mapping[str, tuple[str, ...]]]:
    """Words of four characters by their first and by their last two."""
    heads: dict[str, tuple[str, ...]] = defaultdict(tuple)
    tails: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for word, cost in word_costs().items():
        if len(word) == _IDIOM and cost <= _IDIOM_COST:
            heads[word[:2]] += (word,)
            tails[word[2:]] += (word,)
    return dict(heads), dict(tails)


@cache
def _pairs() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """The second characters of common words by their first, and the other way round."""
    by_head: dict[str, str] = defaultdict(str)
    by_tail: dict[str, str] = defaultdict(str)
    for word, cost in word_costs().items():
        if len(word) == 2 and cost <= _WORD_COST:
            by_head[word[0]] += word[1]
            by_tail[word[1]] += word[0]
    return dict(by_head), dict(by_tail)
