"""Magnitudes and units that do not belong among the figures around."""

from __future__ import annotations

from tests.core.checks.asking import make_tests

RULES = {"magnitude", "unit"}

FOUND = [
    ("直接经济损失中，农业3100万元、水利2500亿元、交通1600万元。", "magnitude", "2500亿元"),
    ("全市常住人口300万人，比上年末减少1.2亿人。", "magnitude", "1.2亿人"),
    ("改造渠道126米，其中干渠38公里、支渠88公里。", "unit", "或为公里"),
    ("电站年发电量1.5亿千瓦。", "unit", "1.5亿千瓦"),
    ("全县占地面积3万立方米。", "unit", "3万立方米"),
]

LEFT_ALONE = [
    ("直接经济损失中，农业3100万元、水利2500万元、交通1600万元。", "of one scale"),
    ("全县投入2.4亿元，每户补助1.2万元。", "what each one has"),
    ("贷款余额129.6亿元，缴存余额216亿元，逾期率为0.3‰，逾期金额388.8万元。", "a small part of it"),
    ("墓室长12.6米，高3.2米，墙厚40厘米。", "a thickness"),
    ("大桥全长1.2公里，桥面宽33米。", "a length and a width"),
    ("电站装机容量12万千瓦，年发电量1.5亿千瓦时。", "power and energy"),
    ("七级风圈半径180公里至230公里，累计雨量600毫米。", "of no one thing"),
]

test_it_is_asked, test_it_is_left_alone = make_tests(FOUND, LEFT_ALONE, RULES)
