"""Wrong words."""

from __future__ import annotations

import pytest

RULES = {"word"}

# An article's words, the rule, and what the finding says or quotes.
FOUND = [
    ("县里对工作进行了布署。", "word", "“布署”应为“部署”"),
    ("截止6月底，已完成30个。", "word", "应为“截至”"),
    ("报名截至时间为本月底。", "word", "应为“截止”"),
    ("收入大大的增加了。", "word", "应为“地”"),
    ("考生必需携带身份证。", "word", "应为“必须”"),
    ("线路全长全长32.6公里。", "word", "“全长”重复"),
    ("约300人左右参加。", "word", "“约”与“左右”重复"),
    ("他们再接再励，完成了任务。", "word", "再接再厉"),
]

# Sound words that look like a contradiction at first sight, with the reason why they are none.
LEFT_ALONE = [
    ("报名截止6月30日，逾期不候。", "截止 ends here"),
    ("截止到6月底，已完成30个。", "截止到 is right"),
    ("账户和帐篷都准备好了，部署已经完成。", "the right words"),
    ("占全部份额的三成。", "two words"),
    ("生活必需品和必需的药品已送到。", "what is needed"),
    ("大家讨论讨论，一步一步地办。", "said twice on purpose"),
    ("有了显著的提高，目的的确达到了。", "a noun, and 的确"),
]


@pytest.mark.parametrize(("body", "rule", "says"), FOUND)
def test_it_is_asked(asked, body, rule, says):
    findings = [finding for finding in asked(body) if finding.rule == rule]
    assert [says in finding.message for finding in findings] == [True], findings


@pytest.mark.parametrize(("body", "why"), LEFT_ALONE)
def test_it_is_left_alone(asked, body, why):
    assert [finding for finding in asked(body) if finding.rule in RULES] == [], why


def test_a_wrong_word_weighs_more_than_a_word_that_stands_twice(asked):
    severities = {f.message[:4]: f.severity for f in asked("县里作了布署。线路全长全长32.6公里。")}
    assert severities == {"“布署”": "medium", "“全长”": "low"}
