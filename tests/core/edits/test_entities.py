"""Entities by hand, and automatic grouping that leaves them alone."""

from dataclasses import replace

import pytest

from core import edits
from core.document import Entity


@pytest.fixture
def named(document, author):
    marked, _ = edits.mark_same(document, "a2", author)
    grouping = {a.id: "n1" if a.label == "PER" else "n2" for a in marked.annotations if a.label != "MEASURE"}
    return edits.grouped(
        marked, [Entity("n1", "PER", "張三"), Entity("n2", "LOC", "重慶市", ("重慶",))], grouping
    )


def forms(document):
    return [(e.id, e.name, e.variants, e.status) for e in document.entities]


def entity_of(document, words):
    return [a.entity for a in document.annotations if a.quote == words]


def test_grouping_gives_every_name_its_entity(named):
    assert entity_of(named, "張三") == ["e1"]
    assert entity_of(named, "重慶") == ["e2", "e2", "e2"]
    assert entity_of(named, "10萬方米") == [None]


def test_grouping_again_keeps_the_ids(named):
    entities = [Entity("n1", "LOC", "重慶市", ("重慶",)), Entity("n2", "PER", "張三")]
    by_annotation = {a.id: "n2" if a.label == "PER" else "n1" for a in named.annotations if a.entity}
    again = edits.grouped(named, entities, by_annotation)
    assert {e.name: e.id for e in again.entities} == {"張三": "e1", "重慶市": "e2"}
    assert again.annotations == named.annotations


def test_an_entity_of_its_own_and_back(named, author):
    first = next(a.id for a in named.annotations if a.quote == "重慶")
    apart = edits.assign_entity(named, [first], None, author)
    assert forms(apart)[1:] == [("e2", "重慶市", ("重慶",), "edited"), ("e3", "重慶", (), "edited")]
    assert entity_of(apart, "重慶") == ["e3", "e2", "e2"]
    back = edits.merge_entities(apart, "e2", "e3", author)
    assert [e.id for e in back.entities] == ["e1", "e2"]
    assert entity_of(back, "重慶") == ["e2", "e2", "e2"]
    assert edits.merge_entities(back, "e2", "e2", author) is back


def test_renamed_and_coded(named, author):
    renamed = edits.set_entity_code(edits.rename_entity(named, "e2", "重慶", author), "e2", "500000", author)
    [entity] = [e for e in renamed.entities if e.id == "e2"]
    assert (entity.name, entity.variants, entity.code, entity.status) == ("重慶", (), "500000", "edited")
    assert edits.rename_entity(renamed, "e2", "重慶", author) is renamed
    with pytest.raises(KeyError):
        edits.rename_entity(named, "e9", "重慶", author)


def test_what_a_person_grouped_stays(named, author):
    first = next(a.id for a in named.annotations if a.quote == "重慶")
    apart = edits.assign_entity(named, [first], None, author)
    again = edits.grouped(
        apart, [Entity("n1", "LOC", "重慶")], dict.fromkeys((a.id for a in apart.annotations), "n1")
    )
    assert entity_of(again, "重慶") == ["e3", "e2", "e2"]
    assert {"e2", "e3"} <= {e.id for e in again.entities}


def test_a_new_mark_joins_the_entity_of_its_words(named, author):
    mark = next(a for a in named.annotations if a.quote == "重慶")
    gone = replace(named, annotations=tuple(a for a in named.annotations if a is not mark))
    again = edits.add(gone, mark.span, "LOC", author)
    assert edits.exactly(again, mark.span, "LOC").entity == "e2"


def test_entities_of_two_documents_are_one_where_label_and_name_are(named):
    here = replace(named, entities=(Entity("e1", "PER", "張三"), Entity("e2", "LOC", "重慶")))
    there = replace(named, entities=(Entity("e1", "LOC", "重慶"), Entity("e2", "ORG", "重慶")))
    entities, names = edits.pooled(here, there)
    assert names[0] == {"e1": "e1", "e2": "e2"}
    assert names[1]["e1"] == "e2"
    assert [(e.label, e.name) for e in entities if e.id == names[1]["e2"]] == [("ORG", "重慶")]
    assert len({e.id for e in entities}) == len(entities) == 3
