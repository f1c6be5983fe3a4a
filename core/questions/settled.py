"""Everything settled: the answered questions of an article, and those that its folder asks no more."""

from __future__ import annotations

from dataclasses import dataclass

from core.document import Document, Finding
from core.edits.questions import ALWAYS
from core.house import House
from core.house.settled import SettledQuestion, key_of
from core.questions import in_reading_order


@dataclass(frozen=True, slots=True)
class SettledRow:
    """A question with its decision, by whom and when; ``quotes`` are the words that it is about.

    ``kept`` is how the folder keeps it, None where it holds for the article alone. ``is_here`` says whether
    the article raises it.
    """

    finding: Finding
    quotes: str
    kept: SettledQuestion | None
    is_here: bool


def settled_rows(document: Document, house: House) -> tuple[SettledRow, ...]:
    """The settled questions of the article in reading order, then the others of its folder."""
    kept = {question.question_key: question for question in house.settled}
    own = [finding for finding in in_reading_order(document) if finding.decision is not None]
    rows = [
        SettledRow(
            finding,
            key_of(finding)[-1],
            kept.get(key_of(finding)) if finding.decision == ALWAYS else None,
            is_here=True,
        )
        for finding in own
    ]
    known = {row.kept.question_key for row in rows if row.kept}
    rows += [
        SettledRow(_finding(question), question.quotes, question, is_here=False)
        for question in house.settled
        if question.question_key not in known
    ]
    return tuple(rows)


def _finding(question: SettledQuestion) -> Finding:
    """A question of the folder's list as a finding without a place."""
    by, at = question.by or None, question.at or None
    return Finding("", question.rule, "", question.question, decision=ALWAYS, by=by, at=at)
