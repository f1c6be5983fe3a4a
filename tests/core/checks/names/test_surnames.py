"""A family name with a title that fits nobody of the article."""

from __future__ import annotations

from tests.core.checks.asking import make_tests

RULES = {"name_variant"}

FOUND = [
    ("中国科学院院士郑兰荪作报告。邓院士认为，前景广阔。", "name_variant", "“邓院士”应为“郑院士”"),
    ("海丰县水利局局长李振国到场。黎局长说，水库安全。", "name_variant", "“黎局长”应为“李局长”"),
]

LEFT_ALONE = [
    ("中国科学院院士郑兰荪作报告。郑院士认为，前景广阔。", "the same family name"),
    ("县水利局局长韩振国和县教育局局长李文到场。王局长也来了。", "several of that title"),
    ("局长韩振国到场，刘建国陪同。刘局长说，水库安全。", "somebody of that family name"),
]

test_it_is_asked, test_it_is_left_alone = make_tests(FOUND, LEFT_ALONE, RULES)
