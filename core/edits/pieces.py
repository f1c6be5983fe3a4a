"""Edits that take marks apart and put them together: split, join, and marks of several pieces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from core.document import Document, Relation
from core.edits.acts import Author
from core.edits.marking import edited, mark_ids, new_ids, placed, rejected, settled, trimmed
from core.nesting import FLAT, Nesting
from core.text.spans import Span
from core.values import JsonObject

Values = tuple[JsonObject | None, JsonObject | None]


def split(
    document: Document,
    annotation_id: str,
    at: int,
    by: Author,
    *,
    values: Values = (None, None),
    nesting: Nesting = FLAT,
) -> Document:
    """Cut a mark in two at ``at``; both keep its label, and ``values`` are what the halves mean.

    Relations and the note stay with the first half. Nothing happens where one half would be empty.
    """
    old = document.annotation(annotation_id)
    halves = [_joined(_trimmed(document, half)) for half in _cut(old.stretches, at)]
    if not all(halves):
        return document
    (first, second), (value, other) = (_fields(document, half) for half in halves), values
    left = edited(old, by, **first, value=value)
    right = replace(
        edited(old, by, **second, value=other),
        id=next(new_ids("a", mark_ids(document))),
        status="added",
        origin="hand",
        confidence=None,
        was=None,
        note=None,
    )
    return settled(document, left, by, "split", nesting, right)


def join(
    document: Document,
    annotation_id: str,
    other_id: str,
    by: Author,
    *,
    value: JsonObject | None = None,
    nesting: Nesting = FLAT,
) -> Document:
    """Make one mark from the first edge of two to the last, with the label of ``annotation_id``.

    What only the other one says (entity, attributes, note) and its relations go over.
    """
    old, other = document.annotation(annotation_id), document.annotation(other_id)
    [place] = placed(document, [old.span.union(other.span)])
    new = edited(
        old,
        by,
        **place,
        value=value,
        pieces=(),
        entity=old.entity or other.entity,
        attributes={**other.attributes, **old.attributes},
        note="\n".join(note for note in (old.note, other.note) if note) or None,
    )
    relations = tuple(_led_to(document.relations, other_id, annotation_id))
    gone = rejected(other, by)
    kept = (a if a.id != other_id else gone for a in document.annotations)
    without = replace(document, relations=relations, annotations=tuple(a for a in kept if a))
    return settled(without, new, by, "join", nesting)


def add_piece(
    document: Document, annotation_id: str, span: Span, by: Author, *, nesting: Nesting = FLAT
) -> Document:
    """Let a mark cover ``span`` too; where that touches what it covers, the two become one piece."""
    old, span = document.annotation(annotation_id), trimmed(document.text, span)
    if not span or any(piece.contains(span) for piece in old.stretches):
        return document
    fields = _fields(document, _joined((*old.stretches, span)))
    return settled(document, edited(old, by, **fields, value=None), by, "add_piece", nesting)


def _fields(document: Document, stretches: tuple[Span, ...]) -> dict[str, Any]:
    """The fields of a mark that follow from what it covers."""
    [place] = placed(document, [Span(stretches[0].start, stretches[-1].end)])
    return {**place, "pieces": stretches if len(stretches) > 1 else ()}


def _cut(stretches: Iterable[Span], at: int) -> tuple[list[Span], list[Span]]:
    """What lies before a place and what lies after it."""
    given = list(stretches)
    before = [Span(s.start, min(s.end, at)) for s in given if s.start < at]
    return before, [Span(max(s.start, at), s.end) for s in given if s.end > at]


def _trimmed(document: Document, stretches: Iterable[Span]) -> Iterator[Span]:
    return filter(None, (trimmed(document.text, stretch) for stretch in stretches))


def _joined(stretches: Iterable[Span]) -> tuple[Span, ...]:
    """The stretches in order, those that touch as one."""
    joined: list[Span] = []
    for stretch in sorted(stretches):
        if joined and stretch.start <= joined[-1].end:
            joined[-1] = joined[-1].union(stretch)
        else:
            joined.append(stretch)
    return tuple(joined)


def _led_to(relations: Iterable[Relation], old: str, new: str) -> Iterator[Relation]:
    """Relations of one mark as those of another; one that would lead to itself or stand twice goes."""
    seen: set[tuple[str, str, str]] = set()
    for relation in relations:
        first, last = (new if end == old else end for end in (relation.from_id, relation.to_id))
        key = (relation.label, first, last)
        if first != last and key not in seen:
            seen.add(key)
            yield replace(relation, from_id=first, to_id=last)
