"""W3C Web Annotations as JSON-LD: one annotation page for all articles.

An article's text is the body of an annotation that describes the article's file. Every mark is one that tags
a place of that file, found by its position, which the W3C counts in code points too, and by its words. A
discontinuous mark has a composite target; a relation links two marks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import quote

from core.document import Annotation, Document
from core.exchange.file_names import FreeStems
from core.exchange.format import Losses, Wanted, count_what_is_left_out, relations_among
from core.exchange.rows import HELD
from core.files.json_text import json_line
from core.text.spans import Span

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 16
"""Characters before and after a place that are quoted with it."""

Node = Mapping[str, Any]


def write_web_annotations(documents: Iterable[Document], wanted: Wanted, losses: Losses) -> Iterator[bytes]:
    """The page, an annotation a line."""
    yield f'{{"@context": "{CONTEXT}", "id": "#page", "type": "AnnotationPage", "items": ['.encode()
    stems, separator = FreeStems(), "\n"
    for document in documents:
        marks = wanted.marks(document)
        count_what_is_left_out(document, marks, losses, HELD)
        for node in _nodes(document, marks, quote(f"{stems.of(document.source.name)}.txt")):
            yield f"{separator}{json_line(node)}".encode()
            separator = ",\n"
    yield b"\n]}\n"


def _nodes(document: Document, marks: Iterable[Annotation], source: str) -> Iterator[Node]:
    text = {"type": "TextualBody", "value": document.text, "format": "text/plain", "purpose": "describing"}
    yield _annotation(f"{source}#text", "describing", text, source)
    for number, (name, labels) in enumerate(document.labels.items(), 1):
        bodies = [_words(label, "classifying") for label in labels]
        yield _annotation(f"{source}#label{number}", "classifying", bodies, source) | {"label": name}
    for mark in marks:
        targets = [_target(document.text, source, stretch) for stretch in mark.stretches]
        target = {"type": "oa:Composite", "items": targets} if len(targets) > 1 else targets[0]
        yield _annotation(_id(source, mark.id), "tagging", list(_bodies(mark)), target)
    for relation in relations_among(document, marks):
        ends = [_id(source, relation.from_id), _id(source, relation.to_id)]
        yield _annotation(_id(source, relation.id), "linking", _words(relation.label, "tagging"), ends)


def _annotation(name: str, motivation: str, body: Any, target: Any) -> dict[str, Any]:
    return {"id": name, "type": "Annotation", "motivation": motivation, "body": body, "target": target}


def _id(source: str, name: str) -> str:
    return f"{source}#{quote(name, errors='replace')}"


def _words(value: str, purpose: str) -> Node:
    return {"type": "TextualBody", "value": value, "purpose": purpose}


def _bodies(mark: Annotation) -> Iterator[Node]:
    """The label, the note, and as JSON what the model has no words for."""
    yield _words(mark.label, "tagging")
    if mark.note is not None:
        yield _words(mark.note, "commenting")
    more = {"value": mark.value} if mark.value is not None else {}
    more |= {"attributes": mark.attributes} if mark.attributes else {}
    if more:
        yield {**_words(json_line(more), "describing"), "format": "application/json"}


def _target(text: str, source: str, span: Span) -> Node:
    words = {
        "type": "TextQuoteSelector",
        "exact": span.of(text),
        "prefix": text[max(0, span.start - AROUND) : span.start],
        "suffix": text[span.end : span.end + AROUND],
    }
    place = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    return {"source": source, "selector": [place, words]}
