"""One name in two forms."""

from __future__ import annotations

import pytest

RULES = {"name_variant"}

# An article's words, the rule, and what the finding says or quotes.
FOUND = [
    (
        "县疾控中心主任苏佩文介绍，疫情已经平稳。苏佩文还说，疫苗充足。苏佩雯提醒市民戴口罩。",
        "name_variant",
        "“苏佩雯”应为“苏佩文”",
    ),
    (
        "县里设立福满源养老公司（以下简称福满源公司）。福满源公司收费，福满园公司不退。",
        "name_variant",
        "福满园公司",
    ),
    ("各地围绕“景园共建”等领域合作，开展“景区共建”项目22个。", "name_variant", "一种说法，两种写法"),
]

# Sound words that look like a contradiction at first sight, with the reason why they are none.
LEFT_ALONE = [
    ("获奖的是张伟和张炜。张伟开桥吊，张炜搞自动化，张伟先到。", "two people of two characters"),
    ("龙沙乡和龙河乡同时降雨，龙沙乡214毫米，龙河乡187毫米。", "two places"),
    ("“晓星一号”已发射，“晓星二号”将于明年发射。", "numbered"),
    ("他在北京逝世。北京市的老同事前来送别。", "a word that begins with the name's end"),
    ("军民共建“文明旅游村”、“文明旅游点”。", "a series"),
]


@pytest.mark.parametrize(("body", "rule", "says"), FOUND)
def test_it_is_asked(asked, body, rule, says):
    findings = [finding for finding in asked(body) if finding.rule == rule]
    assert [says in finding.message for finding in findings] == [True], findings


@pytest.mark.parametrize(("body", "why"), LEFT_ALONE)
def test_it_is_left_alone(asked, body, why):
    assert [finding for finding in asked(body) if finding.rule in RULES] == [], why
