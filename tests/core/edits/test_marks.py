"""Marks by hand: what each edit leaves behind."""

import pytest

from core import edits
from core.document import Document
from core.edits import Author
from core.mentions import Mention
from core.nesting import FREE
from core.text.spans import Span
from core.values import Quantity


def spot(document: Document, words: str) -> Span:
    start = document.text.index(words)
    return Span(start, start + len(words))


def shown(document: Document) -> list[tuple[str, str, str]]:
    return [(a.quote, a.label, a.status) for a in document.annotations]


def test_added_mark_stands_in_reading_order_with_its_source_and_author(document, author):
    after = edits.add(document, spot(document, "李四"), "PER", author)
    [new] = [a for a in after.annotations if a.quote == "李四"]
    assert (new.id, new.status, new.origin, new.changed.by) == ("a4", "added", "hand", "甲")
    assert new.source.of(document.source_text) == "李四"
    assert [a.span for a in after.annotations] == sorted(a.span for a in after.annotations)
    assert after.history[-1].act == "add"
    assert (document.progress.status, after.progress.status) == ("new", "in_progress")


def test_white_space_at_the_edges_of_a_selection_stays_outside(document, author):
    start = document.text.index("\n李四")
    after = edits.add(document, Span(start, start + 3), "PER", author)
    assert ("李四", "PER", "added") in shown(after)
    assert edits.add(document, Span(start, start + 1), "PER", author) is document


def test_marking_what_is_marked_relabels_or_accepts_it(document, author):
    span = spot(document, "張三")
    assert shown(edits.add(document, span, "PER", author))[0] == ("張三", "PER", "accepted")
    assert shown(edits.add(document, span, "ORG", author))[0] == ("張三", "ORG", "edited")


def test_in_a_flat_scheme_a_new_mark_takes_its_room(document, author):
    span = spot(document, "來到重慶")
    assert shown(edits.add(document, span, "TERM", author))[1:3] == [
        ("來到重慶", "TERM", "added"),
        ("重慶", "LOC", "rejected"),
    ]
    nested = edits.add(document, span, "TERM", author, nesting=FREE)
    assert shown(nested)[1:3] == [("來到重慶", "TERM", "added"), ("重慶", "LOC", "auto")]


def test_rejecting_leaves_a_tombstone_that_marking_brings_back(document, author):
    span = spot(document, "張三")
    gone = edits.remove(document, "a1", author)
    assert shown(gone)[0] == ("張三", "PER", "rejected")
    assert gone.live_annotations() == document.annotations[1:]
    assert shown(edits.add(gone, span, "PER", author))[0] == ("張三", "PER", "accepted")


def test_removing_what_was_added_leaves_nothing(document, author):
    added = edits.add(document, spot(document, "李四"), "PER", author)
    assert edits.remove(added, "a4", author).annotations == document.annotations


def test_a_mark_that_comes_back_takes_its_room(document, author):
    longer = edits.add(document, spot(document, "來到重慶"), "TERM", author)
    assert shown(edits.set_status(longer, "a2", "accepted", author))[1:3] == [
        ("重慶", "LOC", "accepted"),
        ("10萬方米", "MEASURE", "auto"),
    ]


def test_an_edited_mark_remembers_what_it_was_and_goes_back(document, author):
    wide = edits.resize(document, "a1", spot(document, "張三來"), author)
    both = edits.relabel(wide, "a1", "ORG", author)
    mark = both.annotation("a1")
    assert (mark.quote, mark.label, mark.status) == ("張三來", "ORG", "edited")
    assert (mark.was.label, mark.was.span) == ("PER", document.annotation("a1").span)
    back = edits.set_status(both, "a1", "auto", author).annotation("a1")
    assert (back.quote, back.label, back.status, back.was) == ("張三", "PER", "auto", None)


def test_rejecting_and_accepting_an_edited_mark_keeps_the_edit(document, author):
    changed = edits.relabel(document, "a1", "ORG", author)
    gone = edits.set_status(changed, "a1", "rejected", author)
    assert edits.set_status(gone, "a1", "accepted", author).annotation("a1").status == "edited"


@pytest.mark.parametrize(("label", "keeps"), [("MONEY", True), ("DATE", False), ("PER", False)])
def test_a_value_stays_under_a_label_of_its_kind(document, author, label, keeps):
    assert (edits.relabel(document, "a3", label, author).annotation("a3").value is not None) is keeps


