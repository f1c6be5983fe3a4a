"""Per unit times count, and one measure in two units."""

from __future__ import annotations

from tests.core.checks.asking import make_tests

RULES = {"magnitude", "unit", "sum"}

# An article's words, the rule, and what the finding says or quotes.
FOUND = [
    ("对216位老人每人每年发放津贴7200元，一年共需155.52亿元。", "magnitude", "7200元 × 216位 = 155.52万"),
    ("全县湿地面积2.24万平方公里（33.6万亩）。", "unit", "公顷"),
    ("全县湿地面积2.24万公顷，折合33.6亿亩。", "magnitude", "数量级有误"),
    ("卫星重1.26吨，有效载荷420克，约为整星重量的三分之一。", "unit", "420克"),
]

# Sound words that look like a contradiction at first sight, with the reason why they are none.
LEFT_ALONE = [
    ("对216位老人每人每年发放津贴7200元，一年共需155.52万元。", "it is the product"),
    ("设计速度每小时100公里，总投资129.6亿元，平均每公里造价1.5亿元。", "a speed is no length"),
    ("全县湿地面积2.24万公顷（33.6万亩）。", "the same area"),
    ("亩产512公斤，面积180.6万亩，总产量约92.47万吨。", "it is the product"),
]


test_it_is_asked, test_it_is_left_alone = make_tests(FOUND, LEFT_ALONE, RULES)
