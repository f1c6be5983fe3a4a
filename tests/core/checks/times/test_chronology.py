"""The order of years and centuries."""

from __future__ import annotations

from tests.core.checks.asking import make_tests

RULES = {"order"}

# An article's words, the rule, and what the finding says or quotes.
FOUND = [
    ("1949年考入大学，1935年毕业后进入研究所工作。", "order", "前文1949年，后文1935年"),
    ("18世纪末，列强争夺筑路权。1898年，铁路开始勘测。", "order", "1898年属19世纪，不属18世纪"),
]

# Sound words that look like a contradiction at first sight, with the reason why they are none.
LEFT_ALONE = [
    ("1949年考入大学，1953年毕业后进入研究所工作。", "in order"),
    ("2025年接待游客386万人次，2024年为345万人次。", "compared with the year before"),
    ("19世纪末，列强争夺筑路权。1903年，铁路通车。", "soon after the turn of the century"),
    ("20世纪20年代，车站每天开行4对列车。1938年，车站被毁。", "in the century"),
]


test_it_is_asked, test_it_is_left_alone = make_tests(FOUND, LEFT_ALONE, RULES)
