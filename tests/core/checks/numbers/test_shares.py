"""Shares against part and whole."""

from __future__ import annotations

from tests.core.checks.asking import make_tests

RULES = {"share", "magnitude"}

# An article's words, the rule, and what the finding says or quotes.
FOUND = [
    ("全市16.5万人参保，60岁及以上4.29万人，占26%，其中65岁及以上3.3万人，占25%。", "share", "不是25%"),
    ("4名医生一年救治1260人，其中溶栓的252人，占25%。", "share", "252人 ÷ 1260人 = 20.0%，不是25%"),
    ("三次产业结构为12.4∶43.1∶46.3。", "share", "= 101.8"),
    ("男性占52.3%，女性占44.7%。", "share", "= 97.0%"),
    ("今年计划改造公路320公里，目前已完成204公里，完成年度计划的75%。", "share", "204公里 ÷ 320公里"),
    ("全县有村民委员会284个，其中已建成文化广场的213个，占85%。", "share", "213个 ÷ 284个 = 75.0%，不是85%"),
    ("今年计划实施项目160个，已开工132个，开工率为85.2%。", "share", "= 82.5%，不是85.2%"),
    (
        "产值386.0亿元。其中，农业96.5亿元，工业193.0亿元，服务业96.5亿元，占比分别为25.0%、50.0%和29.0%。",
        "share",
        "= 25.0%，不是29.0%",
    ),
    ("从年龄看，30岁以下的占32%，30岁至50岁的占45%，50岁以上的占28%。", "share", "32% + 45% + 28% = 105%"),
    ("各项存款余额2898.0亿元，各项贷款余额2214.0万元，存贷比为76.4%。", "magnitude", "数量级有误"),
]

# Sound words that look like a contradiction at first sight, with the reason why they are none.
LEFT_ALONE = [
    ("三次产业结构为12.4∶41.3∶46.3。", "a hundred"),
    ("男性占52.3%，女性占47.7%。", "a hundred"),
    ("全县有村民委员会284个，其中已建成文化广场的213个，占75%。", "it is the share"),
    ("城镇新增就业2.14万人，完成全年3.8万人目标任务的56.3%。", "the whole stands behind the part"),
    ("合作社有社员640人，占全村人口的一半以上，其中妇女占41%。", "the part is not told"),
    (
        "城镇化率为68.2%，比上年末的67.3%提高0.9个百分点，城镇人口417.7万人，总人口612.4万人。",
        "67.3% is last year's",
    ),
    ("明年计划新增贷款30亿元，年末余额达到316.4亿元，不良率控制在1.40%以内。", "a bound, of something else"),
    (
        "全市676个村属贫困范畴，已有80个乡镇、1750个村和155万人达到小康，分别占65%、71.8%和83.8%。",
        "three parts of three kinds",
    ),
    ("接到信访273件，已查结250件，查结率达91%。", "91.6% cut to 91%"),
]


test_it_is_asked, test_it_is_left_alone = make_tests(FOUND, LEFT_ALONE, RULES)
