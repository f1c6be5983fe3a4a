"""Solar terms against their order and their days."""

from __future__ import annotations

import pytest

RULES = {"lunar"}

# An article's words, the rule, and what the finding says or quotes.
FOUND = [
    ("今天是6月21日，芒种节气。", "lunar", "芒种"),
    ("今天是二十四节气中的最后一个节气小寒。", "lunar", "最后一个节气是大寒"),
    ("夏季的第三个节气夏至到了。", "lunar", "夏季的第三个节气是芒种"),
    ("谷雨是二十四节气中的第五个节气，也是播种的时候。", "lunar", "第五个节气是清明"),
    ("惊蛰，二十四节气的第二个节气。", "lunar", "第二个节气是雨水"),
    ("6月15日（星期日）是夏至，白昼最长。", "lunar", "2025年夏至是6月21日"),
    ("5月21日恰逢芒种，麦子熟了。", "lunar", "2025年芒种是6月5日"),
    ("5月31日（星期六，农历五月初六）是端午节。", "lunar", "端午节是农历五月初五"),
]

# Sound words that look like a contradiction at first sight, with the reason why they are none.
LEFT_ALONE = [
    ("大寒是二十四节气中的最后一个节气。", "it is the last"),
    ("立夏是夏季的第一个节气。", "it is the first"),
    ("6月21日（星期六）是夏至，白昼最长。", "the day"),
    ("6月20日是夏至前一天。", "the day before"),
    ("6月10日，芒种镇的麦子熟了。", "a town"),
    ("5月31日是农历五月初五，也是端午节。", "the day"),
    ("6月18日，冬至那天种下的蒜收了。", "another day"),
    ("大寒是第十三二个节气。", "not a number"),
]


@pytest.mark.parametrize(("body", "rule", "says"), FOUND)
def test_it_is_asked(asked, body, rule, says):
    findings = [finding for finding in asked(body) if finding.rule == rule]
    assert says in "".join(finding.message for finding in findings), findings


@pytest.mark.parametrize(("body", "why"), LEFT_ALONE)
def test_it_is_left_alone(asked, body, why):
    assert [finding for finding in asked(body) if finding.rule in RULES] == [], why
