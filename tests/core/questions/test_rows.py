"""Questions as rows: numbers in reading order, values side by side, differences; the marks asked about."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core import edits
from core.document import Document, Finding, Place
from core.edits import Author
from core.files.source import source_of
from core.pipeline import mark, open_article
from core.questions import finding_numbers, questions_about, questions_of_marks
from core.questions.rows import question_rows
from core.text.spans import Span

BY = Author("甲", "2026-01-01T08:00:00+08:00")
ARTICLE = """江州市一季度外贸进出口15.2亿元

2024-04-18 09:30 江州日报

4月18日，江州市商务局局长周启明介绍，一季度全市外贸进出口15.6亿元，其中出口9.4亿元，进口5.2亿元。

市商务局副局长周启铭表示，政策布署及时。
"""


@pytest.fixture(scope="module")
def document() -> Document:
    return mark(open_article(source_of(ARTICLE.encode(), "a.txt")))


def row_of(document: Document, rule: str):
    return next(row for row in question_rows(document) if row.finding.rule == rule)


def test_rows_are_numbered_as_their_first_places_follow_each_other(document):
    rows = question_rows(document)
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))
    starts = [min(place.span.start for place in row.places) for row in rows]
    assert starts == sorted(starts)
    assert finding_numbers(document) == {row.finding.id: row.number for row in rows}


def test_a_settled_question_keeps_its_row_without_a_number(document):
    first = question_rows(document)[0].finding
    settled = edits.settle(document, first.id, "mistake", BY)
    rows = question_rows(settled)
    assert (rows[0].finding.decision, rows[0].number, rows[1].number) == ("mistake", None, 1)
    assert first.id not in finding_numbers(settled)


def test_values_stand_side_by_side_with_their_difference(document):
    row = row_of(document, "repeat")
    assert [(place.part, place.amount, place.unit) for place in row.places] == [
        ("title", "15.2亿", "元"),
        ("body", "15.6亿", "元"),
    ]
    assert row.difference == ("4000万", "元")
    assert [place.about for place in row.places] == ["江州市一季度外贸进出口", "一季度全市外贸进出口"]
    assert "周启明介绍" in row.places[1].sentence.of(document.text)


def test_what_is_reckoned_of_three_values_has_no_difference(document):
    row = row_of(document, "sum")
    assert [place.amount for place in row.places] == ["15.6亿", "9.4亿", "5.2亿"]
    assert row.difference == ("", "")


def test_names_and_words_stand_as_they_are_written(document):
    names = row_of(document, "name_variant")
    assert [(place.amount, place.unit) for place in names.places] == [("周启明", ""), ("周启铭", "")]
    assert row_of(document, "word").places[0].mark is None


def test_every_mark_knows_the_questions_about_it(document):
    asked = questions_of_marks(document)
    for row in question_rows(document):
        for place in row.places:
            if place.mark:
                assert row.finding.id in asked[place.mark]
    body = next(a for a in document.annotations if a.quote == "15.6亿元")
    rules = {f.id: f.rule for f in document.findings}
    assert [rules[finding] for finding in asked[body.id]] == ["repeat", "sum"]
    assert all(questions_about(document, document.annotation(a).span) == [*asked[a]] for a in asked)


def test_what_is_asked_of_its_writing_stands_as_it_is_written():
    text = "江州\n\n2024-04-18 09:30\n\n每亩节水1-2个百分点。每年3—5个。又有1—3个，6-8个。\n"
    document = mark(open_article(source_of(text.encode(), "a.txt")))
    row = row_of(document, "numeral_style")
    assert [place.amount for place in row.places] == [place.quote for place in row.finding.places]
    assert row.difference == ("", "")


def test_days_stand_as_they_are_written():
    text = "江州\n\n2024-04-18 09:30\n\n本报讯 4月18日，星期五，江州市召开会议。\n"
    document = mark(open_article(source_of(text.encode(), "a.txt")))
    assert {place.amount for place in row_of(document, "weekday").places} == {"4月18日", "星期五"}


def test_a_settled_question_is_about_no_mark_any_more(document):
    settled = document
    for finding in document.findings:
        settled = edits.settle(settled, finding.id, "right", BY)
    assert questions_of_marks(settled) == {}


@pytest.mark.parametrize("places", [(), (Place(Span(0, 0), ""),)])
def test_questions_without_words_have_rows_too(document, places):
    odd = replace(document, findings=(Finding("f1", "other", "low", "?", places),))
    [row] = question_rows(odd)
    assert (row.number, len(row.places), row.difference) == (1, len(places), ("", ""))


def test_a_mark_longer_than_the_place_is_found(document):
    company = next(a for a in document.annotations if a.label == "ORG")
    inside = Span(company.span.end - 1, company.span.end)
    odd = replace(
        document, findings=(Finding("f1", "word", "low", "?", (Place(inside, inside.of(document.text)),)),)
    )
    assert question_rows(odd)[0].places[0].mark == company.id
