"""Label Studio's JSON: a list of tasks, each with its text and a result for each mark.

Offsets count code points, as Label Studio's own do since October 2021. The labeling interface has to call
its parts ``text`` and ``label``, as Label Studio's template for named entities does. Notes are those of the
region (``meta.text``); values and attributes stand beside them, as ``meta`` takes anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from core.document import Annotation, Document
from core.exchange.format import (
    Labelled,
    LabelledMark,
    LabelledRelation,
    Losses,
    Wanted,
    count_what_is_left_out,
    relations_among,
    some,
)
from core.exchange.json_fields import expected, loaded, span_in, text_in
from core.files.json_text import json_line

HELD = frozenset({"values", "notes", "attributes", "relations", "labels of whole articles"})
Row = Mapping[str, Any]


def write_labelstudio(documents: Iterable[Document], wanted: Wanted, losses: Losses) -> Iterator[bytes]:
    """A task for each document, one a line; numbered, as Label Studio's converter has to have it."""
    yield b"["
    for number, document in enumerate(documents, 1):
        marks = wanted.marks(document)
        count_what_is_left_out(document, marks, losses, HELD)
        data = {"text": document.text, "name": document.source.name}
        made = {"id": number, "result": list(_results(document, marks))}
        task = {"id": number, "data": data, "annotations": [made]}
        yield f"{',' if number > 1 else ''}\n{json_line(task)}".encode()
    yield b"\n]\n"


def read_labelstudio(data: bytes) -> Iterator[Labelled]:
    """The texts of an export. Of several annotations of a task the first counts that was not canceled.

    A task that nobody has annotated has what was predicted for it.
    """
    with expected("it is not Label Studio's"):
        tasks = loaded(data)
        tasks = [tasks] if isinstance(tasks, dict) else list(tasks)
    for number, task in enumerate(tasks, 1):
        with expected(f"task {number} is not Label Studio's"):
            labelled = _labelled(task)
        yield labelled


def _results(document: Document, marks: Iterable[Annotation]) -> Iterator[Row]:
    marks = list(marks)
    for mark in marks:
        value = {"start": mark.span.start, "end": mark.span.end, "text": mark.quote, "labels": [mark.label]}
        kind = {"id": mark.id, "from_name": "label", "to_name": "text", "type": "labels"}
        yield {**kind, "value": value, **_meta(mark)}
    for relation in relations_among(document, marks):
        ends = {"from_id": relation.from_id, "to_id": relation.to_id}
        yield {"type": "relation", **ends, "direction": "right", "labels": [relation.label]}
    for name, choices in document.labels.items():
        kind = {"id": f"label {name}", "from_name": name, "to_name": "text", "type": "choices"}
        yield {**kind, "value": {"choices": list(choices)}}


def _meta(mark: Annotation) -> Row:
    meta: dict[str, Any] = {"text": [mark.note]} if mark.note is not None else {}
    meta |= {"value": mark.value} if mark.value is not None else {}
    meta |= {"attributes": mark.attributes} if mark.attributes else {}
    return {"meta": meta} if meta else {}


def _labelled(task: Row) -> Labelled:
    text, name = _text_of(task["data"]), task["data"].get("name")
    results = _chosen(task)
    regions = [row for row in results if _is_region(row)]
    marks = [(row["id"], mark) for row in regions for mark in _marks(row, text)]
    places = {row_id: place for place, (row_id, _) in reversed(list(enumerate(marks)))}
    return Labelled(
        text,
        tuple(mark for _, mark in marks),
        name if isinstance(name, str) else None,
        tuple(_relations(results, places)),
        {row["from_name"]: tuple(row["value"]["choices"]) for row in results if _is_of_article(row)},
        some(
            {
                "results of other kinds": sum(not _is_known(row) for row in results),
                "annotations of the same task by others": max(0, len(_made(task)) - 1),
            }
        ),
    )


def _is_known(row: Row) -> bool:
    return _is_region(row) or _is_of_article(row) or row.get("type") == "relation"


def _text_of(data: Row) -> str:
    """The field ``text``, or else the longest there is: a project may call it anything."""
    texts = sorted((value for value in data.values() if isinstance(value, str)), key=len)
    return text_in(data["text"] if "text" in data else texts[-1])


def _made(task: Row) -> list[Row]:
    return [row for row in task.get("annotations") or () if not row.get("was_cancelled")]


def _chosen(task: Row) -> list[Row]:
    chosen = (_made(task) or task.get("predictions") or [{}])[0]
    return [dict(row) for row in chosen.get("result") or ()]


def _is_region(row: Row) -> bool:
    return row.get("type") in ("labels", "hypertextlabels") and bool(row["value"].get(row["type"]))


def _is_of_article(row: Row) -> bool:
    return row.get("type") == "choices" and "start" not in row["value"]


def _marks(row: Row, text: str) -> Iterator[LabelledMark]:
    """A mark for each label of a region."""
    value, meta = row["value"], row.get("meta") or {}
    place = value.get("globalOffsets") or value
    span = span_in(text, place["start"], place["end"])
    notes = [note for note in meta.get("text") or () if isinstance(note, str)]
    for label in value[row["type"]]:
        yield LabelledMark(
            span,
            str(label),
            value=meta.get("value"),
            attributes=meta.get("attributes") or {},
            note="\n".join(notes) if notes else None,
        )


def _relations(results: Iterable[Row], places: Mapping[str, int]) -> Iterator[LabelledRelation]:
    for row in results:
        if row.get("type") != "relation" or row["from_id"] not in places or row["to_id"] not in places:
            continue
        ends = places[row["from_id"]], places[row["to_id"]]
        ends = ends[::-1] if row.get("direction") == "left" else ends
        for label in row.get("labels") or [""]:
            yield LabelledRelation(str(label), *ends)
