"""Times: found with label and TIMEX3 value, left alone, and the properties that hold for every text."""

from datetime import date, datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.article import ReadingText
from core.language.script import convert
from core.recognition.times import find_times

ANCHOR = date(2022, 1, 5)  # a Wednesday


def found(text, anchor=ANCHOR):
    """[(quote, label, value in brief)]."""
    reading = ReadingText.of_body(text, convert(text, to="hans"), anchor)
    return [(mention.span.of(text), mention.label, brief(mention.value)) for mention in find_times(reading)]


def brief(value):
    parts = [value.timex, value.mod, *value.also, value.on and f"on {value.on}", value.calendar]
    return " ".join(filter(None, parts))


FOUND = [
    # guideline 48
    ("2021年11月底", "2021年11月底", "DATE", "2021-11 END"),
    ("今年年初", "今年年初", "DATE", "2022 START"),
    ("上世纪80年代", "上世纪80年代", "DATE", "198"),
    ("三季度", "三季度", "DATE", "2021-Q3"),
    ("去年上半年", "去年上半年", "DATE", "2021-H1"),
    ("20世纪", "20世纪", "DATE", "19"),
    ("2021年春", "2021年春", "DATE", "2021-SP"),
    ("11月中旬", "11月中旬", "DATE", "2021-11 MID"),
    # 49: 截至 自 outside
    ("截至去年11月底", "去年11月底", "DATE", "2021-11 END"),
    ("截至今年8月底", "今年8月底", "DATE", "2022-08 END"),  # no 至今
    ("1998年至今", "1998年至今", "DATE", "1998/.."),
    ("自2021年4月", "2021年4月", "DATE", "2021-04"),
    # 50: 前 后 以来 内 期间 inside
    ("2024年10月1日前", "2024年10月1日前", "DATE", "2024-10-01 BEFORE"),
    ("今年国庆节后", "今年国庆节后", "DATE", "2022-10-01 AFTER"),
    ("今年年底前", "今年年底前", "DATE", "2022 END"),
    ("今年年初以来", "今年年初以来", "DATE", "2022/.."),
    ("去年五一假期", "去年五一假期", "DATE", "2021-05-01/2021-05-05"),
    ("今年国庆假期第二天", "今年国庆假期第二天", "DATE", "2022-10-02"),
    ("2020年国庆、中秋假期", "2020年国庆、中秋假期", "DATE", "2020-10-01/2020-10-08"),
    ("去年春節假期", "去年春節假期", "DATE", "2021-02-12 lunar"),
    ("上午8时至12时", "上午8时至12时", "TIME", "T08:00/T12:00"),
    ("早上9时一直到天黑", "早上9时", "TIME", "T09:00"),
    ("去年10、11、12月", "去年10、11、12月", "DATE", "2021-10 2021-11 2021-12"),
    ("2020、2021年", "2020、2021年", "DATE", "2020 2021"),
    ("二、三季度", "二、三季度", "DATE", "2022-Q2 2022-Q3"),
    ("1、2日", "1、2日", "DATE", "2022-01-01 2022-01-02"),
    ("上世纪八九十年代", "上世纪八九十年代", "DATE", "198/199"),
    ("2000年代", "2000年代", "DATE", "200"),
    ("三四季度", "三四季度", "DATE", "2021-Q3/2021-Q4"),
    ("几年前", "几年前", "DATE", "PAST_REF"),
    ("规定今起实施", "今", "DATE", "2022-01-05"),
    ("春节前夕", "春节前夕", "DATE", "2022-02-01 BEFORE lunar"),
    ("去年5月中下旬", "去年5月中下旬", "DATE", "2021-05 END"),
    ("每月10日前", "每月10日前", "SET", "P1M BEFORE on XXXX-XX-10"),
    ("每小时能收十亩", "每小时", "SET", "PT1H"),
    ("可在30日内退票", "30日内", "DURATION", "P30D"),
    ("20分钟以内", "20分钟以内", "DURATION", "PT20M EQUAL_OR_LESS"),
    ("年初二", "年初二", "DATE", "2022-02-02 lunar"),
    ("首九個月", "首九個月", "DATE", "2021-01/2021-09"),
    ("从教近四十年", "四十年", "DURATION", "P40Y LESS_THAN"),
    ("9日、23日", "9日、23日", "DATE", "2022-01-09 2022-01-23"),
    ("明年元月1日", "明年元月1日", "DATE", "2023-01-01"),
    ("2022-23赛季", "2022-23", "DATE", "2022/2023"),
    ("（第51周）", "第51周", "DATE", "2021-W51"),
    ("较上月同期增长", "上月同期", "DATE", "2021-12"),
    ("去年“五一”假期", "去年“五一”假期", "DATE", "2021-05-01/2021-05-05"),
    ("“双11”", "双11", "DATE", "2021-11-11"),
    ("工期180日历天", "180日历天", "DURATION", "P180D"),
    ("高雄三日電", "三日", "DATE", "2022-01-03"),
    ("今（5）日中午12時40分前後", "今（5）日中午12時40分前後", "TIME", "2022-01-05T12:40 APPROX"),
    ("去（110）年", "去（110）年", "DATE", "2021"),
    ("下个月的第一天", "下个月的第一天", "DATE", "2022-02-01"),
    ("去年的中秋节", "去年的中秋节", "DATE", "2021-09-21 lunar"),
    ("晚上9点零5分", "晚上9点零5分", "TIME", "T21:05"),
    ("公元前二百二十一年", "公元前二百二十一年", "DATE", "BC0221"),
    ("将近三年", "三年", "DURATION", "P3Y LESS_THAN"),
    ("每周三次", "每周", "SET", "P1W"),
    ("周五天气晴好", "周五", "DATE", "2022-01-07"),
    ("一天下来", "一天", "DURATION", "P1D"),
    ("距今约5100—4700年", "5100—4700年", "DURATION", "P5100Y/P4700Y APPROX"),
    ("上个月二十五", "上个月二十五", "DATE", "2021-12-25"),
    ("“八一”前夕", "“八一”前夕", "DATE", "2021-08-01 BEFORE"),
    ("3分多钟后恢复", "3分多钟", "DURATION", "PT3M MORE_THAN"),
    ("均破1小时2分大关", "1小时2分", "DURATION", "PT1H2M LESS_THAN"),
    ("下半年还将巡演", "下半年", "DATE", "2022-H2"),
    ("十几分钟", "十几分钟", "DURATION", "PT11M/PT19M"),
    ("去年以来", "去年以来", "DATE", "2021/.."),
    ("三年内", "三年内", "DURATION", "P3Y"),
    ("春节期间", "春节期间", "DATE", "2022-02-01 lunar"),
    # 51: one TIME
    ("12月29日22时18分", "12月29日22时18分", "TIME", "2021-12-29T22:18"),
    ("前天下午3时20分", "前天下午3时20分", "TIME", "2022-01-03T15:20"),
    ("3月15日上午", "3月15日上午", "TIME", "2022-03-15TMO"),
    ("昨晚8点半", "昨晚8点半", "TIME", "2022-01-04T20:30"),
    ("2022-01-05 08:40:36", "2022-01-05 08:40:36", "TIME", "2022-01-05T08:40:36"),
    ("会议在一点开始", "一点", "TIME", "T01:00"),
    ("凌晨一点", "凌晨一点", "TIME", "T01:00"),
    ("差五分三点", "差五分三点", "TIME", "T02:55"),
    ("三点差五分", "三点差五分", "TIME", "T02:55"),
    ("下午差一刻八点", "下午差一刻八点", "TIME", "T19:45"),
    ("凌晨1点20分", "凌晨1点20分", "TIME", "T01:20"),
    ("中午12点", "中午12点", "TIME", "T12:00"),
    ("晚上12点", "晚上12点", "TIME", "T24:00"),
    ("6月1日周六早上10点", "6月1日周六早上10点", "TIME", "2022-06-01T10:00"),
    # 52: a list
    ("去年12月20日、21日", "去年12月20日、21日", "DATE", "2021-12-20 2021-12-21"),
    ("去年3月、6月和9月", "去年3月、6月和9月", "DATE", "2021-03 2021-06 2021-09"),
    # 53: ranges
    ("去年1-11月", "去年1-11月", "DATE", "2021-01/2021-11"),
    ("6月至8月", "6月至8月", "DATE", "2022-06/2022-08"),
    ("1998年到2003年", "1998年到2003年", "DATE", "1998/2003"),
    ("1998—2003年", "1998—2003年", "DATE", "1998/2003"),
    ("12月28日至1月3日", "12月28日至1月3日", "DATE", "2021-12-28/2022-01-03"),
    ("前三季度增长", "前三季度", "DATE", "2021-Q1/2021-Q3"),  # in January those of last year
    ("今年前三季度", "今年前三季度", "DATE", "2022-Q1/2022-Q3"),
    ("下午3点至5点", "下午3点至5点", "TIME", "T15:00/T17:00"),
    ("周一到周五", "周一到周五", "DATE", "2022-01-03/2022-01-07"),
    # 54: durations
    ("3—5年", "3—5年", "DURATION", "P3Y/P5Y"),
    ("连续五年", "五年", "DURATION", "P5Y"),
    ("为期五天", "五天", "DURATION", "P5D"),
    ("两个月", "两个月", "DURATION", "P2M"),
    ("一个半小时", "一个半小时", "DURATION", "PT1H30M"),
    ("半年", "半年", "DURATION", "P6M"),
    ("三年六个月", "三年六个月", "DURATION", "P3Y6M"),
    ("两个多月", "两个多月", "DURATION", "P2M MORE_THAN"),
    ("15岁零3个月", "3个月", "DURATION", "P3M"),
    ("距今约3200年", "3200年", "DURATION", "P3200Y APPROX"),
    ("行政拘留10日", "10日", "DURATION", "P10D"),
    ("中共10日发布", "10日", "DATE", "2022-01-10"),
    ("花了大半天", "大半天", "DURATION", "PT12H MORE_THAN"),
    ("三五天", "三五天", "DURATION", "P3D/P5D"),
    ("三年以上七年以下", "三年以上七年以下", "DURATION", "P3Y/P7Y"),
    ("9秒83", "9秒83", "DURATION", "PT9.83S"),
    ("6天5晚", "6天5晚", "DURATION", "P6D"),
    # 55: sets
    ("每年", "每年", "SET", "P1Y"),
    ("每周三", "每周三", "SET", "P1W on XXXX-WXX-3"),
    ("每天早上8点", "每天早上8点", "SET", "P1D on T08:00"),
    ("每年9月10日", "每年9月10日", "SET", "P1Y on XXXX-09-10"),
    ("每月4日", "每月4日", "SET", "P1M on XXXX-XX-04"),
    ("每周一三五", "每周一三五", "SET", "P1W XXXX-WXX-3 XXXX-WXX-5 on XXXX-WXX-1"),
    ("每周二、周四开放", "每周二、周四", "SET", "P1W XXXX-WXX-4 on XXXX-WXX-2"),
    ("每周二、四晚上", "每周二、四晚上", "SET", "P1W XXXX-WXX-4TEV on XXXX-WXX-2TEV"),
    ("每周二、周四下午", "每周二、周四下午", "SET", "P1W XXXX-WXX-4TAF on XXXX-WXX-2TAF"),
    ("每周一三位专家坐诊", "每周一", "SET", "P1W on XXXX-WXX-1"),  # 三 counts the experts
    ("每周三四次", "每周三", "SET", "P1W on XXXX-WXX-3"),
    ("每月5日和20日", "每月5日和20日", "SET", "P1M XXXX-XX-20 on XXXX-XX-05"),
    ("平均每月18册", "每月", "SET", "P1M"),
    ("每隔3天", "每隔3天", "SET", "P3D"),
    # 56: references
    ("近日", "近日", "DATE", "PAST_REF"),
    ("目前", "目前", "DATE", "PRESENT_REF"),
    ("今后，", "今后", "DATE", "FUTURE_REF"),
    # 57: holidays, lunar dates, reigns
    ("十一黄金周", "十一黄金周", "DATE", "2021-10-01/2021-10-07"),
    ("国庆节", "国庆节", "DATE", "2021-10-01"),
    ("农历八月十五", "农历八月十五", "DATE", "2021-09-21 lunar"),
    ("正月初五", "正月初五", "DATE", "2022-02-05 lunar"),
    ("2024年冬至", "2024年冬至", "DATE", "2024-12-21"),
    ("今年小满前后", "今年小满前后", "DATE", "2022-05-21 APPROX"),
    ("大雪节气", "大雪节气", "DATE", "2021-12-07"),
    ("时值大暑，", "大暑", "DATE", "2021-07-22"),
    ("今年雨水好", "今年", "DATE", "2022"),  # rain
    ("今年母亲节", "今年母亲节", "DATE", "2022-05-08"),
    ("民国一百一十年", "民国一百一十年", "DATE", "2021"),
    ("康熙三年", "康熙三年", "DATE", "1664"),
    ("光绪二十四年六月十一日", "光绪二十四年六月十一日", "DATE", "1898-07-29 lunar"),
    ("康熙年间", "康熙年间", "DATE", "1662/1722"),
    ("公元前221年", "公元前221年", "DATE", "BC0221"),
    # 58
    ("成立70周年", "70周年", "DURATION", "P70Y"),
    # relative
    ("上周五", "上周五", "DATE", "2021-12-31"),
    ("下周", "下周", "DATE", "2022-W02"),
    ("下下月", "下下月", "DATE", "2022-03"),
    ("前一交易日", "前一交易日", "DATE", "2022-01-04"),
    ("两年前", "两年前", "DATE", "2020"),
    ("三天后", "三天后", "DATE", "2022-01-08"),
    ("三个月后", "三个月后", "DATE", "2022-04"),
    ("六天后的3时1刻", "六天后的3时1刻", "TIME", "2022-01-11T03:15"),
    ("今明两天", "今明两天", "DATE", "2022-01-05/2022-01-06"),
    # nearest occurrence, the past one on a tie
    ("12月29日", "12月29日", "DATE", "2021-12-29"),
    ("7月6日", "7月6日", "DATE", "2022-07-06"),
    ("周日", "周日", "DATE", "2022-01-02"),
    ("28日", "28日", "DATE", "2021-12-28"),
    ("98年4月", "98年4月", "DATE", "1998-04"),
    # full width and Traditional
    ("２０２１年１１月", "２０２１年１１月", "DATE", "2021-11"),
    ("去年11月底以來", "去年11月底以來", "DATE", "2021-11/.. END"),
    ("上週五", "上週五", "DATE", "2021-12-31"),
    ("兩個半小時", "兩個半小時", "DURATION", "PT2H30M"),
]

