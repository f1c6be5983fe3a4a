"""The rows of the panel: what is gathered, and what keeps apart."""

import pytest

from core.article import Article, Block
from core.document import Annotation, Document, Entity, ScriptChoice, SourceRecord
from core.overview import figure_groups, names, times, unreviewed, word_count
from core.pipeline import group_names
from core.text.spans import Span

SOURCE = SourceRecord("a.txt", 1, "0" * 64, "utf-8", "lf", "plain/1")


def document_of(text: str, *marks: Annotation, **fields: object) -> Document:
    script = ScriptChoice("hans", "hans")
    return Document(SOURCE, text, script, text, annotations=marks, **fields)  # type: ignore[arg-type]


def mark(number: int, label: str, start: int, words: str, **fields: object) -> Annotation:
    span = Span(start, start + len(words))
    return Annotation(f"a{number}", label, span, words, span, **fields)  # type: ignore[arg-type]


def test_names_of_one_thing_are_one_row_with_its_other_forms() -> None:
    document = document_of(
        "重庆市、重庆、重庆、成都",
        mark(1, "LOC", 0, "重庆市", entity="e1"),
        mark(2, "LOC", 4, "重庆", entity="e1"),
        mark(3, "LOC", 7, "重庆", entity="e1"),
        mark(4, "LOC", 10, "成都"),
        entities=(Entity("e1", "LOC", "重庆市"),),
    )
    rows = names(document, {"LOC"})
    assert [(row.name, row.count, row.variants) for row in rows] == [
        ("重庆市", 3, (("重庆", 2),)),
        ("成都", 1, ()),
    ]
    assert rows[0].ids == ("a1", "a2", "a3")


def test_one_word_under_two_labels_is_two_names() -> None:
    document = document_of("华为华为", mark(1, "ORG", 0, "华为"), mark(2, "LOC", 2, "华为"))
    assert [row.label for row in names(document, {"ORG", "LOC"})] == ["ORG", "LOC"]


def test_a_rejected_mark_is_in_no_row() -> None:
    document = document_of("重庆", mark(1, "LOC", 0, "重庆", status="rejected"))
    assert names(document, {"LOC"}) == ()


def test_the_same_amount_of_the_same_thing_is_one_row() -> None:
    value = {"amount": "184", "to": None, "unit": "个"}
    document = document_of(
        "项目184个，项目184个，园区184个",
        mark(1, "COUNT", 2, "184个", value=value),
        mark(2, "COUNT", 9, "184个", value=value),
        mark(3, "COUNT", 16, "184个", value=value),
    )
    rows = figure_groups(document, {"COUNT"})
    assert [(row.amount, row.unit, row.about, len(row.ids)) for row in rows] == [
        ("184", "个", "项目", 2),
        ("184", "个", "园区", 1),
    ]


def test_namesakes_are_told_apart_by_where_they_lie() -> None:
    text = "长春市朝阳区、北京市朝阳区、长春"
    places = [(0, "长春市"), (3, "朝阳区"), (7, "北京市"), (10, "朝阳区"), (14, "长春")]
    document = document_of(text, *(mark(n, "LOC", start, words) for n, (start, words) in enumerate(places)))
    rows = names(group_names(document), {"LOC"})
    assert [(row.name, row.home, row.count) for row in rows] == [
        ("长春市", "", 2),
        ("朝阳区", "吉林省长春市", 1),
        ("北京市", "", 1),
        ("朝阳区", "北京市", 1),
    ]


def test_words_around_a_figure_stand_in_for_a_subject_that_is_not_known() -> None:
    value = {"amount": "5", "to": None, "unit": "人"}
    (row,) = figure_groups(document_of("挂职交流5人", mark(1, "COUNT", 4, "5人", value=value)), {"COUNT"})
    assert row.about == "挂职交流"


def test_times_stand_in_their_order_and_drop_the_year_of_the_row_before() -> None:
    document = document_of(
        "去年12月20日，2021年11月底，连续五年，2020年，2021年11月底",
        mark(1, "DATE", 0, "去年12月20日", value={"timex": "2021-12-20"}),
        mark(2, "DATE", 9, "2021年11月底", value={"timex": "2021-11", "mod": "END"}),
        mark(3, "DURATION", 20, "五年", value={"timex": "P5Y"}),
        mark(4, "DATE", 23, "2020年", value={"timex": "2020"}),
        mark(5, "DATE", 29, "2021年11月底", value={"timex": "2021-11", "mod": "END"}),
    )
    rows = times(document, {"DATE", "DURATION"})
    assert [(row.day, row.is_dated, row.ids) for row in rows] == [
        ("2020", True, ("a4",)),
        ("2021-11末", True, ("a2", "a5")),
        ("12-20", True, ("a1",)),
        ("五年", False, ("a3",)),
    ]


def test_the_least_certain_comes_first_to_review() -> None:
    document = document_of(
        "甲乙丙丁",
        mark(1, "PER", 0, "甲", confidence=0.9),
        mark(2, "PER", 1, "乙", confidence=0.5),
        mark(3, "PER", 2, "丙", confidence=0.1, status="accepted"),
        mark(4, "PER", 3, "丁"),
    )
    assert [waiting.id for waiting in unreviewed(document)] == ["a2", "a1", "a4"]


WORDS = (
    # text, count, comment
    ("重庆。", 3, "a character and a sign are one each"),
    ("用GB/T 15835标准", 5, "a run of Latin or digits is one"),
    ("  \n　", 0, "white space is nothing"),
)


@pytest.mark.parametrize(("text", "count", "comment"), WORDS)
def test_word_count(text: str, count: int, comment: str) -> None:
    assert word_count(document_of(text)) == count, comment


def test_only_what_belongs_to_the_article_is_counted() -> None:
    blocks = (Block("navigation", Span(0, 2)), Block("body", Span(3, 5)))
    assert word_count(document_of("首页\n正文", article=Article(blocks=blocks))) == 2
