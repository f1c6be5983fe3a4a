"""Anniversaries against their year."""

from __future__ import annotations

from tests.core.checks.asking import make_tests

RULES = {"order"}

# An article's words, the rule, and what the finding says or quotes.
FOUND = [
    ("1985年建厂以来，这家老厂走过了50年风雨。", "order", "不是50"),
    ("两国1972年建交，35年来合作不断。", "order", "1972年—2025年是53年，不是35年"),
    ("大桥1964年通车，今年迎来通车51周年。", "order", "1964年—2025年是61年，不是51周年"),
    ("纺织厂成立于2008年，今年正好20周年。", "order", "2025 - 2008 = 17，不是20"),
    ("今年是评弹团成立60周年。1955年，八个艺人凑了三把琵琶。", "order", "2025 - 1955 = 70，不是60"),
    (
        "今年是抗日战争胜利82周年，学校举办了展览。",
        "order",
        "2025 - 1945 = 80，不是82",
    ),
    ("“探海三号”于2019年8月入列，至今已服役9年。", "order", "2019年8月—2025年是5年10个月，不是9年"),
    ("他2003年到村小教书，至今已有三十二年。", "order", "2003年—2025年是22年，不是三十二年"),
    ("非遗展1998年首次举办，到今年已走过17个年头。", "order", "1998年—2025年是27年，不是17个年头"),
]

# Sound words that look like a contradiction at first sight, with the reason why they are none.
LEFT_ALONE = [
    ("两国1972年建交，53年来合作不断。", "so many years"),
    ("大桥1964年通车，今年迎来通车61周年。", "it is the anniversary"),
    ("1964年10月，在庆祝中华人民共和国成立15周年的锣鼓声中，大桥通车。", "counted in another year"),
    ("到建党100周年时，目标如期实现；今年是建党104周年。", "one past, one now"),
    ("“探海三号”于2019年8月入列，至今已服役近6年。", "rounded"),
    ("书院1903年落成，至今已有120余年。", "rounded"),
    ("协会2003年成立，2010年改组，至今已有15年。", "two years before it"),
    ("他2003年到村小教书，至今还保留着1个备课本。", "not a length"),
    ("该村2015年脱贫，至今5年间新增企业12家。", "some five years"),
    ("今年是评弹团成立70周年。2019年，老书场重新开张。", "another event"),
    ("博物馆2009年开馆，今年是建市70周年。", "the year of the city is not told"),
]


test_it_is_asked, test_it_is_left_alone = make_tests(FOUND, LEFT_ALONE, RULES)
