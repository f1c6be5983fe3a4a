"""A figure of the body said again with a slip."""

from __future__ import annotations

from tests.core.checks.asking import make_tests

RULES = {"repeat"}

FOUND = [
    ("大桥全长1288米。设计时速80公里，桥长1828米，桥面宽28米。", "repeat", "同一数字，前后不一致"),
    ("救援队共转移群众326人。截至18日，362人全部安置。", "repeat", "326人\u3000362人"),
    ("项目总投资5.8亿元。据介绍，项目总投资8.5亿元，分两期建设。", "repeat", "5.8亿元\u30008.5亿元"),
]

LEFT_ALONE = [
    ("去年总投资5.8亿元。今年总投资8.5亿元。", "two years"),
    ("第一座桥长1288米。第二座桥长1828米。", "two things"),
    ("东村有326人。西村有235人。", "no slip"),
    ("火电占15.8%。风电占18.5%。", "shares of two things"),
]

test_it_is_asked, test_it_is_left_alone = make_tests(FOUND, LEFT_ALONE, RULES)
