"""Where the forward model of a clean text differs from what arrived."""

from __future__ import annotations

import pytest

from core.restoration.proof import unproved_stretches

CASES = [
    ("日報\n發展", "日?qǐng)?bào)\n發(fā)展", "報請發", []),
    ("日報\n發展很好", "日?qǐng)?bào)\n發(fā)展不好", "報請發", ["不"]),
    ("發展很好", "發(fā)展好", "發", [""]),
    ("好\n發展", "好\n發展", "發", [""]),
]


@pytest.mark.parametrize(("clean", "source", "order", "expected"), CASES)
def test_what_is_not_given_back(clean: str, source: str, order: str, expected: list[str]) -> None:
    assert [span.of(source) for span in unproved_stretches(clean, source, order)] == expected


def test_an_eaten_end_of_line_leaves_the_other_lines_proved() -> None:
    clean = "。可現\n發展"  # out of step at the end of its line, the last byte would eat the break
    assert [span.of("x\n發(fā)展") for span in unproved_stretches(clean, "x\n發(fā)展", "發")] == ["x"]
