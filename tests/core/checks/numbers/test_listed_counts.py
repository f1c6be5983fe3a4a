"""How many are listed."""

from __future__ import annotations

from tests.core.checks.asking import make_tests

RULES = {"sum", "order"}

FOUND = [
    ("工程涉及猫场镇、珠藏镇、化起镇、以那镇5个镇。", "sum", "列了4个，不是5"),
    ("应到代表268名，实到代表271名，符合法定人数。", "order", "271 > 268"),
]

LEFT_ALONE = [
    ("工程涉及猫场镇、珠藏镇、化起镇、以那镇4个镇。", "as many"),
    ("应到代表268名，实到代表261名，符合法定人数。", "fewer"),
]

test_it_is_asked, test_it_is_left_alone = make_tests(FOUND, LEFT_ALONE, RULES)
