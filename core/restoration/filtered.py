"""Suggestions for characters that a filter took out, once the page shows that it was filtered.

A page is weighed first: how unlikely it is that none of the filtered characters occurs in so long a text,
and how surely single places miss one. The characters of the known filter are weighed together, any other
frequent one that a page lacks by itself. What is suggested is never applied by itself.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache

from core.assets import load_lines
from core.restoration.dropped import FILTERED, Gap, clusters, find_gaps, probabilities
from core.restoration.gap_network import gap_network
from core.restoration.language import code_cost, encode_character, normalized
from core.restoration.lexicon import word_costs

RECENT_WORDS = "lexicons/recent_words.txt"
# A place is suggested when the character is likelier missing than not; one of no known filter, when likely.
SUGGESTED_FROM, _OTHER_FROM = 0.5, 0.9
# Log odds that a damaged page went through the known filter, and through one of a certain other character.
_PRIOR, _PRIOR_OTHER = -1.0, -7.0
# From these log odds on a page is worth a closer look.
_WORTH_A_LOOK, _OTHER_WORTH_A_LOOK = 0.0, -1.0
# One filter takes few characters: so many others are looked for at most; who lacks more has just few words.
MOST_OTHERS = 8
# A filter's list is short and known: one of it that does occur speaks against the filter.
_PRESENT = -3.0
_SURE = 0.95
# What one sure place adds, and at most.
_SURE_PLACE, _MOST_SURE = 2.5, 6.0
# So many filtered characters may be missing in a row.
_LONGEST = 3
# Characters on either side that what is missing at a place depends on, and some more.
_AROUND = 24
# Quoted context ends here: the parts of the evidence are told apart by semicolons.
_BREAK = re.compile("[；;\n]")


@dataclass(frozen=True, slots=True)
class Missing:
    """Missing characters before ``place``, with their probability and the facts that speak for them."""

    place: int
    characters: str
    probability: float
    evidence: str


def find_missing(text: str) -> list[Missing]:
    """The characters that are missing from a clean text in Simplified, in order."""
    plain = normalized(text)
    gaps: list[Gap] = []
    shares: list[float] = []
    for absent, odds in suspected(plain):
        found = find_gaps(plain, absent, gap_network(), code_cost, word_costs())
        weighed = probabilities(plain, found).tolist()
        sure = min(_MOST_SURE, _SURE_PLACE * sum(share >= _SURE for share in weighed))
        filtered = 1 / (1 + math.exp(-odds - sure))
        least = SUGGESTED_FROM if absent[0] in FILTERED else _OTHER_FROM
        gaps += found
        shares += (share * filtered if share * filtered >= least else 0.0 for share in weighed)
    whole = _places_in_recent_words(plain) if gaps else frozenset()
    likely = {place: found for place, found in _best_by_place(gaps, shares).items() if place not in whole}
    absent = "".join(sorted({character for _, character in likely.values()}))
    return list(_suggestions(plain, _continued(plain, absent, likely)))


def _places_in_recent_words(text: str) -> frozenset[int]:
    """Places where nothing is missing: inside words younger than the corpora, and where they end a phrase."""
    inside = (
        place for word in _recent_words().finditer(text) for place in range(word.start() + 1, word.end())
    )
    behind = (
        word.end()
        for word in _recent_words().finditer(text)
        if not _is_han(text[word.end() : word.end() + 1])
    )
    return frozenset((*inside, *behind))


@cache
def _recent_words() -> re.Pattern[str]:
    words = sorted((word for row in load_lines(RECENT_WORDS) for word in row.split()), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))


def _is_han(character: str) -> bool:
    return "一" <= character <= "鿿"


def suspected(text: str) -> Iterator[tuple[str, float]]:
    """Characters that a text may lack because of one filter, with the log odds of it."""
    han = sum(map(_is_han, text))
    absent = "".join(c for c in FILTERED if c not in text)
    odds = _PRIOR + _PRESENT * (len(FILTERED) - len(absent)) + sum(_lack(c, han) for c in absent)
    if absent and odds >= _WORTH_A_LOOK:
        yield absent, odds
    occurring = set(text) | set(FILTERED)
    others = ((c, _PRIOR_OTHER + _lack(c, han)) for c in gap_network().missing if c not in occurring)
    looked_at = [other for other in others if other[1] >= _OTHER_WORTH_A_LOOK]
    yield from sorted(looked_at, key=lambda other: -other[1])[:MOST_OTHERS]


def _lack(character: str, han: int) -> float:
    """How much likelier it is that so many characters lack this one if it was taken out.

    Characters come in clusters, 你 more than 的: a negative binomial says how often a page has none.
    """
    share, size = _habits()[character]
    return size * math.log1p(han * share / size)


@cache
def _habits() -> Mapping[str, tuple[float, float]]:
    """The share of each character in all text, and how evenly pages have it."""
    return {c: (math.exp(-code_cost(0, 0, encode_character(c))), size) for c, size in clusters().items()}


Likely = Mapping[int, tuple[float, str]]


def _best_by_place(gaps: Sequence[Gap], shares: Sequence[float]) -> Likely:
    best: dict[int, tuple[float, str]] = {}
    for gap, share in zip(gaps, shares, strict=True):
        best[gap.place] = max(best.get(gap.place, (0.0, "")), (float(share), gap.character))
    return {place: found for place, found in sorted(best.items()) if found[0] >= SUGGESTED_FROM}


def _continued(text: str, absent: str, likely: Likely) -> Likely:
    """The same with what is missing behind, as in 习[近平]: the text is read again with what was put in."""
    result = dict(likely)
    last = set(likely)
    for _ in range(_LONGEST - 1):
        filled, behind = _filled(text, result)
        open_places = {place for place, before in behind.items() if before in last}
        found = _following(filled, absent, open_places)
        more = {behind[place]: each for place, each in found.items()}
        for place, (share, character) in more.items():
            before, characters = result[place]
            result[place] = (before * share, characters + character)
        last = set(more)
    return result


def _following(text: str, absent: str, places: Set[int]) -> Likely:
    """What is likely missing at these places, each seen with as much of the text around as matters."""
    found: dict[int, tuple[float, str]] = {}
    for start, end in _stretches(places):
        around = text[start:end]
        gaps = find_gaps(around, absent, gap_network(), code_cost, word_costs())
        gaps = [gap for gap in gaps if start + gap.place in places]
        for gap, share in zip(gaps, probabilities(around, gaps).tolist(), strict=True):
            if share >= SUGGESTED_FROM:
                found[start + gap.place] = (share, gap.character)
    return found


def _stretches(places: Set[int]) -> list[tuple[int, int]]:
    """Starts and ends of what holds the places with what is around them; those that touch are one."""
    stretches: list[tuple[int, int]] = []
    for place in sorted(places):
        start, end = max(0, place - _AROUND), place + _AROUND
        if stretches and start <= stretches[-1][1]:
            start, _ = stretches.pop()
        stretches.append((start, end))
    return stretches


def _filled(text: str, likely: Likely) -> tuple[str, dict[int, int]]:
    """The text with the characters put in, and for each place behind them where they are missing."""
    pieces: list[str] = []
    behind: dict[int, int] = {}
    end, length = 0, 0
    for place, (_, characters) in sorted(likely.items()):
        pieces += (text[end:place], characters)
        length += place - end + len(characters)
        behind[length] = place
        end = place
    return "".join([*pieces, text[end:]]), behind


def _suggestions(text: str, likely: Likely) -> Iterator[Missing]:
    for place, (share, characters) in likely.items():
        alike = sum(other == characters for _, other in likely.values()) - 1
        yield Missing(place, characters, share, _evidence(text, place, characters, share, alike))


def _evidence(text: str, place: int, characters: str, share: float, alike: int) -> str:
    left = _BREAK.split(text[max(0, place - 2) : place])[-1]
    right = _BREAK.split(text[place : place + 2])[0]
    percent = min(99, round(share * 100))
    on_page = f"{len(text):,}字无一“{characters}”字" + (
        f"，另有{alike}处同样缺“{characters}”" if alike else ""
    )
    words = f"“{left}{characters}{right}”{percent}%，“{left}{right}”{100 - percent}%"
    return f"页内：{on_page}；词语：{words}；正演：补入后与来文相符，但读法不唯一"
