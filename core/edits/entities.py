"""Edits of entities: which marks name one thing, and what it is called."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from core.document import Annotation, Document, Entity
from core.edits.acts import Author, recorded
from core.edits.marking import new_ids


def rename_entity(document: Document, entity_id: str, name: str, by: Author) -> Document:
    """Call an entity by another name; KeyError where there is none."""
    old = _entity(document, entity_id)
    return document if name == old.name else _put(document, replace(old, name=name), by, "rename_entity")


def set_entity_code(document: Document, entity_id: str, code: str | None, by: Author) -> Document:
    """Give an entity the code that it has elsewhere, of an administrative division say."""
    old = _entity(document, entity_id)
    return document if code == old.code else _put(document, replace(old, code=code), by, "entity_code")


def assign_entity(document: Document, ids: Collection[str], entity_id: str | None, by: Author) -> Document:
    """Say that some marks name one thing; None makes a new entity of them. KeyError where one is missing."""
    marks = [document.annotation(annotation_id) for annotation_id in ids]
    if entity_id is not None:
        _entity(document, entity_id)
    marks = [mark for mark in marks if entity_id is None or mark.entity != entity_id]
    if not marks:
        return document
    entities = document.entities
    if entity_id is None:
        entity_id = next(new_ids("e", (entity.id for entity in entities)))
        entities = (*entities, Entity(entity_id, marks[0].label, marks[0].quote))
    moved = {mark.id: replace(mark, entity=entity_id, changed=by.change()) for mark in marks}
    annotations = tuple(moved.get(a.id, a) for a in document.annotations)
    touched = {entity_id, *(mark.entity for mark in marks)}
    entities = tuple(_refreshed(entities, annotations, touched))
    return recorded(document, by, "assign_entity", len(marks), annotations=annotations, entities=entities)


def merge_entities(document: Document, entity_id: str, other_id: str, by: Author) -> Document:
    """Say that another entity is this one: its marks come over, and it goes."""
    _entity(document, other_id)
    ids = [a.id for a in document.annotations if a.entity == other_id]
    return document if entity_id == other_id else assign_entity(document, ids, entity_id, by)


def grouped(document: Document, entities: Iterable[Entity], by_annotation: Mapping[str, str]) -> Document:
    """The document with automatic ``entities`` for its marks; those that a person touched keep theirs.

    An entity that was there before under its label, name and code keeps its id.
    """
    kept = {entity.id: entity for entity in document.entities if entity.status != "auto"}
    ids = _stable_ids(document, entities)
    grouping = ((a, ids.get(by_annotation.get(a.id, ""))) for a in document.annotations)
    annotations = tuple(
        a if a.entity in kept or a.entity == entity else replace(a, entity=entity) for a, entity in grouping
    )
    used = {a.entity for a in annotations}
    fresh = [replace(entity, id=ids[entity.id]) for entity in entities if ids[entity.id] in used]
    known = [entity for entity in fresh if entity.id not in kept]
    return replace(document, annotations=annotations, entities=(*kept.values(), *known))


def pooled(*documents: Document) -> tuple[tuple[Entity, ...], list[dict[str, str]]]:
    """The entities of several documents, each once by label, name and code, and what their ids are there.

    The first document's keep their ids.
    """
    fresh = new_ids("e", (entity.id for document in documents for entity in document.entities))
    pool: dict[tuple[str, str, str | None], Entity] = {}
    names: list[dict[str, str]] = []
    for number, document in enumerate(documents):
        names.append({})
        for entity in document.entities:
            new = replace(entity, id=next(fresh)) if number else entity
            names[-1][entity.id] = pool.setdefault((entity.label, entity.name, entity.code), new).id
    return tuple(pool.values()), names


def _stable_ids(document: Document, entities: Iterable[Entity]) -> dict[str, str]:
    """The id that each new entity gets: the one it had, else one that nothing has."""
    before = {(entity.label, entity.name, entity.code): entity.id for entity in document.entities}
    fresh = new_ids("e", (entity.id for entity in document.entities))
    return {
        entity.id: before.pop((entity.label, entity.name, entity.code), "") or next(fresh)
        for entity in entities
    }


def _entity(document: Document, entity_id: str) -> Entity:
    for entity in document.entities:
        if entity.id == entity_id:
            return entity
    raise KeyError(entity_id)


def _put(document: Document, new: Entity, by: Author, act: str) -> Document:
    edited = replace(new, status="edited")
    forms = tuple(_refreshed([edited], document.annotations, {edited.id}))
    entities = tuple(forms[0] if entity.id == new.id else entity for entity in document.entities)
    return recorded(document, by, act, entities=entities)


def _refreshed(
    entities: Iterable[Entity], annotations: Iterable[Annotation], touched: Collection[str | None]
) -> Iterable[Entity]:
    """The entities with the forms that their marks have now; a touched one without marks goes."""
    forms: dict[str | None, list[str]] = {entity_id: [] for entity_id in touched}
    for annotation in annotations:
        if annotation.is_live and annotation.entity in forms:
            forms[annotation.entity].append(annotation.quote)
    for entity in entities:
        if entity.id not in forms:
            yield entity
        elif written := dict.fromkeys(forms[entity.id]):
            variants = tuple(form for form in written if form != entity.name)
            yield replace(entity, variants=variants, status="edited")
