"""去年 and 今年 against the day of the article."""

from __future__ import annotations

import pytest

RULES = {"relative_year"}

# An article's words, the rule, and what the finding says or quotes.
FOUND = [
    ("到今年底，城市书房已有146间，其中62间全天开放。", "relative_year", "今年底还没有到"),
    (
        "去年1—5月，全市献血2.91万人次，比去年同期的2.79万人次增长4.3%。",
        "relative_year",
        "去年与去年同期相比",
    ),
]

# Sound words that look like a contradiction at first sight, with the reason why they are none.
LEFT_ALONE = [
    ("到今年底，城市书房将达到146间。", "a plan"),
    ("今年底前完成改造任务的80%以上。", "a plan"),
    ("今年1—5月，全市献血2.91万人次，比去年同期的2.79万人次增长4.3%。", "this year with last year"),
    ("去年全年献血6.84万人次，今年1—5月比去年同期增长4.3%。", "this year with last year"),
]


@pytest.mark.parametrize(("body", "rule", "says"), FOUND)
def test_it_is_asked(asked, body, rule, says):
    findings = [finding for finding in asked(body) if finding.rule == rule]
    assert [says in finding.message for finding in findings] == [True], findings


@pytest.mark.parametrize(("body", "why"), LEFT_ALONE)
def test_it_is_left_alone(asked, body, why):
    assert [finding for finding in asked(body) if finding.rule in RULES] == [], why
