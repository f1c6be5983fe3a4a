"""Signs in pairs, doubled or in half width."""

from __future__ import annotations

from tests.core.checks.asking import make_tests

RULES = {"punctuation"}

# An article's words, the rule, and what the finding says or quotes.
FOUND = [
    ("他说：“水来了。村民们都很高兴。", "punctuation", "前引号缺另一半"),
    ("他在《县志中写道。", "punctuation", "《"),
    ("会议要求，、各地抓好落实。", "punctuation", "标点重叠"),
    ("会议要求,各地抓好落实。", "punctuation", "半角标点"),
]

# Sound words that look like a contradiction at first sight, with the reason why they are none.
LEFT_ALONE = [
    ("他说：“水来了。”村民们都很高兴。", "a pair"),
    ("他说：“第一件事办成了。\n\n“第二件事也要办成。”", "a quotation over two paragraphs"),
    ("一是抓落实；2）抓检查。", "a number with a bracket"),
    ("’97香港回归。真的？！好……", "an apostrophe, and signs that go together"),
]


test_it_is_asked, test_it_is_left_alone = make_tests(FOUND, LEFT_ALONE, RULES)
