"""The card of a person, place or organization: mentions, forms, posts, relations, figures."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core import edits
from core.document import Document, Relation
from core.edits import Author
from core.entities.card import entity_card, mergeable
from core.files.source import source_of
from core.pipeline import mark, open_article

BY = Author("甲", "2026-01-01T08:00:00+08:00")
ARTICLE = """重庆市渝北区外贸增长

2024-04-18 09:30 江州日报

渝北区商务委主任周启明介绍，渝北区现有外贸企业320家，去年出口9.4亿元。渝北位于重庆主城。

周启明说，渝北将新增企业30家。江北区有企业200家。
"""


@pytest.fixture(scope="module")
def document() -> Document:
    return mark(open_article(source_of(ARTICLE.encode(), "a.txt")))


def mark_of(document: Document, quote: str) -> str:
    return next(a.id for a in document.live_annotations() if a.quote == quote)


def test_a_place_has_its_forms_mentions_and_division(document):
    card = entity_card(document, mark_of(document, "渝北"))
    assert (card.label, card.name, card.code, card.home) == ("LOC", "渝北区", "500112", "重庆市")
    assert dict(card.forms) == {"渝北区": 2, "渝北": 2}
    assert [mention.words for mention in card.mentions] == ["渝北区", "渝北区", "渝北", "渝北"]
    assert card.mentions[2].after.startswith("位于重庆主城")
    assert set(card.ids) == {a.id for a in document.annotations if a.entity == card.entity}


def test_figures_are_those_that_it_holds(document):
    card = entity_card(document, mark_of(document, "渝北区"))
    assert [(f.amount, f.unit) for f in card.figures] == [("320", "家"), ("30", "家")]
    other = entity_card(document, mark_of(document, "江北区"))
    assert [(f.amount, f.unit) for f in other.figures] == [("200", "家")]


def test_who_writes_the_article_holds_no_figures():
    text = "江州外贸增长\n\n2024-04-18 09:30 江州日报\n\n本报讯（记者 林晓芸）4月18日，全市外贸增长12%。\n"
    document = mark(open_article(source_of(text.encode(), "a.txt")))
    assert document.article.authors == ("林晓芸",)
    assert entity_card(document, mark_of(document, "林晓芸")).figures == ()


def test_a_person_has_posts_and_a_body_its_people(document):
    person = entity_card(document, mark_of(document, "周启明"))
    assert [(said.kind, said.words) for said in person.said] == [("post", "渝北区商务委主任")]
    assert person.said[0].span.of(document.text) == "主任周启明"
    body = entity_card(document, mark_of(document, "渝北区商务委"))
    assert [said.words for said in body.said] == ["主任周启明"]


def test_relations_are_told_from_both_ends(document):
    person, body = mark_of(document, "周启明"), mark_of(document, "渝北区商务委")
    related = replace(document, relations=(Relation("x1", "works_for", person, body),))
    assert ("works_for", "渝北区商务委") in [(s.kind, s.words) for s in entity_card(related, person).said]
    assert ("works_for", "周启明") in [(s.kind, s.words) for s in entity_card(related, body).said]


def test_what_can_be_merged_is_of_the_same_label(document):
    card = entity_card(document, mark_of(document, "渝北区"))
    labels = {entity.label for entity in mergeable(document, card)}
    assert labels == {"LOC"}
    assert card.entity not in {entity.id for entity in mergeable(document, card)}


def test_merged_and_parted_entities_have_other_cards(document):
    one, other = mark_of(document, "渝北区"), mark_of(document, "江北区")
    target = entity_card(document, one).entity
    assert target is not None
    merged = edits.assign_entity(document, entity_card(document, other).ids, target, BY)
    assert "江北区" in dict(entity_card(merged, one).forms)
    parted = edits.assign_entity(merged, [other], None, BY)
    assert dict(entity_card(parted, other).forms) == {"江北区": 1}


def test_a_name_without_an_entity_stands_for_itself(document):
    bare = replace(
        document, entities=(), annotations=tuple(replace(a, entity=None) for a in document.annotations)
    )
    card = entity_card(bare, mark_of(bare, "渝北"))
    assert (card.entity, card.name, card.forms) == (None, "渝北", (("渝北", 2),))


def test_a_missing_mark_is_refused(document):
    with pytest.raises(KeyError):
        entity_card(document, "a999")
