"""Reading a folder of brat's: marks, relations, attributes and notes; events and normalizations are left."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePath
from typing import Any

from core.errors import NotText
from core.exchange.brat import ATTRIBUTES, VALUE, joined
from core.exchange.format import Labelled, LabelledMark, LabelledRelation, NamedFile, some
from core.exchange.json_fields import expected, span_in
from core.text.spans import Span

SUFFIXES = frozenset({".txt", ".ann"})
DROPPED = {"E": "events", "N": "normalizations", "*": "equivalences"}
"""What lines that begin so hold."""


def read_brat(files: Iterable[NamedFile]) -> Iterator[Labelled]:
    """A text for each ``.txt``, with the marks of the ``.ann`` beside it, where there is one."""
    found = {name: data for name, data in files if PurePath(name).suffix in SUFFIXES}
    for name in sorted(found):
        if name.endswith(".txt"):
            yield _labelled(name, found[name], found.get(f"{name.removesuffix('.txt')}.ann", b""))
        elif f"{name.removesuffix('.ann')}.txt" not in found:
            raise NotText(None, f"{name} has no text beside it")


def _labelled(name: str, text_data: bytes, annotation_data: bytes) -> Labelled:
    text = text_data.decode("utf-8", "replace")
    lines = [line.rstrip("\r") for line in annotation_data.decode("utf-8-sig", "replace").split("\n")]
    marks: dict[str, LabelledMark] = {}
    for number, line in enumerate(lines, 1):
        if line.startswith("T"):
            with expected(f"{name.removesuffix('.txt')}.ann, line {number}, is not brat's"):
                mark_id, mark = _mark(line, text)
                marks[mark_id] = mark
    for number, line in enumerate(lines, 1):
        with expected(f"{name.removesuffix('.txt')}.ann, line {number}, is not brat's"):
            marks |= _described(line, marks)
    places = {mark_id: place for place, mark_id in enumerate(marks)}
    relations = tuple(_relations(lines, places))
    dropped = {what: sum(line.startswith(sign) for line in lines) for sign, what in DROPPED.items()}
    dropped["relations of what is no mark"] = sum(line.startswith("R") for line in lines) - len(relations)
    return Labelled(text, tuple(marks.values()), PurePath(name).name, relations, dropped=some(dropped))


def _mark(line: str, text: str) -> tuple[str, LabelledMark]:
    mark_id, place, *_ = line.split("\t", 2)
    label, _, places = place.partition(" ")
    pairs = (pair.split() for pair in places.split(";"))
    stretches = joined([span_in(text, int(start), int(end)) for start, end in pairs], text)
    around = Span(min(s.start for s in stretches), max(s.end for s in stretches))
    return mark_id, LabelledMark(around, label, tuple(stretches) if len(stretches) > 1 else ())


def _described(line: str, marks: Mapping[str, LabelledMark]) -> dict[str, LabelledMark]:
    """The mark that a line says something about, with that; nothing for any other line."""
    if not line.startswith(("A", "M", "#")):
        return {}
    _, what, *rest = line.split("\t", 2)
    kind, mark_id, *value = what.split(" ", 2)
    mark = marks.get(mark_id)
    if mark is None:
        return {}
    if not line.startswith("#"):
        return {mark_id: _with_attributes(mark, {kind: value[0] if value else True})}
    note = rest[0] if rest else ""
    if kind == ATTRIBUTES and (attributes := _object(note)) is not None:
        return {mark_id: _with_attributes(mark, attributes)}
    if kind == VALUE and (meaning := _object(note)) is not None:
        return {mark_id: replace(mark, value=meaning)}
    return {mark_id: replace(mark, note=note if mark.note is None else f"{mark.note}\n{note}")}


def _with_attributes(mark: LabelledMark, more: Mapping[str, Any]) -> LabelledMark:
    return replace(mark, attributes={**mark.attributes, **more})


def _object(note: str) -> dict[str, Any] | None:
    """The JSON object that a note of ours holds; None for what a person wrote."""
    try:
        value = json.loads(note)
    except ValueError:
        return None
    return value if isinstance(value, dict) else None


def _relations(lines: Iterable[str], places: Mapping[str, int]) -> Iterator[LabelledRelation]:
    for number, line in enumerate(lines, 1):
        if line.startswith("R"):
            with expected(f"line {number} is not brat's"):
                _, what, *_ = line.split("\t")
                label, one, other = what.split()
                ends = [places.get(argument.partition(":")[2]) for argument in (one, other)]
            if ends[0] is not None and ends[1] is not None:
                yield LabelledRelation(label, ends[0], ends[1])
