"""Edits of relations: arcs with a label from one mark to another."""

from __future__ import annotations

from dataclasses import replace

from core.document import Document, Relation
from core.edits.acts import Author, recorded
from core.edits.marking import new_ids


def relate(document: Document, from_id: str, to_id: str, label: str, by: Author) -> Document:
    """Lead a relation from one mark to another; one of this label that is there already stays.

    One that was rejected comes back. A mark has no relation to itself. KeyError where a mark is missing.
    """
    for end in (from_id, to_id):
        document.annotation(end)
    if from_id == to_id:
        return document
    for relation in document.relations:
        if (relation.from_id, relation.to_id, relation.label) == (from_id, to_id, label):
            return _put(document, replace(relation, status="added"), "relate", by)
    name = next(new_ids("x", (relation.id for relation in document.relations)))
    new = Relation(name, label, from_id, to_id)
    return recorded(document, by, "relate", relations=(*document.relations, new))


def unrelate(document: Document, relation_id: str, by: Author) -> Document:
    """Take a relation away; KeyError where there is none of that id."""
    kept = tuple(relation for relation in document.relations if relation.id != relation_id)
    if len(kept) == len(document.relations):
        raise KeyError(relation_id)
    return recorded(document, by, "unrelate", relations=kept)


def relabel_relation(document: Document, relation_id: str, label: str, by: Author) -> Document:
    """Give a relation another label; KeyError where there is none of that id."""
    old = {relation.id: relation for relation in document.relations}[relation_id]
    return _put(document, replace(old, label=label), "relabel_relation", by)


def relations_of(document: Document, annotation_id: str | None = None) -> tuple[Relation, ...]:
    """The relations whose ends both stand in the article, or those of one mark, in reading order."""
    places = {mark.id: number for number, mark in enumerate(document.annotations) if mark.is_live}
    standing = (
        relation
        for relation in document.relations
        if relation.status != "rejected"
        and relation.from_id in places
        and relation.to_id in places
        and annotation_id in (None, relation.from_id, relation.to_id)
    )
    return tuple(sorted(standing, key=lambda relation: (places[relation.from_id], places[relation.to_id])))


def _put(document: Document, new: Relation, act: str, by: Author) -> Document:
    relations = tuple(new if relation.id == new.id else relation for relation in document.relations)
    if relations == document.relations:
        return document
    return recorded(document, by, act, relations=relations)
