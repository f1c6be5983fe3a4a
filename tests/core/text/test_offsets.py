import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.text.offsets import OffsetMap, Replacement, apply
from core.text.spans import Span

DAMAGED = "運(yùn)輸業"
REPAIRS = [Replacement(Span(0, 5), "運")]

CARRIED = [
    (Span(0, 7), Span(0, 3), "the whole"),
    (Span(5, 7), Span(1, 3), "after the replaced stretch"),
    (Span(0, 1), Span(0, 1), "an edge inside snaps outward"),
    (Span(2, 3), Span(0, 1), "a span inside becomes the whole replacement"),
    (Span(5, 5), Span(1, 1), "a place after it"),
]


@pytest.mark.parametrize(("old", "new", "why"), CARRIED)
def test_a_span_is_carried_forward(old: Span, new: Span, why: str) -> None:
    assert OffsetMap(REPAIRS).forward(old) == new, why


def test_a_span_is_carried_back_to_the_whole_of_what_was_replaced() -> None:
    assert OffsetMap(REPAIRS).backward(Span(0, 1)) == Span(0, 5)
    assert OffsetMap(REPAIRS).backward(Span(1, 3)) == Span(5, 7)


def test_an_insertion_at_an_edge_stays_outside() -> None:
    inserted = OffsetMap([Replacement(Span(2, 2), "平")])
    assert inserted.forward(Span(0, 2)) == Span(0, 2)
    assert inserted.forward(Span(2, 4)) == Span(3, 5)
    assert inserted.forward(Span(1, 3)) == Span(1, 4)


def test_deleted_characters_at_the_edges_are_left_out() -> None:
    deleted = OffsetMap([Replacement(Span(0, 2), ""), Replacement(Span(4, 6), "")])
    assert deleted.forward(Span(0, 6)) == Span(0, 2)
    assert deleted.forward(Span(0, 2)) == Span(0, 0)
    assert deleted.backward(Span(0, 2)) == Span(2, 4)


def test_replacements_out_of_order_are_refused() -> None:
    with pytest.raises(ValueError, match="overlap"):
        apply("abc", [Replacement(Span(1, 3), "x"), Replacement(Span(2, 3), "y")])


@st.composite
def texts_with_replacements(draw: st.DrawFn) -> tuple[str, list[Replacement]]:
    text = draw(st.text("甲乙丙丁😀", max_size=30))
    edges = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8, unique=True)))
    spans = [Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False)]
    return text, [Replacement(span, draw(st.text("子丑寅", max_size=3))) for span in spans]


@given(texts_with_replacements())
def test_untouched_characters_keep_their_words_both_ways(case: tuple[str, list[Replacement]]) -> None:
    text, replacements = case
    new, offset_map = apply(text, replacements), OffsetMap(replacements)
    for i in range(len(text)):
        if not any(r.span.start <= i < r.span.end for r in replacements):
            there = offset_map.forward(Span(i, i + 1))
            assert there.of(new) == text[i]
            assert offset_map.backward(there) == Span(i, i + 1)


@given(texts_with_replacements())
def test_the_whole_text_goes_to_no_more_than_the_whole_text(case: tuple[str, list[Replacement]]) -> None:
    text, replacements = case
    new = apply(text, replacements)
    carried = OffsetMap(replacements).forward(Span(0, len(text)))
    assert 0 <= carried.start <= carried.end <= len(new)
