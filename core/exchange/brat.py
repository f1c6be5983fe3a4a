"""brat's folder: a ``.txt`` and a ``.ann`` for each article, and the types in ``annotation.conf``.

Offsets count code points. A mark across lines has a fragment in each, as brat wants it; fragments parted by
nothing but line breaks are one stretch on the way back. Notes are ``AnnotatorNotes``. Values, and attributes
that are neither a word nor true, are notes as well, of the types ``Value`` and ``Attributes`` and in JSON.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from core.document import Annotation, Document
from core.exchange.file_names import FreeStems
from core.exchange.format import (
    Losses,
    Parts,
    Wanted,
    WrittenFile,
    count_what_is_left_out,
    folder_of,
    relations_among,
)
from core.files.json_text import json_line
from core.text.spans import Span

HELD = frozenset({"values", "notes", "attributes", "gaps in discontinuous marks", "relations"})
NOTE, ATTRIBUTES, VALUE = "AnnotatorNotes", "Attributes", "Value"
_LINE = re.compile(r"[^\r\n]+")
_SPACE = re.compile(r"\s+")


@dataclass(slots=True)
class _Types:
    """What occurs: the labels, and what each attribute says where it says more than that it is there."""

    entities: set[str] = field(default_factory=set)
    relations: set[str] = field(default_factory=set)
    attributes: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


def write_brat(parts: Parts, wanted: Wanted, losses: Losses) -> Iterator[WrittenFile]:
    """The two files of each document, and at the end the types that occur, for all parts."""
    types = _Types()
    for part, documents in parts.items():
        stems = FreeStems()
        for document in documents:
            marks = wanted.marks(document)
            count_what_is_left_out(document, marks, losses, HELD)
            stem = f"{folder_of(part)}{stems.of(document.source.name)}"
            yield f"{stem}.txt", [document.text.encode("utf-8", "replace")]
            yield f"{stem}.ann", [_encoded(_lines(document, marks, types, losses))]
    if types.entities:
        yield "annotation.conf", [_encoded(_configuration(types))]


def _encoded(lines: Iterable[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")


def _lines(document: Document, marks: Iterable[Annotation], types: _Types, losses: Losses) -> Iterator[str]:
    names: dict[str, str] = {}
    attributes, notes = count(1), count(1)
    for mark in marks:
        fragments = _fragments(document.text, mark, losses)
        if not fragments:
            continue
        name = names[mark.id] = f"T{len(names) + 1}"
        places = ";".join(f"{part.start} {part.end}" for part in fragments)
        words = " ".join(part.of(document.text) for part in fragments)
        yield f"{name}\t{_type(mark.label, types.entities, losses)} {places}\t{words}"
        yield from (f"A{next(attributes)}\t{line}" for line in _attributes(mark, name, types))
        yield from (f"#{next(notes)}\t{line}" for line in _notes(mark, name, losses))
    among = (r for r in relations_among(document, marks) if r.from_id in names and r.to_id in names)
    for number, relation in enumerate(among, 1):
        label = _type(relation.label, types.relations, losses)
        yield f"R{number}\t{label} Arg1:{names[relation.from_id]} Arg2:{names[relation.to_id]}"


def _fragments(text: str, mark: Annotation, losses: Losses) -> list[Span]:
    """The stretches of a mark line by line."""
    stretches = mark.stretches
    found = [Span(*m.span()) for s in stretches for m in _LINE.finditer(text, s.start, s.end)]
    losses["line breaks at the edges of marks"] += bool(found) and joined(found, text) != [*stretches]
    losses["marks of nothing but line breaks"] += not found
    return found


def joined(fragments: Iterable[Span], text: str) -> list[Span]:
    """Fragments as stretches: those that nothing but line breaks part are one."""
    stretches: list[Span] = []
    for part in fragments:
        gap = text[stretches[-1].end : part.start] if stretches and stretches[-1].end <= part.start else "…"
        if gap.strip("\r\n"):
            stretches.append(part)
        else:
            stretches[-1] = stretches[-1].union(part)
    return stretches


def _type(label: str, seen: set[str], losses: Losses) -> str:
    """A label as one word, which is what brat takes for a type."""
    word = _SPACE.sub("_", label)
    losses["white space in labels"] += word != label
    seen.add(word)
    return word


def _attributes(mark: Annotation, name: str, types: _Types) -> Iterator[str]:
    """The attributes that brat's can hold: a word, or nothing where it is just true."""
    for attribute, value in mark.attributes.items():
        if is_plain(attribute, value):
            types.attributes[attribute] |= set() if value is True else {value}
            yield f"{attribute} {name}" if value is True else f"{attribute} {name} {value}"


def is_plain(attribute: str, value: Any) -> bool:
    """Whether an attribute is one for brat: name and value a word, or the value true."""
    return _is_word(attribute) and (value is True or (isinstance(value, str) and _is_word(value)))


def _is_word(text: str) -> bool:
    return bool(text) and not _SPACE.search(text)


def _notes(mark: Annotation, name: str, losses: Losses) -> Iterator[str]:
    others = {key: value for key, value in mark.attributes.items() if not is_plain(key, value)}
    if others:
        yield f"{ATTRIBUTES} {name}\t{json_line(others)}"
    if mark.value is not None:
        yield f"{VALUE} {name}\t{json_line(mark.value)}"
    if mark.note is not None:
        note = " ".join(mark.note.splitlines())
        losses["line breaks in notes"] += note != mark.note
        yield f"{NOTE} {name}\t{note}"


def _configuration(types: _Types) -> Iterator[str]:
    """The lines of ``annotation.conf``, without which brat shows no type."""
    yield from ("[entities]", *sorted(types.entities), "", "[relations]")
    yield from (f"{name}\tArg1:<ENTITY>, Arg2:<ENTITY>" for name in sorted(types.relations))
    yield from ("", "[events]", "", "[attributes]")
    attributes = sorted(types.attributes.items())
    yield from (_attribute_type(name, sorted(values)) for name, values in attributes)


def _attribute_type(name: str, values: list[str]) -> str:
    return f"{name}\tArg:<ENTITY>, Value:{'|'.join(values)}" if values else f"{name}\tArg:<ENTITY>"
