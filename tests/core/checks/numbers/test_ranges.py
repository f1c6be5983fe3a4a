"""Ranges that run backwards."""

from __future__ import annotations

from tests.core.checks.asking import make_tests

RULES = {"range"}

# An article's words, the rule, and what the finding says or quotes.
FOUND = [
    ("疗程一般需4周至2周。", "range", "范围的起讫颠倒"),
    ("其中59岁至15岁的有300人。", "range", "59 > 15"),
    ("大桥于2018年12月至3月封闭施工。", "range", "范围的起讫颠倒"),
    ("义诊于7月26日至22日在村口举行。", "range", "26日在22日之后"),
    ("报名时间为9月15—8日。", "range", "15日在8日之后"),
    ("窗口每日17时至8时30分办理业务。", "range", "止时早于起时"),
    ("开放时间：18:00—9:00。", "range", "止时早于起时"),
]

# Sound words that look like a contradiction at first sight, with the reason why they are none.
LEFT_ALONE = [
    ("票价从35元降到20元。", "a fall"),
    ("主队以3-2取胜，全场比分3比2。", "a score"),
    ("大桥于2018年12月至次年3月封闭施工。", "the next year"),
    ("价格为0.8元至1元。", "less than one"),
    ("营业时间为晚上8点到第二天早上6点。", "over midnight"),
    ("夜市每天18时至2时营业。", "over midnight"),
    ("隧道21时至6时封闭养护。", "over midnight"),
    ("遗址距今6000年至5500年。", "before today"),
    ("墓葬年代为公元前500年至300年。", "before our era"),
    ("义诊于7月22日至26日在村口举行。", "forwards"),
    ("工期为12月20日至1月15日。", "over the new year"),
    ("主队以21比15取胜，耗时8时30分至9时10分之间。", "forwards"),
]


test_it_is_asked, test_it_is_left_alone = make_tests(FOUND, LEFT_ALONE, RULES)
