"""Multiples against the two figures."""

from __future__ import annotations

from tests.core.checks.asking import make_tests

RULES = {"growth"}

FOUND = [
    ("目前全村有民宿46家，比三年前的23家翻了两番。", "growth", "46家 ÷ 23家 = 2"),
    ("甲队投中36个三分球，是乙方12个的5倍。", "growth", "36个 ÷ 12个 = 3"),
    ("路灯由36盏增到48盏，增加了四分之一。", "growth", "48盏 ÷ 36盏 = 1.33"),
    ("学校在校生从当初的86人增加到如今的1290人，是当时的25倍。", "growth", "= 15，不是25倍"),
]

LEFT_ALONE = [
    ("目前全村有民宿46家，比三年前的23家翻了一番。", "twice as many"),
    ("甲队投中36个三分球，是乙方12个的3倍。", "three times"),
    ("路灯由36盏增到48盏，增加了三分之一。", "a third more"),
    ("产量是去年的3倍。", "nothing to compare"),
]

test_it_is_asked, test_it_is_left_alone = make_tests(FOUND, LEFT_ALONE, RULES)
