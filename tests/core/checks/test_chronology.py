"""The order of years and centuries."""

from __future__ import annotations

import pytest

RULES = {"order"}

# An article's words, the rule, and what the finding says or quotes.
FOUND = [
    ("1949年考入大学，1935年毕业后进入研究所工作。", "order", "前文1949年，后文1935年"),
    ("18世纪末，列强争夺筑路权。1898年，铁路开始勘测。", "order", "1898年属19世纪，不属18世纪"),
]

# Sound words that look like a contradiction at first sight, with the reason why they are none.
LEFT_ALONE = [
    ("1949年考入大学，1953年毕业后进入研究所工作。", "in order"),
    ("2025年接待游客386万人次，2024年为345万人次。", "compared with the year before"),
    ("19世纪末，列强争夺筑路权。1903年，铁路通车。", "soon after the turn of the century"),
    ("20世纪20年代，车站每天开行4对列车。1938年，车站被毁。", "in the century"),
]


@pytest.mark.parametrize(("body", "rule", "says"), FOUND)
def test_it_is_asked(asked, body, rule, says):
    findings = [finding for finding in asked(body) if finding.rule == rule]
    assert [says in finding.message for finding in findings] == [True], findings


@pytest.mark.parametrize(("body", "why"), LEFT_ALONE)
def test_it_is_left_alone(asked, body, why):
    assert [finding for finding in asked(body) if finding.rule in RULES] == [], why
