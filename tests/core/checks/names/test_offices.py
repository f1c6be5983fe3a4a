"""Relatives and posts of people."""

from __future__ import annotations

import pytest

RULES = {"name_variant"}

# An article's words, and what the finding says or quotes.
FOUND = [
    (
        "老艺人周松年带着孙子周小满扎灯。周松年说，今年好。图为周松年在教儿子周小满补灯。",
        "周小满的亲属称谓不一致",
    ),
    ("县水利局局长韩振国到场。县水利局副局长韩振国说，水库安全。", "韩振国的职务不一致"),
    (
        "全剧由竺青黛编剧、裘一鸣执导，下月首演。\n\n【剧目档案】\n编剧：裘一鸣\n导演：竺青黛",
        "是竺青黛还是裘一鸣",
    ),
    ("市实验小学校长葛明远讲了话。市实验小学校长邱立本宣布放假。", "市实验小学校长是谁"),
    ("现任董事会主席梁咏恩将退任。梁咏恩自2016年7月起担任行政总裁。", "梁咏恩的职务不一致"),
    ("云岭县县长陆云川出席会议。县委书记陆云川说，要抓好防汛。", "陆云川的职务不一致"),
    ("省人民医院儿科主任陆云川坐诊。省人民医院内科主任陆云川说，患者不少。", "陆云川的职务不一致"),
]

LEFT_ALONE = [
    ("县委副书记、县长陆云川出席会议。县长陆云川说，要抓好防汛。", "one post, told in full and alone"),
    ("省人民医院儿科主任陆云川坐诊。医院儿科主任陆云川说，患者不少。", "one body, told in full and short"),
    ("县长陆云川当选县委书记。县委书记陆云川说，要抓好防汛。", "he rose"),
    ("周松年的孙子周小满和李大山的儿子周小满同名。", "two people"),
    ("县水利局原副局长韩振国升任局长。县水利局局长韩振国说，水库安全。", "he rose"),
    ("县水利局局长韩振国到场。县林业局局长邱立本也到场。", "two bureaus"),
    ("全剧由竺青黛编剧、裘一鸣执导。\n\n【剧目档案】\n编剧：竺青黛\n导演：裘一鸣", "the same"),
    ("市实验小学校长葛明远讲了话。葛校长说，放假三天。", "one person"),
    ("他的妻子陈慧说，爱人常年在外。妻子陈慧和老伴陈慧是一个人。", "words for one relation"),
]


@pytest.mark.parametrize(("body", "says"), FOUND)
def test_it_is_asked(asked, body, says):
    findings = [finding for finding in asked(body) if finding.rule in RULES]
    assert any(says in finding.message for finding in findings), findings


@pytest.mark.parametrize(("body", "why"), LEFT_ALONE)
def test_it_is_left_alone(asked, body, why):
    assert [finding for finding in asked(body) if finding.rule in RULES] == [], why