UNRESOLVED = [
    ("12月29日", "XXXX-12-29"),
    ("去年", "XXXX"),
    ("周三", "XXXX-WXX-3"),
    ("昨天", "XXXX-XX-XX"),
    ("三天后", "XXXX-XX-XX"),
    ("国庆节", "XXXX-10-01"),
    ("2021年11月", "2021-11"),
]

LEFT_ALONE = [
    "届时", "这一天", "2024届毕业生", "十天半月",
    "日复一日", "连续第7日", "三号至八号坑", "2年级", "21岁", "90后", "6分", "十分",
    "出现在", "节日前", "过去了", "美好的未来", "未来中东",
    "过错有两点，", "秋季学期", "小年轻", "零点五", "二十点六",
    "一点也不冷", "一点都没有", "有一点", "早一点来", "晚一点到", "差一点", "一点一滴",
    "第十一假日酒店", "二十一长",
    "差5分及格", "只差两分",
    "大雪纷飞", "雨水充沛", "小雪转晴",
    "三点建议", "24点5度", "一日之计在于晨", "百年大计", "12号楼", "3号线", "记者黎明", "〔2021〕5号",
    "2021个", "共2021人", "身份证号140302197706220124", "晚报", "早餐", "初中", "月亮", "日元", "年轻",
]  # fmt: skip


