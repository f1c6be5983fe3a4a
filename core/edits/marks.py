"""Edits of single marks: add, remove, relabel, resize, value, note, attribute.

A mark that a person sets takes its room: what may not stand there by the scheme's ``nesting`` is rejected.
An edit that changes nothing returns the very same document.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from core.document import Annotation, Document
from core.edits.acts import Author, recorded
from core.edits.marking import added, edited, placed, settled, trimmed
from core.edits.review import set_status
from core.nesting import FLAT, Nesting
from core.text.spans import Span
from core.values import JsonObject, same_family


def add(
    document: Document,
    span: Span,
    label: str,
    by: Author,
    *,
    value: JsonObject | None = None,
    nesting: Nesting = FLAT,
) -> Document:
    """Mark ``span``, without the white space at its edges, as ``label``.

    A mark of this label that stood just here and was rejected comes back; in a flat scheme, one of
    another label is relabelled.
    """
    span = trimmed(document.text, span)
    if not span:
        return document
    if same := exactly(document, span, label):
        return set_status(document, same.id, "accepted", by, nesting=nesting)
    if nesting.overlap == "none" and (other := exactly(document, span)):
        return relabel(document, other.id, label, by)
    [new] = added(document, [span], label, by, value=value, entity=_entity_of(document, span, label))
    return settled(document, new, by, "add", nesting)


def exactly(document: Document, span: Span, label: str | None = None) -> Annotation | None:
    """The mark on just this stretch: with ``label`` one of that label, live or not, else a live one."""
    for annotation in document.annotations:
        if annotation.span == span and (annotation.label == label if label else annotation.is_live):
            return annotation
    return None


def _entity_of(document: Document, span: Span, label: str) -> str | None:
    """The entity of the marks that have this label on the same words."""
    words = span.of(document.text)
    return next((a.entity for a in document.live_annotations() if (a.label, a.quote) == (label, words)), None)


def remove(document: Document, annotation_id: str, by: Author) -> Document:
    """Take a mark away: a tombstone stays, but of one that was added by hand."""
    return set_status(document, annotation_id, "rejected", by)


def relabel(
    document: Document, annotation_id: str, label: str, by: Author, *, keeps_value: bool | None = None
) -> Document:
    """Give a mark another label; its value stays where both labels hold values of one kind.

    ``keeps_value`` says so for labels of a scheme, which may have names of their own.
    """
    old = document.annotation(annotation_id)
    if label == old.label:
        return document
    keeps_value = same_family(label, old.label) if keeps_value is None else keeps_value
    value = old.value if keeps_value else None
    return _put(document, edited(old, by, label=label, value=value, entity=None), by, "relabel")


def resize(
    document: Document,
    annotation_id: str,
    span: Span,
    by: Author,
    *,
    value: JsonObject | None = None,
    nesting: Nesting = FLAT,
) -> Document:
    """Move the edges of a mark. ``value`` is that of the new stretch: the old one says it no longer.

    A discontinuous mark keeps the pieces that are left between its new edges.
    """
    old = document.annotation(annotation_id)
    span = trimmed(document.text, span)
    if not span or span == old.span:
        return document
    [place] = placed(document, [span])
    new = edited(old, by, **place, value=value, pieces=_within(old.pieces, span))
    return settled(document, new, by, "resize", nesting)


def _within(pieces: Sequence[Span], span: Span) -> tuple[Span, ...]:
    """The pieces between two edges, the outer ones up to them; none where one stretch is left."""
    left = [Span(max(p.start, span.start), min(p.end, span.end)) for p in pieces if p.overlaps(span)]
    if len(left) < 2:
        return ()
    return (Span(span.start, left[0].end), *left[1:-1], Span(left[-1].start, span.end))


def set_value(document: Document, annotation_id: str, value: JsonObject | None, by: Author) -> Document:
    """Correct what a mark means."""
    old = document.annotation(annotation_id)
    if value == old.value:
        return document
    return _put(document, edited(old, by, value=value), by, "value")


def set_note(document: Document, annotation_id: str, note: str | None, by: Author) -> Document:
    """Write a note on a mark; an empty one is none. A note reviews nothing."""
    old = document.annotation(annotation_id)
    if (note or None) == old.note:
        return document
    return _put(document, replace(old, note=note or None, changed=by.change()), by, "note")


def set_attribute(document: Document, annotation_id: str, name: str, value: object, by: Author) -> Document:
    """Set an attribute that the user's scheme defines; None takes it away. This reviews nothing."""
    old = document.annotation(annotation_id)
    attributes = {key: old.attributes[key] for key in old.attributes if key != name}
    if value is not None:
        attributes[name] = value
    if attributes == old.attributes:
        return document
    return _put(document, replace(old, attributes=attributes, changed=by.change()), by, "attribute")


def _put(document: Document, new: Annotation, by: Author, act: str) -> Document:
    """The document with one mark changed in its place."""
    annotations = tuple(new if a.id == new.id else a for a in document.annotations)
    return recorded(document, by, act, annotations=annotations)
