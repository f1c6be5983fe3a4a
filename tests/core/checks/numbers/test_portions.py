"""What a share comes to, told behind it."""

from __future__ import annotations

from tests.core.checks.asking import make_tests

RULES = {"share", "magnitude"}

FOUND = [
    ("两船造价合共1.44亿元，其余两成由公司自行支付，约为2880亿元。", "magnitude", "1.44亿元 × 两成 = 2880万"),
    ("全市消防员1420人，专职队员占六成，为582人。", "share", "1420人 × 六成 = 852，不是582人"),
    ("合同总价378万元，按百分之五扣除违约金，即189万元。", "magnitude", "378万元 × 百分之五 = 18.9万"),
]

LEFT_ALONE = [
    ("两船造价合共1.44亿元，其余两成由公司自行支付，约为2880万元。", "the share"),
    ("全市消防员1420人，专职队员占六成，为852人。", "the share"),
    ("全市消防员1420人，党员占六成，另有志愿者582人。", "others"),
]

test_it_is_asked, test_it_is_left_alone = make_tests(FOUND, LEFT_ALONE, RULES)
