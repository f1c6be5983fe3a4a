"""Other projects' own tests of numerals and times; tests/data/conformance/NOTICE.md lists them."""

import pytest

from tests.suites.runner import load_set_aside, run

BAR, MOST_SET_ASIDE = 0.95, 0.05


@pytest.mark.parametrize("suite", ["jionlp", "cn2an", "wetext"])
def test_values_agree_with_the_suite(suite):
    outcome = run(suite)
    assert outcome.rate >= BAR, [case["input"] for case in outcome.failed]
    assert len(outcome.set_aside) <= MOST_SET_ASIDE * len(outcome.measured)


def test_every_case_set_aside_exists_and_names_its_rule():
    aside = load_set_aside()
    found = {
        (suite, case["model"], case["input"])
        for suite in ("jionlp", "cn2an", "wetext")
        for case in run(suite).set_aside
    }
    assert found == set(aside)
    assert all(len(rule) > 10 for rule in aside.values())
