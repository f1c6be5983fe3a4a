"""Coefficients against published examples, and what holds of them whatever the data."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.agreement.reliability import alpha, kappa

# Krippendorff, "Computing Krippendorff's Alpha-Reliability", University of Pennsylvania 2011: A two observers
# and two values, B two observers and five values, C four observers with values missing (here 0), which is
# also the example of kripp.alpha in R's package irr. A row is an observer, in C a word a unit.
A = ("0100000010", "1110010000")
B = ("aabbdcccedda", "babbbccceddd")
C = "1101 2232 3333 3333 2222 1234 4444 1121 2222 0555 0011 0030"

# Fleiss, Levin, Paik, "Statistical Methods for Rates and Proportions", third edition 2003, table 18.1: two
# diagnoses of 100 patients, psychotic, neurotic or organic.
DIAGNOSES = {"pp": 75, "pn": 1, "po": 4, "np": 5, "nn": 4, "no": 1, "oo": 10}


@pytest.mark.parametrize(("rows", "expected"), [(A, 0.095), (B, 0.692)])
def test_alpha_of_two_observers(rows, expected):
    assert alpha(Counter(zip(*rows, strict=True))) == pytest.approx(expected, abs=5e-4)


def test_alpha_with_values_missing():
    units = Counter(tuple(value for value in unit if value != "0") for unit in C.split())
    assert alpha(units) == pytest.approx(0.743, abs=5e-4)


def test_kappa_of_two_diagnoses():
    pairs = {(one, other): count for (one, other), count in DIAGNOSES.items()}
    assert kappa(pairs) == pytest.approx(0.676, abs=5e-4)


@pytest.mark.parametrize("units", [{}, {("a", "a"): 9}, {("a", "a"): 0}])
def test_without_two_categories_there_is_no_coefficient(units):
    assert kappa(units) is None
    assert alpha(units) is None


PAIRS = st.dictionaries(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), st.integers(1, 40))


@given(PAIRS)
@settings(deadline=None)
def test_an_independent_library_says_the_same(pairs):
    agreement = pytest.importorskip("nltk.metrics.agreement")
    units = enumerate(pair for pair, count in pairs.items() for _ in range(count))
    task = agreement.AnnotationTask([(who, n, value) for n, pair in units for who, value in enumerate(pair)])
    expected_kappa = expected_alpha = None
    if len({value for pair in pairs for value in pair}) > 1:
        expected_kappa, expected_alpha = task.kappa(), task.alpha()
    assert kappa(pairs) == pytest.approx(expected_kappa)
    assert alpha(pairs) == pytest.approx(expected_alpha)


@given(PAIRS)
def test_one_is_the_highest_and_only_for_perfect_agreement(pairs):
    for value in (kappa(pairs), alpha(pairs)):
        assert value is None or value <= 1
        assert value is None or (value == 1) == all(one == other for one, other in pairs)


@given(PAIRS)
def test_neither_cares_who_is_first(pairs):
    turned = {pair[::-1]: count for pair, count in pairs.items()}
    assert alpha(turned) == pytest.approx(alpha(pairs))
    assert kappa(turned) == pytest.approx(kappa(pairs))
