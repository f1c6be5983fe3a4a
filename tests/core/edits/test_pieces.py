"""Split, join, discontinuous marks, relations, and following a scheme whose labels were renamed."""

from dataclasses import replace

import pytest

from core import edits
from core.document import Annotation, Document, SchemeRecord
from core.edits import Author
from core.mentions import Mention
from core.nesting import FLAT, FREE, Nesting
from core.schemes.change import SchemeChange
from core.sidecar import encode
from core.sidecar.parsing import parse
from core.text.spans import Span

NEW = SchemeRecord("own", "2", "")


def spot(document: Document, words: str) -> Span:
    start = document.text.index(words)
    return Span(start, start + len(words))


def marked(document: Document, words: str, label: str, author: Author) -> tuple[Document, str]:
    after = edits.add(document, spot(document, words), label, author, nesting=FREE)
    made = edits.exactly(after, spot(document, words), label)
    assert made is not None
    return after, made.id


def mark(document: Document, words: str) -> Annotation:
    return next(a for a in document.annotations if a.quote == words)


def test_a_mark_is_cut_in_two_that_keep_its_label(document: Document, author: Author):
    before, name = marked(document, "張三來到", "PER", author)
    cut = edits.split(before, name, spot(document, "來到").start, author)
    assert mark(cut, "來到").label == "PER"
    assert mark(cut, "來到").status == "added"
    assert cut.annotation(name).quote == "張三"
    assert cut.history[-1].act == "split"


@pytest.mark.parametrize("at", [0, 3, 5, 99])
def test_a_cut_at_or_beyond_an_edge_does_nothing(document: Document, author: Author, at: int):
    person = mark(document, "張三")
    assert (
        edits.split(document, person.id, at, author) is document or person.span.start < at < person.span.end
    )


def test_white_space_at_the_cut_belongs_to_neither(author: Author, document: Document):
    spaced = replace(document, text=document.text.replace("張三來", "張 來"))
    span = spot(spaced, "張 來")
    before = edits.add(replace(spaced, annotations=()), span, "PER", author)
    cut = edits.split(before, before.annotations[0].id, span.start + 1, author)
    assert [a.quote for a in cut.annotations] == ["張", "來"]


def test_a_found_mark_that_is_cut_remembers_what_it_was(document: Document, author: Author):
    place = mark(document, "重慶")
    cut = edits.split(document, place.id, place.span.start + 1, author)
    first = cut.annotation(place.id)
    assert (first.quote, first.status, first.was and first.was.span) == ("重", "edited", place.span)


def test_two_marks_become_one_with_what_both_say(document: Document, author: Author):
    before, second = marked(document, "來到", "LOC", author)
    first = mark(before, "張三").id
    before = edits.set_attribute(before, second, "k", "v", author)
    before, third = marked(before, "有", "TERM", author)
    before = edits.relate(before, second, third, "at", author)
    before = edits.relate(before, first, second, "at", author)
    joined = edits.join(before, first, second, author)
    one = joined.annotation(first)
    assert (one.quote, one.label, one.attributes) == ("張三來到", "PER", {"k": "v"})
    assert [(r.from_id, r.to_id) for r in joined.relations] == [(first, third)], "none leads to itself"
    assert second not in {a.id for a in joined.annotations}


def test_joining_takes_the_room_between(document: Document, author: Author):
    before, last = marked(document, "有", "TERM", author)
    joined = edits.join(before, mark(before, "張三").id, last, author)
    assert mark(joined, "重慶").status == "rejected"
    assert joined.live_annotations()[0].quote == "張三來到重慶,重慶有"


def test_a_mark_covers_a_further_piece(document: Document, author: Author):
    person = mark(document, "張三")
    pieced = edits.add_piece(document, person.id, spot(document, "重慶"), author)
    after = pieced.annotation(person.id)
    assert after.stretches == (person.span, spot(document, "重慶"))
    assert after.quote == "張三來到重慶"
    assert mark(pieced, "重慶").status == "rejected", "it took the room of the other"
    again = edits.add_piece(pieced, person.id, spot(document, "來到"), author)
    assert again.annotation(person.id).stretches == (spot(document, "張三來到重慶"),)
    assert again.annotation(person.id).pieces == ()
    assert edits.add_piece(again, person.id, spot(document, "來"), author) is again


def test_a_discontinuous_mark_keeps_its_gap_while_its_edges_move(document: Document, author: Author):
    person = mark(document, "張三")
    pieced = edits.add_piece(document, person.id, spot(document, "重慶"), author)
    whole = pieced.annotation(person.id).span
    wider = edits.resize(pieced, person.id, Span(whole.start, whole.end + 2), author)
    assert [s.of(document.text) for s in wider.annotation(person.id).stretches] == ["張三", "重慶,重"]
    back = edits.resize(wider, person.id, person.span, author)
    assert back.annotation(person.id).pieces == ()
    cut = edits.split(pieced, person.id, whole.start + 3, author)
    assert [a.quote for a in cut.live_annotations()][:2] == ["張三", "重慶"]


