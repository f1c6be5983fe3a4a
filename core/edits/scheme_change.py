"""Carrying a document over to a scheme in which labels are called otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from core.document import Annotation, Document, Entity, SchemeRecord
from core.edits.acts import Author, recorded
from core.edits.marking import of_annotations
from core.schemes.change import SchemeChange


def follow_scheme(document: Document, change: SchemeChange, scheme: SchemeRecord, by: Author) -> Document:
    """The document with its labels, attributes, relations, article labels and choices as ``change`` has them.

    Nothing is reviewed by that: the names change, not what they mean. Of two marks on one stretch that come
    to have one label, the reviewed or else the first stays. A document in which nothing has such a name is
    the very same. The guidelines are still those that it was annotated by.
    """
    marks = [_renamed(mark, change) for mark in document.annotations]
    fields: dict[str, Any] = {
        **of_annotations(document, _once(marks)),
        "entities": tuple(_entity(entity, change) for entity in document.entities),
        "labels": _article_labels(document, change),
        "lost": replace(
            document.lost, annotations=tuple(_renamed(mark, change) for mark in document.lost.annotations)
        ),
    }
    fields["relations"] = tuple(
        replace(relation, label=change.relations.get(relation.label, relation.label))
        for relation in fields["relations"]
    )
    if all(getattr(document, name) == value for name, value in fields.items()):
        return document
    followed = replace(scheme, guidelines_sha256=document.scheme.guidelines_sha256)
    count = sum(new != old for new, old in zip(marks, document.annotations, strict=True))
    return recorded(document, by, "follow_scheme", count, scheme=followed, **fields)


def _renamed(mark: Annotation, change: SchemeChange) -> Annotation:
    label = change.labels.get(mark.label, mark.label)
    was = mark.was and replace(mark.was, label=change.labels.get(mark.was.label, mark.was.label))
    attributes = dict(_attributes(mark, change))
    if (label, was, attributes) == (mark.label, mark.was, mark.attributes):
        return mark
    return replace(mark, label=label, was=was, attributes=attributes)


def _attributes(mark: Annotation, change: SchemeChange) -> Iterator[tuple[str, Any]]:
    for name, value in mark.attributes.items():
        new = change.choices.get((mark.label, name, value), value) if isinstance(value, str) else value
        yield change.attributes.get((mark.label, name), name), new


def _once(marks: Iterable[Annotation]) -> Iterator[Annotation]:
    """Of marks that cover just the same with one label, the best: reviewed, then automatic, then rejected."""
    best: dict[tuple[Any, ...], Annotation] = {}
    for mark in marks:
        key = (mark.label, mark.stretches)
        known = best.get(key)
        if known is None or _rank(mark) < _rank(known):
            best[key] = mark
    return iter(best.values())


def _rank(mark: Annotation) -> int:
    return 0 if mark.is_reviewed else 1 if mark.is_live else 2


def _entity(entity: Entity, change: SchemeChange) -> Entity:
    return replace(entity, label=change.labels.get(entity.label, entity.label))


def _article_labels(document: Document, change: SchemeChange) -> dict[str, tuple[str, ...]]:
    labels: dict[str, tuple[str, ...]] = {}
    for name, values in document.labels.items():
        new = change.article_labels.get(name, name)
        answers = (change.answers.get((name, value), value) for value in values)
        labels[new] = tuple(dict.fromkeys((*labels.get(new, ()), *answers)))
    return labels
