from datetime import date

import pytest

from core.language import calendar_dates as calendar


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("元旦", 2022, date(2022, 1, 1)),
        ("春节", 2022, date(2022, 2, 1)),
        ("中秋节", 2021, date(2021, 9, 21)),
        ("除夕", 2021, date(2022, 1, 31)),  # of the lunar year 2021; its last month has 29 days
        ("母亲节", 2021, date(2021, 5, 9)),
        ("感恩节", 2019, date(2019, 11, 28)),
        ("清明节", 2022, date(2022, 4, 5)),
        ("冬至", 2024, date(2024, 12, 21)),
        ("小寒", 2021, date(2021, 1, 5)),
        ("不是节日", 2021, None),
        ("春节", 9999, None),
    ],
)
def test_holidays_fall_on_their_day(name, year, day):
    assert calendar.holiday(name, year) == day


@pytest.mark.parametrize(
    ("lunar", "is_leap", "day"),
    [
        ((2021, 8, 15), False, date(2021, 9, 21)),
        ((2020, 4, 1), True, date(2020, 5, 23)),
        ((2021, 4, 1), True, None),  # no leap month in that year
        ((2021, 1, 31), False, None),
        ((2021, 1, 0), False, None),
    ],
)
def test_lunar_days_in_the_common_calendar(lunar, is_leap, day):
    assert calendar.lunar_day(*lunar, is_leap=is_leap) == day


def test_lunar_months_cover_their_days():
    assert calendar.lunar_month_days(2021, 1) == (date(2021, 2, 12), date(2021, 3, 12))
    assert calendar.lunar_month_days(2021, 4, is_leap=True) is None


@pytest.mark.parametrize(
    ("weekday", "day"),
    [
        (3, date(2022, 1, 5)),
        (2, date(2022, 1, 4)),
        (5, date(2022, 1, 7)),
        (6, date(2022, 1, 8)),
        (7, date(2022, 1, 2)),
    ],
)
def test_a_bare_weekday_is_the_nearest(weekday, day):
    assert calendar.nearest_weekday(weekday, date(2022, 1, 5)) == day


def test_the_past_one_stays_on_a_tie():
    candidates = [date(2022, 1, 8), date(2022, 1, 2)]
    assert calendar.nearest(candidates, date(2022, 1, 5)) == date(2022, 1, 2)
    assert calendar.nearest([], date(2022, 1, 5)) is None


def test_months_end_where_the_calendar_says():
    assert calendar.add_months(date(2022, 1, 31), 1) == date(2022, 2, 28)
    assert calendar.add_months(date(2022, 1, 31), -11) == date(2021, 2, 28)
    assert calendar.nearest_year_day(2, 29, date(2022, 1, 5)) == date(2020, 2, 29)
    assert calendar.nth_weekday(2022, 2, 5, 1) is None


def test_reigns_have_their_years():
    assert calendar.year_of_reign("民国", 110) == 2021
    assert calendar.year_of_reign("光绪", 20) == 1894
    assert calendar.years_of_reign("康熙") == (1662, 1722)
    assert calendar.years_of_reign("庆历") is None
