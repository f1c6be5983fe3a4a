"""What the other articles of a folder say: the names they write, and their figures with the words around."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from core.document import Place


@dataclass(frozen=True, slots=True)
class Told:
    """A figure of an article: its unit, digits and the last one's power of ten, the words and names near."""

    article: str
    place: Place
    unit: str
    power: int
    digits: str
    words: frozenset[str]
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Facts:
    """What an article says that others may say otherwise: its names with their first places, its figures.

    Little enough to be kept of a whole folder, where the articles themselves are not.
    """

    article: str
    names: Mapping[str, Place] = field(default_factory=dict)
    figures: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The articles by each name that they write, and their figures by unit and power of ten.

    ``shared`` has the names that several write, by their length and by their first or last character.
    """

    names: Mapping[str, frozenset[str]] = field(default_factory=dict)
    shared: Mapping[tuple[int, str], tuple[str, ...]] = field(default_factory=dict)
    figures: Mapping[tuple[str, int], tuple[Told, ...]] = field(default_factory=dict)


def gathered(articles: Iterable[Facts]) -> Elsewhere:
    """What several articles say; each is known by its name."""
    names: dict[str, set[str]] = defaultdict(set)
    figures: dict[tuple[str, int], list[Told]] = defaultdict(list)
    for facts in articles:
        for words in facts.names:
            names[words].add(facts.article)
        for told in facts.figures:
            figures[told.unit, told.power].append(told)
    shared: dict[tuple[int, str], list[str]] = defaultdict(list)
    for name in sorted(name for name, found in names.items() if len(found) > 1):
        for character in {name[0], name[-1]}:
            shared[len(name), character].append(name)
    return Elsewhere(
        {name: frozenset(found) for name, found in names.items()},
        {key: tuple(group) for key, group in shared.items()},
        {key: tuple(group) for key, group in figures.items()},
    )
