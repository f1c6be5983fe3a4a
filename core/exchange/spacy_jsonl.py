"""spaCy's JSON Lines: a line an article, as ``Doc.to_json`` writes it and ``Doc.from_json`` reads it.

``ents`` has the longest marks, which never overlap, and ``spans`` all of them under ``sc``, the key that
spaCy takes for spans. Offsets count code points. The tokens are cut where a mark begins or ends.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any

from core.document import Annotation, Document
from core.edits import trimmed
from core.exchange.format import Labelled, LabelledMark, Losses, Wanted, count_what_is_left_out, some
from core.exchange.json_fields import expected, span_in, text_in
from core.exchange.sentences import split_tokens
from core.files.json_text import json_line
from core.text.spans import Span, longest_first

SPANS_KEY = "sc"
HELD = frozenset({"labels of whole articles"})
Row = Mapping[str, Any]


def write_spacy_jsonl(documents: Iterable[Document], wanted: Wanted, losses: Losses) -> Iterator[bytes]:
    """A line for each document; labels of the whole article are ``cats``, as ``topic:`` and the label."""
    for document in documents:
        given = wanted.marks(document)
        count_what_is_left_out(document, given, losses, HELD)
        marks = list(trimmed_marks(document.text, given, losses))
        yield json_line(_row(document, marks, wanted.unit)).encode() + b"\n"


def read_spacy_jsonl(data: bytes) -> Iterator[Labelled]:
    """The texts of a file of ``Doc.to_json``, of Prodigy's (``spans`` a list) or of plain ``entities``."""
    for number, line in enumerate(data.decode("utf-8-sig", "replace").split("\n"), 1):
        if line.strip():
            with expected(f"line {number} is not spaCy's"):
                labelled = _labelled(json.loads(line))
            yield labelled


def trimmed_marks(text: str, marks: Iterable[Annotation], losses: Losses) -> Iterator[Annotation]:
    """The marks without white space at their edges, which is no token of its own."""
    for mark in marks:
        span = trimmed(text, mark.span)
        losses["white space at the edges of marks"] += span != mark.span
        if span:
            yield replace(mark, span=span)


def _row(document: Document, marks: Sequence[Annotation], unit: str) -> Row:
    tokens = enumerate(tokens_of(document.text, [mark.span for mark in marks], unit))
    return {
        "text": document.text,
        "ents": [_place(mark) for mark in longest_first(marks)],
        "tokens": [{"id": number, "start": token.start, "end": token.end} for number, token in tokens],
        "spans": {SPANS_KEY: [{**_place(mark), "kb_id": ""} for mark in marks]},
        "cats": categories(document),
        "meta": {"name": document.source.name},
    }


def categories(document: Document) -> dict[str, float]:
    """The labels of the whole article as spaCy's ``cats``."""
    return {f"{name}:{label}": 1.0 for name, labels in document.labels.items() for label in labels}


def _place(mark: Annotation) -> Row:
    return {"start": mark.span.start, "end": mark.span.end, "label": mark.label}


def tokens_of(text: str, marks: Iterable[Span], unit: str) -> Iterator[Span]:
    """All tokens. One blank after a token belongs to it; other white space between two is one by itself."""
    edges = [edge for mark in marks for edge in (mark.start, mark.end)]
    place = 0
    for token in chain(split_tokens(text, Span(0, len(text)), edges, unit), [Span(len(text), len(text))]):
        if place and place < token.start and text[place] == " ":
            place += 1
        if place < token.start:
            yield Span(place, token.start)
        if token:
            yield token
        place = token.end


def _labelled(row: Row) -> Labelled:
    text = text_in(row["text"])
    places = dict.fromkeys((span_in(text, start, end), str(label)) for start, end, label in _places(row))
    marks = [LabelledMark(span, label) for span, label in places]
    marks.sort(key=lambda mark: (mark.span.start, -mark.span.end))
    name = (row.get("meta") or {}).get("name")
    linked = sum(isinstance(item, dict) and bool(item.get("kb_id")) for item in _items(row))
    return Labelled(
        text,
        tuple(marks),
        name if isinstance(name, str) else None,
        labels=labels_of_categories(row.get("cats") or {}),
        dropped=some({"knowledge base ids": linked}),
    )


def _items(row: Row) -> Iterator[Any]:
    """The spans first, in which nothing is left out, then whatever else is only among the entities."""
    spans = row.get("spans") or []
    groups = spans.values() if isinstance(spans, dict) else [spans]
    return chain(*groups, row.get("ents") or row.get("entities") or ())


def _places(row: Row) -> Iterator[tuple[int, int, str]]:
    for item in _items(row):
        yield (item["start"], item["end"], item["label"]) if isinstance(item, dict) else tuple(item)


def labels_of_categories(cats: Mapping[str, float]) -> dict[str, tuple[str, ...]]:
    """The labels of the whole article; one without a name before it is a ``category``."""
    labels: dict[str, tuple[str, ...]] = {}
    for category, score in cats.items():
        if score >= 0.5:
            name, _, label = category.rpartition(":")
            name = name or "category"
            labels[name] = (*labels.get(name, ()), label)
    return labels