@pytest.mark.parametrize(("text", "quote", "label", "value"), FOUND)
def test_a_time_is_found_with_its_value(text, quote, label, value):
    assert found(text) == [(quote, label, value)]


@pytest.mark.parametrize(("text", "timex"), UNRESOLVED)
def test_what_no_date_resolves_says_so(text, timex):
    reading = ReadingText.of_body(text, text, None)
    [mention] = find_times(reading)
    assert (mention.value.timex, mention.value.anchor) == (timex, None)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_is_no_time_is_left_alone(text):
    assert found(text) == []


def test_the_hours_of_recurring_days_are_a_mark_of_their_own():
    assert found("每周二至周日9:00—17:00开放") == [
        ("每周二至周日", "SET", "P1W on XXXX-WXX-2/XXXX-WXX-7"),
        ("9:00—17:00", "TIME", "T09:00/T17:00"),
    ]


def test_only_what_leans_on_the_articles_date_names_it():
    reading = ReadingText.of_body("2021年11月，去年11月", "2021年11月，去年11月", ANCHOR)
    assert [mention.value.anchor for mention in find_times(reading)] == [None, "2022-01-05"]


def test_the_next_day_counts_from_the_last_day_named():
    assert found("2021年7月3日开幕，次日闭幕，当天……")[1:] == [
        ("次日", "DATE", "2021-07-04"),
        ("当天", "DATE", "2021-07-04"),
    ]


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("1至12月，用电增长", "2021-01/2021-12"),  # a report is of the past
        ("去年3月进群，4月7日报案", "2021-04-07"),  # the nearest would lie ahead
        ("2019年11月3日签约，12月5日交货", "2019-12-05"),  # one day after the other
        ("12月2日开工，1月6日完工", "2022-01-06"),
        ("上周接诊43例，是前一周的两倍", "2021-W51"),
        ("去年国庆假期客流增长，比2019年同期多", "2019-10-01/2019-10-07"),
    ],
)
def test_a_date_without_year_goes_on_from_the_one_before(text, timex):
    assert found(text)[-1][2] == timex