def test_pieces_and_relations_are_written_and_read(document: Document, author: Author):
    person, place = mark(document, "張三"), mark(document, "重慶")
    pieced = edits.add_piece(document, person.id, spot(document, "有"), author)
    after = edits.set_article_label(
        edits.relate(pieced, person.id, place.id, "at", author), "topic", ["甲"], author
    )
    stored = parse(encode(after)).document
    assert (stored.annotations, stored.relations, stored.labels) == (
        after.annotations, after.relations, after.labels,
    )  # fmt: skip


def test_a_relation_is_made_once_and_taken_away(document: Document, author: Author):
    person, place = mark(document, "張三"), mark(document, "重慶")
    related = edits.relate(document, person.id, place.id, "at", author)
    [relation] = related.relations
    assert (relation.label, relation.from_id, relation.to_id, relation.status) == (
        "at", person.id, place.id, "added",
    )  # fmt: skip
    assert edits.relate(related, person.id, place.id, "at", author) is related
    assert edits.relate(document, person.id, person.id, "at", author) is document
    renamed = edits.relabel_relation(related, relation.id, "from", author)
    assert renamed.relations[0].label == "from"
    assert edits.unrelate(related, relation.id, author).relations == ()
    with pytest.raises(KeyError):
        edits.unrelate(document, "x9", author)
    with pytest.raises(KeyError):
        edits.relate(document, person.id, "a99", "at", author)


def test_a_relation_to_a_rejected_mark_waits_unseen(document: Document, author: Author):
    person, place = mark(document, "張三"), mark(document, "重慶")
    related = edits.relate(document, person.id, place.id, "at", author)
    gone = edits.set_status(related, place.id, "rejected", author)
    assert edits.relations_of(gone) == ()
    back = edits.set_status(gone, place.id, "accepted", author)
    assert [r.label for r in edits.relations_of(back, person.id)] == ["at"]


def test_a_renamed_label_carries_its_marks_along(document: Document, author: Author):
    person, place = mark(document, "張三"), mark(document, "重慶")
    before = edits.set_attribute(document, person.id, "role", "记者", author)
    before = edits.relabel(before, place.id, "ORG", author)
    before = edits.relate(before, person.id, place.id, "at", author)
    before = edits.set_article_label(before, "topic", ["甲"], author)
    change = SchemeChange(
        {"PER": "人物", "LOC": "地点"},
        {("PER", "role"): "职务"},
        {("PER", "role", "记者"): "编辑"},
        {"at": "在"},
        {"topic": "题材"},
        {("topic", "甲"): "一"},
    )
    after = edits.follow_scheme(before, change, NEW, author)
    new = after.annotation(person.id)
    assert (new.label, new.attributes, new.status) == ("人物", {"职务": "编辑"}, "auto")
    was = after.annotation(place.id).was
    assert was is not None
    assert was.label == "地点"
    assert [relation.label for relation in after.relations] == ["在"]
    assert after.labels == {"题材": ("一",)}
    assert (after.scheme, after.history[-1].act) == (NEW, "follow_scheme")
    assert edits.follow_scheme(after, change, NEW, author) is after, "nothing has such a name any more"


def test_labels_swap_their_names(document: Document, author: Author):
    swapped = edits.follow_scheme(document, SchemeChange({"PER": "LOC", "LOC": "PER"}), NEW, author)
    assert (mark(swapped, "張三").label, mark(swapped, "重慶").label) == ("LOC", "PER")


def test_marks_that_come_to_be_the_same_are_one(document: Document, author: Author):
    nested, extra = marked(document, "重慶", "ORG", author)
    merged = edits.follow_scheme(nested, SchemeChange({"ORG": "LOC"}), NEW, author)
    assert [(a.id, a.label) for a in merged.annotations if a.quote == "重慶"] == [(extra, "LOC")]


def test_recognition_keeps_what_may_lie_inside_a_reviewed_mark(document: Document, author: Author):
    found = [Mention(mark(document, "重慶").span, "LOC", origin="names")]
    around = edits.add(document, spot(document, "來到重慶"), "TERM", author, nesting=FREE)
    for nesting, expected in ((FLAT, []), (FREE, ["重慶"]), (Nesting("nested", {"TERM": frozenset()}), [])):
        again = edits.merge_mentions(around, found, nesting)
        assert [a.quote for a in again.annotations if a.label == "LOC"] == expected


def test_the_same_words_inside_other_marks_are_marked_where_they_may(document: Document, author: Author):
    before, name = marked(document, "重慶", "ORG", author)
    second = Span(spot(document, "重慶有").start, spot(document, "重慶有").end)
    before = edits.add(before, second, "TERM", author, nesting=FREE)
    flat, _ = edits.mark_same(before, name, author)
    nested, _ = edits.mark_same(before, name, author, nesting=FREE)
    inside = Span(second.start, second.start + 2)
    assert edits.exactly(flat, inside, "ORG") is None
    assert edits.exactly(nested, inside, "ORG") is not None
