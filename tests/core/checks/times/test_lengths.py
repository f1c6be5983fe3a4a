"""Lengths of time against their ends."""

from __future__ import annotations

from tests.core.checks.asking import make_tests

RULES = {"order"}

# An article's words, the rule, and what the finding says or quotes.
FOUND = [
    ("工程于2019年10月开工，历时6年2个月，于2024年12月通车。", "order", "是5年2个月，不是6年2个月"),
    ("展期为6月17日至6月30日，共15天。", "order", "是14天，不是15天"),
    (
        "指挥中心3时12分接到报警，5时47分明火扑灭，距接警2小时45分钟。",
        "order",
        "是2小时35分钟，不是2小时45分钟",
    ),
    ("科考船2024年11月1日启航，2025年4月8日返回，历时168天。", "order", "是158天，不是168天"),
    ("摄制组3月2日进山，5月28日出山，前后98天。", "order", "是87天，不是98天"),
    ("普查自4月1日（星期二）启动，至6月11日结束，共走访82天。", "order", "是71天，不是82天"),
    ("首演90分钟，即2小时30分钟，中间不休息。", "order", "两种说法不符"),
    ("手术做了200分钟，也就是3小时40分钟。", "order", "两种说法不符"),
    ("全程48小时（3天），没有休息。", "order", "两种说法不符"),
    (
        "2024年9月3日，项目立项。2025年2月14日，项目验收。从立项到验收，历时7个多月。",
        "order",
        "约5个月，不是7个多月",
    ),
]

# Sound words that look like a contradiction at first sight, with the reason why they are none.
LEFT_ALONE = [
    ("工程于2019年10月开工，历时5年2个月，于2024年12月通车。", "it is the length"),
    ("展期为6月17日至6月30日，共14天。", "both days counted"),
    ("她主编的图志历时15年，于1986年出版。", "the beginning is not told"),
    ("为期三天的会议6月16日开幕。", "a short one that one end does not settle"),
    (
        "大桥2021年6月18日开工，原定2025年3月底通车，历时4年5个多月建成。",
        "more than that, and to another end",
    ),
    ("片长140分钟，即2小时20分钟。", "the same"),
    ("全程约100分钟（1小时40分钟），中途不停。", "the same"),
    ("每周工作5天（8小时工作制），周末休息。", "the brackets say something else"),
    ("6月6日、7日报到，6月8日至19日军训，为期12天，6月23日上课。", "the length of the range"),
    ("2024年9月3日立项，2025年2月14日验收。从立项到验收，历时5个多月。", "it is the length"),
    ("从播种到收割，历时8个月。", "nobody says when"),
    (
        "2024年9月3日上午9时，项目立项。2025年2月14日，项目验收。从立项到验收，历时5个多月。",
        "the length, from a day with its hour",
    ),
]


test_it_is_asked, test_it_is_left_alone = make_tests(FOUND, LEFT_ALONE, RULES)
