"""Parts against totals."""

from __future__ import annotations

from tests.core.checks.asking import make_tests

RULES = {"sum", "magnitude"}

# An article's words, the rule, and what the finding says or quotes.
FOUND = [
    ("发表论文137篇，国内团队独立完成89篇，国际合作完成98篇。", "sum", "= 187，不是137篇"),
    ("牧场有马420匹，其中一群260匹，另外两群各60匹。", "sum", "不是420匹"),
    ("全市共有A级景区38家，其中5A级2家，4A级51家，3A级21家。", "sum", "= 74，不是38家"),
    ("全县共有学校86所，其中小学51所，中学25所，职业学校15所。", "sum", "51所 + 25所 + 15所 = 91，不是86所"),
    ("会上表彰先进个人120名，其中教师64名，医生36名，其他人员24名。", "sum", "= 124，不是120名"),
    (
        "项目分三期，一期投资3.2亿元，二期投资4.5亿元，三期投资2.1亿元，合计9.2亿元。",
        "sum",
        "= 9.8亿，不是9.2亿元",
    ),
    ("工地有挖掘机46台（自有29台、租赁19台）。", "sum", "29台 + 19台 = 48，不是46台"),
    (
        "记录到水鸟3.62万只。雁类2.31万只；鹤类0.27万只；鹭类0.66万只；其他水鸟0.83万只。",
        "sum",
        "不是3.62万只",
    ),
    ("总投资2600万元，其中省级补助1000亿元，县级自筹1600万元。", "magnitude", "1000亿元数量级有误"),
    ("全镇有路灯86盏，已更换54盏，其余42盏下月更换。", "sum", "86盏 - 54盏 = 32，不是42盏"),
    ("水库共有闸门9孔，已开启5孔，还剩3孔。", "sum", "9孔 - 5孔 = 4，不是3孔"),
    ("停水2460户，已恢复1980户，尚有580户未恢复。", "sum", "= 480，不是580户"),
    ("学费5200元，住宿费1000元，两项合计6800元。", "sum", "= 6200，不是6800元"),
    ("首日接待1.2万人次，次日2.3万人次，末日1.9万人次，三天共接待5.9万人次。", "sum", "= 5.4万"),
]

# Sound words that look like a contradiction at first sight, with the reason why they are none.
LEFT_ALONE = [
    ("牧场有马420匹，其中一群260匹，另外两群各80匹。", "what several have each"),
    (
        "总投资1.92亿元，其中本体1.2亿元，占62.5%；圆顶0.48亿元，道路、供电等配套0.24亿元。",
        "a part with others' names",
    ),
    ("全县共有学校86所，其中小学51所，中学24所，职业学校11所。", "the parts add up"),
    ("来自12个乡镇的代表360名参加，其中妇女代表95名，青年代表70名。", "the list is not complete"),
    (
        "车站24座，其中地下站20座，高架站4座，换乘站6座。",
        "the first two divide the whole, the third overlaps",
    ),
    ("生产总值96.4亿元，其中第一产业12.3亿元，第二产业40.2亿元，第三产业44.0亿元。", "rounded parts"),
    (
        "全县有企业2300家，其中规模以上企业118家，比上年的105家增加13家。",
        "the last figures are compared, not parts",
    ),
    ("村里张姓有71户，李姓有63户，其余52户是别的姓。", "the whole is not told"),
    ("全村186户，张姓71户，李姓63户，其余52户是别的姓。", "two parts and the rest"),
    ("全镇有路灯86盏，已更换54盏，其余32盏下月更换。", "the rest"),
    ("今年发电8.4亿千瓦时，还有2个项目在建。", "not the same thing"),
    ("学费5200元，住宿费1000元，两项合计6200元。", "the sum"),
    ("去年亏损3.2亿元，今年盈利1.5亿元，两年共接待游客4.1万人次。", "other things are summed"),
]

test_it_is_asked, test_it_is_left_alone = make_tests(FOUND, LEFT_ALONE, RULES)
