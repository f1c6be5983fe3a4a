"""Two annotators' marks made into one: what is taken, whence each mark comes, and how work is resumed."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import edits, sidecar
from core.adjudication import (
    CHOICES,
    Decision,
    begin,
    follow_renaming,
    may_take_both,
    result_of,
    sources_in,
)
from core.document import (
    Annotation,
    Document,
    Entity,
    Progress,
    Relation,
    SchemeRecord,
    ScriptChoice,
    SourceRecord,
)
from core.edits import Author
from core.schemes import ArticleLabelSpec, default_scheme
from core.schemes.change import SchemeChange
from core.sidecar.parsing import parse
from core.text.spans import Span, reading_order

TEXT = "张三在重庆市渝北区说，投资4亿元。"
BY = Author("定", "2026-01-05T08:40:36+08:00")


def document(annotator, *marks, **fields):
    """A document of an annotator with accepted marks: words and label."""
    record = SourceRecord("a.txt", len(TEXT.encode()), "0" * 64, "utf-8", "lf", "plain/1")
    annotations = []
    for number, (words, label) in enumerate(marks, 1):
        span = Span(TEXT.index(words), TEXT.index(words) + len(words))
        mark = Annotation(f"{annotator}{number}", label, span, words, span, status="accepted", origin="names")
        annotations.append(mark)
    bare = Document(record, TEXT, ScriptChoice("hans", "hans"), TEXT, annotator=annotator)
    return replace(bare, annotations=tuple(reading_order(annotations)), **fields)


@pytest.fixture
def one():
    return document("甲", ("张三", "PER"), ("重庆市", "LOC"), ("4亿元", "MONEY"))


@pytest.fixture
def other():
    return document("乙", ("张三", "PER"), ("重庆市渝北区", "LOC"), ("渝北区", "ORG"))


def stood(result):
    return [(mark.quote, mark.label, sources_in(result)[mark.id]) for mark in result.annotations]


def test_what_both_say_is_taken_and_the_rest_waits(one, other):
    begun = begin(one, other)
    assert [each.kind for each in begun.differences] == ["edges", "missing", "missing"]
    result = result_of(begun, BY)
    assert stood(result) == [("张三", "PER", (("甲", "甲1"), ("乙", "乙1")))]
    assert (result.annotator, result.progress.status) == ("定", "in_progress")


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ("left", [("重庆市", "LOC", (("甲", "甲2"),))]),
        ("right", [("重庆市渝北区", "LOC", (("乙", "乙2"),))]),
        ("both", [("重庆市渝北区", "LOC", (("乙", "乙2"),)), ("重庆市", "LOC", (("甲", "甲2"),))]),
        ("neither", []),
    ],
)
def test_each_choice_and_whence_the_marks_come(one, other, choice, expected):
    begun = begin(one, other)
    decided = begun.decided(begun.differences[0], Decision(choice))
    assert stood(result_of(decided, BY))[1:] == expected
    assert decided.open_count == 2


def test_of_what_only_one_has_the_other_side_is_nothing(one, other):
    begun = begin(one, other)
    alone = next(each for each in begun.differences if each.pair.one is None)
    assert stood(result_of(begun.decided(alone, Decision("left")), BY))[1:] == []
    assert stood(result_of(begun.decided(alone, Decision("right")), BY))[1:] == [
        ("渝北区", "ORG", (("乙", "乙3"),))
    ]


def test_an_edited_mark_comes_from_both(one, other):
    begun = begin(one, other)
    edited = Decision("edit", "ORG", Span(3, 6))
    result = result_of(begun.decided(begun.differences[0], edited), BY)
    assert stood(result)[1:] == [("重庆市", "ORG", (("甲", "甲2"), ("乙", "乙2")))]
    assert result.annotations[1].source == Span(3, 6)


def test_it_is_done_when_everything_is_decided(one, other):
    state = begin(one, other)
    for pair in state.differences:
        state = state.decided(pair, Decision("left"))
    result = result_of(state, BY)
    assert result.progress.status == "done"
    assert [mark.quote for mark in result.annotations] == ["张三", "重庆市", "4亿元"]
    assert {mark.status for mark in result.annotations} == {"accepted"}


def test_a_decision_can_be_taken_back(one, other):
    begun = begin(one, other)
    pair = begun.differences[0]
    assert begun.decided(pair, Decision("left")).decided(pair, None) == begun


def test_work_is_resumed_from_the_third_sidecar(one, other, tmp_path):
    begun = begin(one, other)
    decided = begun.decided(begun.differences[0], Decision("edit", "ORG", Span(3, 9))).decided(
        begun.differences[1], Decision("neither")
    )
    target = tmp_path / "a.txt.定.danqian.json"
    sidecar.save(result_of(decided, BY), target, expected=None)
    third = sidecar.stored_in(target)
    resumed = begin(one, other, third)
    assert resumed.decisions == decided.decisions
    assert result_of(resumed, BY, third).annotations == third.annotations


def test_what_was_decided_is_asked_again_where_an_annotator_changed_it(one, other):
    begun = begin(one, other)
    third = result_of(begun.decided(begun.differences[0], Decision("left")), BY)
    changed = document("甲", ("张三", "PER"), ("庆市", "LOC"), ("4亿元", "MONEY"))
    assert begin(changed, other, third).open_count == 3
    renumbered = replace(one, annotations=tuple(replace(a, id=f"{a.id}9") for a in one.annotations))
    assert begin(renumbered, other, third).open_count == 2


def test_what_a_person_did_to_the_third_is_kept(one, other):
    begun = begin(one, other)
    state = begun.decided(begun.differences[0], Decision("left"))
    third = result_of(state, BY)
    by_hand = edits.add(third, Span(10, 12), "TERM", BY)
    moved = edits.relabel(by_hand, third.annotations[1].id, "ORG", BY)
    again = result_of(begin(one, other, moved), BY, moved)
    assert [(a.quote, a.label) for a in again.annotations] == [
        ("张三", "PER"),
        ("重庆市", "ORG"),
        ("，投", "TERM"),
    ]
    assert {a.id for a in again.annotations} == {a.id for a in moved.annotations}


def with_entity(document, words, entity):
    marks = (replace(a, entity=entity.id) if a.quote in words.split() else a for a in document.annotations)
    return replace(document, annotations=tuple(marks), entities=(*document.entities, entity))


def test_a_mark_names_what_its_annotator_says_whatever_the_ids(one, other):
    mine = with_entity(one, "张三", Entity("e1", "PER", "张三"))
    theirs = with_entity(other, "渝北区", Entity("e1", "ORG", "渝北区政府"))
    state = begin(mine, theirs)
    for pair in state.differences:
        state = state.decided(pair, Decision("right"))
    result = result_of(state, BY)
    by_hand = edits.assign_entity(result, [result.annotations[1].id], None, BY)
    for made in (result, result_of(begin(mine, theirs, by_hand), BY, by_hand)):
        names = {entity.id: entity.name for entity in made.entities}
        assert [names.get(mark.entity) for mark in made.annotations if mark.quote == "张三"] == ["张三"]
        assert [names.get(mark.entity) for mark in made.annotations if mark.label == "ORG"] == ["渝北区政府"]


def test_relations_come_where_both_ends_do_and_once(one, other):
    mine = replace(one, relations=(Relation("x1", "在", "甲1", "甲2"), Relation("x2", "出", "甲1", "甲3")))
    theirs = replace(other, relations=(Relation("x1", "在", "乙1", "乙2"),))
    begun = begin(mine, theirs)
    edited = begun.decided(begun.differences[0], Decision("edit", "LOC", Span(3, 6)))
    result = result_of(edited, BY)
    assert [(r.label, r.from_id, r.to_id) for r in result.relations] == [
        ("在", result.annotations[0].id, result.annotations[1].id)
    ]


def test_labels_of_the_article_that_both_gave(one, other):
    mine = replace(one, labels={"topic": ("农业", "茶"), "tone": ("好",)})
    theirs = replace(other, labels={"topic": ("茶", "水")})
    assert result_of(begin(mine, theirs), BY).labels == {"topic": ("茶",)}


def about(state, kind):
    return next(each for each in state.differences if each.about == kind)


def with_attributes(document, words, **values):
    marks = (replace(a, attributes=values) if a.quote == words else a for a in document.annotations)
    return replace(document, annotations=tuple(marks))


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (None, {"role": "记者"}),
        ("left", {"role": "记者", "age": "30"}),
        ("right", {"role": "记者"}),
        ("neither", {"role": "记者"}),
    ],
)
def test_an_attribute_that_only_one_gave_is_asked_about(one, other, choice, expected):
    mine = with_attributes(one, "张三", role="记者", age="30")
    theirs = with_attributes(other, "张三", role="记者")
    state = begin(mine, theirs)
    asked = about(state, "attribute")
    assert (asked.name, asked.one, asked.other, asked.pair.one.quote) == ("age", "30", None, "张三")
    state = state.decided(asked, choice and Decision(choice))
    third = result_of(state, BY)
    assert third.annotations[0].attributes == expected
    assert begin(mine, theirs, third).decisions == state.decisions


def test_an_attribute_with_two_values_is_the_one_decided_for(one, other):
    state = begin(with_attributes(one, "张三", age="30"), with_attributes(other, "张三", age="31"))
    decided = state.decided(about(state, "attribute"), Decision("right"))
    assert result_of(decided, BY).annotations[0].attributes == {"age": "31"}
    assert decided.open_count == state.open_count - 1


CITY = Entity("e1", "LOC", "重庆市", code="500000", status="edited")
OTHER_CITY = Entity("e1", "LOC", "重庆市直辖区")


def name_of(document, words):
    mark = next(a for a in document.annotations if a.quote == words)
    return next((entity.name for entity in document.entities if entity.id == mark.entity), None)


@pytest.mark.parametrize(
    ("choice", "name"), [(None, None), ("left", "重庆市"), ("right", "重庆市直辖区"), ("neither", None)]
)
def test_what_a_mark_names_is_asked_about_where_one_of_the_two_chose_it(one, choice, name):
    mine = with_entity(one, "重庆市", CITY)
    theirs = with_entity(replace(one, annotator="乙"), "重庆市", OTHER_CITY)
    state = begin(mine, theirs)
    [asked] = state.differences
    assert (asked.about, asked.one.name, asked.other.name) == ("entity", "重庆市", "重庆市直辖区")
    first = result_of(state, BY)
    assert name_of(first, "重庆市") is None
    state = state.decided(asked, choice and Decision(choice))
    third = result_of(state, BY, first)
    assert name_of(third, "重庆市") == name
    assert begin(mine, theirs, third).decisions == state.decisions
    assert parse(sidecar.encode(third)).document.entities == third.entities


def test_one_question_is_for_all_marks_that_two_entities_divide(one):
    mine = with_entity(one, "重庆市 4亿元", CITY)
    theirs = with_entity(replace(one, annotator="乙"), "重庆市 4亿元", OTHER_CITY)
    [asked] = begin(mine, theirs).differences
    third = result_of(begin(mine, theirs).decided(asked, Decision("right")), BY)
    assert [name_of(third, words) for words in ("重庆市", "4亿元")] == ["重庆市直辖区"] * 2


def test_what_a_person_says_of_the_settled_mark_stays(one):
    mine = with_entity(one, "重庆市", CITY)
    theirs = with_entity(replace(one, annotator="乙"), "重庆市", OTHER_CITY)
    state = begin(mine, theirs)
    state = state.decided(state.differences[0], Decision("left"))
    third = result_of(state, BY)
    renamed = edits.rename_entity(third, third.entities[0].id, "渝", BY)
    assert name_of(result_of(state, BY, renamed), "重庆市") == "渝"


def test_entities_that_nobody_chose_are_no_difference(one):
    mine = with_entity(one, "重庆市", replace(CITY, status="auto"))
    theirs = with_entity(replace(one, annotator="乙"), "重庆市", OTHER_CITY)
    assert begin(mine, theirs).differences == ()
    assert name_of(result_of(begin(mine, theirs), BY), "重庆市") == "重庆市"


def with_value(document, words, value):
    marks = (replace(a, value=value) if a.quote == words else a for a in document.annotations)
    return replace(document, annotations=tuple(marks))


FOUR, FIVE = ({"amount": amount, "to": None, "unit": "CNY"} for amount in ("400000000", "500000000"))


@pytest.mark.parametrize(
    ("choice", "expected"), [(None, None), ("left", FOUR), ("right", FIVE), ("neither", None)]
)
def test_two_values_of_a_mark_are_asked_about(one, choice, expected):
    mine, theirs = with_value(one, "4亿元", FOUR), with_value(one, "4亿元", FIVE)
    theirs = replace(theirs, annotator="乙")
    state = begin(mine, theirs)
    [asked] = state.differences
    assert (asked.about, asked.one, asked.other, asked.pair.one.quote) == ("value", FOUR, FIVE, "4亿元")
    assert not may_take_both(asked, default_scheme())
    state = state.decided(asked, choice and Decision(choice))
    third = result_of(state, BY)
    assert third.annotations[-1].value == expected
    assert begin(mine, theirs, third).decisions == state.decisions


def test_a_value_that_only_one_gave_is_taken_without_asking(one):
    theirs = replace(with_value(one, "4亿元", FOUR), annotator="乙")
    state = begin(one, theirs)
    assert state.differences == ()
    assert result_of(state, BY).annotations[-1].value == FOUR


def test_a_value_decided_anew_reaches_a_mark_that_a_person_has_changed(one):
    mine, theirs = with_value(one, "4亿元", FOUR), with_value(one, "4亿元", FIVE)
    theirs = replace(theirs, annotator="乙")
    state = begin(mine, theirs)
    [asked] = state.differences
    third = result_of(state.decided(asked, Decision("left")), BY)
    work = edits.set_note(third, third.annotations[-1].id, "已核", BY)
    again = result_of(begin(mine, theirs, work).decided(asked, Decision("right")), BY, work)
    assert (again.annotations[-1].value, again.annotations[-1].note) == (FIVE, "已核")


def related(document, *rows):
    """Relations by the words of their ends, in an article that is done."""
    ids = {a.quote: a.id for a in document.annotations}
    relations = tuple(
        Relation(f"x{number}", label, ids[start], ids[end])
        for number, (label, start, end) in enumerate(rows, 1)
    )
    return replace(document, relations=relations, progress=Progress("done"))


def drawn(document):
    words = {a.id: a.quote for a in document.annotations}
    return [(r.label, words[r.from_id], words[r.to_id]) for r in document.relations]


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (None, []),
        ("left", [("在", "张三", "重庆市")]),
        ("right", [("往", "重庆市", "张三")]),
        ("both", [("在", "张三", "重庆市"), ("往", "重庆市", "张三")]),
        ("neither", []),
    ],
)
def test_relations_of_the_same_marks_are_settled(choice, expected):
    mine = related(document("甲", ("张三", "PER"), ("重庆市", "LOC")), ("在", "张三", "重庆市"))
    theirs = related(document("乙", ("张三", "PER"), ("重庆市", "LOC")), ("往", "重庆市", "张三"))
    state = begin(mine, theirs)
    [asked] = state.differences
    assert (asked.about, may_take_both(asked, default_scheme())) == ("relation", True)
    state = state.decided(asked, choice and Decision(choice))
    third = result_of(state, BY)
    assert drawn(third) == expected
    assert begin(mine, theirs, third).decisions == state.decisions


def test_a_relation_leads_to_the_mark_that_stands(one, other):
    state = begin(related(one), related(other, ("在", "张三", "重庆市渝北区")))
    edges = state.differences[0]
    state = state.decided(about(state, "relation"), Decision("right")).decided(edges, Decision("left"))
    assert drawn(result_of(state, BY)) == [("在", "张三", "重庆市")]
    gone = state.decided(edges, Decision("neither"))
    assert drawn(result_of(gone, BY)) == []
    assert "relation" not in {each.about for each in gone.differences}


def test_who_has_not_finished_may_still_draw_and_answer(one, other):
    mine = replace(related(one, ("在", "张三", "重庆市")), labels={"topic": ("茶",)})
    assert {each.about for each in begin(mine, other).differences} == {"mark"}
    assert {each.about for each in begin(mine, related(other)).differences} == {"mark", "answer", "relation"}


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (None, {"topic": ("茶",)}),
        ("left", {"topic": ("农业", "茶")}),
        ("right", {"topic": ("茶", "水")}),
        ("both", {"topic": ("农业", "茶", "水")}),
        ("neither", {}),
    ],
)
def test_answers_about_the_article_are_settled(one, other, choice, expected):
    mine, theirs = (
        replace(one, labels={"topic": ("农业", "茶")}),
        replace(other, labels={"topic": ("茶", "水")}),
    )
    state = begin(mine, theirs)
    asked = about(state, "answer")
    several = replace(default_scheme(), article_labels=(ArticleLabelSpec("topic", is_multiple=True),))
    assert [may_take_both(asked, scheme) for scheme in (default_scheme(), several)] == [False, True]
    state = state.decided(asked, choice and Decision(choice))
    third = result_of(state, BY)
    assert third.labels == expected
    assert begin(mine, theirs, third).decisions == state.decisions


def test_notes_come_from_both_with_their_writers(one, other):
    mine = replace(one, annotations=tuple(replace(a, note="核") for a in one.annotations))
    state = begin(mine, other)
    for each in state.differences:
        state = state.decided(each, Decision("left"))
    assert [a.note for a in result_of(state, BY).annotations] == ["甲: 核", "甲: 核", "核"]


def test_nothing_of_a_persons_work_on_the_third_is_lost(one, other):
    mine = replace(
        with_attributes(one, "张三", age="30"), labels={"topic": ("茶",)}, progress=Progress("done")
    )
    theirs = replace(
        with_attributes(other, "张三", age="31"), labels={"topic": ("茶",)}, progress=Progress("done")
    )
    state = begin(mine, theirs)
    edges = state.differences[1]
    state = state.decided(about(state, "attribute"), Decision("left")).decided(edges, Decision("left"))
    third = result_of(state, BY)
    person, place = third.annotations
    work = edits.set_note(third, person.id, "已核", BY)
    work = edits.set_attribute(work, place.id, "级别", "直辖市", BY)
    work = edits.assign_entity(work, [person.id, place.id], None, BY)
    work = edits.relate(work, person.id, place.id, "在", BY)
    work = edits.set_article_label(work, "topic", ("水",), BY)
    work = replace(work, progress=replace(work.progress, flagged=True, reason="再看"), x={"more": 1})
    state = begin(mine, theirs, work)
    for each in state.differences[2:]:
        state = state.decided(each, Decision("right"))
    again = result_of(state, BY, work)
    kept = {a.id: a for a in again.annotations}
    assert (kept[person.id].note, kept[place.id].attributes) == ("已核", {"级别": "直辖市"})
    assert kept[person.id].entity == kept[place.id].entity == work.entities[-1].id
    assert work.entities[-1] in again.entities
    assert drawn(again) == [("在", "张三", "重庆市")]
    assert again.labels == {"topic": ("水",)}
    assert (again.progress.flagged, again.progress.reason, again.x) == (True, "再看", {"more": 1})
    assert "渝北区" in {a.quote for a in again.annotations}
    redone = result_of(state.decided(about(state, "attribute"), Decision("right")), BY, again)
    assert (redone.annotation(person.id).note, redone.annotation(person.id).attributes) == (
        "已核",
        {"age": "31"},
    )


def test_what_a_person_took_away_stays_away(one, other):
    mine = replace(related(one, ("在", "张三", "重庆市")), labels={"topic": ("茶",)})
    theirs = replace(related(other, ("在", "张三", "重庆市渝北区")), labels={"topic": ("茶",)})
    state = begin(mine, theirs)
    for each in state.differences:
        state = state.decided(each, Decision("left"))
    third = result_of(state, BY)
    assert drawn(third) == [("在", "张三", "重庆市")]
    work = edits.unrelate(third, third.relations[0].id, BY)
    work = edits.set_article_label(work, "topic", (), BY)
    [money] = [a for a in work.annotations if a.quote == "4亿元"]
    work = replace(work, annotations=tuple(a for a in work.annotations if a is not money))
    again = result_of(begin(mine, theirs, work), BY, work)
    assert (again.relations, again.labels) == ((), {})
    assert [a.quote for a in again.annotations] == ["张三", "重庆市"]
    assert result_of(begin(mine, theirs, again), BY, again) == again


def test_decisions_follow_a_scheme_that_calls_things_otherwise(one, other):
    mine = replace(related(one, ("在", "张三", "重庆市")), labels={"topic": ("农业",)})
    theirs = replace(related(other), labels={"topic": ("工业",)})
    mine, theirs = (
        with_attributes(document, "张三", role=role) for document, role in ((mine, "记者"), (theirs, "官员"))
    )
    state = begin(mine, theirs)
    for each in state.differences:
        edited = Decision("edit", "LOC", Span(3, 6))
        state = state.decided(each, edited if each.kind == "edges" else Decision("left"))
    third = result_of(state, BY)
    change = SchemeChange(
        {"PER": "人", "LOC": "地", "ORG": "机构"},
        {("PER", "role"): "职务"},
        {("PER", "role", "官员"): "干部"},
        {"在": "位于"},
        {"topic": "题"},
        {("topic", "农业"): "三农"},
    )
    record = SchemeRecord("own", "2", "")
    mine, theirs, after = (edits.follow_scheme(each, change, record, BY) for each in (mine, theirs, third))
    after = follow_renaming(third, after, change)
    state = begin(mine, theirs, after)
    assert state.open_count == 0
    again = result_of(state, BY, after)
    assert again == replace(after, scheme=again.scheme, history=again.history)
    assert [(a.label, a.attributes) for a in again.annotations][:2] == [("人", {"职务": "记者"}), ("地", {})]
    assert (drawn(again), again.labels) == ([("位于", "张三", "重庆市")], {"题": ("三农",)})


def test_a_mark_that_was_not_touched_is_the_very_same(one, other):
    state = begin(one, other)
    third = result_of(state, BY)
    later = Author(BY.name, "2026-02-05T08:40:36+08:00")
    again = result_of(state.decided(state.differences[0], Decision("left")), later, third)
    assert again.annotation(third.annotations[0].id) == third.annotations[0]


def test_both_only_where_the_scheme_lets_them_stand(one, other):
    edges, alone, _ = begin(one, other).differences
    free = replace(default_scheme(), overlap="free")
    assert not may_take_both(edges, default_scheme())
    assert may_take_both(edges, free)
    assert not may_take_both(alone, free)


def test_places_that_one_has_not_looked_at_are_no_difference(one, other):
    unseen = replace(other, annotations=tuple(replace(a, status="auto") for a in other.annotations))
    assert [each.kind for each in begin(one, unseen).differences] == ["missing"]


@pytest.mark.parametrize(
    "told",
    [{}, {"decisions": 3}, {"decisions": [1, {}, {"one": 1, "other": 2, "choice": "left"}]},
     {"decisions": [{"one": None, "other": None, "choice": "odd"}], "marks": {"a1": 3, "a2": [[1]]}}],
)  # fmt: skip
def test_what_is_not_ours_in_a_third_is_nothing(one, other, told):
    third = replace(result_of(begin(one, other), BY), adjudication=told, x={"more": 1})
    resumed = begin(one, other, third)
    assert resumed.decisions == {}
    assert result_of(resumed, BY, third).x["more"] == 1


WORDS = st.lists(
    st.tuples(st.sampled_from(["张三", "三在", "重庆市", "渝北区", "4亿元"]), st.sampled_from("AB")),
    max_size=4,
    unique=True,
)


@given(WORDS, WORDS, st.lists(st.sampled_from(CHOICES), min_size=8, max_size=8))
def test_every_mark_has_its_sources_and_the_sidecar_holds_it(mine, theirs, choices):
    state = begin(document("甲", *mine), document("乙", *theirs))
    for pair, choice in zip(state.differences, choices, strict=False):
        edited = Decision("edit", "C", Span(0, 1))
        state = state.decided(pair, edited if choice == "edit" else Decision(choice))
    result = result_of(state, BY)
    assert {mark.id for mark in result.annotations} == set(sources_in(result))
    for mark in result.annotations:
        for name, mark_id in sources_in(result)[mark.id]:
            of = state.one if name == "甲" else state.other
            assert of.annotation(mark_id)
    read = parse(json.dumps(sidecar.to_json(result)).encode()).document
    assert begin(state.one, state.other, read) == state
