"""Figures as ranges, and slips of the pen."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.checks.material import Material
from core.checks.numbers.figures import Range, digits_of, like, sized, tens_apart
from core.checks.numbers.slips import is_slip, slips

amounts = st.floats(min_value=0.01, max_value=1e12)
rows_of_digits = st.integers(min_value=1, max_value=10**8).map(str)


@given(amounts, amounts)
@settings(max_examples=100, deadline=None)
def test_two_amounts_meet_whichever_is_asked(one, other):
    first, second = Range(one, one * 1.01), Range(other, other * 1.01)
    assert first.meets(second) == second.meets(first)
    assert first.meets(first)


@given(rows_of_digits)
@settings(max_examples=100, deadline=None)
def test_every_slip_is_one_and_none_is_the_number_itself(digits):
    made = list(slips(digits))
    assert digits not in made
    assert all(is_slip(digits, other) and is_slip(other, digits) for other in made)


@given(st.integers(min_value=1, max_value=10**6), st.sampled_from([1, 2, 3, 4, 8]))
@settings(max_examples=100, deadline=None)
def test_a_power_of_ten_is_recognized_both_ways(amount, power):
    one, other = Range(amount, amount), Range(amount * 10**power, amount * 10**power)
    assert tens_apart(one, other) == power
    assert tens_apart(other, one) == -power


@pytest.mark.parametrize(
    ("quote", "low", "high", "family"),
    [
        ("4.62万人次", 46150, 46250, "人次"),  # true to half of its last place
        ("408名", 408, 408, "人"),  # counted
        ("6.0%", 5.95, 6.05, "%"),
        ("197万千瓦", 1.965e9, 1.975e9, "W"),  # the 千 belongs to the unit
        ("2.24万公顷", 2.235e8, 2.245e8, "m2"),
    ],
)
def test_a_figure_is_as_wide_as_its_rounding(marked, quote, low, high, family):
    document = marked(f"全县共有{quote}。")
    figure = Material(document).figures[0]
    assert (figure.quote, figure.family) == (quote, family)
    assert figure.range.low == pytest.approx(low, rel=1e-4)
    assert figure.range.high == pytest.approx(high, rel=1e-4)


def test_amounts_are_written_as_an_editor_writes_them(marked):
    figure = Material(marked("总投资9.2亿元。")).figures[0]
    assert like(figure, 9.8e8) == "9.8亿"
    assert sized(figure, 1555200) == "155.52万"
    assert digits_of(40.52, -1) == "405"
