"""What stands after what was decided: marks, relations and answers, each with whose it is.

What both say is taken. What is open waits: a mark or a relation is not there yet, an attribute or a meaning
is empty, of two answers only what both gave stands. Notes are carried from both, with their writers' names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from core.adjudication.decisions import Adjudication, Decision
from core.adjudication.differences import is_disputed
from core.adjudication.kinds import (
    AnswerDifference,
    AttributeDifference,
    MarkDifference,
    RelationDifference,
    ValueDifference,
)
from core.adjudication.record import Source, Sources
from core.agreement import Pair
from core.document import Annotation, Document, Entity
from core.text.spans import Span
from core.values import JsonObject


@dataclass(frozen=True, slots=True)
class RelationTaken:
    """A relation that stands, with its sources and those of the marks at its ends."""

    label: str
    from_sources: Sources
    to_sources: Sources


@dataclass(frozen=True, slots=True)
class Taken:
    """What stands, by its sources; ``entities`` are what the marks name, whose own ids mean nothing here."""

    marks: Mapping[Sources, Annotation]
    entities: Mapping[Sources, Entity | None]
    relations: Mapping[Sources, RelationTaken]
    labels: Mapping[str, tuple[str, ...]]


def taken(state: Adjudication) -> Taken:
    """What stands in an article as far as it is decided."""
    marks: dict[Sources, Annotation] = {}
    entities: dict[Sources, Entity | None] = {}
    ends: dict[Source, Sources] = {}
    for pair in state.both.compared.pairs:
        standing = dict(_of_pair(state, pair))
        marks |= standing
        entities |= {sources: _entity(state, pair, sources, mark) for sources, mark in standing.items()}
        ends |= {source: sources for sources in standing for source in sources}
        if len(standing) == 1:  # whoever's mark was left, its relations lead to the one that stands
            ends |= dict.fromkeys(_sources(state, pair), next(iter(standing)))
    return Taken(marks, entities, dict(_relations(state, ends)), dict(_answers(state)))


def _of_pair(state: Adjudication, pair: Pair) -> Iterator[tuple[Sources, Annotation]]:
    """The marks of a pair that stand, with their sources."""
    standing = state.standing(pair)
    if not standing:
        return
    decision = state.decisions.get(MarkDifference(pair).key)
    sources = tuple(_sources(state, pair))
    if pair.kind == "same":
        attributes = dict(_attributes(state, pair))
        yield (
            sources,
            replace(standing[0], attributes=attributes, value=_value(state, pair), note=_note(state, pair)),
        )
    elif decision and decision.choice == "edit":
        yield sources, replace(_edited(standing[0], decision, state.one.text), note=_note(state, pair))
    elif len(standing) == 1:
        is_left = standing[0] is pair.one
        yield (sources[:1] if is_left else sources[-1:]), replace(standing[0], note=_note(state, pair))
    else:
        yield from (((source,), mark) for source, mark in zip(sources, standing, strict=True))


def _attributes(state: Adjudication, pair: Pair) -> Iterator[tuple[str, object]]:
    """The values of a mark that both set: those that they share, and those that were decided on."""
    assert pair.one is not None
    assert pair.other is not None
    for name in dict.fromkeys((*pair.one.attributes, *pair.other.attributes)):
        asked = AttributeDifference(pair, name)
        decision = state.decision(asked)
        value = asked.one
        if asked.one != asked.other:
            sides = {"left": asked.one, "right": asked.other}
            value = sides.get(decision.choice) if decision else None
        if value is not None:
            yield name, value


def _value(state: Adjudication, pair: Pair) -> JsonObject | None:
    """What a mark that both set means: what both say, or the one who says it, or what was decided."""
    asked = ValueDifference(pair)
    if not asked.one or not asked.other or asked.one == asked.other:
        return asked.one or asked.other
    decision = state.decision(asked)
    return {"left": asked.one, "right": asked.other}.get(decision.choice) if decision else None


def _entity(state: Adjudication, pair: Pair, sources: Sources, mark: Annotation) -> Entity | None:
    """What a mark names: by the one who set it; of one that both set by either, or as was decided."""
    asked = state.both.named(pair)
    if pair.kind != "same":
        named = asked.one if sources[0][0] == state.one.annotator else asked.other
        return named if mark.entity else None
    if not asked.is_disputed:
        return asked.one or asked.other
    decision = state.decision(asked)
    return {"left": asked.one, "right": asked.other}.get(decision.choice) if decision else None


def _note(state: Adjudication, pair: Pair) -> str | None:
    """The notes of both; where the two do not say the same, each after the name of who wrote it."""
    mark = pair.one or pair.other
    if not (pair.one and pair.other) or pair.one.note == pair.other.note:
        return mark.note if mark else None
    sides = (state.one, pair.one), (state.other, pair.other)
    return "\n".join(f"{document.annotator or '–'}: {mark.note}" for document, mark in sides if mark.note)


def _edited(mark: Annotation, decision: Decision, text: str) -> Annotation:
    if mark.label == decision.label and mark.span == decision.span:
        return mark
    return replace(
        mark,
        label=decision.label,
        span=decision.span,
        quote=decision.span.of(text),
        source=_source_span(mark, decision.span),
        value=None,
        entity=None,
        pieces=(),
    )


def _source_span(mark: Annotation, span: Span) -> Span:
    """The place in the source text, moved by as much as the place in the reading text."""
    start = max(0, mark.source.start + span.start - mark.span.start)
    return Span(start, max(start, mark.source.end + span.end - mark.span.end))


def _sources(state: Adjudication, pair: Pair) -> Iterator[Source]:
    sides = (state.one, pair.one), (state.other, pair.other)
    yield from ((document.annotator, mark.id) for document, mark in sides if mark)


def _relations(
    state: Adjudication, ends: Mapping[Source, Sources]
) -> Iterator[tuple[Sources, RelationTaken]]:
    """The relations that both drew or that were decided for, among marks that stand."""
    for each in state.both.relations:
        sides = (state.one, each.one), (state.other, each.other)
        agreed = bool(each.one and each.other) and not is_disputed(each, state.one, state.other)
        if agreed:
            sources = tuple((document.annotator, side.id) for document, side in sides if side)
            made = _led(state.one, each, 0, ends)
            if made:
                yield sources, made
            continue
        decision = state.decision(each)
        chosen = (decision.takes_left, decision.takes_right) if decision else (False, False)
        for number, ((document, side), is_taken) in enumerate(zip(sides, chosen, strict=True)):
            made = _led(document, each, number, ends) if side and is_taken else None
            if side and made:
                yield ((document.annotator, side.id),), made


def _led(
    document: Document, each: RelationDifference, side: int, ends: Mapping[Source, Sources]
) -> RelationTaken | None:
    """One side of a relation between the marks that stand at its ends; None where one does not."""
    relation = (each.one, each.other)[side]
    if relation is None:
        return None
    sources = (ends.get((document.annotator, mark)) for mark in (relation.from_id, relation.to_id))
    start, end = sources
    return RelationTaken(relation.label, start, end) if start and end and start != end else None


def _answers(state: Adjudication) -> Iterator[tuple[str, tuple[str, ...]]]:
    one, other = state.one.labels, state.other.labels
    for name in dict.fromkeys((*one, *other)):
        mine, theirs = one.get(name, ()), other.get(name, ())
        decision = state.decisions.get(AnswerDifference(name, mine, theirs).key)
        if decision is None or set(mine) == set(theirs):
            answers = tuple(answer for answer in mine if answer in theirs)
        else:
            chosen = (mine if decision.takes_left else (), theirs if decision.takes_right else ())
            answers = tuple(dict.fromkeys(answer for side in chosen for answer in side))
        if answers:
            yield name, answers
