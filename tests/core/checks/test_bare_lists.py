"""Lists that no word opens."""

from __future__ import annotations

from tests.core.checks.asking import make_tests

RULES = {"sum"}

FOUND = [
    ("这条线路设站21座，地下站19座，高架站5座。", "sum", "19座 + 5座 = 24，不是21座"),
    ("仪仗方队由352名官兵组成，男兵301名，女兵15名。", "sum", "不是352名"),
    ("中国队获得12枚金牌、9枚银牌和7枚铜牌，以38枚奖牌排名第一。", "sum", "= 28，不是38枚"),
    ("赞成156票，反对12票，弃权7票，共收回有效票157票。", "sum", "= 175，不是157票"),
]

LEFT_ALONE = [
    ("这条线路设站21座，地下站16座，高架站5座。", "the sum"),
    ("东村有21户，西村有16户，南村有8户。", "no total"),
    ("去年有351名官兵，今年有301名，明年有15名。", "years"),
]

test_it_is_asked, test_it_is_left_alone = make_tests(FOUND, LEFT_ALONE, RULES)
