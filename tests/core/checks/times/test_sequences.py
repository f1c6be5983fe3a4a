"""Chronicles, line by line."""

from __future__ import annotations

import pytest

RULES = {"order"}

# The lines below an article, and what the finding says.
FOUND = [
    ("8时05分 接到报警\n7时58分 首批力量到场\n9时20分 明火扑灭", "7时58分在8时05分之后"),
    ("2021年3月 立项\n2023年6月 封顶\n2022年9月 通车", "2022年9月在2023年6月之后"),
    ("1952年 入学\n1965年 毕业\n1956年 参加工作\n1990年 退休", "1956年在1965年之后"),
]

LEFT_ALONE = [
    ("8时05分 接到报警\n8时12分 首批力量到场\n9时20分 明火扑灭", "in order"),
    ("22时40分 出发\n23时50分 到达\n1时20分 返回", "over midnight"),
    ("2024年 12家\n2023年 10家\n2022年 9家", "the newest first"),
    ("18日：晴\n19日：多云\n20日：小雪", "days"),
    ("2021年3月 立项\n2022年 封顶\n2022年9月 通车", "a year and a month of it"),
]


@pytest.mark.parametrize(("lines", "says"), FOUND)
def test_it_is_asked(asked, lines, says):
    findings = [
        finding for finding in asked(f"事情已经过去。\n\n【时间线】\n{lines}") if finding.rule in RULES
    ]
    assert [says in finding.message for finding in findings] == [True], findings


@pytest.mark.parametrize(("lines", "why"), LEFT_ALONE)
def test_it_is_left_alone(asked, lines, why):
    findings = asked(f"事情已经过去。\n\n【时间线】\n{lines}")
    assert [finding for finding in findings if finding.rule in RULES] == [], why
