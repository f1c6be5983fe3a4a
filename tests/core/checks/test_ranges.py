"""Ranges that run backwards."""

from __future__ import annotations

import pytest

RULES = {"range"}

# An article's words, the rule, and what the finding says or quotes.
FOUND = [
    ("疗程一般需4周至2周。", "range", "范围的起讫颠倒"),
    ("其中59岁至15岁的有300人。", "range", "59 > 15"),
    ("大桥于2018年12月至3月封闭施工。", "range", "范围的起讫颠倒"),
]

# Sound words that look like a contradiction at first sight, with the reason why they are none.
LEFT_ALONE = [
    ("票价从35元降到20元。", "a fall"),
    ("主队以3-2取胜，全场比分3比2。", "a score"),
    ("大桥于2018年12月至次年3月封闭施工。", "the next year"),
    ("价格为0.8元至1元。", "less than one"),
    ("营业时间为晚上8点到第二天早上6点。", "over midnight"),
]


@pytest.mark.parametrize(("body", "rule", "says"), FOUND)
def test_it_is_asked(asked, body, rule, says):
    findings = [finding for finding in asked(body) if finding.rule == rule]
    assert [says in finding.message for finding in findings] == [True], findings


@pytest.mark.parametrize(("body", "why"), LEFT_ALONE)
def test_it_is_left_alone(asked, body, why):
    assert [finding for finding in asked(body) if finding.rule in RULES] == [], why
