"""Repairs decided and text corrected: the marks ride along."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from core import edits
from core.document import Document, ScriptChoice, SourceRecord
from core.edits import Author
from core.mentions import Mention
from core.repairs import Repair, applied, compose
from core.text.spans import Span

BY = Author(None, "2026-01-05T08:40:36+08:00")


def spot(document: Document, words: str) -> Span:
    start = document.text.index(words)
    return Span(start, start + len(words))


def quotes(document: Document) -> list[str]:
    return [a.quote for a in document.annotations]


def test_a_rejected_gloss_shows_again_and_leaves_the_marks(document):
    after = edits.decide_repair(document, "r1", "rejected", BY)
    assert after.text == document.text.replace("重慶", "重慶(qìng)", 1)
    assert quotes(after) == quotes(document)
    back = edits.decide_repair(after, "r1", "applied", BY)
    assert (back.text, back.annotations) == (document.text, document.annotations)
    assert [entry.act for entry in back.history] == ["reject_repair", "apply_repair"]


def test_an_accepted_suggestion_enters_the_mark_that_was_read_through_it(document):
    assert document.annotation("a3").value["assumes"] == ["r3"]
    after = edits.decide_repairs(document, edits.undecided(document, "dropped"), "applied", BY)
    mark = after.annotation("a3")
    assert (mark.quote, "assumes" in mark.value) == ("10萬平方米", False)
    assert after.article.blocks[1].span.of(after.text) == "張三來到重慶,重慶有10萬平方米。"


def test_a_rejected_suggestion_takes_the_automatic_mark_with_it(document):
    assert quotes(edits.decide_repair(document, "r3", "rejected", BY)) == ["張三", "重慶"]
    accepted = edits.set_status(document, "a3", "accepted", BY)
    mark = edits.decide_repair(accepted, "r3", "rejected", BY).annotation("a3")
    assert (mark.quote, "assumes" in mark.value) == ("10萬方米", False)


def test_an_applied_character_at_the_edge_joins_the_mark_that_assumed_it():
    source = "在台工作"
    repairs = (Repair("r1", Span(2, 2), "", "平", "dropped", status="suggested"),)
    bare = plain(source, repairs)
    read = edits.merge_mentions(bare, [Mention(Span(1, 2), "LOC", assumes=("r1",))])
    assert quotes(edits.decide_repair(read, "r1", "applied", BY)) == ["台平"]
    assert quotes(
        edits.decide_repair(edits.merge_mentions(bare, [Mention(Span(1, 2), "LOC")]), "r1", "applied", BY)
    ) == ["台"]


def test_a_corrected_character_is_a_manual_repair(document):
    after = edits.correct_text(document, spot(document, "三"), "丰", BY)
    [manual] = [r for r in after.repairs if r.kind == "manual"]
    assert (manual.original, manual.replacement, manual.status) == ("三", "丰", "applied")
    assert quotes(after) == ["張丰", "重慶", "10萬方米"]
    back = edits.decide_repair(after, manual.id, "rejected", BY)
    assert (back.text, back.repairs, back.annotations) == (
        document.text,
        document.repairs,
        document.annotations,
    )


def test_only_what_differs_is_replaced(document):
    after = edits.correct_text(document, spot(document, "張三來到"), "章三去到了", BY)
    assert quotes(after)[0] == "章三"
    assert [r.replacement for r in after.repairs if r.kind == "manual"] == ["章", "去", "了"]
    assert after.history[-1].count == 3


def test_a_correction_inside_a_repair_takes_its_place_and_gives_it_back(document):
    after = edits.correct_text(document, spot(document, "慶,"), "庆,", BY)
    [manual] = [r for r in after.repairs if r.kind == "manual"]
    assert (manual.original, manual.replacement) == ("重慶(qìng)", "重庆")
    assert [r.id for r in manual.absorbed] == ["r1"]
    assert quotes(after)[1] == "重庆"
    assert edits.decide_repair(after, manual.id, "rejected", BY).repairs == document.repairs


def test_a_second_correction_remembers_what_the_first_absorbed(document):
    once = edits.correct_text(document, spot(document, "慶"), "庆", BY)
    twice = edits.correct_text(once, spot(once, "重"), "众", BY)
    [manual] = [r for r in twice.repairs if r.kind == "manual"]
    assert (manual.replacement, [r.id for r in manual.absorbed]) == ("众庆", ["r1"])


def test_what_is_written_where_a_suggestion_waits_settles_it(document):
    after = edits.correct_text(document, spot(document, "方米"), "平方米", BY)
    assert edits.undecided(after) == ()
    assert quotes(after)[2] == "10萬平方米"


def test_a_mark_whose_words_are_deleted_goes(document):
    assert quotes(edits.correct_text(document, spot(document, "張三"), "", BY)) == ["重慶", "10萬方米"]


def test_letters_without_any_repair_between_insertions_keep_their_order():
    suggested = Repair("r1", Span(1, 1), "", "乙", "dropped", status="applied")
    document = plain("甲丁", (suggested,))
    before = edits.correct_text(document, Span(1, 1), "子", BY)
    after = edits.correct_text(before, Span(3, 3), "丙", BY)
    assert (before.text, after.text) == ("甲子乙丁", "甲子乙丙丁")
    assert after.text == compose(after.source_text, applied(after.repairs)).text


def plain(source: str, repairs: tuple[Repair, ...]) -> Document:
    record = SourceRecord("a.txt", len(source.encode()), "0" * 64, "utf-8", "lf", "plain/1")
    text = compose(source, applied(repairs)).text
    return Document(record, source, ScriptChoice("hans", "hans"), text, repairs)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    source = draw(st.text("甲乙丙(a)𠮷\n", max_size=24))
    edges = sorted(draw(st.lists(st.integers(0, len(source)), max_size=8)))
    repairs = tuple(
        Repair(
            f"r{n}",
            Span(start, end),
            source[start:end],
            draw(st.text("天地𬱖", min_size=start == end, max_size=3)),
            "gloss",
            status=draw(st.sampled_from(["applied", "suggested", "rejected"])),
        )
        for n, (start, end) in enumerate(zip(edges[::2], edges[1::2], strict=False), 1)
    )
    document = plain(source, repairs)
    for _ in range(draw(st.integers(0, 4))):
        start, end = sorted(draw(st.tuples(*[st.integers(0, len(document.text))] * 2)))
        document = edits.add(document, Span(start, end), draw(st.sampled_from(["PER", "LOC"])), BY)
    return document


@st.composite
def acts(draw: st.DrawFn, document: Document) -> Document:
    ids = [r.id for r in document.repairs]
    marks = [a.id for a in document.annotations]
    kind = draw(st.integers(0, 2))
    if kind == 0 and ids:
        status = draw(st.sampled_from(["applied", "suggested", "rejected"]))
        return edits.decide_repairs(document, draw(st.sets(st.sampled_from(ids))), status, BY)
    if kind == 1 and marks:
        status = draw(st.sampled_from(["auto", "accepted", "rejected"]))
        return edits.set_status(document, draw(st.sampled_from(marks)), status, BY)
    start, end = sorted(draw(st.tuples(*[st.integers(0, len(document.text))] * 2)))
    return edits.correct_text(document, Span(start, end), draw(st.text("甲天日", max_size=3)), BY)


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_whatever_is_done_the_document_holds_together(data):
    document = data.draw(documents())
    for _ in range(data.draw(st.integers(1, 5))):
        document = data.draw(acts(document))
    assert document.text == compose(document.source_text, applied(document.repairs)).text
    assert all(a.quote == a.span.of(document.text) and a.span for a in document.annotations)
    assert len({a.id for a in document.annotations}) == len(document.annotations)
    assert len({r.id for r in document.repairs}) == len(document.repairs)
    assert all(r.original == r.span.of(document.source_text) for r in document.repairs)
    ends = [(r.span.start, r.span.end) for r in document.repairs]
    assert all(before[1] <= after[0] for before, after in pairwise(ends))
    live = document.live_annotations()
    assert not any(a.span.overlaps(b.span) for a in live for b in live if a is not b)


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_a_correction_writes_exactly_what_was_typed_and_can_be_taken_back(data):
    document = data.draw(documents())
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(document.text))] * 2)))
    words = data.draw(st.text("甲天日", max_size=4))
    after = edits.correct_text(document, Span(start, end), words, BY)
    assert after.text == document.text[:start] + words + document.text[end:]
    manual = [r.id for r in after.repairs if r.kind == "manual"]
    assert edits.decide_repairs(after, manual, "rejected", BY).text == document.text
