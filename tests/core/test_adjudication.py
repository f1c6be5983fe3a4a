"""Two annotators' marks made into one: what is taken, whence each mark comes, and how work is resumed."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import edits, sidecar
from core.adjudication import CHOICES, Decision, begin, may_take_both, result_of, sources_in
from core.document import Annotation, Document, Entity, Relation, ScriptChoice, SourceRecord
from core.edits import Author
from core.nesting import FREE
from core.sidecar.parsing import parse
from core.spans import Span, reading_order

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
    assert [pair.kind for pair in begun.differences] == ["edges", "missing", "missing"]
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
    alone = next(pair for pair in begun.differences if pair.one is None)
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
    marks = (replace(a, entity=entity.id) if a.quote == words else a for a in document.annotations)
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


def test_both_only_where_the_scheme_lets_them_stand(one, other):
    edges, alone, _ = begin(one, other).differences
    assert not may_take_both(edges)
    assert may_take_both(edges, FREE)
    assert not may_take_both(alone, FREE)


def test_places_that_one_has_not_looked_at_are_no_difference(one, other):
    unseen = replace(other, annotations=tuple(replace(a, status="auto") for a in other.annotations))
    assert [pair.kind for pair in begin(one, unseen).differences] == ["missing"]


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
