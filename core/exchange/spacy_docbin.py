"""spaCy's DocBin, which ``spacy train`` takes: MessagePack in zlib, written and read without spaCy.

Tokens are columns of numbers: the token, where it stands in an entity, the entity's label. All marks are
spans under ``sc``, and what spaCy has no place for is in each document's ``user_data`` under ``danqian``.
"""

from __future__ import annotations

import struct
import zlib
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgpack

from core.document import Annotation, Document
from core.exchange.format import Losses, Wanted, count_what_is_left_out
from core.exchange.rows import HELD, mark_row, relation_rows
from core.exchange.spacy_jsonl import SPANS_KEY, categories, tokens_of, trimmed_marks
from core.exchange.spacy_strings import string_number
from core.text.spans import Span, longest_first

VERSION = "0.1"
ATTRIBUTES = ("ORTH", "ENT_IOB", "ENT_TYPE")
INSIDE, OUTSIDE, BEGIN = 1, 2, 3
SPAN = struct.Struct(">QQQllll")
"""Id, knowledge base id, label; first token, token behind the last; start, end."""

Row = Mapping[str, Any]


def write_spacy_docbin(documents: Iterable[Document], wanted: Wanted, losses: Losses) -> Iterator[bytes]:
    """One DocBin; it has all tokens in one column, so that the packed documents are kept until the end."""
    packed = _Packed()
    for document in documents:
        given = wanted.marks(document)
        count_what_is_left_out(document, given, losses, HELD)
        packed.add(document, list(trimmed_marks(document.text, given, losses)), wanted.unit)
    yield zlib.compress(msgpack.packb(packed.message()))


class _Packed:
    """The columns of all documents so far, as spaCy lays them out: numbers little-endian."""

    def __init__(self) -> None:
        self._tokens, self._lengths = array("Q"), array("i")
        self._spaces = bytearray()
        self._strings: set[str] = {""}
        self._each: dict[str, list[Any]] = {
            name: [] for name in ("cats", "flags", "span_groups", "user_data")
        }

    def add(self, document: Document, marks: Sequence[Annotation], unit: str) -> None:
        """Append a document with its marks."""
        text = document.text
        tokens = list(tokens_of(text, [mark.span for mark in marks], unit))
        starts = {token.start for token in tokens}
        entities = {mark.span.start: mark for mark in longest_first(marks)}
        entity: Annotation | None = None
        for token in tokens:
            entity = entities.get(token.start, entity)
            if entity and entity.span.end <= token.start:
                entity = None
            self._tokens.extend(self._columns(token, entity, text))
            self._spaces.append(text[token.end : token.end + 1] == " " and token.end not in starts)
        self._lengths.append(len(tokens))
        self._each["cats"].append(categories(document))
        self._each["flags"].append({"has_unknown_spaces": False})
        self._each["span_groups"].append(self._groups(marks, tokens))
        self._each["user_data"].append(msgpack.packb({"danqian": _details(document, marks)}))

    def message(self) -> Row:
        """What is packed."""
        return {
            "version": VERSION,
            "attrs": [string_number(name) for name in ATTRIBUTES],
            "tokens": self._tokens.tobytes(),
            "spaces": bytes(self._spaces),
            "lengths": self._lengths.tobytes(),
            "strings": sorted(self._strings),
            **self._each,
        }

    def _columns(self, token: Span, entity: Annotation | None, text: str) -> tuple[int, int, int]:
        place = OUTSIDE if entity is None else BEGIN if entity.span.start == token.start else INSIDE
        return self._number(token.of(text)), place, self._number(entity.label if entity else "")

    def _groups(self, marks: Iterable[Annotation], tokens: Sequence[Span]) -> bytes:
        first = {token.start: number for number, token in enumerate(tokens)}
        behind = {token.end: number for number, token in enumerate(tokens, 1)}
        spans = [
            SPAN.pack(
                0,
                0,
                self._number(mark.label),
                first[mark.span.start],
                behind[mark.span.end],
                mark.span.start,
                mark.span.end,
            )
            for mark in marks
        ]
        group = msgpack.packb({"name": SPANS_KEY, "attrs": {}, "spans": spans})
        return bytes(msgpack.packb({group: [SPANS_KEY]}))

    def _number(self, text: str) -> int:
        text = text.encode("utf-8", "replace").decode()
        self._strings.add(text)
        return string_number(text)


def _details(document: Document, marks: Sequence[Annotation]) -> Row:
    rows = [mark_row(mark) for mark in marks]
    return {"name": document.source.name, "marks": rows, "relations": relation_rows(document, marks)}
