"""去年 and 今年 against the day of the article."""

from __future__ import annotations

from tests.core.checks.asking import make_tests

RULES = {"relative_year"}

# An article's words, the rule, and what the finding says or quotes.
FOUND = [
    ("到今年底，城市书房已有146间，其中62间全天开放。", "relative_year", "今年底还没有到"),
    (
        "去年1—5月，全市献血2.91万人次，比去年同期的2.79万人次增长4.3%。",
        "relative_year",
        "去年与去年同期相比",
    ),
    ("2023年，全县计划再建3座水厂，总数达到9座。", "relative_year", "2023年已经过去"),
    ("馆长介绍，2024年的第六届读书节拟在4月举行。", "relative_year", "2024年已经过去"),
    ("明年（2025年），二期工程开工。", "relative_year", "明年是2026年"),
    ("去年，即2022年，全县增收3亿元。", "relative_year", "去年是2024年"),
    ("上月，即2025年1月，全县增收3亿元。", "relative_year", "两处所说的时间不符"),
]

# Sound words that look like a contradiction at first sight, with the reason why they are none.
LEFT_ALONE = [
    ("到今年底，城市书房将达到146间。", "a plan"),
    ("2026年，全县计划再建3座水厂，总数达到9座。", "a plan"),
    ("2023年，全县计划建3座水厂，实际建成4座。", "what became of it"),
    ("2023年的五年计划已经完成。", "a name"),
    ("2012年，全县计划生育工作居全市前列。", "a name"),
    ("2024年，他将公司迁到县城。", "another 将"),
    ("去年（2024年），二期工程开工。", "the year before"),
    ("今年底前完成改造任务的80%以上。", "a plan"),
    ("今年1—5月，全市献血2.91万人次，比去年同期的2.79万人次增长4.3%。", "this year with last year"),
    ("去年全年献血6.84万人次，今年1—5月比去年同期增长4.3%。", "this year with last year"),
]


test_it_is_asked, test_it_is_left_alone = make_tests(FOUND, LEFT_ALONE, RULES)
