"""The words around a figure, and what happens at a time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.text.spans import Span
from core.text.surroundings import Sentences, clause_around, happening

CLAUSES = (
    # text, start, end, what it is about, comment
    ("实施项目184个，总投资", 4, 8, "实施项目", "before the figure"),
    ("。9对结对区县探索，", 1, 3, "结对区县探索", "after it where it begins the clause"),
    ("“两群”区县17个", 6, 9, "“两群”区县", "a whole pair of marks stays"),
    ("、交付”三大功能", 4, 6, "交付", "half a pair goes"),
    ("184个", 0, 4, "", "nothing around it"),
)


@pytest.mark.parametrize(("text", "start", "end", "about", "comment"), CLAUSES)
def test_clause_around(text: str, start: int, end: int, about: str, comment: str) -> None:
    assert clause_around(text, Span(start, end)) == about, comment


HAPPENINGS = (
    # text, start, end, what happens, comment
    ("去年11月21日，产业园揭牌，两地合作", 0, 8, "产业园揭牌", "after the comma, to the next one"),
    ("2021年是开局之年。", 0, 5, "是开局之年", "right after the time"),
    (
        "去年7月，荣昌区、丰都县共建研究院。",
        0,
        4,
        "荣昌区、丰都县共建研究院",
        "a pause ends nothing",
    ),
    ("预计建设工期2年。", 6, 8, "预计建设工期", "nothing after it: what stands before"),
    ("2年", 0, 2, "", "nothing around it"),
)


@pytest.mark.parametrize(("text", "start", "end", "words", "comment"), HAPPENINGS)
def test_happening(text: str, start: int, end: int, words: str, comment: str) -> None:
    assert happening(text, Span(start, end)) == words, comment


SENTENCES = (
    # text, start, end, the sentence around them, comment
    ("共有3个。新增5家；另有2家", 7, 9, "新增5家；", "with the sign that ends it"),
    ("共有3个。新增5家；另有2家", 0, 1, "共有3个。", "the first"),
    ("共有3个。新增5家；另有2家", 10, 14, "另有2家", "the last, which nothing ends"),
    ("标题\n　　新增5家 \n", 7, 9, "新增5家", "a line ends it, blanks at its edges are left out"),
    ("共有3个。新增5家；", 2, 9, "共有3个。新增5家；", "over more than one"),
)


@pytest.mark.parametrize(("text", "start", "end", "sentence", "comment"), SENTENCES)
def test_sentence_around(text: str, start: int, end: int, sentence: str, comment: str) -> None:
    assert Sentences(text).around(Span(start, end)).of(text) == sentence, comment


@given(st.text("字3。；！\n", max_size=20), st.data())
def test_a_whole_sentence_begins_behind_what_is_no_semicolon(text: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(text)))
    assert Sentences(text).whole(place) == max(text.rfind(sign, 0, place) for sign in "。！\n") + 1
