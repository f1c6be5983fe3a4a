"""Findings in Chinese and in English: complete, with the same values, and found again from the Chinese."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from core import checks
from core.checks.wording import Row, in_language, question_and_reason, rows, say
from core.document import Finding

HAN = re.compile(r"[\u4e00-\u9fff]")
VALUE = re.compile(r"\{(\w+)\}")
QUESTIONS = sorted(name for name, row in rows().items() if row.zh[-1] == "？")
BELOW = sorted((name, reason) for name in QUESTIONS for reason in rows()[name].reasons)


def values_of(row: Row) -> dict[str, str]:
    return {name: f"甲{number}乙" for number, name in enumerate(dict.fromkeys(VALUE.findall(row.zh)))}


@pytest.mark.parametrize(("name", "row"), rows().items())
def test_a_row_has_both_languages_with_the_same_values(name, row):
    assert row.zh
    assert row.en
    assert not HAN.search(row.en), name
    assert set(VALUE.findall(row.zh)) == set(VALUE.findall(row.en))
    assert all(reason in rows() for reason in row.reasons)


def test_every_row_is_said_and_everything_said_is_a_row():
    sources = "".join(path.read_text("utf-8") for path in Path(checks.__file__).parent.rglob("*.py"))
    by_name = {name for name in rows() if f'"{name}"' in sources}
    scripts = {"many_traditional", "many_simplified"}  # made of the script's name
    assert by_name | scripts == rows().keys()
    assert set(re.findall(r'say\(\s*"(\w+)"', sources)) <= rows().keys()


def test_every_reason_stands_below_a_question():
    below = {reason for _, reason in BELOW}
    assert below | {*QUESTIONS, "agreed"} == rows().keys()


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_is_found_again_from_its_chinese(name):
    row = rows()[name]
    finding = Finding("f1", "sum", "medium", say(name, **values_of(row)))
    assert question_and_reason(finding, "zh") == (finding.message, "")
    assert question_and_reason(finding, "en") == (row.en.format(**values_of(row)), "")


@pytest.mark.parametrize(("name", "reason"), BELOW)
def test_a_reason_is_found_again_below_its_question(name, reason):
    row = rows()[reason]
    below = say(reason, **values_of(row))
    finding = Finding("f1", "sum", "medium", f"{say(name, **values_of(rows()[name]))}\n{below}")
    assert question_and_reason(finding, "en")[1] == row.en.format(**values_of(row))


def test_values_that_are_words_are_read_in_english():
    finding = Finding("f1", "weekday", "high", "日期与星期不符？\n2025年6月18日是星期三")
    assert question_and_reason(finding, "en")[1] == "2025-6-18 is a Wednesday"


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("“帐户”应为“账户”？\n个人帐户，在银行", ("“帐户”: should it be “账户”?", "个人帐户，在银行")),
        ("另一个程序的问题", ("另一个程序的问题", "")),
        ("", ("", "")),
        ("有这一天吗？\n县城在北京", ("Is there such a day?", "县城在北京")),
    ],
)
def test_quotations_and_strange_questions_stay_as_they_are(message, expected):
    assert question_and_reason(Finding("f1", "word", "low", message), "en") == expected


def test_what_agrees_is_read_in_a_language():
    assert in_language("数读 10 项与正文一致", "zh") == "数读 10 项与正文一致"
    assert in_language("数读 10 项与正文一致", "en") == "digest: figures as in the body: 10"
