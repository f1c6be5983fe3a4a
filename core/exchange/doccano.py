"""doccano's JSON Lines: a line an article, ``{"id", "text", "label": [[start, end, label]]}``.

Offsets count code points, as here. Overlapping marks are held; doccano shows them where its project allows.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import count
from typing import Any

from core.document import Document
from core.errors import NotText
from core.exchange.format import Labelled, Losses, Wanted, count_what_is_left_out
from core.json_text import json_line
from core.spans import Span


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
    for number, line in zip(count(1), data.decode("utf-8-sig", "replace").split("\n"), strict=False):
        if line.strip():
            yield _labelled(line, number)


def _labelled(line: str, number: int) -> Labelled:
    try:
        row = json.loads(line)
        text = row["text"] if "text" in row else row["data"]
        spans = tuple(_spans(row, text))
        name = row.get("name") or row.get("meta", {}).get("name") or None
        return Labelled(_checked(text), spans, name if isinstance(name, str) else None)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise NotText(None, f"line {number} is not doccano's: {type(error).__name__} {error}") from error


def _checked(text: Any) -> str:
    if not isinstance(text, str):
        raise TypeError("text is not a string")
    return text


def _spans(row: dict[str, Any], text: str) -> Iterator[tuple[Span, str]]:
    for label in row.get("label") or row.get("labels") or ():
        start, end, name = label
        yield _span(start, end, text), str(name)
    for entity in row.get("entities") or ():
        yield _span(entity["start_offset"], entity["end_offset"], text), str(entity["label"])


def _span(start: int, end: int, text: str) -> Span:
    if not 0 <= start < end <= len(text):
        raise ValueError(f"{start}…{end} is not in the text")
    return Span(start, end)
