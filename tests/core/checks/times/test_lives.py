"""Ages of one person at several times, in an article of 18 June 2025."""

from __future__ import annotations

from tests.core.checks.asking import make_tests

RULES = {"age"}

# An article's words, the rule, and what the finding says or quotes.
FOUND = [
    ("老许今年64岁。1966年，5岁的他看着祖母把箱子藏进夹墙。1987年翻修老屋，那一年他36岁。", "age", "不是36"),
    ("73岁的渔民许福全想去加固鱼排。11年前，他52岁，抱着柱子坐了一夜。", "age", "2014 - 1952 = 62，不是52"),
    (
        "1937年8月，祝允恭生于苏州。\\n\\n祝允恭于2025年3月3日在上海去世，享年98岁。".replace("\\n", "\n"),
        "age",
        "= 88，不是98",
    ),
    ("1963年，31岁的章守信考进剧团。他1942年出生。", "age", "1963 - 1942 = 21，不是31"),
]

# Sound words that look like a contradiction at first sight, with the reason why they are none.
LEFT_ALONE = [
    ("老许今年64岁。1966年，5岁的他看着祖母把箱子藏进夹墙。1987年翻修老屋，那一年他26岁。", "they agree"),
    ("73岁的渔民许福全想去加固鱼排。11年前，他62岁，抱着柱子坐了一夜。", "they agree"),
    ("20世纪50年代末，27岁的李慕青第一次带队进山。她1931年出生。", "at another time"),
    ("参赛者中，18岁至35岁的占54%，36岁至55岁的占43%。", "ages of groups"),
    ("许福全今年73岁，妻子今年70岁，儿子今年44岁。", "a family"),
]

test_it_is_asked, test_it_is_left_alone = make_tests(FOUND, LEFT_ALONE, RULES)
