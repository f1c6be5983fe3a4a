"""Festivals against their days, those of the moon too."""

from __future__ import annotations

from tests.core.checks.asking import make_tests

RULES = {"lunar"}

# An article's words, the rule, and what the finding says or quotes.
FOUND = [
    ("9月12日是教师节，学校为老教师送花。", "lunar", "2025年教师节是9月10日"),
    ("母亲节（5月18日）这天，花店很忙。", "lunar", "2025年母亲节是5月11日"),
    ("7月11日是中国航天日，展馆免费开放。", "lunar", "2025年中国航天日是4月24日"),
    ("2025年10月5日正值中秋，游人不少。", "lunar", "农历八月十四"),
    ("2月13日元宵节，灯会开幕。", "lunar", "农历正月十六"),
    ("除夕是1月29日，车站加开列车。", "lunar", "农历正月初一"),
    ("2月6日立春，县里举行鞭春牛。", "lunar", "2025年立春是2月3日"),
]

# Sound words that look like a contradiction at first sight, with the reason why they are none.
LEFT_ALONE = [
    ("9月10日是教师节，5月11日是母亲节。", "they are"),
    ("9月9日，教师节前夕，学校为老教师送花。", "before it"),
    ("10月3日是国庆假期第三天。", "the days around it"),
    ("五月十五大端午，6月10日大端午赛龙舟。", "another festival"),
    ("2月12日元宵节，2月3日立春。", "they are"),
    ("6月1日端午龙舟赛开赛。", "not the day itself"),
]

test_it_is_asked, test_it_is_left_alone = make_tests(FOUND, LEFT_ALONE, RULES)
