"""Marking and relabelling many places in one act gives what doing it to each of them gives."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import edits
from core.article import Article
from core.document import Document, ScriptChoice, SourceRecord
from core.edits import Author
from core.nesting import FLAT, FREE, Nesting
from core.text.spans import Span

TEXT = "重庆市与江州市，重庆的江北区；张三在重庆。" * 2
BY = Author("甲", "2026-01-05T08:40:36+08:00")
RECORD = SourceRecord("a.txt", 9, "0" * 64, "utf-8", "lf", "plain/1")
STATUSES = ("auto", "accepted", "rejected", "added")


def build(marks: list[tuple[Span, str, str]], nesting: Nesting) -> Document:
    """A document with these marks as far as ``nesting`` lets them stand, each with a status."""
    document = Document(RECORD, TEXT, ScriptChoice("hans", "hans"), TEXT, article=Article())
    for span, label, status in marks:
        document = edits.add(document, span, label, BY, nesting=nesting)
        made = edits.exactly(document, span, label)
        if made and status != "added":
            changed = replace(made, status=status)
            document = replace(
                document, annotations=tuple(changed if a.id == made.id else a for a in document.annotations)
            )
    return replace(document, history=())


SPANS = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 4)).map(
    lambda at: Span(at[0], min(len(TEXT), at[0] + at[1]))
)
MARKS = st.lists(st.tuples(SPANS, st.sampled_from(["LOC", "PER"]), st.sampled_from(STATUSES)), max_size=12)


@settings(max_examples=150, deadline=None)
@given(MARKS, st.sampled_from(["重庆", "市", "江州市", "，"]), st.sampled_from([FLAT, FREE]))
def test_many_places_are_marked_as_each_of_them_would_be(
    marks: list[tuple[Span, str, str]], words: str, nesting: Nesting
) -> None:
    document = build(marks, nesting)
    spans = [Span(at, at + len(words)) for at in range(len(TEXT)) if TEXT.startswith(words, at)]
    at_once = edits.mark_places(document, [(span, None) for span in spans], "LOC", BY, nesting=nesting)
    one_by_one = document
    for span in spans:
        one_by_one = edits.add(one_by_one, span, "LOC", BY, nesting=nesting)

    def essence(of: Document) -> list[tuple[Span, str, str, object]]:
        return sorted(((a.span, a.label, a.status, a.was) for a in of.annotations), key=repr)

    assert essence(at_once) == essence(one_by_one)
    assert len(at_once.history) <= 1


def test_many_marks_are_relabelled_in_one_act() -> None:
    marks = [(Span(0, 3), "LOC", "auto"), (Span(4, 7), "LOC", "added"), (Span(8, 10), "ORG", "auto")]
    document = build(marks, FLAT)
    ids = [a.id for a in document.annotations]
    after = edits.relabel_all(document, ids, "ORG", BY)
    one_by_one = document
    for each in ids:
        one_by_one = edits.relabel(one_by_one, each, "ORG", BY)
    assert after.annotations == one_by_one.annotations
    assert [(entry.act, entry.count) for entry in after.history] == [("relabel", 2)]
    assert edits.relabel_all(after, ids, "ORG", BY) is after


@pytest.mark.parametrize("places", [[], [(Span(3, 3), None)]])
def test_nothing_to_mark_is_no_act(places: list[tuple[Span, None]]) -> None:
    document = build([(Span(0, 3), "LOC", "auto")], FLAT)
    assert edits.mark_places(document, places, "LOC", BY) is document