@pytest.mark.parametrize("year", [1, 9999])
def test_a_date_at_the_end_of_the_calendar_does_no_harm(year):
    assert found("昨天和5日、三天后", date(year, 1, 1))


def test_the_same_day_counts_from_a_day_named_in_the_paragraph_before():
    assert found("2021年7月3日开幕。\n当天气温20℃。")[-1] == ("当天", "DATE", "2021-07-03")


def test_hours_count_from_the_articles_time_of_day():
    anchor = datetime(2022, 1, 5, 8, 40)
    assert found("半小时前", anchor) == [("半小时前", "TIME", "2022-01-05T08:10")]
    assert found("半小时前", None) == [("半小时前", "DATE", "XXXX-XX-XX")]


def test_a_clock_that_is_a_score_is_no_time():
    assert found("比分为25:21、19:25和15:12") == []
    assert [quote for quote, _, _ in found("会议15:12开始")] == ["15:12"]


PIECES = """
去年 今年 上 下 前 后 两 三 十 十一 2021 1998 12 30 3 0 年
月 日 号 时 点 分 秒 半 刻 周 星期 个 季度 世纪 年代 初 底 末
中旬 上午 晚 每 隔 至 — 、 和 农历 正月 闰 初五 除夕 冬至 民国 公元前 以来 以后 内 期间 左右 多 几 第 的 ， 。
"""
pieces = st.sampled_from(PIECES.split())


