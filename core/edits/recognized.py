"""Taking over what recognition found: it fills in and refreshes, and touches nothing that a person did."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from core.document import Annotation, Document
from core.edits.marking import new_ids, of_annotations, placed
from core.mentions import Mention
from core.values import JsonObject


def merge_mentions(document: Document, mentions: Iterable[Mention]) -> Document:
    """The document with its automatic marks replaced by ``mentions``.

    A mention that overlaps a reviewed mark is left out, and so is one just where a mark of its label was
    rejected, or stood before a person changed it. One that was there before keeps its id, entity, note and
    attributes.
    """
    reviewed = [a for a in document.annotations if a.status != "auto"]
    barred = {(a.span, a.label) for a in reviewed} | {(a.was.span, a.was.label) for a in reviewed if a.was}
    taken = {place for a in reviewed if a.is_live for place in range(a.span.start, a.span.end)}
    found = [
        m
        for m in mentions
        if (m.span, m.label) not in barred and taken.isdisjoint(range(m.span.start, m.span.end))
    ]
    return replace(document, **of_annotations(document, [*reviewed, *_as_annotations(document, found)]))


def _as_annotations(document: Document, mentions: Sequence[Mention]) -> Iterator[Annotation]:
    known = {(a.span, a.label): a for a in document.annotations if a.status == "auto"}
    ids = new_ids("a", (a.id for a in document.annotations))
    for mention, place in zip(mentions, placed(document, (m.span for m in mentions)), strict=True):
        old = known.get((mention.span, mention.label)) or Annotation(id="", label=mention.label, **place)
        yield replace(
            old,
            id=old.id or next(ids),
            value=value_of_mention(mention),
            origin=mention.origin,
            confidence=mention.confidence,
            **place,
        )


def value_of_mention(mention: Mention) -> JsonObject | None:
    """The sidecar's value of a mention, with the suggestions that it was read through."""
    value = mention.value.to_json() if mention.value else {}
    assumed = {"assumes": list(mention.assumes)} if mention.assumes else {}
    return (value | assumed) or None
