"""Changes against what they compare."""

from __future__ import annotations

from tests.core.checks.asking import make_tests

RULES = {"growth", "unit"}

# An article's words, the rule, and what the finding says or quotes.
FOUND = [
    ("2025年全县出口36.8亿元，增长18%，2024年为32亿元。", "growth", "不是18%"),
    (
        "全县接待游客4.62万人次，比去年同期的4.18万人次增长15.5%。",
        "growth",
        "4.62万人次 ÷ 4.18万人次 - 1 = 10.5%，不是15.5%",
    ),
    ("零售总额402.6亿元，去年同期为379.8亿元，同比增长9.0%。", "growth", "= 6.0%，不是9.0%"),
    ("东方白鹳386只，比去年同期的352只增加54只。", "growth", "386只 - 352只 = 34，不是54只"),
    ("最多的借出3126次，其次借出2874次，两者相差352次。", "growth", "= 252，不是352次"),
    ("不良率为1.28%，比年初的1.34%下降0.08个百分点。", "growth", "= 0.06个百分点，不是0.08个百分点"),
    ("利用率由96.5%提高到98.0%，比一季度的97.6%提高0.4%。", "unit", "应为百分点"),
    ("全县参保率为95.2%。去年参保率为92.4%，今年提高了2.8%。", "unit", "95.2% - 92.4% = 2.8个百分点"),
    ("电价由0.40元调整为现在的0.50元，上涨了20%。", "growth", "= 25.0%，不是20%"),
    ("电价从0.62元涨到0.93元，涨幅达40.0%。", "growth", "= 50.0%，不是40.0%"),
    ("运费从每吨60元降到了45元，下降了35%。", "growth", "= 25.0%，不是35%"),
    ("客流量由1200人次增至1500人次，增长25.0个百分点。", "unit", "应为百分之几"),
    ("湖水水位14.86米，超过14.50米的警戒水位0.63米。", "growth", "相差0.36米，不是0.63米"),
    ("塔高128.6米，比原塔的96.2米高出32.4厘米。", "unit", "相差32.4米，不是32.4厘米"),
]

# Sound words that look like a contradiction at first sight, with the reason why they are none.
LEFT_ALONE = [
    ("2025年全县出口36.8亿元，增长15%，2024年为32亿元。", "the growth"),
    ("全县接待游客4.62万人次，比去年同期的4.18万人次增长10.5%。", "it is the growth"),
    ("客流由260.0万人次增至286.0万人次，增长10.0%。", "from and to"),
    ("总产值达到27.7亿元，比年初增加4.6亿元，增长20%。", "the base is not told"),
    (
        "今年接待168.0万人次，比去年国庆假期7天的136.5万人次增长23.1%；按日均计算，今年为21.0万人次，去年为19.5万人次，增长7.7%。",
        "two changes",
    ),
    ("去年参保率为92.4%，今年保费收入提高了2.8%。", "no figure elsewhere"),
    ("电价由0.40元调整为现在的0.50元，上涨了25%。", "from and to, by another verb"),
    ("客流占比由12.0%升至15.0%，提高3.0个百分点。", "points of percentages"),
    ("湖水水位14.86米，超过14.50米的警戒水位0.36米。", "the difference"),
    ("塔高128.6米，比原塔的96.2米高出30多米。", "no more than rounded"),
    ("水深12.5米，高于8.3米的均值，最深处15.2米。", "the third is something else"),
]


test_it_is_asked, test_it_is_left_alone = make_tests(FOUND, LEFT_ALONE, RULES)
