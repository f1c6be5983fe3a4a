"""Quantities: found with label and value, left alone, and the properties that hold for every text."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.article import ReadingText
from core.language.script import convert
from core.recognition.quantities import find_quantities


def found(text):
    """[(quote, label, value without its empty fields and SI)]."""
    reading = ReadingText.of_body(text, convert(text, to="hans"), date(2022, 1, 5))
    return [
        (mention.span.of(text), mention.label, brief(mention.value)) for mention in find_quantities(reading)
    ]


def brief(value):
    parts = [value.amount, value.to and f"…{value.to}", value.ratio and f":{value.ratio}", value.unit]
    return " ".join(filter(None, [*parts, value.per and f"/{value.per}", value.approx]))


FOUND = [
    # guideline 36: numeral + classifier, else the counted noun
    ("实施项目184个", "184个", "COUNT", "184 个"),
    ("培养人才1484人", "1484人", "COUNT", "1484 人"),
    ("3.1万居民", "3.1万", "COUNT", "31000 人"),
    ("帮助2000余农民", "2000余", "COUNT", "2000 人 more"),
    ("带动2000余村民就业", "2000余", "COUNT", "2000 人 more"),  # 村 is also a classifier
    ("800多村干部", "800多", "COUNT", "800 人 more"),
    ("3万游客", "3万", "COUNT", "30000 人"),
    ("12.7亿接种者", "12.7亿", "COUNT", "1270000000 人"),  # people by the ending
    ("600余参赛人员", "600余", "COUNT", "600 人 more"),
    ("3.5万单身青年", "3.5万", "COUNT", "35000 人"),  # an attribute between, and 单 is a classifier
    ("2000余外贸企业", "2000余", "COUNT", "2000 家 more"),
    ("卖出1.8万单", "1.8万单", "COUNT", "18000 单"),
    ("处理3票货物", "3票", "COUNT", "3 票"),
    ("执飞20架次", "20架次", "COUNT", "20 架次"),
    ("三轮谈判", "三轮", "COUNT", "3 轮"),
    ("需要30人才能完成", "30人", "COUNT", "30 人"),
    ("3家长期合作企业", "3家", "COUNT", "3 家"),
    ("三代人", "三代", "COUNT", "3 代"),
    # 37: two and more, and large ones
    ("两家企业", "两家", "COUNT", "2 家"),
    ("三大功能", "三大", "COUNT", "3 大"),
    ("仅有一家企业", "一家", "COUNT", "1 家"),
    # 38: leading approximators outside
    ("近18万人", "18万人", "COUNT", "180000 人 less"),
    ("约4.39亿元", "4.39亿元", "MONEY", "439000000 CNY about"),
    ("突破2000万元", "2000万元", "MONEY", "20000000 CNY more"),
    ("不少于100个", "100个", "COUNT", "100 个 at_least"),
    ("北约两架战机", "两架", "COUNT", "2 架"),  # 约 and 近 inside another word
    ("附近3家", "3家", "COUNT", "3 家"),
    ("跌破10元", "10元", "MONEY", "10 CNY less"),
    # 39: trailing ones inside
    ("500余家", "500余家", "COUNT", "500 家 more"),
    ("30多岁", "30多岁", "MEASURE", "30 岁 more"),
    ("八成以上", "八成以上", "PERCENT", "80 % at_least"),
    ("100元左右", "100元左右", "MONEY", "100 CNY about"),
    ("三米来高", "三米来", "MEASURE", "3 m about"),
    ("千分之五以内", "千分之五以内", "PERCENT", "5 permille at_most"),
    # 40: ranges
    ("6000至8000元", "6000至8000元", "MONEY", "6000 …8000 CNY"),
    ("10%至15%", "10%至15%", "PERCENT", "10 …15 %"),
    ("1—2个", "1—2个", "COUNT", "1 …2 个"),
    ("2—3万个", "2—3万个", "COUNT", "20000 …30000 个"),
    ("1万元-5万元", "1万元-5万元", "MONEY", "10000 …50000 CNY"),
    ("三五百公里", "三五百公里", "MEASURE", "300 …500 km"),
    ("十七八万吨", "十七八万吨", "MEASURE", "170000 …180000 t"),
    ("24℃至31℃", "24℃至31℃", "MEASURE", "24 …31 °C"),
    # vague numerals
    ("几十个", "几十个", "COUNT", "10 …90 个 about"),
    ("十几家", "十几家", "COUNT", "11 …19 家 about"),
    ("数百名", "数百名", "COUNT", "100 …900 名 about"),
    ("上千人次", "上千人次", "COUNT", "1000 人次 at_least"),
    ("一百几十家", "一百几十家", "COUNT", "110 …190 家 about"),
    ("三千几百人", "三千几百人", "COUNT", "3100 …3900 人 about"),
    ("卖了八百几盒", "八百几盒", "COUNT", "800 盒 more"),
    ("百名学子", "百名", "COUNT", "100 名"),
    ("千家企业", "千家", "COUNT", "1000 家"),
    ("投入过亿元", "亿元", "MONEY", "100000000 CNY more"),
    ("不足百人", "百人", "COUNT", "100 人 less"),
    ("减少一半以上", "一半以上", "PERCENT", "50 % at_least"),
    ("近三届奥运会", "三届", "COUNT", "3 届"),
    ("打破15项纪录", "15项", "COUNT", "15 项"),
    ("外送620亿度", "620亿度", "MEASURE", "62000000000 kWh"),
    ("电价每度0.5元", "0.5元", "MONEY", "0.5 CNY /kWh"),
    ("最高航速22.6节", "22.6节", "MEASURE", "22.6 kn"),
    ("10次日常检查", "10次", "COUNT", "10 次"),
    ("处500元以上2000元以下罚款", "500元以上2000元以下", "MONEY", "500 …2000 CNY"),
    ("三代人的故事", "三代", "COUNT", "3 代"),
    ("農損3億1,200萬元", "3億1,200萬元", "MONEY", "312000000 CNY"),
    ("少說七、八十萬", "七、八十萬", "NUMBER", "700000 …800000"),
    ("涨到7块8一个", "7块8", "MONEY", "7.8 CNY"),
    ("最低零下七八度", "零下七八度", "MEASURE", "-8 …-7 °C"),
    ("分三期施工", "三期", "COUNT", "3 期"),
    ("按不超过计划数5%的比例", "5%", "PERCENT", "5 % at_most"),
    ("理赔8块到10块不等", "8块到10块", "MONEY", "8 …10 CNY"),
    ("炒到三四千块一张", "三四千块", "MONEY", "3000 …4000 CNY"),
    ("父子两代", "两代", "COUNT", "2 代"),
    ("两个多亿", "两个多亿", "NUMBER", "200000000 more"),
    ("至少造成12人死亡", "12人", "COUNT", "12 人 at_least"),
    ("顶多能报销5000元", "5000元", "MONEY", "5000 CNY at_most"),
    ("票价最高86元", "86元", "MONEY", "86 CNY"),
    ("至少应产检一次", "一次", "COUNT", "1 次 at_least"),
    ("翻了近两番", "翻了近两番", "NUMBER", "4 倍 less"),
    ("第100万名", "第100万名", "ORDINAL", "1000000 名"),
    ("比例尺1:100万", "1:100万", "NUMBER", "1 :1000000"),
    ("百余名", "百余名", "COUNT", "100 名 more"),
    ("近千名", "千名", "COUNT", "1000 名 less"),
    # 41: money
    ("430万美元", "430万美元", "MONEY", "4300000 USD"),
    ("15亿元新台币", "15亿元新台币", "MONEY", "1500000000 TWD"),
    ("3.33亿元人民币", "3.33亿元人民币", "MONEY", "333000000 CNY"),
    ("人民币五十万元", "人民币五十万元", "MONEY", "500000 CNY"),
    ("¥300", "¥300", "MONEY", "300 CNY"),
    ("HKD13.5", "HKD13.5", "MONEY", "13.5 HKD"),
    ("十二块五", "十二块五", "MONEY", "12.5 CNY"),
    ("三元五角八分", "三元五角八分", "MONEY", "3.58 CNY"),
    ("只卖五毛。", "五毛", "MONEY", "0.5 CNY"),
    ("壹佰捌拾壹圆整", "壹佰捌拾壹圆整", "MONEY", "181 CNY"),
    ("经营性现金流为-2.4亿元", "-2.4亿元", "MONEY", "-240000000 CNY"),
    ("净利润-3.5亿元", "-3.5亿元", "MONEY", "-350000000 CNY"),
    # 42: rates
    ("每亩8000元", "8000元", "MONEY", "8000 CNY /mu"),
    ("8000元/亩", "8000元", "MONEY", "8000 CNY /mu"),
    ("每月3000元", "3000元", "MONEY", "3000 CNY"),  # 每月 recurs: it is a SET
    ("每小时十公里", "十公里", "MEASURE", "10 km /h"),
    ("每小时能收十二亩", "十二亩", "MEASURE", "12 mu"),  # 每小时 recurs
    # 43: measures
    ("8.46万亩", "8.46万亩", "MEASURE", "84600 mu"),
    ("100公里/小时", "100公里/小时", "MEASURE", "100 km/h"),
    ("72岁", "72岁", "MEASURE", "72 岁"),
    ("15.6摄氏度", "15.6摄氏度", "MEASURE", "15.6 °C"),
    ("零下十度", "零下十度", "MEASURE", "-10 °C"),
    ("气温只有-3℃", "-3℃", "MEASURE", "-3 °C"),
    ("重888千克", "888千克", "MEASURE", "888 kg"),
    ("两千米", "两千米", "MEASURE", "2000 m"),
    ("二两", "二两", "MEASURE", "2 liang"),
    ("半斤", "半斤", "MEASURE", "0.5 jin"),
    ("三斤半", "三斤半", "MEASURE", "3.5 jin"),
    ("身高1米83", "1米83", "MEASURE", "1.83 m"),
    ("5英尺8英寸", "5英尺8英寸", "MEASURE", "68 in"),
    ("三斤二两", "三斤二两", "MEASURE", "32 liang"),
    ("2公里300米", "2公里300米", "MEASURE", "2300 m"),
    ("3两多", "3两多", "MEASURE", "3 liang more"),
    ("误差正负0.5微米", "0.5微米", "MEASURE", "0.5 µm"),
    ("90平的房子", "90平", "MEASURE", "90 m2"),
    ("186.3mg/100mL", "186.3mg/100mL", "MEASURE", "186.3 mg/100mL"),
    ("1.5万平方海里", "1.5万平方海里", "MEASURE", "15000 nmi2"),
    ("256GB存储", "256GB", "MEASURE", "256 GB"),
    # 44: shares
    ("42%", "42%", "PERCENT", "42 %"),
    ("42个百分点", "42个百分点", "PERCENT", "42 pp"),
    ("25个基点", "25个基点", "PERCENT", "0.25 pp"),
    ("三成五", "三成五", "PERCENT", "35 %"),
    ("两成半", "两成半", "PERCENT", "25 %"),
    ("两成半导体企业", "两成", "PERCENT", "20 %"),
    ("八五折", "八五折", "PERCENT", "85 %"),
    ("半价", "半价", "PERCENT", "50 %"),
    ("百分之三十到四十一", "百分之三十到四十一", "PERCENT", "30 …41 %"),
    ("负百分之十三", "负百分之十三", "PERCENT", "-13 %"),
    # 45: numbers
    ("2.3倍", "2.3倍", "NUMBER", "2.3 倍"),
    ("翻了一番", "翻了一番", "NUMBER", "2 倍"),
    ("翻两番", "翻两番", "NUMBER", "4 倍"),
    ("三分之一", "三分之一", "NUMBER", "1/3"),
    ("3:2逆转", "3:2", "NUMBER", "3 :2"),
    ("三比二", "三比二", "NUMBER", "3 :2"),
    ("比分为25:21", "25:21", "NUMBER", "25 :21"),
    ("得分，1-0。", "1-0", "NUMBER", "1 :0"),  # what falls is no range
    ("0-2告负", "0-2", "NUMBER", "0 :2"),
    ("19比21", "19比21", "NUMBER", "19 :21"),
    ("血压140/90毫米汞柱", "140/90毫米汞柱", "MEASURE", "140 :90 mmHg"),
    ("师生比达到1:15", "1:15", "NUMBER", "1 :15"),
    ("3-1击败", "3-1", "NUMBER", "3 :1"),
    ("男女之比约为3:2", "3:2", "NUMBER", "3 :2 about"),
    ("指数49.6", "49.6", "NUMBER", "49.6"),
    # 46: ordinals
    ("第六届", "第六届", "ORDINAL", "6 届"),
    ("第23分钟", "第23分钟", "ORDINAL", "23 分钟"),
    ("第45+2分钟", "第45+2分钟", "ORDINAL", "45 分钟"),
    ("全国第一", "第一", "ORDINAL", "1"),
    ("排名第3位", "第3位", "ORDINAL", "3 位"),
    ("第二百一十四条", "第二百一十四条", "ORDINAL", "214 条"),
    # full width, and Traditional with Simplified units
    ("４．２４亿元", "４．２４亿元", "MONEY", "424000000 CNY"),
    ("４２％", "４２％", "PERCENT", "42 %"),
    ("三萬五千個", "三萬五千個", "COUNT", "35000 个"),
    ("約4.24億元", "4.24億元", "MONEY", "424000000 CNY about"),
    ("兩百餘戶", "兩百餘戶", "COUNT", "200 户 more"),
]

LEFT_ALONE = [
    # 37: an article
    "这是一个缩影", "一名老人", "一种方法", "零部件", "零件", "二次供水", "二期工程",
    # 46
    "三等奖", "首次",
    # 47: names, words, identifiers
    "一区两群", "两江新区", "三峡", "三门峡市", "五台山",
    "第一中学", "五粮液", "十分", "万一", "十四五", "三农",
    "四川", "千岛湖", "拨打13812345678", "QQ 992 5835", "沪ICP备2022005074号-20",
    "渝府发〔2021〕5号", "GB/T 15835", "红十字会",
    "华为Mate60", "https://example.com/2021/5/3.html", "5855973@qq.com",
    "COVID-19",
    "身份证号510102198801011234", "5A级", "人民路128号", "三三两两", "千家万户", "四面八方", "二十大报告",
    "0571-8655 0120", "400-123-4567", "138-1234-5678", "010 6234 5678", "0838-12301",
    "三毛流浪记", "八角、桂皮",
    "12-15", "3平台", "10的6次方",
    "三轮车", "三轮摩托", "两轮电动车", "四轮驱动", "歼-20战机", "歼-20", "苏-35",
    "1/4决赛", "第三方", "成长", "成功", "折合",
]  # fmt: skip


@pytest.mark.parametrize(("text", "quote", "label", "value"), FOUND)
def test_a_quantity_is_found_with_its_value(text, quote, label, value):
    assert found(text) == [(quote, label, value)]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_is_no_quantity_is_left_alone(text):
    assert found(text) == []


def test_so_many_more_are_no_approximation():
    assert [quote for quote, _, _ in found("比上届的57枚多11枚")] == ["57枚", "11枚"]


def test_several_quantities_of_one_sentence():
    assert [quote for quote, _, _ in found("签约36个，投资11.32亿元，比上年增长7.2%，其中3家落户")] == [
        "36个",
        "11.32亿元",
        "7.2%",
        "3家",
    ]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("每亩500公斤3毛钱", ["500公斤", "3毛钱"]),  # no finer unit of the same kind
        ("5米3个", ["5米", "3个"]),
        ("14胜4平6负", ["14胜", "4平", "6负"]),
        ("6月-8月，1万元-5万元", ["1万元-5万元"]),
        ("3厘米2米", ["3厘米", "2米"]),
    ],
)
def test_neighbors_that_are_no_one_quantity(text, quotes):
    assert [quote for quote, _, _ in found(text)] == quotes


def test_si_value_stands_beside_a_measure():
    reading = ReadingText.of_body("170亩", "170亩")
    [mention] = find_quantities(reading)
    assert mention.value.to_json()["si"] == {"amount": "113333.3333", "unit": "m2"}


def test_navigation_and_boilerplate_are_not_read():
    from core.article import Block
    from core.text.spans import Span

    reading = ReadingText(
        "3个\n5个", "3个\n5个", (Block("boilerplate", Span(0, 2)), Block("body", Span(3, 5)))
    )
    assert [mention.span for mention in find_quantities(reading)] == [Span(3, 5)]


PIECES = """
约 近 不少于 0.5 3 12 一 两 三五 十几 几十 百 千 万 亿 万亿
% 成 折 倍 元 块 角 美元 亩 平方米 千克 岁 个 家 名 人
至 — 到 余 多 来 左右 以上 第 翻 番 半 每 / 分之 百分之 点 比 : ， 。 学生 的 了
"""
pieces = st.sampled_from(PIECES.split())


@given(st.lists(pieces, max_size=12).map("".join))
@settings(max_examples=300, deadline=None)
def test_any_text_gives_ordered_spans_within_it(text):
    mentions = list(find_quantities(ReadingText.of_body(text, text)))
    for earlier, later in pairwise(mentions):
        assert earlier.span.end <= later.span.start
    for mention in mentions:
        assert 0 <= mention.span.start < mention.span.end <= len(text)
        assert mention.value.amount


@given(st.decimals(min_value=0, max_value=10**9, places=2), st.sampled_from(["元", "亩", "个", "%", "公里"]))
@settings(max_examples=100, deadline=None)
def test_every_amount_survives_being_written(amount, unit):
    from core.language.numerals import plain

    [(quote, _, value)] = found(f"共{plain(amount)}{unit}。")
    assert quote == f"{plain(amount)}{unit}"
    assert value.split()[0] == plain(amount)


@pytest.mark.parametrize("piece", ["3个到", "一", "亿", "a.", "1-", "5元", "百分之", "比分25:21、"])
def test_a_page_of_one_pattern_takes_no_longer_than_others(piece):
    text = piece * (4000 // len(piece))
    assert len(list(find_quantities(ReadingText.of_body(text, text)))) <= len(text)
