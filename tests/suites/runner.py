"""Runs the suites of other projects: which cases are compatible with our rules, and which of those pass."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tests.suites import cn2an, jionlp, wetext

FOLDER = Path(__file__).resolve().parent.parent / "data" / "conformance"
Case = Mapping[str, Any]


@dataclass(frozen=True)
class Outcome:
    """One suite's cases: all that are measured, those set aside, those that fail."""

    suite: str
    measured: tuple[Case, ...]
    set_aside: tuple[Case, ...]
    failed: tuple[Case, ...]

    @property
    def rate(self) -> float:
        """The share that passes of what is not set aside."""
        compatible = len(self.measured) - len(self.set_aside)
        return (compatible - len(self.failed)) / compatible


_PASSES: Mapping[str, Callable[[Case], bool]] = {
    "jionlp": jionlp.passes,
    "cn2an": cn2an.passes,
    "wetext": wetext.passes,
}


def cases_of(suite: str) -> list[Case]:
    """The suite's cases that are measured."""
    lines = (FOLDER / f"{suite}.jsonl").read_text(encoding="utf-8").splitlines()
    cases = [json.loads(line) for line in lines]
    if suite == "cn2an":
        return [case for case in cases if cn2an.is_ours(case)]
    if suite == "wetext":
        return [case for case in cases if case["model"] in wetext.MODELS]
    return cases


def load_set_aside() -> dict[tuple[str, str, str], str]:
    """The committed list: (suite, model, input) and the rule of ours that the case contradicts."""
    rows = (FOLDER / "set_aside.tsv").read_text(encoding="utf-8").splitlines()
    cells = [row.split("\t") for row in rows if row and not row.startswith("#")]
    return {(suite, model, text): rule for suite, model, text, rule in cells}


@cache
def run(suite: str) -> Outcome:
    """Every case of a suite."""
    aside = load_set_aside()
    measured = cases_of(suite)
    set_aside = [case for case in measured if (suite, case["model"], case["input"]) in aside]
    failed = [case for case in measured if case not in set_aside and not _PASSES[suite](case)]
    return Outcome(suite, tuple(measured), tuple(set_aside), tuple(failed))
