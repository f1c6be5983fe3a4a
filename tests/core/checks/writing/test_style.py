"""How numerals are written."""

from __future__ import annotations

from tests.core.checks.asking import make_tests

RULES = {"numeral_style"}

# An article's words, the rule, and what the finding says or quotes.
FOUND = [
    ("占总数的６０％，在乡镇工作的有12人。", "numeral_style", "６０％"),
    ("六月30日，活动结束，共有12人参加。", "numeral_style", "六月30日"),
    ("出动挖掘机七台、装载机4台。", "numeral_style", "七台　4台"),
    ("到20世纪八十年代，车站扩建。", "numeral_style", "20世纪八十年代"),
    ("外祖母80年代到了县城。", "numeral_style", "“80年代”缺世纪"),
    ("他九十年代办起了工厂。", "numeral_style", "“九十年代”缺世纪"),
    ("工期3—5年，每处安排1-2人。", "numeral_style", "3—5年　1-2人"),
]

# Sound words that look like a contradiction at first sight, with the reason why they are none.
LEFT_ALONE = [
    ("出动挖掘机7台、装载机4台，清理道路两处。", "两 is always written so"),
    ("他20世纪70年代学艺，80年代出师。1978年高考后，他在80年代到了县城。", "the century is told before"),
    ("到20世纪80年代，车站扩建。", "in figures"),
    ("三大平台、20个项目同时启动。", "not of one kind"),
    ("主队以3-2取胜，工期为3—5年。", "a score is no range"),
]


test_it_is_asked, test_it_is_left_alone = make_tests(FOUND, LEFT_ALONE, RULES)
