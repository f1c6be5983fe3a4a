"""The year of an article whose dateline has none, and what the checks then know."""

from __future__ import annotations

from datetime import date

import pytest

from core.checks import find_findings
from core.checks.times.dating import reckon_date
from core.house import House
from tests.planted import document_of

# An opening with more behind it, the day, and what speaks for it.
RECKONED = [
    ("本报清远8月5日讯 8月5日（星期二），市统计局发布2025年上半年数据。", "2025-08-05", "year and weekday"),
    (
        "本报讯 1月9日（星期五），全市2025年财政收入公布，2027年底前再建两座水厂。",
        "2026-01-09",
        "the year that is over, and a plan",
    ),
    (
        "新华网贵阳2月3日电 2月3日（星期二），45岁的石敏走进工厂。石敏1980年5月出生，她说，2025年效益很好。",
        "2026-02-03",
        "age",
    ),
    (
        "本报9月3日电 2025年9月3日（星期三）上午，大桥合龙。大桥计划2026年通车。",
        "2025-09-03",
        "the dateline's day with its year",
    ),
    ("本报4月2日讯 4月2日（星期三），公司成立于1995年，庆祝30周年。", "2025-04-02", "an anniversary"),
    (
        "本报讯 12月28日，星期日，4号线开通三周年。4号线2022年12月28日开通，2025年运送乘客1.2亿人次。",
        "2025-12-28",
        "the day that an anniversary counts from is no dateline",
    ),
    (
        "本报讯 8月16日，星期一，渔船出海。去年（2025年）同日出海的是310艘。",
        "2026-08-16",
        "a year by two names",
    ),
    (
        "本报讯 1月14日（星期四）上午，追悼会举行。先生于2026年1月8日逝世，享年94岁。",
        "2026-01-14",
        "a weekday outweighs nothing",
    ),
]

NOT_RECKONED = [
    ("本报讯 桥建于1998年，至今完好。", "no day at all"),
    ("本报3月30日讯 3月30日（星期日），开往山里的列车是1998年开通的。", "one old year"),
    ("本报6月1日讯 今天是儿童节。", "no year at all"),
]


@pytest.mark.parametrize(("text", "day", "comment"), RECKONED)
def test_the_year_is_reckoned(text, day, comment):
    dating = reckon_date(text)
    assert (dating.day if dating else None) == date.fromisoformat(day), comment


@pytest.mark.parametrize(("text", "comment"), NOT_RECKONED)
def test_what_is_not_clear_is_not_reckoned(text, comment):
    assert reckon_date(text) is None, comment


PAGE = "县里办起农民画展\n\n本报綦江{dateline}讯 {body}\n"

FOUND = [
    ("11月7日", "11月7日（星期四），2025年农民画展开幕，2026年还将出国。11月9日（星期日）闭幕。", "weekday"),
    ("11月7日", "11月7日（星期五），2025年农民画展开幕。今年48岁的画师郭静生于1967年3月。", "age"),
    (
        "3月5日",
        "3月5日（星期四），画展开幕。3月7日（星期六）讲座，3月9日（星期二）座谈，3月12日（星期四）闭幕。",
        "weekday",
    ),
]

LEFT_ALONE = [
    ("11月7日", "11月7日（星期五），2025年农民画展开幕。去年11月8日（星期五），首届画展在此举行。"),
    ("11月7日", "11月7日（星期五），2025年农民画展开幕，11月8日（星期六）、9日（星期日）免费。"),
    ("12月30日", "12月30日（星期二），2025年农民画展开幕，1月2日（星期五）有讲座，1月4日（星期日）闭幕。"),
]


@pytest.mark.parametrize(("dateline", "body", "rule"), FOUND)
def test_an_article_without_a_year_is_asked(dateline, body, rule):
    document = document_of(PAGE.format(dateline=dateline, body=body), "undated")
    assert [finding.rule for finding in find_findings(document)] == [rule]


@pytest.mark.parametrize(("dateline", "body"), LEFT_ALONE)
def test_a_sound_article_without_a_year_is_left_alone(dateline, body):
    document = document_of(PAGE.format(dateline=dateline, body=body), "undated")
    assert [finding.message for finding in find_findings(document)] == []


LENT = [
    # The body, the day on which it is checked, and what is asked.
    ("11月7日（星期四），农民画展开幕。", date(2026, 11, 8), [("weekday", "medium")]),
    # It was a Friday the year before.
    ("11月7日（星期五），农民画展开幕。", date(2026, 11, 8), [("weekday", "low")]),
    ("11月7日（星期六），农民画展开幕。", date(2026, 11, 8), []),
    ("11月7日（星期四），农民画展开幕。", date(2027, 5, 1), [("weekday", "low")]),
    ("11月7日（星期四），农民画展开幕。", date(2026, 11, 1), [("weekday", "medium")]),
    ("11月7日（星期四），农民画展开幕。", None, []),
    # Two weekdays say of which year it is, whatever today is.
    ("11月7日（星期五），农民画展开幕。11月9日（星期日）闭幕。", date(2026, 11, 8), []),
    # It tells of another year.
    ("11月7日（星期四），2019年农民画展开幕。", date(2027, 5, 1), []),
    # The weekday is right for the year that is told, but the article is in hand.
    ("11月16日（星期二）举行仪式。2004年，他退休。", date(2026, 11, 10), [("weekday", "medium")]),
    ("11月7日，大桥检修。大桥于1996年10月建成，至今已运行20年。", date(2026, 11, 8), [("order", "medium")]),
    ("11月7日，郭静的画展开幕。郭静生于1967年3月，今年48岁。", date(2026, 11, 8), [("age", "medium")]),
    ("11月7日，郭静的画展开幕。郭静生于1967年3月，今年48岁。", date(2027, 3, 8), [("age", "low")]),
]


@pytest.mark.parametrize(("body", "today", "expected"), LENT)
def test_the_day_of_today_says_of_which_year_an_article_is_where_it_does_not(body, today, expected):
    document = document_of(PAGE.format(dateline="11月7日", body=body), "undated", House(today=today))
    assert [(finding.rule, finding.severity) for finding in document.findings] == expected
