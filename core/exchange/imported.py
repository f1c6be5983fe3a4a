"""Texts that another tool labelled, as articles of their own with marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from core import edits, pipeline
from core.document import Annotation, Document, Relation
from core.edits import Author
from core.edits.marking import placed
from core.exchange.file_names import FreeStems
from core.exchange.format import Labelled, LabelledMark, some
from core.files.source import source_of
from core.nesting import FREE
from core.repairs import reading_map
from core.text.offsets import OffsetMap, Replacement
from core.text.spans import Span, reading_order

_BROKEN = re.compile("\\A\ufeff|\r\n")
"""What the reader of a file makes shorter: offsets behind it move."""


@dataclass(frozen=True, slots=True)
class ImportedArticle:
    """A file to write, ``data`` under ``name``, and its document; ``dropped`` counts what is not in it."""

    name: str
    data: bytes
    document: Document
    dropped: Mapping[str, int]


def import_articles(labelled: Iterable[Labelled], by: Author, origin: str) -> Iterator[ImportedArticle]:
    """An article for each text, its marks accepted by ``by``; ``origin`` names where they come from."""
    stems = FreeStems()
    for number, item in enumerate(labelled, 1):
        yield _article(item, f"{stems.of(item.name or f'{number:04}')}.txt", by, origin)


def _article(item: Labelled, name: str, by: Author, origin: str) -> ImportedArticle:
    breaks = [Replacement(Span(*match.span()), _kept(match)) for match in _BROKEN.finditer(item.text)]
    data = _BROKEN.sub(_kept, item.text).encode("utf-8", "replace")
    document = pipeline.open_article(source_of(data, name), encoding="utf-8")
    to_lines, to_reading = OffsetMap(breaks).forward, reading_map(document.repairs).forward

    def carry(span: Span) -> Span:
        return to_reading(to_lines(span))

    marked = replace(document, **_marks_and_relations(item, document, carry, origin), labels=item.labels)
    ids = [annotation.id for annotation in marked.annotations]
    lost = {
        "marks on nothing that is read": len(item.marks) - len(marked.annotations),
        "relations of such marks": len(item.relations) - len(marked.relations),
    }
    dropped = {**item.dropped, **some(lost)}
    accepted = edits.set_statuses(marked, ids, "accepted", by, nesting=FREE)
    return ImportedArticle(name, data, accepted, dropped)


def _kept(match: re.Match[str]) -> str:
    return "" if match[0] == "\ufeff" else "\n"


def _marks_and_relations(
    item: Labelled, document: Document, carry: Callable[[Span], Span], origin: str
) -> dict[str, Any]:
    """The marks in the reading text and the relations among them; what has no character left there goes."""
    carried = {number: _carried(mark, carry) for number, mark in enumerate(item.marks)}
    kept = {number: mark for number, mark in carried.items() if mark.span}
    ids = {number: f"a{place}" for place, number in enumerate(kept, 1)}
    places = placed(document, (mark.span for mark in kept.values()))
    annotations = [
        _annotation(ids[number], mark, place, origin)
        for (number, mark), place in zip(kept.items(), places, strict=True)
    ]
    relations = [
        (relation.label, ids[relation.from_mark], ids[relation.to_mark])
        for relation in item.relations
        if relation.from_mark in ids and relation.to_mark in ids
    ]
    numbered = (Relation(f"x{number}", *relation) for number, relation in enumerate(relations, 1))
    return {"annotations": tuple(reading_order(annotations)), "relations": tuple(numbered)}


def _carried(mark: LabelledMark, carry: Callable[[Span], Span]) -> LabelledMark:
    pieces = tuple(piece for piece in map(carry, mark.pieces) if piece)
    return replace(mark, span=carry(mark.span), pieces=pieces if len(pieces) > 1 else ())


def _annotation(name: str, mark: LabelledMark, place: dict[str, Any], origin: str) -> Annotation:
    return Annotation(
        id=name,
        label=mark.label,
        value=mark.value,
        origin=origin,
        attributes=mark.attributes,
        note=mark.note,
        pieces=mark.pieces,
        **place,
    )
