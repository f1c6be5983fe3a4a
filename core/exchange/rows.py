"""Marks as rows of plain fields, for formats that take any: nothing of a mark but its history is left out.

What has no fixed shape, values and attributes, goes as JSON text; what is not there is null.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from core.document import Annotation, Document
from core.exchange.format import LabelledMark, LabelledRelation, relations_among
from core.exchange.json_fields import span_in
from core.files.json_text import json_line

Row = Mapping[str, Any]
HELD = frozenset(
    {
        "values",
        "notes",
        "attributes",
        "gaps in discontinuous marks",
        "relations",
        "labels of whole articles",
    }
)


def mark_row(mark: Annotation) -> dict[str, Any]:
    """A mark; ``pieces`` is empty but for a discontinuous one."""
    return {
        "start": mark.span.start,
        "end": mark.span.end,
        "label": mark.label,
        "text": mark.quote,
        "pieces": [{"start": piece.start, "end": piece.end} for piece in mark.pieces],
        "value": None if mark.value is None else json_line(mark.value),
        "attributes": json_line(dict(mark.attributes)) if mark.attributes else None,
        "note": mark.note,
        "status": mark.status,
    }


def relation_rows(document: Document, marks: Sequence[Annotation]) -> list[dict[str, Any]]:
    """The relations among marks; ``from`` and ``to`` are places in ``marks``."""
    places = {mark.id: place for place, mark in enumerate(marks)}
    return [
        {"label": relation.label, "from": places[relation.from_id], "to": places[relation.to_id]}
        for relation in relations_among(document, marks)
    ]


def label_rows(document: Document) -> list[dict[str, str]]:
    """The labels of the whole article, each with the name of what it answers."""
    return [{"name": name, "label": label} for name, labels in document.labels.items() for label in labels]


def mark_of(row: Row, text: str) -> LabelledMark:
    """The mark of a row; only its place and label have to be there."""
    return LabelledMark(
        span_in(text, row["start"], row["end"]),
        str(row["label"]),
        tuple(span_in(text, piece["start"], piece["end"]) for piece in row.get("pieces") or ()),
        json.loads(row["value"]) if row.get("value") else None,
        json.loads(row["attributes"]) if row.get("attributes") else {},
        row.get("note"),
    )


def relations_of(rows: Iterable[Row], marks: int) -> tuple[LabelledRelation, ...]:
    """The relations of rows between the first ``marks`` marks; IndexError for an end that is none of them."""
    relations = tuple(LabelledRelation(str(row["label"]), row["from"], row["to"]) for row in rows)
    for relation in relations:
        if not {relation.from_mark, relation.to_mark} <= set(range(marks)):
            raise IndexError("a relation between marks that are not there")
    return relations


def labels_of(rows: Iterable[Row]) -> dict[str, tuple[str, ...]]:
    """The labels of the whole article of rows."""
    labels: dict[str, tuple[str, ...]] = {}
    for row in rows:
        labels[row["name"]] = (*labels.get(row["name"], ()), row["label"])
    return labels
