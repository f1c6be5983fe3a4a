"""Asking again: new questions come in, answered ones keep their answer, the rest goes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from core.checks import find_findings
from core.document import Document, Finding
from core.edits.marking import new_ids
from core.edits.questions import ALWAYS
from core.house import NO_HOUSE, House
from core.house.settled import SettledQuestion

Question = tuple[str, str, tuple[str, ...]]
"""What makes a question the same one: its rule, its words and what they are about."""


def renew_findings(document: Document, house: House = NO_HOUSE) -> Document:
    """The document with the questions that it raises now.

    A question that was there keeps its id, and the decision and note of the person who looked at it. One that
    a person has settled stays in the record though it is not raised any more.
    """
    found = tuple(_remembered(finding, house.settled) for finding in find_findings(document, house))
    return replace(document, findings=merge_findings(document.findings, found))


def add_findings(findings: tuple[Finding, ...], more: Iterable[Finding], house: House) -> tuple[Finding, ...]:
    """An article's findings with more that were made of it later, none of them twice."""
    known = set(map(_question, findings))
    fresh = [_remembered(finding, house.settled) for finding in more if _question(finding) not in known]
    return merge_findings(findings, (*findings, *fresh)) if fresh else findings


def _remembered(finding: Finding, settled: Sequence[SettledQuestion]) -> Finding:
    """The finding, decided where its folder has settled it for good."""
    found = next((known for known in settled if known.is_about(finding)), None) if settled else None
    return replace(finding, decision=ALWAYS, by=found.by, at=found.at or None) if found else finding


def merge_findings(old: Iterable[Finding], new: Iterable[Finding]) -> tuple[Finding, ...]:
    """The new findings with the ids and decisions of the old, and the old ones that were settled."""
    old = tuple(old)
    known = {_question(finding): finding for finding in old}
    ids = new_ids("f", (finding.id for finding in old))
    merged: list[Finding] = []
    for finding in new:
        before = known.pop(_question(finding), None)
        merged.append(_renewed(before, finding) if before else replace(finding, id=next(ids)))
    merged += [finding for finding in known.values() if finding.decision or finding.note]
    return tuple(sorted(merged, key=_place))


def _renewed(before: Finding, finding: Finding) -> Finding:
    """The finding where it stands now, with what was decided, here or for the folder."""
    decided = before if before.decision or not finding.decision else finding
    return replace(
        before,
        severity=finding.severity,
        places=finding.places,
        decision=decided.decision,
        by=decided.by,
        at=decided.at,
    )


def _question(finding: Finding) -> Question:
    return finding.rule, finding.message, tuple(place.quote for place in finding.places)


def _place(finding: Finding) -> tuple[int, int]:
    first = finding.places[0].span if finding.places else None
    return (first.start, first.end) if first else (0, 0)
