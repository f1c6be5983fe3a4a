"""spaCy's DocBin read without spaCy: its own files and those that spaCy made."""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any

import msgpack

from core.errors import NotText
from core.exchange.format import Labelled, LabelledMark, LabelledRelation, some
from core.exchange.json_fields import expected, span_in
from core.exchange.rows import Row, mark_of, relations_of
from core.exchange.sentences import is_latin_word
from core.exchange.spacy_docbin import ATTRIBUTES, BEGIN, INSIDE, OUTSIDE, SPAN
from core.exchange.spacy_jsonl import labels_of_categories
from core.exchange.spacy_strings import string_number
from core.text.spans import Span

_LARGEST = 1 << 31
"""Bytes of a file unpacked: one that claims more is a trap."""


def read_spacy_docbin(data: bytes) -> Iterator[Labelled]:
    """The documents of a DocBin: the spans of all groups, and the entities that are none of them."""
    with expected("it is no DocBin"):
        message = msgpack.unpackb(_unpacked(data), strict_map_key=False)
        documents = _documents(message)
        strings = {string_number(text): text for text in message["strings"]}
        numbers = list(message["attrs"])
        columns = {
            name: numbers.index(string_number(name)) for name in ATTRIBUTES if string_number(name) in numbers
        }
    for number, document in enumerate(documents, 1):
        with expected(f"document {number} is not spaCy's"):
            labelled = _labelled(document, columns, strings)
            others = document["width"] - len(columns)
            labelled = replace(labelled, dropped=some({"attributes of all tokens": others}))
        yield labelled


def _unpacked(data: bytes) -> bytes:
    unpacking = zlib.decompressobj()
    try:
        unpacked = unpacking.decompress(data, _LARGEST)
    except zlib.error as error:
        raise NotText(None, f"it is no DocBin: {error}") from error
    if unpacking.unconsumed_tail:
        raise NotText(None, f"it is no DocBin: more than {_LARGEST} bytes unpacked")
    return unpacked


def _documents(message: Row) -> list[Row]:
    """Each document's own columns."""
    width = len(message["attrs"])
    tokens, lengths = array("Q", message["tokens"]), array("i", message["lengths"])
    nothing: list[Any] = [None] * len(lengths)
    each = {name: message.get(name, nothing) for name in ("cats", "flags", "span_groups", "user_data")}
    documents: list[Row] = []
    place = 0
    for number, length in enumerate(lengths):
        rows = tokens[place * width : (place + length) * width]
        own = {name: values[number] if number < len(values) else None for name, values in each.items()}
        spaces = message["spaces"][place : place + length]
        documents.append({"tokens": rows, "width": width, "spaces": spaces, **own})
        place += length
    return documents


def _labelled(document: Row, columns: Mapping[str, int], strings: Mapping[int, str]) -> Labelled:
    rows, width = document["tokens"], document["width"]
    column = {name: rows[place::width] for name, place in columns.items()}
    words = [strings[number] for number in column["ORTH"]]
    is_unspaced = bool((document["flags"] or {}).get("has_unknown_spaces"))
    blanks = _guessed_blanks(words) if is_unspaced else document["spaces"]
    pieces = [word + (" " if blank else "") for word, blank in zip(words, blanks, strict=True)]
    text = "".join(pieces)
    tokens = list(_places(words, pieces))
    found = dict.fromkeys(
        chain(_spans(document["span_groups"], tokens, strings), _entities(column, tokens, strings))
    )
    details = _details_in(document["user_data"])
    marks = _with_details(found, details, text)
    name = details.get("name")
    return Labelled(
        text,
        tuple(marks),
        name if isinstance(name, str) else None,
        _relations(details, marks, text),
        labels_of_categories(document["cats"] or {}),
    )


def _guessed_blanks(words: Sequence[str]) -> list[bool]:
    """Blanks between words of Latin letters, where the DocBin does not know them."""
    pairs = zip(words, [*words[1:], ""], strict=False)
    return [is_latin_word(word) and is_latin_word(following) for word, following in pairs]


def _places(words: Iterable[str], pieces: Iterable[str]) -> Iterator[Span]:
    place = 0
    for word, piece in zip(words, pieces, strict=True):
        yield Span(place, place + len(word))
        place += len(piece)


def _spans(
    packed: bytes | None, tokens: Sequence[Span], strings: Mapping[int, str]
) -> Iterator[tuple[Span, str]]:
    groups = msgpack.unpackb(packed, strict_map_key=False) if packed else ()
    for group in groups:
        for row in msgpack.unpackb(group, strict_map_key=False)["spans"]:
            _, _, label, first, behind, _, _ = SPAN.unpack(row)
            if first < behind:
                yield Span(tokens[first].start, tokens[behind - 1].end), strings.get(label, "")


def _entities(
    column: Mapping[str, Sequence[int]], tokens: Sequence[Span], strings: Mapping[int, str]
) -> Iterator[tuple[Span, str]]:
    entity: tuple[Span, str] | None = None
    missing = [OUTSIDE] * len(tokens)
    positions, labels = column.get("ENT_IOB", missing), column.get("ENT_TYPE", missing)
    for token, position, label in zip(tokens, positions, labels, strict=True):
        if entity and position == INSIDE:
            entity = (entity[0].union(token), entity[1])
            continue
        if entity:
            yield entity
        entity = (token, strings.get(label, "")) if position in (BEGIN, INSIDE) else None
    if entity:
        yield entity


def _details_in(packed: bytes | None) -> Row:
    data = msgpack.unpackb(packed, strict_map_key=False, use_list=False) if packed else {}
    details = data.get("danqian") if isinstance(data, dict) else None
    return details if isinstance(details, dict) else {}


def _with_details(found: Iterable[tuple[Span, str]], details: Row, text: str) -> list[LabelledMark]:
    """The marks that spaCy has, each with what ours of the same place and label had besides."""
    ours = {_key(mark): mark for mark in _our_marks(details, text)}
    marks = [ours.get(key) or LabelledMark(span_in(text, key[0].start, key[0].end), key[1]) for key in found]
    return sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end))


def _relations(details: Row, marks: Sequence[LabelledMark], text: str) -> tuple[LabelledRelation, ...]:
    """Our relations, as far as both ends are still there."""
    ours = _our_marks(details, text)
    places = {_key(mark): place for place, mark in enumerate(marks)}
    kept = []
    for relation in relations_of(details.get("relations", ()), len(ours)):
        start, end = (places.get(_key(ours[end])) for end in (relation.from_mark, relation.to_mark))
        if start is not None and end is not None:
            kept.append(LabelledRelation(relation.label, start, end))
    return tuple(kept)


def _our_marks(details: Row, text: str) -> list[LabelledMark]:
    return [mark_of(row, text) for row in details.get("marks", ())]


def _key(mark: LabelledMark) -> tuple[Span, str]:
    return mark.span, mark.label
