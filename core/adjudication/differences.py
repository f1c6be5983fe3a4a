"""What two annotators of an article say differently: of marks, of relations, of the whole article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from core.adjudication.kinds import (
    AnswerDifference,
    AttributeDifference,
    Difference,
    EntityDifference,
    Key,
    MarkDifference,
    RelationDifference,
    ValueDifference,
    value_of,
)
from core.adjudication.relation_pairs import pair_relations
from core.agreement import Compared, Pair, compare
from core.document import FINISHED, Document, Entity
from core.schemes import Scheme


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
    relations = tuple(pair_relations(one, other, compared.pairs))
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
            if value_of(pair.one, name) != value_of(pair.other, name):
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


def _is_finished(document: Document) -> bool:
    return document.progress.status in FINISHED
