"""Scores and their arithmetic."""

from __future__ import annotations

from tests.core.checks.asking import make_tests

RULES = {"sum", "growth"}

FOUND = [
    ("第一节结束主队以24比18领先8分。", "growth", "24 - 18 = 6，不是8"),
    ("球队本赛季30场比赛15胜8平6负，积53分。", "sum", "15 + 8 + 6 = 29，不是30"),
    ("球队本赛季30场比赛15胜9平6负，积45分。", "sum", "= 54，不是45"),
    ("女排3比1获胜，五局比分为25比20、22比25、25比18、21比25、15比12。", "sum", "3:2，不是3:1"),
    ("四节比分为22比25、26比21、24比18和28比23，主队以98比87获胜。", "sum", "100:87，不是98比87"),
]

LEFT_ALONE = [
    ("主队以98比87战胜客队，本赛季战绩升至19胜7负。", "no number of games"),
    ("第一节结束主队以24比18领先6分。", "the lead"),
    ("球队本赛季30场比赛15胜9平6负，积54分。", "the games and points"),
    ("女排3比2获胜，五局比分为25比20、22比25、25比18、21比25、15比12。", "the sets"),
    ("四节比分为22比25、26比21、24比18和26比23，主队以98比87获胜。", "the quarters"),
    ("主队92比80获胜，前三节比分为22比25、26比21和24比18。", "three quarters of four"),
]

test_it_is_asked, test_it_is_left_alone = make_tests(FOUND, LEFT_ALONE, RULES)
