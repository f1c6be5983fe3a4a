"""doccano's JSON Lines: a line an article, ``{"id", "text", "label": [[start, end, label]]}``.

Offsets count code points, as here. Overlapping marks are held; doccano shows them where its project allows.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from core.document import Document
from core.exchange.format import Labelled, LabelledMark, Losses, Wanted, count_what_is_left_out
from core.exchange.json_fields import expected, span_in, text_in
from core.json_text import json_line


def write_doccano(documents: Iterable[Document], wanted: Wanted, losses: Losses) -> Iterator[bytes]:
    """A line for each document; its file's name goes along as ``name``, which doccano keeps as metadata."""
    for number, document in enumerate(documents, 1):
        marks = wanted.marks(document)
        count_what_is_left_out(document, marks, losses)
        labels = [[mark.span.start, mark.span.end, mark.label] for mark in marks]
        row = {"id": number, "text": document.text, "label": labels, "name": document.source.name}
        yield json_line(row).encode("utf-8") + b"\n"


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
    return Labelled(text, tuple(_marks(row, text)), name if isinstance(name, str) else None)


def _marks(row: dict[str, Any], text: str) -> Iterator[LabelledMark]:
    for label in row.get("label") or row.get("labels") or ():
        start, end, name = label
        yield LabelledMark(span_in(text, start, end), str(name))
    for entity in row.get("entities") or ():
        span = span_in(text, entity["start_offset"], entity["end_offset"])
        yield LabelledMark(span, str(entity["label"]))
