"""How long something took, against its two moments."""

from __future__ import annotations

from tests.core.checks.asking import make_tests

RULES = {"order"}

FOUND = [
    ("列车运行由1小时42分缩短为1小时22分，缩短30分钟。", "order", "相差20分钟，不是30分钟"),
    ("11月1日正式开板，比去年的11月9日提前18天。", "order", "相差8天，不是18天"),
    (
        "列车8时05分从北京西站开出，11时20分抵达太原南站，全程3小时51分钟。",
        "order",
        "是3小时15分钟，不是3小时51分钟",
    ),
    ("会议9时10分开始，12时10分结束，历时4小时。", "order", "不是4小时"),
    ("他1986年参军，2006年转业，在部队整整30年。", "order", "不是30年"),
    ("从1998年到2018年，老周守塔30年。", "order", "不是30年"),
    ("工程2022年3月动工，2025年6月竣工，工期93个月。", "order", "不是93个月"),
]

LEFT_ALONE = [
    ("列车运行由1小时42分缩短为1小时22分，缩短20分钟。", "the difference"),
    ("11月1日正式开板，比去年的11月9日提前8天。", "so many days"),
    ("列车8时05分从北京西站开出，11时20分抵达太原南站，全程3小时15分钟。", "the difference"),
    ("工程2019年开工，2023年建成，使用年限50年。", "another length"),
    ("22时10分出发，次日6时10分到达，历时8小时。", "over midnight"),
    ("他8时到单位，9时开会，会开了近两个小时。", "rounded"),
]

test_it_is_asked, test_it_is_left_alone = make_tests(FOUND, LEFT_ALONE, RULES)
