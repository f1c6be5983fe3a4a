"""The numbers by which the margin of the article and the panel both call a finding."""

from __future__ import annotations

from core.document import Document, Finding


def finding_numbers(document: Document) -> dict[str, int]:
    """The undecided findings by id, numbered from 1 as their first places follow each other in the text."""
    waiting = (finding for finding in document.findings if finding.decision is None)
    return {finding.id: number for number, finding in enumerate(sorted(waiting, key=_first_place), 1)}


def _first_place(finding: Finding) -> tuple[int, int]:
    spans = [place.span for place in finding.places]
    return (min((span.start for span in spans), default=0), max((span.end for span in spans), default=0))
