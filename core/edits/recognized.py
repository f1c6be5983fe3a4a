"""Taking over what recognition found: it fills in and refreshes, and touches nothing that a person did."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from core.document import Annotation, Document
from core.edits.marking import mark_ids, new_ids, of_annotations, placed
from core.mentions import Mention
from core.nesting import FLAT, Nesting
from core.text.spans import Span
from core.values import JsonObject


def merge_mentions(document: Document, mentions: Iterable[Mention], nesting: Nesting = FLAT) -> Document:
    """The document with its automatic marks replaced by ``mentions``.

    A mention that may not stand beside a reviewed mark is left out, and so is one just where a mark of its
    label was rejected, or stood before a person changed it. One that was there before keeps its id, entity,
    note and attributes.
    """
    reviewed = [a for a in document.annotations if a.status != "auto"]
    barred = {(a.span, a.label) for a in reviewed} | {(a.was.span, a.was.label) for a in reviewed if a.was}
    taken = _by_place(a for a in reviewed if a.is_live)
    found = _as_annotations(document, [m for m in mentions if (m.span, m.label) not in barred])
    free = (a for a in found if all(nesting.lets(other, a) for other in _over(taken, a.span)))
    return replace(document, **of_annotations(document, [*reviewed, *free]))


def _by_place(marks: Iterable[Annotation]) -> dict[int, list[Annotation]]:
    """The marks over each character."""
    over: dict[int, list[Annotation]] = {}
    for mark in marks:
        for place in range(mark.span.start, mark.span.end):
            over.setdefault(place, []).append(mark)
    return over


def _over(by_place: dict[int, list[Annotation]], span: Span) -> Iterator[Annotation]:
    for place in range(span.start, span.end):
        yield from by_place.get(place, ())


def _as_annotations(document: Document, mentions: Sequence[Mention]) -> Iterator[Annotation]:
    known = {(a.span, a.label): a for a in document.annotations if a.status == "auto"}
    ids = new_ids("a", mark_ids(document))
    for mention, place in zip(mentions, placed(document, (m.span for m in mentions)), strict=True):
        told = {
            **place,
            "value": value_of_mention(mention),
            "origin": mention.origin,
            "confidence": mention.confidence,
        }
        old = known.get((mention.span, mention.label))
        yield replace(old, **told) if old else Annotation(id=next(ids), label=mention.label, **told)


def value_of_mention(mention: Mention) -> JsonObject | None:
    """The sidecar's value of a mention, with the suggestions that it was read through."""
    value = mention.value.to_json() if mention.value else {}
    assumed = {"assumes": list(mention.assumes)} if mention.assumes else {}
    return (value | assumed) or None
