"""Whether bytes read in another encoding read as Chinese: what the finders of wrong encodings share."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from core.repairs import LOST
from core.restoration.language import BOUNDARY, encode_character, language, normalized

READABLE = 7.5
"""Nats a character up to which text is believed: Chinese costs some 5, a wrong decoding 10 and more."""

# One place in so many may be lost.
_MOST_LOST = 4
_LEAST_HAN = 2
# All of it is a suggestion, so a character need not be as sure as one that is put in unasked.
_SURE = 0.95
_ROWS, _SEEN_TOGETHER = 32, 2
_HAN = re.compile("[一-鿿]")


def cost_of(text: str) -> float:
    """The language model's cost for each character of a text, in nats, without its lost places."""
    known = normalized(text.replace(LOST, ""))
    return language().text_cost(known) / max(1, len(known))


def is_readable(text: str) -> bool:
    """Whether it has Chinese characters and costs no more than Chinese does."""
    return len(_HAN.findall(text)) >= _LEAST_HAN and cost_of(text) < READABLE


def unless_lost(text: str) -> str:
    """The text; empty where too many of its places are lost."""
    return text if text.count(LOST) * _MOST_LOST < len(text) else ""


def known_characters() -> Iterator[str]:
    """Chinese characters and signs that the language model knows."""
    every = map(chr, (*range(0x2010, 0x2040), *range(0x3000, 0xA000), *range(0xFF00, 0xFF60)))
    return filter(encode_character, every)


def read_through(options: Iterable[Sequence[str]]) -> list[str]:
    """Of each place's characters the one that reads best among its neighbors, or a lost place.

    Some rows of characters are carried on together; a place is settled by those behind it that the model
    sees together with it.

    >>> "".join(read_through(["经", "济", "发", ["展", "肇"], "很", "好"]))
    '经济发展很好'
    """
    options = list(options)
    if all(len(characters) == 1 for characters in options):
        return [characters[0] for characters in options]
    rows = [_Row(0.0, (0, 0), ())]
    settled: list[str] = []
    for characters in (*options, *BOUNDARY):
        rows = sorted(_continued(rows, characters))[:_ROWS]
        if len(rows[0].open) > _SEEN_TOGETHER:
            rows, character = _settled(rows)
            settled.append(character)
    return settled


class _Row(NamedTuple):
    """Characters, the settled ones left out, with the cost of all and the model's numbers of the last two."""

    cost: float
    codes: tuple[int, int]
    open: tuple[str, ...]


def _continued(rows: Iterable[_Row], characters: Sequence[str]) -> Iterator[_Row]:
    codes = [encode_character(character) for character in characters]
    for row in rows:
        costs = language().code_costs(*row.codes, codes)
        for cost, code, character in zip(costs, codes, characters, strict=True):
            yield _Row(row.cost + cost, (row.codes[1], code), (*row.open, character))


def _settled(rows: Sequence[_Row]) -> tuple[list[_Row], str]:
    """The rows that agree with the best on the first open place, and its character where that is sure."""
    first = rows[0].open[0]
    agreed = [row for row in rows if row.open[0] == first]
    weights = [math.exp(rows[0].cost - row.cost) for row in rows]
    share = sum(weight for weight, row in zip(weights, rows, strict=True) if row.open[0] == first) / sum(
        weights
    )
    following = [row._replace(open=row.open[1:]) for row in agreed]
    return following, first if share >= _SURE else LOST
