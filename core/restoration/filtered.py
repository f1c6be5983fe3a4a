"""Suggestions for characters that a filter took out, once the page shows that it was filtered.

A page is weighed first: how unlikely it is that none of the filtered characters occurs in so long a text,
and how surely single places miss one. What is suggested is never applied by itself.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from core.restoration.dropped import FILTERED, Gap, find_gaps, probabilities
from core.restoration.language import code_cost, encode_character, normalized
from core.restoration.lexicon import word_costs

# A place is suggested when the character is likelier missing than not.
SUGGESTED_FROM = 0.5
# Log odds that a damaged page was filtered, before anything is known of it.
_PRIOR = -1.0
# Characters come in clusters: their counts vary as those of so many sources (negative binomial).
_CLUSTERS = 4.0
# A filter's list is short and known: one of it that does occur speaks against the filter.
_PRESENT = -3.0
_SURE = 0.95
# What one sure place adds, and at most.
_SURE_PLACE, _MOST_SURE = 2.5, 6.0
# Quoted context ends here: the parts of the evidence are told apart by semicolons.
_BREAK = re.compile("[；;\n]")


@dataclass(frozen=True, slots=True)
class Missing:
    """A missing character before ``place``, with its probability and the facts that speak for it."""

    place: int
    character: str
    probability: float
    evidence: str


def find_missing(text: str) -> list[Missing]:
    """The characters that are missing from a clean text in Simplified, in order."""
    plain = normalized(text)
    absent = [c for c in FILTERED if c not in plain]
    if not absent or _odds_filtered(plain, absent) + _MOST_SURE < 0:
        return []
    gaps = [gap for gap in find_gaps(plain, code_cost, word_costs()) if gap.character in absent]
    shares = probabilities(gaps).tolist()
    sure = min(_MOST_SURE, _SURE_PLACE * sum(share >= _SURE for share in shares))
    filtered = 1 / (1 + math.exp(-_odds_filtered(plain, absent) - sure))
    likely = _best_by_place(gaps, [share * filtered for share in shares])
    return list(_suggestions(plain, likely))


def _odds_filtered(text: str, absent: Sequence[str]) -> float:
    """The log odds that the page went through a filter, by what it lacks."""
    han = sum("一" <= character <= "鿿" for character in text)
    odds = _PRIOR + _PRESENT * (len(FILTERED) - len(absent))
    for character in absent:
        expected = han * math.exp(-code_cost(0, 0, encode_character(character)))
        odds += _CLUSTERS * math.log1p(expected / _CLUSTERS)
    return odds


def _best_by_place(gaps: Sequence[Gap], shares: Sequence[float]) -> Mapping[int, tuple[float, str]]:
    best: dict[int, tuple[float, str]] = {}
    for gap, share in zip(gaps, shares, strict=True):
        best[gap.place] = max(best.get(gap.place, (0.0, "")), (float(share), gap.character))
    return {place: found for place, found in sorted(best.items()) if found[0] >= SUGGESTED_FROM}


def _suggestions(text: str, likely: Mapping[int, tuple[float, str]]) -> Iterator[Missing]:
    for place, (share, character) in likely.items():
        alike = sum(other == character for _, other in likely.values()) - 1
        yield Missing(place, character, share, _evidence(text, place, character, share, alike))


def _evidence(text: str, place: int, character: str, share: float, alike: int) -> str:
    left = _BREAK.split(text[max(0, place - 2) : place])[-1]
    right = _BREAK.split(text[place : place + 2])[0]
    percent = min(99, round(share * 100))
    on_page = f"{len(text):,}字无一“{character}”字" + (f"，另有{alike}处同样缺“{character}”" if alike else "")
    words = f"“{left}{character}{right}”{percent}%，“{left}{right}”{100 - percent}%"
    return f"页内：{on_page}；词语：{words}；正演：补入后与来文相符，但读法不唯一"
