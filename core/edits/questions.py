"""Settling the questions that checks ask: a person says what came of one."""

from __future__ import annotations

from dataclasses import replace

from core.document import Document
from core.edits.acts import Author, recorded

ALWAYS = "always"
DECISIONS = ("right", "mistake", "ignored", ALWAYS)
"""The article is right; it is a mistake and will be mended; of no interest here; nor in this folder ever."""


def settle(
    document: Document, finding_id: str, decision: str | None, by: Author, note: str | None = None
) -> Document:
    """Decide a question, with a note where there is one; None opens it again. KeyError for a missing one."""
    found = next((finding for finding in document.findings if finding.id == finding_id), None)
    if found is None:
        raise KeyError(finding_id)
    if decision is not None and decision not in DECISIONS:
        raise ValueError(f"not a decision: {decision}")
    if (found.decision, found.note) == (decision, note):
        return document
    stamp = {"by": by.name, "at": by.now} if decision else {"by": None, "at": None}
    settled = replace(found, decision=decision, note=note, **stamp)
    findings = tuple(settled if finding is found else finding for finding in document.findings)
    return recorded(document, by, "settle" if decision else "reopen", findings=findings)
