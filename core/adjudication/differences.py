"""What two annotators of an article say differently: marks, their attributes and values, relations, answers.

A difference is known by what the two said, whatever becomes of ids, so that a decision finds it again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from core.agreement import Compared, Pair, compare
from core.document import FINISHED, Annotation, Document, Entity, Relation
from core.files.json_text import json_line
from core.schemes import Scheme
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
        return _value(self.pair.one, self.name)

    @property
    def other(self) -> Any:
        """The value that the other gave."""
        return _value(self.pair.other, self.name)

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


@dataclass(frozen=True, slots=True)
class Both:
    """Two annotators' documents of one article, and all that they say alike or differently.

    ``relations`` are pairs, of which one is None where the other alone drew it; those of unlike sides are
    differences. ``entities`` are those of either by their ids.
    """

    one: Document
    other: Document
    compared: Compared
    relations: tuple[RelationDifference, ...]
    found: tuple[Difference, ...]
    entities: tuple[Mapping[str, Entity], Mapping[str, Entity]]

    def named(self, pair: Pair) -> EntityDifference:
        """What the marks of a pair name."""
        return _named(pair, *self.entities)


def both_of(one: Document, other: Document) -> Both:
    """What the two say of an article; ValueError where their texts are not the same."""
    compared = compare(one.source.name, one, other)
    relations = tuple(_relations(one, other, compared.pairs))
    entities = _entities(one), _entities(other)
    found = (
        *_of_marks(compared.pairs, *entities),
        *_answers(one, other),
        *(each for each in relations if is_disputed(each, one, other)),
    )
    return Both(one, other, compared, relations, found, entities)


def is_disputed(relation: RelationDifference, one: Document, other: Document) -> bool:
    """Whether the two do not say the same; who has not finished the article may still come to draw it."""
    if relation.one is None:
        return _is_finished(one)
    if relation.other is None:
        return _is_finished(other)
    return relation.one.label != relation.other.label or relation.ends[0] != relation.ends[1]


def may_take_both(difference: Difference, scheme: Scheme) -> bool:
    """Whether what both say may stand together under a scheme."""
    match difference:
        case MarkDifference(Pair(one, other)):
            return one is not None and other is not None and scheme.nesting.lets(one, other)
        case RelationDifference(one, other):
            return one is not None and other is not None
        case AnswerDifference(name, one, other):
            several = any(each.name == name and each.is_multiple for each in scheme.article_labels)
            return several and bool(one and other)
        case _:
            return False


def card_of(entity: Entity | None) -> Card | None:
    """What an entity is known by in any document; None for no entity."""
    return (entity.label, entity.name, entity.code) if entity else None


def _of_marks(
    pairs: Sequence[Pair], mine: Mapping[str, Entity], theirs: Mapping[str, Entity]
) -> Iterator[Difference]:
    """In reading order: what differs of the marks, then of what those say that are the same."""
    asked: set[Key] = set()
    for pair in pairs:
        if pair.kind != "same":
            yield MarkDifference(pair)
            continue
        assert pair.one is not None
        assert pair.other is not None
        if pair.one.value and pair.other.value and pair.one.value != pair.other.value:
            yield ValueDifference(pair)
        for name in dict.fromkeys((*pair.one.attributes, *pair.other.attributes)):
            if _value(pair.one, name) != _value(pair.other, name):
                yield AttributeDifference(pair, name)
        named = _named(pair, mine, theirs)
        if named.is_disputed and named.key not in asked:
            asked.add(named.key)
            yield named


def _entities(document: Document) -> dict[str, Entity]:
    return {entity.id: entity for entity in document.entities}


def _named(pair: Pair, mine: Mapping[str, Entity], theirs: Mapping[str, Entity]) -> EntityDifference:
    sides = (pair.one, mine), (pair.other, theirs)
    return EntityDifference(pair, *(known.get(mark.entity or "") if mark else None for mark, known in sides))


def _answers(one: Document, other: Document) -> Iterator[AnswerDifference]:
    """The questions; who has not finished the article may still come to answer."""
    for name in dict.fromkeys((*one.labels, *other.labels)):
        mine, theirs = one.labels.get(name, ()), other.labels.get(name, ())
        may_come = (not mine and not _is_finished(one)) or (not theirs and not _is_finished(other))
        if set(mine) != set(theirs) and not may_come:
            yield AnswerDifference(name, mine, theirs)


def _relations(one: Document, other: Document, pairs: Sequence[Pair]) -> Iterator[RelationDifference]:
    """The relations of both among the marks that were compared: those of the same marks belong together."""
    mine, theirs = (_placed(document, pairs, side) for side, document in enumerate((one, other)))
    alone: list[_Placed] = []
    for relation in mine:
        same = _taken(theirs, relation, _Placed.is_same)
        if same:
            yield _told(pairs, relation, same)
        else:
            alone.append(relation)
    for relation in alone:
        yield _told(pairs, relation, _taken(theirs, relation, _Placed.has_same_marks))
    yield from (_told(pairs, None, relation) for relation in theirs)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A relation with the numbers of the pairs that its ends are in."""

    relation: Relation
    ends: tuple[int, int]

    def is_same(self, other: _Placed) -> bool:
        return (self.relation.label, self.ends) == (other.relation.label, other.ends)

    def has_same_marks(self, other: _Placed) -> bool:
        return {*self.ends} == {*other.ends}


def _placed(document: Document, pairs: Sequence[Pair], side: int) -> list[_Placed]:
    """An annotator's relations among marks that were compared."""
    sides = (((pair.one, pair.other)[side], number) for number, pair in enumerate(pairs))
    numbers = {mark.id: number for mark, number in sides if mark}
    return [
        _Placed(relation, (numbers[relation.from_id], numbers[relation.to_id]))
        for relation in document.relations
        if relation.status != "rejected" and {relation.from_id, relation.to_id} <= numbers.keys()
    ]


def _taken(
    waiting: list[_Placed], relation: _Placed, fits: Callable[[_Placed, _Placed], bool]
) -> _Placed | None:
    """The first of those waiting that fits; it waits no more."""
    found = next((number for number, each in enumerate(waiting) if fits(relation, each)), None)
    return None if found is None else waiting.pop(found)


def _told(pairs: Sequence[Pair], mine: _Placed | None, theirs: _Placed | None) -> RelationDifference:
    def ends(placed: _Placed | None) -> Ends | None:
        return (pairs[placed.ends[0]], pairs[placed.ends[1]]) if placed else None

    return RelationDifference(
        mine.relation if mine else None, theirs.relation if theirs else None, (ends(mine), ends(theirs))
    )


def _is_finished(document: Document) -> bool:
    return document.progress.status in FINISHED


def _value(mark: Annotation | None, name: str) -> Any:
    return mark.attributes.get(name) if mark else None


def _said(mark: Annotation | None) -> Key | None:
    return (mark.label, tuple((part.start, part.end) for part in mark.stretches)) if mark else None


def _related(relation: Relation | None, ends: Ends | None) -> Key | None:
    if relation is None or ends is None:
        return None
    return relation.label, *(_said(pair.one or pair.other) for pair in ends)
