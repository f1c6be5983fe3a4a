"""What title, digest and caption say against the body."""

from __future__ import annotations

import pytest

RULES = {"repeat", "magnitude", "unit"}

# A body, a title, the rule, and what the finding says.
FOUND = [
    ("南汀队主场以98比87战胜北辰队，取得六连胜。", "南汀98比78胜北辰", "repeat", "正文作98比87"),
    ("去年医院门急诊量达128.4万人次，增长7%。", "医院门急诊量超182万人次", "repeat", "正文作128.4万人次"),
    (
        "D5923次列车14时28分发车，中途不停。\n\n【车次】\nD5932　宜昌东14:28",
        "列车调图",
        "repeat",
        "D5932，正文作D5923",
    ),
    ("生猪出栏价每公斤12.6元。记者看到，报价为12.6元/斤。", "生猪涨价", "unit", "同一数字，单位不同"),
    ("全县共筛查妇女18342人，全部免费。", "18.3万名妇女受益", "magnitude", "正文作18342人"),
    ("今年双季稻单产为512公斤，比去年的506公斤提高6公斤。", "双季稻单产提高8公斤", "repeat", "正文作6公斤"),
    ("事故造成4人轻伤，另有2人受惊吓。", "连霍高速追尾 2人轻伤", "repeat", "正文作4人"),
    ("决赛中，马小军以2小时14分36秒夺冠。", "马小军2小时14分63秒夺冠", "repeat", "正文作2小时14分36秒"),
    (
        "展期为4月12日至5月26日，免费开放。\n\n【提示】\n展期：4月12日至5月16日",
        "画展开幕",
        "repeat",
        "正文作4月12日",
    ),
    ("清晨，河面水温为-12.4℃，山上更冷。\n\n【数据】\n河面：-14.2℃", "寒潮来了", "repeat", "正文作-12.4℃"),
    ("机组累计飞行486小时，没有差错。\n\n【数据】\n累计飞行：486天", "机组返航", "unit", "正文作486小时"),
    (
        "老照片摄于1957年的车站，如今已经泛黄。\n\n图①：1975年的车站。",
        "车站老照片展出",
        "repeat",
        "正文作1957年",
    ),
    (
        "8时52分消防员到场，9时30分明火扑灭。\n\n8时25分 消防员到场\n9时30分 明火扑灭",
        "粮库起火",
        "repeat",
        "正文作8时52分",
    ),
    ("全市的1860名选手参加了比赛。", "社区运动会1680人参赛", "repeat", "正文作1860名"),
    ("中心取栓63人，值班护士至少4人。", "卒中中心一年取栓68人", "repeat", "正文作63人"),
    (
        "分红款共计派发6540万元。公司收入36.3亿元，研发费1.452亿元，人均创收200万元，补助120万元。",
        "电缆公司拟派现6340万元",
        "repeat",
        "正文作6540万元",
    ),
]

LEFT_ALONE = [
    ("全县共筛查妇女18342人，全部免费。", "1.83万名妇女受益", "rounded"),
    ("事故造成2人轻伤，送医途中又有2人轻伤不适。", "连霍高速追尾 2人轻伤", "the same"),
    ("此前的事故造成4人轻伤。这次造成2人轻伤。", "连霍高速追尾 2人轻伤", "two accidents"),
    ("马小军的成绩为2小时14分36秒，队友为2小时14分38秒。", "马小军2小时14分36秒夺冠", "another runner"),
    ("展期为4月12日至5月26日。\n\n【提示】\n闭馆：4月14日至5月26日的周一", "画展开幕", "another stretch"),
    ("老照片摄于1957年的车站。\n\n图①：1958年的码头。", "老照片展出", "another picture"),
    ("机组累计飞行486小时，行程120天。\n\n【数据】\n累计飞行：486小时", "机组返航", "the same"),
    ("公司营业收入36.3亿元，其他产品收入3.63亿元，占10%。", "年报公布", "a tenth of it"),
    ("实现旅游收入5.04亿元。共售出门票8400张，门票收入50.4万元。", "假日", "the digits alone"),
    ("单产为512公斤，比去年的506公斤提高6公斤；优质率提高8个百分点。", "单产提高6公斤", "the same"),
]


@pytest.mark.parametrize(("body", "title", "rule", "says"), FOUND)
def test_it_is_asked(asked, body, title, rule, says):
    findings = [finding for finding in asked(body, title) if finding.rule == rule]
    assert [says in finding.message for finding in findings] == [True], findings


@pytest.mark.parametrize(("body", "title", "why"), LEFT_ALONE)
def test_it_is_left_alone(asked, body, title, why):
    assert [finding for finding in asked(body, title) if finding.rule in RULES] == [], why
