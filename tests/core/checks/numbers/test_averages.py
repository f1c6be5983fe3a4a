"""Averages against the whole and the count."""

from __future__ import annotations

from tests.core.checks.asking import make_tests

RULES = {"sum", "magnitude"}

# An article's words, the rule, and what the finding says or quotes.
FOUND = [
    ("20公斤生豆以每公斤2.6万元卖出，总价25万元。", "sum", "÷ 20公斤"),
    ("合作社312户社员今年分红93.6万元，户均300元。", "magnitude", "300元 × 312户 = 9.36万，不是93.6万元"),
    ("展览开放41天，接待观众8.2万人次，日均2500人次。", "sum", "= 2000，不是2500人次"),
    ("他一年跑了96场比赛，平均每月6场。", "sum", "96场 ÷ 一年 = 8，不是6场"),
    ("全市今年上半年建成公园24个，月均6个。", "sum", "= 4，不是6个"),
    ("48名队员分成6个小组，每组6人。", "sum", "48名 ÷ 6个 = 8，不是6人"),
    ("全县水稻12.5万亩，总产量6.25万吨，亩产580公斤。", "sum", "不是580公斤"),
    ("84家门店全年销售额16.8亿元，店均200万元。", "magnitude", "= 1.68亿，不是16.8亿元"),
    ("按常住人口36.5万人计算，全县藏书62.05万册，人均2.7册。", "sum", "= 1.7，不是2.7册"),
    ("他雇了350人，每人每天工钱180元，一天要付6.3亿元。", "magnitude", "180元 × 350人 = 6.3万，不是6.3亿元"),
]

# Sound words that look like a contradiction at first sight, with the reason why they are none.
LEFT_ALONE = [
    ("合作社312户社员今年分红93.6万元，户均3000元。", "the average"),
    ("展览开放41天，接待观众8.2万人次，日均约2000人次。", "the average"),
    ("216位老人每人每月领600元，一年共155.52万元。", "twelve times"),
    ("每人每天补贴20元，全年250天，35人共17.5万元。", "two factors"),
    ("全县有学校12所，教师1200名，生师比15:1，平均每班42人。", "another count"),
    ("全县有居民36.5万人，人均可支配收入3.2万元。", "no whole"),
    ("茶园每亩产干茶38公斤，全县12.5万亩茶园产值9.6亿元。", "another whole"),
    ("茶叶1.82万吨，平均每吨11万元，产值20.02亿元。", "tons, not kilograms"),
    ("实施5年来，已有330万人受益，平均每年使70余万人受益。", "rounded"),
    ("全县市场30850个，其中综合市场20917个，平均每个镇有1.91个市场。", "nothing is counted by 个"),
    ("公司奖励她2000元，另外11名工友每人500元，奖金一共7500元。", "one of them got another sum"),
    ("农村居民人均支出1.6万元，城镇居民人均支出2.4万元，全市70万人。", "two averages"),
]


test_it_is_asked, test_it_is_left_alone = make_tests(FOUND, LEFT_ALONE, RULES)
