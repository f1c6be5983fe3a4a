"""Carrying what a settled document remembers over to a scheme that calls things otherwise."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from core.adjudication.kinds import Key
from core.adjudication.record import digest_of, record_in, written_down
from core.document import Annotation, Document, Relation
from core.files.json_text import json_line
from core.schemes.change import SchemeChange


def follow_renaming(before: Document, after: Document, change: SchemeChange) -> Document:
    """``after``, which came of ``before`` by ``change``, with its decisions under the new names.

    What nobody had touched counts as untouched under its new name, too.
    """
    if not after.adjudication:
        return after
    record = record_in(before)
    was, now = _said_in(before), _said_in(after)
    written = {
        name: digest_of(now[name]) if name in now and digest_of(was[name]) == digest else digest
        for name, digest in record.written.items()
    }
    labels = {
        change.article_labels.get(name, name): tuple(
            change.answers.get((name, answer), answer) for answer in answers
        )
        for name, answers in record.labels.items()
    }
    decisions = {
        _key(key, change): replace(decision, label=change.labels.get(decision.label, decision.label))
        for key, decision in record.decisions.items()
    }
    carried = replace(record, decisions=decisions, written=written, labels=labels)
    annotators = after.adjudication.get("annotators", ())
    return replace(after, adjudication={**after.adjudication, **written_down(carried, annotators)})


def _said_in(document: Document) -> dict[str, Annotation | Relation]:
    marks: dict[str, Annotation | Relation] = {mark.id: mark for mark in document.annotations}
    return marks | {relation.id: relation for relation in document.relations}


def _key(key: Key, change: SchemeChange) -> Key:
    about, name, one, other = key
    if about == "attribute":
        label = one[0][0]
        sides = (_attribute(each, name, change) for each in (one, other))
        return about, change.attributes.get((label, name), name), *sides
    if about == "value":
        return about, name, *((_mark(mark, change), value) for mark, value in (one, other))
    if about == "answer":
        answers = (
            tuple(change.answers.get((name, answer), answer) for answer in side) for side in (one, other)
        )
        return about, change.article_labels.get(name, name), *answers
    if about == "relation":
        return about, name, _relation(one, change), _relation(other, change)
    return about, name, _mark(one, change), _mark(other, change)


def _mark(said: Any, change: SchemeChange) -> Any:
    return said and (change.labels.get(said[0], said[0]), *said[1:])


def _attribute(said: Any, name: str, change: SchemeChange) -> Any:
    mark, written = said
    value = json.loads(written)
    new = change.choices.get((mark[0], name, value), value) if isinstance(value, str) else value
    return _mark(mark, change), json_line(new)


def _relation(said: Any, change: SchemeChange) -> Any:
    return said and (change.relations.get(said[0], said[0]), *(_mark(end, change) for end in said[1:]))
