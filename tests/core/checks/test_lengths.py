"""Lengths of time against their ends."""

from __future__ import annotations

import pytest

RULES = {"order"}

# An article's words, the rule, and what the finding says or quotes.
FOUND = [
    ("工程于2019年10月开工，历时6年2个月，于2024年12月通车。", "order", "是5年2个月，不是6年2个月"),
    ("展期为6月17日至6月30日，共15天。", "order", "有14天，不是15天"),
    (
        "指挥中心3时12分接到报警，5时47分明火扑灭，距接警2小时45分钟。",
        "order",
        "是2小时35分钟，不是2小时45分钟",
    ),
    ("科考船2024年11月1日启航，2025年4月8日返回，历时168天。", "order", "是158天，不是168天"),
]

# Sound words that look like a contradiction at first sight, with the reason why they are none.
LEFT_ALONE = [
    ("工程于2019年10月开工，历时5年2个月，于2024年12月通车。", "it is the length"),
    ("展期为6月17日至6月30日，共14天。", "both days counted"),
    ("她主编的图志历时15年，于1986年出版。", "the beginning is not told"),
    ("为期三天的会议6月16日开幕。", "a short one that one end does not settle"),
]


@pytest.mark.parametrize(("body", "rule", "says"), FOUND)
def test_it_is_asked(asked, body, rule, says):
    findings = [finding for finding in asked(body) if finding.rule == rule]
    assert [says in finding.message for finding in findings] == [True], findings


@pytest.mark.parametrize(("body", "why"), LEFT_ALONE)
def test_it_is_left_alone(asked, body, why):
    assert [finding for finding in asked(body) if finding.rule in RULES] == [], why
