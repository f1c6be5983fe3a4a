"""Stages of a process in their order, and plans against the day of the article (18 June 2025)."""

from __future__ import annotations

from tests.core.checks.asking import make_tests

RULES = {"order"}

# An article's words, the rule, and what the finding says or quotes.
FOUND = [
    ("学校2024年12月动工，今年5月竣工，3月通过验收。", "order", "今年5月在3月之后"),
    (
        "2023年10月21日，孙女士报案。2023年9月2日，贾某被抓获，次日被押回。",
        "order",
        "2023年10月21日在2023年9月2日之后",
    ),
    ("5月9日笔试，5月8日公布笔试成绩，5月30日面试。", "order", "5月9日在5月8日之后"),
    ("他1950年考入大学，1944年毕业后回乡。", "order", "1950年在1944年之后"),
    ("小麦预计6月10日前后收完。", "order", "6月10日前后已经过去"),
    ("新馆已于7月1日开馆。", "order", "7月1日还没有到"),
]

# Sound words that look like a contradiction at first sight, with the reason why they are none.
LEFT_ALONE = [
    ("学校2024年12月动工，今年3月竣工，5月通过验收。", "in their order"),
    ("一期2024年3月动工，二期2024年9月动工，2024年6月一期竣工。", "two buildings"),
    ("工程2024年9月开工，2024年6月二期竣工。", "another part"),
    ("工程原拟于5月招标，因故推迟到7月。", "put off"),
    ("队员们1月3日到家。他们说，全队将于次日体检。", "of the day before it"),
    ("小麦预计6月20日前后收完。新馆已于6月1日开馆。", "to come, and over"),
    ("去年他说，大桥预计今年5月通车。", "told then"),
    ("1949年他毕业，1962年女儿考入大学。", "the daughter"),
]

test_it_is_asked, test_it_is_left_alone = make_tests(FOUND, LEFT_ALONE, RULES)
