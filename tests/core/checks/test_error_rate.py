"""Errors per 10,000 characters, after the rule for newspapers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.checks.error_rate import error_rate, weight_of
from core.document import Finding, Place
from core.text.spans import Span


def found(rule: str, message: str = "？", decision: str | None = None) -> Finding:
    return Finding("f", rule, "low", message, (Place(Span(0, 1), "x"),), decision)


@pytest.mark.parametrize(
    ("findings", "weight", "why"),
    [
        ([(found("sum"), False)], 1.0, "a wrong figure"),
        ([(found("sum"), True)], 2.0, "in a heading"),
        ([(found("name_variant"), False)], 2.0, "an important name"),
        ([(found("punctuation"), False)], 0.1, "a sign"),
        ([(found("word", "“布署”"), False)] * 5, 3.0, "one mistake, three times at most"),
        ([(found("numeral_style", str(n)), False) for n in range(20)], 1.0, "numerals count 1 in all"),
    ],
)
def test_weights(findings, weight, why):
    assert weight_of(findings) == pytest.approx(weight), why


def test_only_mistakes_are_confirmed_and_open_questions_possible(marked):
    document = marked("县里作了布署。这笔帐要算清。")
    first, second = document.findings
    assert error_rate(document).confirmed == 0
    decided = replace(
        document, findings=(replace(first, decision="mistake"), replace(second, decision="right"))
    )
    rate = error_rate(decided)
    assert rate.confirmed == rate.possible == pytest.approx(10_000 / rate.characters)
