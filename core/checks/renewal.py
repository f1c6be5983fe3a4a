"""Asking again: new questions come in, answered ones keep their answer, the rest goes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from core.checks import find_findings
from core.checks.material import Term
from core.document import Document, Finding
from core.edits.marking import new_ids

Question = tuple[str, str, tuple[str, ...]]
"""What makes a question the same one: its rule, its words and what they are about."""


def renew_findings(document: Document, terms: Sequence[Term] = ()) -> Document:
    """The document with the questions that it raises now.

    A question that was there keeps its id, and the decision and note of the person who looked at it. One that
    a person has settled stays in the record though it is not raised any more.
    """
    return replace(document, findings=merge_findings(document.findings, find_findings(document, terms)))


def merge_findings(old: Iterable[Finding], new: Iterable[Finding]) -> tuple[Finding, ...]:
    """The new findings with the ids and decisions of the old, and the old ones that were settled."""
    old = tuple(old)
    known = {_question(finding): finding for finding in old}
    ids = new_ids("f", (finding.id for finding in old))
    merged: list[Finding] = []
    for finding in new:
        before = known.pop(_question(finding), None)
        merged.append(
            replace(before, severity=finding.severity, places=finding.places)
            if before
            else replace(finding, id=next(ids))
        )
    merged += [finding for finding in known.values() if finding.decision or finding.note]
    return tuple(sorted(merged, key=_place))


def _question(finding: Finding) -> Question:
    return finding.rule, finding.message, tuple(place.quote for place in finding.places)


def _place(finding: Finding) -> tuple[int, int]:
    first = finding.places[0].span if finding.places else None
    return (first.start, first.end) if first else (0, 0)
