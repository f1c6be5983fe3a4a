"""The kinds of difference between two annotators, each known by what the two said.

Whatever becomes of ids, a decision finds its difference again by that.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from core.agreement import Pair
from core.document import Annotation, Entity, Relation
from core.files.json_text import json_line
from core.values import JsonObject

Key = tuple[Any, ...]
"""What a difference is about, the name of what was asked, and what the one and the other said."""

Card = tuple[str, str, str | None]
"""What tells whether entities of two documents are one: label, name and code."""

Ends = tuple[Pair, Pair]
"""The marks that a relation leads from and to, as both annotators have them."""


@dataclass(frozen=True, slots=True)
class MarkDifference:
    """A mark that the two set differently, or that one of them alone set."""

    pair: Pair

    about = "mark"

    @property
    def kind(self) -> str:
        """How they differ, as a pair says it."""
        return self.pair.kind

    @property
    def key(self) -> Key:
        """What it is known by."""
        return self.about, "", _said(self.pair.one), _said(self.pair.other)


@dataclass(frozen=True, slots=True)
class AttributeDifference:
    """An attribute of a mark that both set alike; a value is None where one gave none."""

    pair: Pair
    name: str

    about = kind = "attribute"

    @property
    def one(self) -> Any:
        """The value that the one gave."""
        return value_of(self.pair.one, self.name)

    @property
    def other(self) -> Any:
        """The value that the other gave."""
        return value_of(self.pair.other, self.name)

    @property
    def key(self) -> Key:
        """What it is known by."""
        values = (json_line(value) for value in (self.one, self.other))
        return self.about, self.name, *((_said(self.pair.one), value) for value in values)


@dataclass(frozen=True, slots=True)
class ValueDifference:
    """What a mark that both set alike means; where one of them gave no value there is none."""

    pair: Pair

    about = kind = "value"

    @property
    def one(self) -> JsonObject | None:
        """What it means by the one."""
        return self.pair.one.value if self.pair.one else None

    @property
    def other(self) -> JsonObject | None:
        """What it means by the other."""
        return self.pair.other.value if self.pair.other else None

    @property
    def key(self) -> Key:
        """What it is known by."""
        values = (json_line(value) for value in (self.one, self.other))
        return self.about, "", *((_said(self.pair.one), value) for value in values)


@dataclass(frozen=True, slots=True)
class EntityDifference:
    """What a mark that both set alike names by the two; ``pair`` is the first of all such marks."""

    pair: Pair
    one: Entity | None
    other: Entity | None

    about = kind = "entity"

    @property
    def key(self) -> Key:
        """What it is known by: one decision is for all marks that name these two."""
        return self.about, "", card_of(self.one), card_of(self.other)

    @property
    def is_disputed(self) -> bool:
        """Whether the two name different things, and one of them chose it: unlike marks group otherwise."""
        is_chosen = any(entity and entity.status != "auto" for entity in (self.one, self.other))
        return is_chosen and card_of(self.one) != card_of(self.other)


@dataclass(frozen=True, slots=True)
class RelationDifference:
    """A relation between two marks that one alone drew, or that the other calls or leads otherwise."""

    one: Relation | None
    other: Relation | None
    ends: tuple[Ends | None, Ends | None]

    about = kind = "relation"

    @property
    def pair(self) -> Pair:
        """The marks that it leads from."""
        ends = self.ends[0] or self.ends[1]
        assert ends is not None
        return ends[0]

    @property
    def key(self) -> Key:
        """What it is known by."""
        said = (_related(*each) for each in zip((self.one, self.other), self.ends, strict=True))
        return self.about, "", *said


@dataclass(frozen=True, slots=True)
class AnswerDifference:
    """A question about the whole article that the two answered differently."""

    name: str
    one: tuple[str, ...]
    other: tuple[str, ...]

    about = kind = "answer"

    @property
    def key(self) -> Key:
        """What it is known by."""
        return self.about, self.name, self.one, self.other


Difference = (
    MarkDifference
    | AttributeDifference
    | ValueDifference
    | EntityDifference
    | RelationDifference
    | AnswerDifference
)


def card_of(entity: Entity | None) -> Card | None:
    """What an entity is known by in any document; None for no entity."""
    return (entity.label, entity.name, entity.code) if entity else None


def value_of(mark: Annotation | None, name: str) -> Any:
    """The value of a mark's attribute; None for no mark."""
    return mark.attributes.get(name) if mark else None


def _said(mark: Annotation | None) -> Key | None:
    return (mark.label, tuple((part.start, part.end) for part in mark.stretches)) if mark else None


def _related(relation: Relation | None, ends: Ends | None) -> Key | None:
    if relation is None or ends is None:
        return None
    return relation.label, *(_said(pair.one or pair.other) for pair in ends)
