"""Finding words: places are the text's own, whatever the script and the case."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.text.find import find, folded, in_context
from core.text.spans import Span

CASES = (
    # text, sought, places, comment
    ("高新區與高新区", "高新区", [(0, 3), (4, 7)], "both scripts are found by one"),
    ("高新区", "高新區", [(0, 3)], "and by the other"),
    ("GB/T 15835", "gb/t", [(0, 4)], "case does not matter"),
    ("哈哈哈", "哈哈", [(0, 2)], "places are apart"),
    ("𠮷野家", "野家", [(1, 3)], "code points are counted"),
    ("İstanbul", "stanbul", [(1, 8)], "a letter whose small form is longer moves nothing"),
    ("重庆", "", [], "nothing is nowhere"),
)


@pytest.mark.parametrize(("text", "sought", "places", "comment"), CASES)
def test_find(text: str, sought: str, places: list[tuple[int, int]], comment: str) -> None:
    assert list(find(folded(text), folded(sought))) == [Span(*place) for place in places], comment


@settings(max_examples=60, deadline=None)
@given(st.text(), st.data())
def test_every_part_of_a_text_is_found_in_it(text: str, data: st.DataObject) -> None:
    assert len(folded(text)) == len(text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    sought = folded(text[start:end])
    for span in find(folded(text), sought):
        assert folded(span.of(text)) == sought
    assert not sought or any(True for _ in find(folded(text), sought))


def test_context_ends_with_the_line() -> None:
    (place,) = in_context("第一行\n打造重庆品牌\n第三行", [Span(6, 8)])
    assert (place.before, place.words, place.after) == ("打造", "重庆", "品牌")
