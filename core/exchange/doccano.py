"""doccano's JSON Lines: a line an article, ``{"id", "text", "label": [[start, end, label]]}``.

Where an article has relations all are in the form that doccano has for them, ``entities`` and ``relations``.
Offsets count code points, as here. Overlapping marks are held; doccano shows them where its project allows.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from tempfile import TemporaryFile
from typing import Any

from core.document import Annotation, Document
from core.exchange.format import (
    Labelled,
    LabelledMark,
    LabelledRelation,
    Losses,
    Wanted,
    count_what_is_left_out,
    some,
)
from core.exchange.json_fields import expected, span_in, text_in
from core.exchange.rows import relation_rows
from core.files.json_text import json_line

HELD = frozenset({"relations"})


def write_doccano(documents: Iterable[Document], wanted: Wanted, losses: Losses) -> Iterator[bytes]:
    """A line for each document; its file's name goes along as ``name``, which doccano keeps as metadata.

    doccano reads a file as one table, so all lines have the one form: whether there are relations is known
    at the end, and until then the lines wait in a temporary file.
    """
    has_relations = False
    with TemporaryFile() as waiting:
        for number, document in enumerate(documents, 1):
            marks = wanted.marks(document)
            count_what_is_left_out(document, marks, losses, HELD)
            told = _with_relations(document, marks)
            has_relations = has_relations or bool(told["relations"])
            row = {"id": number, "text": document.text, **told, "name": document.source.name}
            waiting.write(json_line(row).encode("utf-8") + b"\n")
        waiting.seek(0)
        for line in waiting:
            yield line if has_relations else json_line(_with_labels(json.loads(line))).encode("utf-8") + b"\n"


def _with_relations(document: Document, marks: Sequence[Annotation]) -> dict[str, Any]:
    """The marks with numbers of their own, and the relations that join them."""
    return {
        "entities": [
            {
                "id": number,
                "label": mark.label,
                "start_offset": mark.span.start,
                "end_offset": mark.span.end,
            }
            for number, mark in enumerate(marks)
        ],
        "relations": [
            {"id": number, "from_id": row["from"], "to_id": row["to"], "type": row["label"]}
            for number, row in enumerate(relation_rows(document, marks))
        ],
    }


def _with_labels(row: dict[str, Any]) -> dict[str, Any]:
    """A line in the form without relations."""
    labels = [[each["start_offset"], each["end_offset"], each["label"]] for each in row["entities"]]
    return {"id": row["id"], "text": row["text"], "label": labels, "name": row["name"]}


def read_doccano(data: bytes) -> Iterator[Labelled]:
    """The texts of an export, that of older versions (``labels``) and the one with relations among them."""
    for number, line in enumerate(data.decode("utf-8-sig", "replace").split("\n"), 1):
        if line.strip():
            with expected(f"line {number} is not doccano's"):
                labelled = _labelled(json.loads(line))
            yield labelled


def _labelled(row: dict[str, Any]) -> Labelled:
    text = text_in(row["text"] if "text" in row else row["data"])
    name = row.get("name") or row.get("meta", {}).get("name") or None
    given = row.get("label") or row.get("labels") or ()
    of_article = tuple(label for label in given if isinstance(label, str))
    marks = [*_marks([label for label in given if not isinstance(label, str)], text)]
    entities = row.get("entities") or ()
    places = {entity.get("id"): len(marks) + place for place, entity in enumerate(entities)}
    marks += _entities(entities, text)
    relations = tuple(_relations(row.get("relations") or (), places))
    return Labelled(
        text,
        tuple(marks),
        name if isinstance(name, str) else None,
        relations,
        {"category": of_article} if of_article else {},
        some({"comments": len(row.get("Comments") or row.get("comments") or ())}),
    )


def _marks(labels: Iterable[Any], text: str) -> Iterator[LabelledMark]:
    for start, end, name in labels:
        yield LabelledMark(span_in(text, start, end), str(name))


def _entities(entities: Iterable[Any], text: str) -> Iterator[LabelledMark]:
    for entity in entities:
        span = span_in(text, entity["start_offset"], entity["end_offset"])
        yield LabelledMark(span, str(entity["label"]))


def _relations(rows: Iterable[Any], places: dict[Any, int]) -> Iterator[LabelledRelation]:
    for row in rows:
        yield LabelledRelation(str(row.get("type", "")), places[row["from_id"]], places[row["to_id"]])
