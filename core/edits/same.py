"""Doing to every other place with the same words what was done to one mark."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from core.article import UNREAD_KINDS
from core.document import Annotation, Document
from core.edits.acts import Author, recorded
from core.edits.marking import added, edited, of_annotations, rejected
from core.nesting import FLAT, Nesting
from core.text.spans import Span


def mark_same(
    document: Document, annotation_id: str, by: Author, *, nesting: Nesting = FLAT
) -> tuple[Document, int]:
    """Bring every other place with the words of a mark to its state; the next document, and how many changed.

    A rejected mark rejects the same marks. A live one gives its label and value to marks on just these
    words, accepts the ones that agree, and marks the places that ``nesting`` leaves free; other places, those
    that a person rejected, and navigation and boilerplate are left alone.
    """
    pattern = document.annotation(annotation_id)
    is_rejected = pattern.status == "rejected"
    changed, new = (
        _rejections(document, pattern, by) if is_rejected else _likenesses(document, pattern, by, nesting)
    )
    total = len(changed) + len(new)
    if not total:
        return document, 0
    kept = [changed.get(a.id, a) for a in document.annotations]
    annotations = [*(a for a in kept if a), *new]
    return recorded(document, by, "mark_same", total, **of_annotations(document, annotations)), total


def places_of(document: Document, words: str) -> Iterator[Span]:
    """Where ``words`` stand in what is read of the article, left to right, apart."""
    unread = [block.span for block in document.article.blocks if block.kind in UNREAD_KINDS]
    start = document.text.find(words) if words else -1
    while start >= 0:
        span = Span(start, start + len(words))
        if not any(span.overlaps(block) for block in unread):
            yield span
        start = document.text.find(words, span.end)


_Changes = tuple[dict[str, Annotation | None], list[Annotation]]


def _rejections(document: Document, pattern: Annotation, by: Author) -> _Changes:
    same = (a for a in document.live_annotations() if (a.quote, a.label) == (pattern.quote, pattern.label))
    return {a.id: rejected(a, by) for a in same}, []


def _likenesses(document: Document, pattern: Annotation, by: Author, nesting: Nesting) -> _Changes:
    changed: dict[str, Annotation | None] = {}
    free: list[Span] = []
    for span, there in _with_marks(document, pattern):
        same = next((a for a in there if a.span == span and a.is_live and a.label == pattern.label), None)
        if same is None and len(there) == 1 and there[0].span == span and there[0].is_live:
            same = there[0]
        if same is not None:
            new = _alike(same, pattern, by)
            changed |= {new.id: new} if new is not same else {}
        elif all(a.is_live and nesting.lets(a, _placed_at(pattern, span)) for a in there):
            free.append(span)
    fields = {"value": pattern.value, "entity": pattern.entity}
    return changed, added(document, free, pattern.label, by, **fields)


def _placed_at(pattern: Annotation, span: Span) -> Annotation:
    return replace(pattern, span=span, pieces=())


def _with_marks(document: Document, pattern: Annotation) -> Iterator[tuple[Span, list[Annotation]]]:
    """Each other place of the words with the marks that concern it: live ones on it, or its own tombstone."""
    marks: dict[int, list[Annotation]] = defaultdict(list)
    tombstones: dict[Span, Annotation] = {}
    for annotation in document.annotations:
        if annotation.is_live:
            for place in range(annotation.span.start, annotation.span.end):
                marks[place].append(annotation)
        elif annotation.label == pattern.label:
            tombstones[annotation.span] = annotation
    for span in places_of(document, pattern.quote):
        there = {a.id: a for place in range(span.start, span.end) for a in marks[place]}
        if span in tombstones:
            there[tombstones[span].id] = tombstones[span]
        if span != pattern.span:
            yield span, list(there.values())


def _alike(old: Annotation, pattern: Annotation, by: Author) -> Annotation:
    if old.label != pattern.label:
        return edited(old, by, label=pattern.label, value=pattern.value, entity=pattern.entity)
    return replace(old, status="accepted", changed=by.change()) if old.status == "auto" else old
