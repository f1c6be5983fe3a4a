"""Brothers and sisters against what they are together."""

from __future__ import annotations

from tests.core.checks.asking import make_tests

RULES = {"name_variant"}

# An article's words, the rule, and what the finding says or quotes.
FOUND = [
    ("廖恩慈是廖恩赐的妹妹。兄弟俩从小一起练球。", "name_variant", "兄弟俩"),
    ("护士长是她的堂哥，姐妹俩同在一个医院。", "name_variant", "姐妹俩"),
]

# Sound words that look like a contradiction at first sight, with the reason why they are none.
LEFT_ALONE = [
    ("廖恩慈是廖恩赐的弟弟。兄弟俩从小一起练球。", "brothers"),
    ("他的妹妹管账，兄妹俩一起开店。", "brother and sister"),
    ("他有一个弟弟和一个妹妹，兄弟俩都当了兵。", "another sibling"),
    ("兄弟俩开店，姐妹俩帮忙。", "two pairs"),
]

test_it_is_asked, test_it_is_left_alone = make_tests(FOUND, LEFT_ALONE, RULES)
