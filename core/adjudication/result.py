"""The settled document: what stands after the decisions, put into what a person has done to it meanwhile.

What adjudication wrote and nobody touched is written anew. A mark, a relation or an answer that a person
changed, made or took away stays as that person left it; only a decision taken anew changes it, and of it no
more than what the decision is about.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from core.adjudication.decisions import Adjudication
from core.adjudication.differences import both_of
from core.adjudication.kinds import Card, card_of
from core.adjudication.record import Record, Sources, digest_of, record_in, written_down
from core.adjudication.taking import RelationTaken, Taken, taken
from core.document import Annotation, Document, Entity, HistoryEntry, Progress, Relation
from core.edits import Author, pooled
from core.edits.marking import new_ids
from core.text.spans import reading_order

ORIGIN = "adjudication"


def begin(one: Document, other: Document, third: Document | None = None) -> Adjudication:
    """The work on an article, with what a ``third`` document says was decided before.

    ValueError where the texts of the two are not the same.
    """
    both = both_of(one, other)
    known = {difference.key for difference in both.found}
    decided = record_in(third).decisions if third else {}
    return Adjudication(both, {key: d for key, d in decided.items() if key in known})


def result_of(state: Adjudication, by: Author, third: Document | None = None) -> Document:
    """The third document: what both say, what was decided, and what a person did to ``third`` since.

    It is done when every difference is decided. Relations come along where both ends do.
    """
    one = state.one
    record = record_in(third) if third else Record()
    before, now = taken(replace(state, decisions=record.decisions)), taken(state)
    start = third or replace(one, annotations=(), relations=(), labels={}, entities=(), x={}, history=())
    entities, ids = _pool(state, third)
    marks = _marks(start, record, before, now, ids, by)
    relations = _relations(start, record, now, marks)
    labels, own = _labels(start, record, before, now)
    known = Record(
        state.decisions, marks.sources, relations.sources, {**marks.written, **relations.written}, own
    )
    used = {mark.entity for mark in marks.marks}
    return replace(
        one,
        annotator=by.name,
        annotations=tuple(reading_order(marks.marks)),
        entities=tuple(entity for entity in entities if entity.id in used),
        relations=relations.relations,
        labels=labels,
        findings=start.findings,
        lost=start.lost,
        progress=replace(
            third.progress if third else Progress(), status="in_progress" if state.open_count else "done"
        ),
        history=tuple(_history(state, by, third)),
        adjudication=written_down(known, (one.annotator, state.other.annotator)),
        x=start.x,
        unknown=start.unknown,
    )


def sources_in(document: Document) -> Mapping[str, Sources]:
    """Whose marks each mark of an adjudicated document comes from, by its id."""
    return record_in(document).marks


def _pool(
    state: Adjudication, third: Document | None
) -> tuple[tuple[Entity, ...], Mapping[Card | None, str]]:
    """The entities of all, those of the third as they are there, and their ids."""
    entities, _ = pooled(*([third] if third else []), state.one, state.other)
    return entities, {card_of(entity): entity.id for entity in entities}


@dataclass(frozen=True, slots=True)
class _Marks:
    """The marks of the result; ``sources`` and ``written`` also tell of those that a person took away."""

    marks: list[Annotation]
    sources: dict[str, Sources]
    written: dict[str, str]


def _marks(
    third: Document, record: Record, before: Taken, now: Taken, ids: Mapping[Card | None, str], by: Author
) -> _Marks:
    there = {mark.id: mark for mark in third.annotations}
    names = {sources: name for name, sources in record.marks.items()}
    fresh = new_ids("a", (*there, *record.marks))
    found = _Marks([mark for mark in third.annotations if mark.id not in record.marks], {}, {})
    for sources, taken_mark in now.marks.items():
        mark = replace(taken_mark, entity=ids.get(card_of(now.entities[sources])))
        was_named = before.entities.get(sources, now.entities[sources])
        is_renamed = card_of(was_named) != card_of(now.entities[sources])
        name = names.get(sources) or next(fresh)
        found.sources[name] = sources
        made = replace(mark, id=name, status="accepted", origin=ORIGIN, changed=by.change(), was=None)
        old = there.get(name)
        if old is None and name in record.marks:
            found.written[name] = record.written.get(name, "")
        elif old is None or _is_untouched(old, record):
            found.marks.append(_again(old, made, is_renamed))
            found.written[name] = digest_of(made)
        else:
            found.marks.append(_decided_anew(old, before.marks.get(sources), mark, is_renamed))
            found.written[name] = record.written.get(name, "")
    for mark in _kept_by_hand(third, record):
        if mark.id not in found.sources:
            found.marks.append(mark)
            found.sources[mark.id] = record.marks[mark.id]
            found.written[mark.id] = record.written.get(mark.id, "")
    return found


def _kept_by_hand(third: Document, record: Record) -> Iterator[Annotation]:
    """The marks from the two that a person has changed since, or drawn a relation to."""
    drawn = (each for each in third.relations if each.id not in record.relations)
    ends = {end for relation in drawn for end in (relation.from_id, relation.to_id)}
    for mark in third.annotations:
        if mark.id in record.marks and (mark.id in ends or not _is_untouched(mark, record)):
            yield mark


def _is_untouched(said: Annotation | Relation, record: Record) -> bool:
    return digest_of(said) == record.written.get(said.id)


def _again(old: Annotation | None, made: Annotation, is_renamed: bool) -> Annotation:
    """A mark as it is now; one that was there is the very same where it can be.

    It names what it named, unless it was decided anew what that is (``is_renamed``).
    """
    if old is None or is_renamed:
        return made
    return old if digest_of(old) == digest_of(made) else replace(made, entity=old.entity)


def _decided_anew(
    mark: Annotation, before: Annotation | None, now: Annotation, is_renamed: bool
) -> Annotation:
    """A mark that a person changed, with what a decision taken since says."""
    if before is None:
        return mark
    if is_renamed:
        mark = replace(mark, entity=now.entity)
    if (before.label, before.stretches) != (now.label, now.stretches):
        mark = replace(
            mark,
            label=now.label,
            span=now.span,
            quote=now.quote,
            source=now.source,
            pieces=now.pieces,
        )
    elif before.value != now.value:
        mark = replace(mark, value=now.value)
    names = {*before.attributes, *now.attributes}
    changed = {name for name in names if before.attributes.get(name) != now.attributes.get(name)}
    kept = {name: value for name, value in mark.attributes.items() if name not in changed}
    new = {name: value for name, value in now.attributes.items() if name in changed}
    return replace(mark, attributes=kept | new) if changed else mark


@dataclass(frozen=True, slots=True)
class _Relations:
    """As ``_Marks``."""

    relations: tuple[Relation, ...]
    sources: dict[str, Sources]
    written: dict[str, str]


def _relations(third: Document, record: Record, now: Taken, marks: _Marks) -> _Relations:
    there = {relation.id: relation for relation in third.relations}
    names = {sources: name for name, sources in record.relations.items()}
    fresh = new_ids("x", (*there, *record.relations))
    sources_of: dict[str, Sources] = {}
    written: dict[str, str] = {}
    ours: dict[str, Relation] = {}
    for sources, each in now.relations.items():
        name = names.get(sources) or next(fresh)
        old, made = there.get(name), _relation(name, each, marks)
        was_written = name in record.relations
        if made is None or (was_written and (old is None or not _is_untouched(old, record))):
            if was_written:
                sources_of[name], written[name] = sources, record.written.get(name, "")
            continue
        sources_of[name], written[name] = sources, digest_of(made)
        ours[name] = made
    by_hand = (
        each for each in there.values() if each.id not in record.relations or not _is_untouched(each, record)
    )
    for relation in by_hand:
        ours[relation.id] = relation
        if relation.id in record.relations:
            sources_of[relation.id] = record.relations[relation.id]
            written[relation.id] = record.written.get(relation.id, "")
    ids = {mark.id for mark in marks.marks}
    standing = (each for each in ours.values() if {each.from_id, each.to_id} <= ids)
    return _Relations(tuple(standing), sources_of, written)


def _relation(name: str, each: RelationTaken, marks: _Marks) -> Relation | None:
    ends = {sources: mark for mark, sources in marks.sources.items()}
    start, end = ends.get(each.from_sources), ends.get(each.to_sources)
    return Relation(name, each.label, start, end) if start and end else None


def _labels(
    third: Document, record: Record, before: Taken, now: Taken
) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """The answers of the result, and those among them that adjudication gave."""
    labels: dict[str, tuple[str, ...]] = {}
    given: dict[str, tuple[str, ...]] = {}
    for name in dict.fromkeys((*now.labels, *third.labels, *record.labels)):
        there, was_given = third.labels.get(name, ()), record.labels.get(name, ())
        new = now.labels.get(name, ())
        is_ours = there == was_given or new != before.labels.get(name, ())
        labels[name], given[name] = (new, new) if is_ours else (there, was_given)
    return {name: answers for name, answers in labels.items() if answers}, given


def _history(state: Adjudication, by: Author, third: Document | None) -> Iterable[HistoryEntry]:
    """One line for a person's work on the article, however often it was saved."""
    before = third.history if third else ()
    is_same = bool(before) and (before[-1].act, before[-1].by) == ("adjudicate", by.name)
    yield from before[:-1] if is_same else before
    yield HistoryEntry(by.now, by.name, "adjudicate", len(state.decisions))