def test_values_notes_and_attributes(document, author):
    after = edits.set_value(document, "a3", {"amount": "1"}, author)
    after = edits.set_note(after, "a1", "存疑", author)
    after = edits.set_attribute(after, "a1", "sure", False, author)
    assert after.annotation("a3").value == {"amount": "1"}
    assert after.annotation("a3").status == "edited"
    mark = after.annotation("a1")
    assert (mark.note, dict(mark.attributes), mark.status) == ("存疑", {"sure": False}, "auto")
    assert edits.set_attribute(after, "a1", "sure", None, author).annotation("a1").attributes == {}
    assert edits.set_note(after, "a1", "", author).annotation("a1").note is None


@pytest.mark.parametrize(
    "edit",
    [
        lambda d, by: edits.relabel(d, "a1", "PER", by),
        lambda d, by: edits.resize(d, "a1", d.annotation("a1").span, by),
        lambda d, by: edits.set_note(d, "a1", "", by),
        lambda d, by: edits.set_value(d, "a1", None, by),
        lambda d, by: edits.set_status(d, "a1", "auto", by),
        lambda d, by: edits.accept_all(d, by, labels=()),
        lambda d, by: edits.correct_text(d, Span(0, 2), d.text[:2], by),
        lambda d, by: edits.decide_repair(d, "r1", "applied", by),
    ],
)
def test_an_edit_that_changes_nothing_returns_the_same_document(document, author, edit):
    assert edit(document, author) is document


def test_accepting_all_is_one_act(document, author):
    after = edits.accept_all(document, author)
    assert {a.status for a in after.annotations} == {"accepted"}
    assert (after.history[-1].act, after.history[-1].count) == ("accept", 3)
    assert [a.status for a in edits.accept_all(document, author, labels={"PER"}).annotations] == [
        "accepted",
        "auto",
        "auto",
    ]


def test_a_missing_mark_is_a_bug(document, author):
    with pytest.raises(KeyError):
        edits.set_statuses(document, ["a1", "a99"], "accepted", author)


def test_everything_same_is_marked_but_in_navigation(document, author):
    after, count = edits.mark_same(document, "a2", author)
    assert count == 2
    assert [(a.quote, a.label, a.status) for a in after.annotations if a.quote == "重慶"] == [
        ("重慶", "LOC", "auto"),
        ("重慶", "LOC", "added"),
        ("重慶", "LOC", "added"),
    ]
    assert len({a.id for a in after.annotations}) == len(after.annotations)
    assert (after.history[-1].act, after.history[-1].count) == ("mark_same", 2)
    again, count = edits.mark_same(after, "a2", author)
    assert (again is after, count) == (True, 0)
    assert list(edits.places_of(document, "首頁")) == []


def test_same_marks_take_the_new_label_or_go(document, author):
    marked, _ = edits.mark_same(document, "a2", author)
    relabelled = edits.relabel(marked, "a2", "ORG", author)
    after, count = edits.mark_same(relabelled, "a2", author)
    assert count == 2
    assert {a.label for a in after.annotations if a.quote == "重慶"} == {"ORG"}
    gone, count = edits.mark_same(edits.remove(after, "a2", author), "a2", author)
    assert count == 2
    assert [a.status for a in gone.annotations if a.quote == "重慶"] == ["rejected"]


def test_a_place_that_a_person_rejected_is_left_alone_by_mark_same(document, author):
    marked, _ = edits.mark_same(document, "a2", author)
    one = edits.set_status(marked, "a2", "rejected", author)
    other = next(a.id for a in one.live_annotations() if a.quote == "重慶")
    after, count = edits.mark_same(one, other, author)
    assert (after is one, count) == (True, 0)


def test_recognizing_again_touches_only_what_nobody_reviewed(document, author, mentions_again):
    kept = edits.set_status(document, "a1", "rejected", author)
    kept = edits.relabel(kept, "a2", "ORG", author)
    kept = edits.set_note(kept, "a3", "看", author)
    after = edits.merge_mentions(kept, mentions_again(kept.text))
    assert after.annotations[:2] == kept.annotations[:2]
    measure = after.annotation("a3")
    assert (measure.note, measure.confidence) == ("看", 0.9)
    assert len(after.annotations) == 3


def test_recognizing_again_does_not_bring_back_what_a_person_moved(document, author):
    moved = edits.resize(document, "a1", spot(document, "李四"), author)
    again = edits.merge_mentions(moved, [Mention(document.annotation("a1").span, "PER")])
    assert shown(again) == [("李四", "PER", "edited")]


@pytest.fixture
def mentions_again():
    def again(text: str) -> list[Mention]:
        person, place, area = text.index("張三"), text.index("重慶"), text.index("10萬")
        return [
            Mention(Span(person, person + 2), "PER"),
            Mention(Span(place - 1, place + 2), "LOC"),
            Mention(Span(area, area + 5), "MEASURE", Quantity("100000")),
        ]

    return again


def test_author_is_data(author):
    assert author == Author("甲", "2026-01-05T08:40:36+08:00")
