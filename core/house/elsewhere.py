"""What the other articles of a folder say: the names they write, and their figures with the words around."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Told:
    """A figure of another article: how it is written, its digits, the words around, the names near it."""

    article: str
    quote: str
    digits: str
    words: frozenset[str]
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The articles by each name that they write, and their figures by unit and power of ten."""

    names: Mapping[str, frozenset[str]] = field(default_factory=dict)
    figures: Mapping[tuple[str, int], tuple[Told, ...]] = field(default_factory=dict)
