"""What a settled document remembers under ``adjudication``: the decisions, and whence everything came.

Beside each mark and relation stands what it was as it was written, as a digest, and beside each answer the
answer: so what a person has done to the document since is known from what adjudication itself had put there.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from core.adjudication.decisions import CHOICES, Decision, Decisions
from core.adjudication.kinds import Key
from core.document import Annotation, Document, Relation
from core.text.spans import Span

Source = tuple[str | None, str]
"""An annotator's name and the id of the mark or relation in that sidecar."""

Sources = tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """``marks`` and ``relations`` have the sources by id, ``written`` the digests, ``labels`` the answers."""

    decisions: Decisions = field(default_factory=dict)
    marks: Mapping[str, Sources] = field(default_factory=dict)
    relations: Mapping[str, Sources] = field(default_factory=dict)
    written: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def record_in(document: Document) -> Record:
    """What a document remembers; what is of a shape that is not ours is nothing."""
    told = document.adjudication
    labels = _member(told, "labels", dict).items()
    return Record(
        dict(_decisions(told)),
        _sources(told, "marks"),
        _sources(told, "relations"),
        {name: value for name, value in _member(told, "written", dict).items() if isinstance(value, str)},
        {name: tuple(map(str, answers)) for name, answers in labels if isinstance(answers, list)},
    )


def written_down(record: Record, annotators: Iterable[str | None]) -> dict[str, Any]:
    """The same as a JSON object."""
    return {
        "annotators": list(annotators),
        "decisions": [_row(key, decision) for key, decision in record.decisions.items()],
        "marks": {name: [list(source) for source in sources] for name, sources in record.marks.items()},
        "relations": {name: [list(each) for each in sources] for name, sources in record.relations.items()},
        "labels": {name: list(answers) for name, answers in record.labels.items()},
        "written": dict(record.written),
    }


def digest_of(said: Annotation | Relation) -> str:
    """What tells whether a mark or a relation was changed: all that it says but the entity."""
    if isinstance(said, Relation):
        told: Any = [said.label, said.from_id, said.to_id, said.status]
    else:
        stretches = [[part.start, part.end] for part in said.stretches]
        told = [said.label, stretches, said.value, said.status, dict(said.attributes), said.note]
    return sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:16]


def _decisions(told: Mapping[str, Any]) -> Iterator[tuple[Key, Decision]]:
    for row in _member(told, "decisions", list):
        try:
            key = row.get("about", "mark"), row.get("name", ""), _tuples(row["one"]), _tuples(row["other"])
            hash(key)
            is_edit = row["choice"] == "edit"
            span = Span(row["start"], row["end"]) if is_edit else Span(0, 0)
            if row["choice"] in CHOICES:
                yield key, Decision(row["choice"], row.get("label", ""), span)
        except (LookupError, TypeError, ValueError, AttributeError):
            continue


def _row(key: Key, decision: Decision) -> dict[str, Any]:
    about, name, one, other = key
    row: dict[str, Any] = {"about": about, "name": name, "one": one, "other": other}
    row["choice"] = decision.choice
    if decision.choice == "edit":
        row |= {"label": decision.label, "start": decision.span.start, "end": decision.span.end}
    return row


def _sources(told: Mapping[str, Any], name: str) -> dict[str, Sources]:
    rows = _member(told, name, dict)
    return {
        each: tuple((row[0], row[1]) for row in sources if isinstance(row, list) and len(row) == 2)
        for each, sources in rows.items()
        if isinstance(sources, list)
    }


def _tuples(value: Any) -> Any:
    return tuple(map(_tuples, value)) if isinstance(value, list) else value


def _member(told: Mapping[str, Any], name: str, kind: type) -> Any:
    value = told.get(name)
    return value if isinstance(value, kind) else kind()
