"""Values in a narrow column: short, and never less exact."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.wording.short_forms import amount_in_short, day_in_short, first_day, short_number

AMOUNTS = (
    # value, quote, amount, unit, comment
    ({"amount": "1654000000", "unit": "CNY"}, "16.54亿元", "16.54亿", "元", "money in 亿"),
    (
        {"amount": "84600", "unit": "mu"},
        "8.46万亩",
        "8.46万",
        "亩",
        "a code is worded",
    ),
    ({"amount": "5", "unit": "%"}, "5%", "5", "%", "percent"),
    ({"amount": "50", "unit": "%"}, "半价", "50", "%", "percent in words"),
    ({"amount": "42", "unit": "pp"}, "42个百分点", "42", "百分点", "points"),
    ({"amount": "8000", "unit": "CNY", "per": "mu"}, "8000元", "8000", "元/亩", "a rate"),
    ({"amount": "1", "to": "2", "unit": "个"}, "1-2个", "1–2", "个", "range"),
    ({"amount": "3", "ratio": "2"}, "3:2", "3:2", "", "ratio"),
    ({"amount": "1/3"}, "三分之一", "1/3", "", "fraction"),
    ({"amount": "2000", "unit": "人", "approx": "more"}, "2000余", ">2000", "人", "more than"),
    ({"amount": "100", "unit": "CNY", "approx": "about"}, "100元左右", "≈100", "元", "about"),
    ({}, "若干", "若干", "", "without a value the words stay"),
)


@pytest.mark.parametrize(("value", "quote", "amount", "unit", "comment"), AMOUNTS)
def test_amount_in_short(value: dict[str, str], quote: str, amount: str, unit: str, comment: str) -> None:
    assert amount_in_short(value, quote) == (amount, unit), comment


@settings(max_examples=60, deadline=None)
@given(st.integers(min_value=-(10**13), max_value=10**13), st.integers(min_value=0, max_value=3))
def test_a_short_number_is_the_same_number(digits: int, places: int) -> None:
    number = Decimal(digits).scaleb(-places).normalize()
    short = short_number(f"{number:f}")
    size = {"亿": 10**8, "万": 10**4}.get(short[-1], 1)
    assert Decimal(short.rstrip("亿万")) * size == number


DAYS = (
    # value, shown, order, comment
    ({"timex": "2022-01-05T08:40"}, "2022-01-05", "2022-01-05", "the clock is left out"),
    ({"timex": "2021-11", "mod": "END"}, "2021-11末", "2021-11", "end of a month"),
    ({"timex": "2021-12-20", "also": ["2021-12-21"]}, "2021-12-20、21", "2021-12-20", "list"),
    ({"timex": "2021-01/2021-11"}, "2021-01–11", "2021-01", "range in a year"),
    ({"timex": "1998/2003"}, "1998–2003", "1998", "range of years"),
    ({"timex": "2021/.."}, "2021–", "2021", "open range"),
    ({"timex": "2021-Q3"}, "2021-Q3", "2021-07", "quarter"),
    ({"timex": "2021-H2"}, "2021-H2", "2021-07", "half-year"),
    ({"timex": "2021-W45"}, "2021-W45", "2021-11-08", "week"),
    ({"timex": "2021-SU"}, "2021-SU", "2021-06", "season"),
    ({"timex": "2021-WI"}, "2021-WI", "2021-12", "winter is no week"),
    ({"timex": "198"}, "198", "1980", "decade"),
    ({"timex": "19"}, "19", "1900", "century"),
    ({"timex": "P2Y"}, "P2Y", "", "a duration has no day"),
    ({"timex": "PAST_REF"}, "PAST_REF", "", "a vague word has no day"),
    ({"timex": "XXXX-12-29"}, "XXXX-12-29", "", "an unknown year has no day"),
)


@pytest.mark.parametrize(("value", "shown", "order", "comment"), DAYS)
def test_day_in_short(value: dict[str, object], shown: str, order: str, comment: str) -> None:
    assert day_in_short(value) == shown, comment
    assert first_day(value) == order, comment
