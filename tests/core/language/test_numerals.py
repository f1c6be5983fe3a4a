from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.language.numerals import fold, parse_number, plain, to_chinese

READ = [
    # Arabic
    ("4.24亿", "424000000"), ("1,234,567", "1234567"), ("82，225.00", "82225.00"), ("-3.8", "-3.8"),
    ("8.231万亿", "8231000000000"), ("3千万亿", "3000000000000000"), ("0.55", "0.55"), ("007", "7"),
    # Chinese
    ("三万五千", "35000"), ("一百八十六", "186"), ("两千零五", "2005"), ("廿三", "23"), ("卅", "30"),
    ("〇", "0"),
    ("十", "10"), ("一十一", "11"), ("一千零十", "1010"), ("一万零百一十一", "10111"), ("负十二", "-12"),
    ("一千一百一十一万一千一百一十一亿一千一百一十一万一千一百一十一", "1111111111111111"),
    # financial
    ("壹佰贰拾叁", "123"), ("壹拾万零叁仟肆佰伍拾叁", "103453"), ("肆佰叁拾萬", "4300000"),
    # elliptical
    ("三万五", "35000"), ("一百二", "120"), ("十三万五", "135000"), ("一百二十万三", "1203000"),
    # mixed
    ("12万5千", "125000"), ("100万三千", "1003000"), ("200亿零四千230", "20000004230"), ("1万600", "10600"),
    # decimals
    ("二十点一", "20.1"), ("三点一四一五九", "3.14159"), ("一百点123", "100.123"), ("二十点一万", "201000"),
    # digit by digit
    ("一七二零", "1720"), ("二〇二一", "2021"), ("幺八九", "189"), ("零一", "1"),
]  # fmt: skip

REFUSED = [
    "", "负", "点零", "零点", "十七十八", "十一十二", "八百一千", "九十九九千", "10..1万", "零百", "百", "千",
    "一百三百", "十万百", "二两", "abc", "三点", "一二十",
]  # fmt: skip


@pytest.mark.parametrize(("words", "value"), READ)
def test_numerals_are_read_exactly(words, value):
    assert parse_number(words) == Decimal(value)


@pytest.mark.parametrize("words", REFUSED)
def test_what_is_no_numeral_is_refused(words):
    with pytest.raises(ValueError):  # noqa: PT011 each has its own message
        parse_number(words)


def test_fold_keeps_the_length_and_the_full_width_comma():
    assert fold("３．５％，Ａ＋（１）") == "3.5%，A+（1）"


numbers = st.decimals(min_value=Decimal(-(10**16) + 1), max_value=Decimal(10**16 - 1), places=4)


@given(numbers)
@settings(max_examples=200, deadline=None)
def test_what_is_read_out_is_read_back(number):
    assert parse_number(to_chinese(number)) == number


@given(
    st.decimals(allow_nan=False, allow_infinity=False, min_value=Decimal("-1e30"), max_value=Decimal("1e30"))
)
@settings(max_examples=200, deadline=None)
def test_plain_decimals_have_no_exponent_and_no_idle_zeros(number):
    written = plain(number)
    assert Decimal(written) == number
    assert "E" not in written
    assert not (("." in written) and written[-1] in "0.")


@given(st.text(alphabet="零一二两三四五六七八九十百千万亿点负0123456789.,", max_size=8))
@settings(max_examples=300, deadline=None)
def test_anything_is_a_number_or_a_value_error(words):
    with suppress(ValueError):
        assert isinstance(parse_number(words), Decimal)
