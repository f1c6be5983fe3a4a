"""Two people saved: what both did, in one document, and what they disagree on, told."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core import edits, pipeline
from core.document import Entity, Relation
from core.edits import Author
from core.files.source import source_of
from core.mentions import Mention
from core.nesting import FREE
from core.repairs import Repair, applied, compose
from core.sidecar import merge
from core.text.spans import Span

WE, THEY = Author("甲", "2026-01-05T09:00:00+08:00"), Author("乙", "2026-01-05T08:30:00+08:00")
TEXT = "张三到重庆，李四也到重庆，王五没到。"


@pytest.fixture
def base():
    return build()


def build():
    opened = pipeline.open_article(source_of(TEXT.encode(), "a.txt"))
    suggestion = Repair("r1", Span(18, 18), "", "！", "dropped", 0.6, status="suggested")
    opened = replace(opened, repairs=(suggestion,))
    marks = [(0, 2, "PER"), (3, 5, "LOC"), (6, 8, "PER")]
    return edits.merge_mentions(opened, [Mention(Span(s, e), label) for s, e, label in marks])


def shown(document):
    return [(a.quote, a.label, a.status) for a in document.annotations]


def test_what_only_one_did_is_taken(base):
    ours = edits.relabel(base, "a1", "ORG", WE)
    theirs = edits.set_note(edits.set_status(base, "a2", "rejected", THEY), "a3", "谁", THEY)
    merged = merge(base, ours, theirs)
    assert merged.conflicts == ()
    assert shown(merged.document) == [
        ("张三", "ORG", "edited"),
        ("重庆", "LOC", "rejected"),
        ("李四", "PER", "auto"),
    ]
    assert merged.document.annotation("a3").note == "谁"


def test_acts_of_both_stand_in_the_history_by_their_time(base):
    ours, theirs = edits.accept_all(base, WE), edits.remove(base, "a1", THEY)
    assert [entry.by for entry in merge(base, ours, theirs).document.history] == ["乙", "甲"]


def test_where_both_changed_one_mark_ours_stays_and_theirs_is_told(base):
    ours, theirs = edits.relabel(base, "a1", "ORG", WE), edits.relabel(base, "a1", "LOC", THEY)
    merged = merge(base, ours, theirs)
    assert shown(merged.document)[0] == ("张三", "ORG", "edited")
    [conflict] = merged.conflicts
    assert (conflict.id, conflict.ours.label, conflict.theirs.label) == ("a1", "ORG", "LOC")


def test_both_added_different_marks_under_one_id(base):
    ours = edits.add(base, Span(10, 12), "LOC", WE)
    theirs = edits.add(base, Span(13, 15), "PER", THEY)
    merged = merge(base, ours, theirs)
    assert merged.conflicts == ()
    assert shown(merged.document)[3:] == [("重庆", "LOC", "added"), ("王五", "PER", "added")]
    ids = [a.id for a in merged.document.annotations]
    assert len(set(ids)) == len(ids)


def test_a_mark_of_theirs_that_overlaps_ours_is_told_and_kept_as_lost(base):
    ours, theirs = edits.add(base, Span(10, 12), "LOC", WE), edits.add(base, Span(9, 12), "ORG", THEY)
    merged = merge(base, ours, theirs)
    assert shown(merged.document)[3:] == [("重庆", "LOC", "added")]
    [conflict] = merged.conflicts
    assert (conflict.ours.quote, conflict.theirs.quote) == ("重庆", "到重庆")
    assert [a.quote for a in merged.document.lost.annotations] == ["到重庆"]
    assert len(merge(base, ours, theirs, nesting=FREE).document.annotations) == 5


def test_removed_by_one_and_changed_by_the_other_stays(base):
    added = edits.add(base, Span(13, 15), "PER", THEY)
    ours, theirs = edits.remove(added, "a4", WE), edits.set_note(added, "a4", "是", THEY)
    merged = merge(added, ours, theirs)
    assert merged.document.annotation("a4").note == "是"
    assert merged.conflicts[0].ours is None


def test_their_correction_of_the_text_is_made_on_ours(base):
    ours = edits.add(base, Span(13, 15), "PER", WE)
    theirs = edits.correct_text(base, Span(3, 5), "大重庆", THEY)
    merged = merge(base, ours, theirs)
    assert merged.document.text == "张三到大重庆，李四也到重庆，王五没到。"
    assert [a.quote for a in merged.document.annotations] == ["张三", "重庆", "李四", "王五"]
    assert merged.conflicts == ()


def test_corrections_of_both_meet(base):
    ours = edits.correct_text(base, Span(0, 1), "章", WE)
    theirs = edits.relabel(edits.correct_text(base, Span(13, 14), "汪", THEY), "a2", "ORG", THEY)
    merged = merge(base, ours, theirs)
    assert merged.document.text == "章三到重庆，李四也到重庆，汪五没到。"
    assert shown(merged.document)[:2] == [("章三", "PER", "auto"), ("重庆", "ORG", "edited")]


def test_where_both_corrected_one_place_ours_stays(base):
    ours = edits.correct_text(base, Span(0, 1), "章", WE)
    theirs = edits.correct_text(base, Span(0, 1), "彰", THEY)
    assert merge(base, ours, theirs).document.text.startswith("章三")


def test_their_decision_on_a_suggestion_is_taken(base):
    theirs = edits.decide_repair(base, "r1", "applied", THEY)
    merged = merge(base, edits.accept_all(base, WE), theirs)
    assert merged.document.text == TEXT + "！"
    assert {a.status for a in merged.document.annotations} == {"accepted"}


def test_a_correction_that_they_took_back_goes(base):
    corrected = edits.correct_text(base, Span(0, 1), "章", WE)
    [manual] = [r.id for r in corrected.repairs if r.kind == "manual"]
    theirs = edits.decide_repair(corrected, manual, "rejected", THEY)
    assert merge(corrected, edits.accept_all(corrected, WE), theirs).document.text == TEXT


def test_entities_relations_labels_and_state(base):
    ours = replace(base, entities=(Entity("e1", "PER", "张三"),), labels={"topic": ("经济",)})
    theirs = replace(
        base,
        entities=(Entity("e1", "LOC", "重庆"),),
        annotations=tuple(replace(a, entity="e1") if a.id == "a2" else a for a in base.annotations),
        relations=(Relation("x1", "在", "a1", "a2"),),
        labels={"genre": ("消息",)},
        progress=replace(base.progress, status="done", seconds=5),
        x={"k": 1},
    )
    merged = merge(base, replace(ours, progress=replace(ours.progress, seconds=3)), theirs)
    document = merged.document
    assert merged.conflicts == ()
    assert [(e.id, e.name) for e in document.entities] == [("e1", "张三"), ("e2", "重庆")]
    assert document.annotation("a2").entity == "e2"
    assert document.relations == theirs.relations
    assert document.labels == {"topic": ("经济",), "genre": ("消息",)}
    assert (document.progress.status, document.progress.seconds, document.x) == ("done", 8, {"k": 1})


@st.composite
def edited(draw, document, by):
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, len(document.text) - 1))
        span = Span(start, min(len(document.text), start + draw(st.integers(1, 3))))
        act = draw(st.sampled_from(["add", "correct", "accept", "decide"]))
        if act == "add":
            document = edits.add(document, span, draw(st.sampled_from(["PER", "ORG"])), by)
        elif act == "correct":
            document = edits.correct_text(document, span, draw(st.sampled_from(["", "子", "丑寅"])), by)
        elif act == "accept":
            document = edits.accept_all(document, by)
        elif "r1" in {r.id for r in document.repairs}:
            document = edits.decide_repair(document, "r1", draw(st.sampled_from(["applied", "rejected"])), by)
    return document


@given(st.data())
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_both_did_the_document_holds_together_and_nothing_goes_untold(data):
    base = build()
    ours, theirs = data.draw(edited(base, WE)), data.draw(edited(base, THEY))
    merged = merge(base, ours, theirs)
    document = merged.document
    assert document.text == compose(document.source_text, applied(document.repairs)).text
    assert all(a.quote == a.span.of(document.text) for a in document.annotations)
    ids = [a.id for a in document.annotations]
    assert len(set(ids)) == len(ids)
    live = document.live_annotations()
    assert not any(a.span.overlaps(b.span) for a in live for b in live if a is not b)
    kept = {(a.quote, a.label) for a in (*document.annotations, *document.lost.annotations)}
    told = {(c.theirs.quote, c.theirs.label) for c in merged.conflicts if c.theirs}
    if base.text == theirs.text == ours.text:
        their_acts = (a for a in theirs.annotations if a not in base.annotations)
        assert {(a.quote, a.label) for a in their_acts} <= kept | told


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_merging_with_nothing_changes_nothing(data):
    base = build()
    other = data.draw(edited(base, WE))
    assert merge(base, other, base).document == other
    assert merge(base, base, other).document.text == other.text
    assert merge(base, other, other).document.annotations == other.annotations
