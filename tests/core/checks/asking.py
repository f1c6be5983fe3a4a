"""The two tests of a check: what it asks about, and what it leaves alone.

A module of tests holds the two tables and the check's rules; from them this makes its tests.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

import pytest

from core.checks.wording import question_and_reason
from core.document import Finding

Asked = Sequence[tuple[str, str, str]]
"""An article's words, the rule, and what the finding says or quotes."""
Sound = Sequence[tuple[str, str]]
"""Words that look like a contradiction at first sight, with the reason why they are none."""
Test = Callable[..., None]


def assert_english(finding: Finding) -> None:
    """The question is in English, and so is a reason that reckons."""
    question, reason = question_and_reason(finding, "en")
    assert question.endswith("?"), question
    assert "，不是" not in reason, reason


RECKONED = frozenset({"sum", "share", "growth", "magnitude", "repeat"})
"""What may be asked softly of figures that nearly fit by chance, as in a sentence of a test."""


def _is_asked(finding: Finding, rules: Collection[str]) -> bool:
    is_soft = finding.severity == "low" and finding.rule in RECKONED
    return finding.rule in rules and not is_soft


def make_tests(found: Asked, left_alone: Sound, rules: Collection[str]) -> tuple[Test, Test]:
    """Test functions: each of ``found`` raises a finding of its rule, ``left_alone`` none of ``rules``."""

    @pytest.mark.parametrize(("body", "rule", "says"), found)
    def test_it_is_asked(asked, body, rule, says):
        findings = [finding for finding in asked(body) if finding.rule == rule]
        assert [says in finding.message for finding in findings] == [True], findings
        for finding in findings:
            assert_english(finding)

    @pytest.mark.parametrize(("body", "why"), left_alone)
    def test_it_is_left_alone(asked, body, why):
        findings = [finding for finding in asked(body) if _is_asked(finding, rules)]
        assert findings == [], (why, findings)

    return test_it_is_asked, test_it_is_left_alone
