"""Characters and codes that no writer has put there."""

from __future__ import annotations

from tests.core.checks.asking import make_tests

RULES = {"script", "residue"}

# An article's words, the rule, and what the finding says or quotes.
FOUND = [
    ("41臺望远镜同时观测。", "script", "臺"),
    ("周边300米范围内&nbsp;禁止鸣笛。", "residue", "&nbsp;"),
    ("能否持续\ufffd\ufffd还有待观察。", "residue", "不能显示的字符"),
    ("会议结束。<br/>代表离开。", "residue", "<br/>"),
]

# Sound words that look like a contradiction at first sight, with the reason why they are none.
LEFT_ALONE = [
    ("A&B公司的代表说，a<b时不成立。", "signs that are meant"),
    ("作者著作等身，著名作家。", "著 is in both scripts"),
]


test_it_is_asked, test_it_is_left_alone = make_tests(FOUND, LEFT_ALONE, RULES)
