"""Years of eras beside those of ours."""

from __future__ import annotations

from tests.core.checks.asking import make_tests

RULES = {"relative_year"}

FOUND = [
    ("文书写于清乾隆三十二年（1867年）。", "relative_year", "乾隆三十二年是1767年"),
    ("灯塔建于同治九年，也就是1880年。", "relative_year", "同治九年是1870年"),
]

LEFT_ALONE = [
    ("文书写于清乾隆三十二年（1767年）。", "the year"),
    ("光绪年间，1880年前后修过一次。", "no one year"),
]

test_it_is_asked, test_it_is_left_alone = make_tests(FOUND, LEFT_ALONE, RULES)
