"""Characters that lost a byte: filled where the other byte and the words around leave no choice."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from core.repairs import LOST
from core.restoration import codepage
from core.restoration.hypotheses import UNKNOWN, Gap
from core.restoration.language import BOUNDARY, Codes, encode_character, language
from core.restoration.page import Page

# A guess is kept from this probability on; below, the place is lost.
_SURE = 0.99
_AROUND = 2
# A full stop in front of a split is likelier than the model thinks.
_FULL_STOP = 4.25
# A word that the page has elsewhere is likelier by so many nats.
_ON_PAGE = 2.0
_KEPT = 8


@dataclass(frozen=True, slots=True)
class Filling:
    """A gap's characters with their probabilities, the likeliest first."""

    gap: Gap
    candidates: tuple[tuple[str, float], ...]

    @property
    def character(self) -> str:
        """The character that stands there, or the sign of a lost place."""
        if self.candidates and self.candidates[0][1] >= _SURE:
            return self.candidates[0][0]
        return LOST


def fill(page: Page, before: str, text: str, after: str, gaps: tuple[Gap, ...]) -> tuple[Filling, ...]:
    """Weigh every gap of a run's ``text`` by the clean characters around, from left to right."""
    fillings = []
    for gap in gaps:
        left = before + text[: gap.place]
        right = text[gap.place + 1 :] + after
        filling = Filling(gap, tuple(_rank(page, left, right, gap)))
        fillings.append(filling)
        text = text[: gap.place] + filling.character + text[gap.place + 1 :]
    return tuple(fillings)


def _rank(page: Page, left: str, right: str, gap: Gap) -> list[tuple[str, float]]:
    """Candidates and probabilities."""
    characters, codes = _candidates(page, gap)
    row: list[Codes] = [encode_character(c) for c in (BOUNDARY + left)[-_AROUND:]]
    row += (codes, *map(encode_character, _known(right)))
    likely = np.sum([language().costs(*row[i : i + 3]) for i in range(len(row) - 2)], axis=0)
    costs = [(cost + page.form_cost(c), c) for cost, c in zip(likely.tolist(), characters, strict=True)]
    costs.sort()
    is_split = gap.lead == UNKNOWN
    best = []
    for cost, character in costs[:_KEPT]:
        is_stop = is_split and character == "。"
        bonus = _FULL_STOP if is_stop else _familiarity(page, left, character, right)
        best.append((cost - bonus, character))
    best += costs[_KEPT:]
    least = min((cost for cost, _ in best), default=0.0)
    weights = [(math.exp(least - cost), character) for cost, character in best]
    total = sum(weight for weight, _ in weights)
    ranked = sorted(((character, weight / total) for weight, character in weights), key=lambda c: -c[1])
    return ranked[:_KEPT]


def _known(right: str) -> str:
    """The characters after a gap up to the next gap; a lost ASCII byte before digits was one too."""
    if right[:1] == LOST and right[1:2] in tuple(".0123456789%"):
        right = "0" + right[1:]
    return right[:_AROUND].partition(LOST)[0]


def _candidates(page: Page, gap: Gap) -> tuple[Sequence[str], NDArray[np.int64]]:
    """All characters that fit, with their numbers in the language model.

    One that the page glosses would show its gloss, unless a gloss tore it.
    """
    characters, codes = _fitting(gap.lead, gap.trail)
    if gap.is_glossed or page.glossed.isdisjoint(characters):
        return characters, codes
    kept = [number for number, character in enumerate(characters) if character not in page.glossed]
    return [characters[number] for number in kept], codes[kept]


@cache
def _fitting(lead: int, trail: int) -> tuple[Sequence[str], NDArray[np.int64]]:
    """The characters with these bytes that the language model knows, with their numbers in it."""
    if lead != UNKNOWN:
        characters = [c for second, c in codepage.beginning_with(lead) if second >= 0x80]
    else:
        characters = list(codepage.ending_in(trail)) if trail != UNKNOWN else []
    codes = {c: code for c in characters if (code := encode_character(c))}
    return tuple(codes), np.array([*codes.values()], np.int64)


def _familiarity(page: Page, left: str, character: str, right: str) -> float:
    words = ((left[-1:] + character), (character + right[:1]))
    return sum(_ON_PAGE for word in words if len(word) == 2 and LOST not in word and word in page.source)
