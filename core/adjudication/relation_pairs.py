"""Which relations of two annotators belong together: those that join the same marks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from core.adjudication.kinds import Ends, RelationDifference
from core.agreement import Pair
from core.document import Document, Relation


def pair_relations(one: Document, other: Document, pairs: Sequence[Pair]) -> Iterator[RelationDifference]:
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
        """Whether both lead from the same mark to the same, under one label."""
        return (self.relation.label, self.ends) == (other.relation.label, other.ends)

    def has_same_marks(self, other: _Placed) -> bool:
        """Whether both join the same marks, whichever way."""
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
    one, other = (each.relation if each else None for each in (mine, theirs))
    return RelationDifference(one, other, (_ends(pairs, mine), _ends(pairs, theirs)))


def _ends(pairs: Sequence[Pair], placed: _Placed | None) -> Ends | None:
    return (pairs[placed.ends[0]], pairs[placed.ends[1]]) if placed else None
