from dataclasses import dataclass

import pytest

from core.text.spans import Span, longest_first, reading_order


@dataclass(frozen=True)
class Marked:
    span: Span
    name: str = ""


OVERLAPS = [
    (Span(0, 3), Span(2, 5), True, "share one character"),
    (Span(0, 3), Span(3, 5), False, "touch"),
    (Span(0, 5), Span(2, 3), True, "one inside the other"),
    (Span(2, 2), Span(0, 5), False, "a place between characters covers none"),
]


@pytest.mark.parametrize(("one", "other", "expected", "why"), OVERLAPS)
def test_overlap_is_sharing_a_character(one: Span, other: Span, expected: bool, why: str) -> None:
    assert one.overlaps(other) is expected, why
    assert other.overlaps(one) is expected, why


def test_a_span_cannot_run_backwards() -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(3, 2)


def test_reading_order_puts_the_longer_first_where_two_begin_together() -> None:
    marks = [Marked(Span(4, 6)), Marked(Span(0, 2)), Marked(Span(0, 5))]
    assert [m.span for m in reading_order(marks)] == [Span(0, 5), Span(0, 2), Span(4, 6)]


def test_the_longest_span_stays_and_the_earlier_of_two_equals() -> None:
    marks = [
        Marked(Span(0, 2), "first"),
        Marked(Span(1, 3), "second"),
        Marked(Span(5, 9)),
        Marked(Span(6, 8)),
    ]
    assert longest_first(marks) == [Marked(Span(0, 2), "first"), Marked(Span(5, 9))]