@given(st.lists(pieces, max_size=12).map("".join), st.sampled_from([None, ANCHOR, date(2024, 2, 29)]))
@settings(max_examples=300, deadline=None)
def test_any_text_gives_ordered_spans_within_it(text, anchor):
    mentions = list(find_times(ReadingText.of_body(text, text, anchor)))
    for earlier, later in pairwise(mentions):
        assert earlier.span.end <= later.span.start
    for mention in mentions:
        assert 0 <= mention.span.start < mention.span.end <= len(text)
        assert mention.value.timex


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31)))
@settings(max_examples=100, deadline=None)
def test_every_written_date_is_read_back(day):
    for wording in (f"{day.year}年{day.month}月{day.day}日", day.isoformat(), f"{day:%Y/%m/%d}"):
        assert found(wording) == [(wording, "DATE", day.isoformat())]


@given(
    st.dates(min_value=date(2000, 1, 1), max_value=date(2040, 12, 31)),
    st.dates(date(2010, 1, 1), date(2030, 1, 1)),
)
@settings(max_examples=100, deadline=None)
def test_a_date_without_year_is_never_more_than_half_a_year_away(day, anchor):
    [(_, _, timex)] = found(f"{day.month}月{day.day}日", anchor)
    if (day.month, day.day) != (2, 29):
        assert abs((date.fromisoformat(timex) - anchor).days) <= 183
