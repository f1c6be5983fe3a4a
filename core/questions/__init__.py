"""Questions in reading order: by which numbers margin and panel call them, and which marks they are about."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import count

from core.document import Annotation, Document, Finding, Place
from core.text.spans import Span


def finding_numbers(document: Document) -> dict[str, int]:
    """The undecided findings by id, numbered from 1 as their first places follow each other in the text."""
    numbers = count(1)
    return {finding.id: next(numbers) for finding in in_reading_order(document) if finding.decision is None}


def questions_of_marks(document: Document) -> Mapping[str, tuple[str, ...]]:
    """For each mark that undecided questions are about, their ids in reading order."""
    asked: dict[str, list[str]] = defaultdict(list)
    marks = MarksByPlace(document)
    for finding in in_reading_order(document):
        if finding.decision is None:
            for mark in marks.at_places(finding.places):
                asked[mark.id].append(finding.id)
    return {mark: tuple(ids) for mark, ids in asked.items()}


def questions_about(document: Document, span: Span) -> list[str]:
    """The undecided questions that are about a stretch or part of it, by their ids in reading order."""
    asked = (
        finding
        for finding in document.findings
        if finding.decision is None and any(place.span.overlaps(span) for place in finding.places)
    )
    return [finding.id for finding in sorted(asked, key=_first_place)]


class MarksByPlace:
    """The live marks of a document, to be asked for those on a place."""

    def __init__(self, document: Document) -> None:
        self._marks = document.live_annotations()
        self._longest = max((len(mark.span) for mark in self._marks), default=0)

    def at(self, span: Span) -> list[Annotation]:
        """Those that share characters with ``span``, in reading order."""
        first, last = (
            bisect_left(self._marks, place, key=lambda mark: mark.span.start)
            for place in (span.start - self._longest, span.end)
        )
        return [mark for mark in self._marks[first:last] if mark.span.overlaps(span)]

    def at_places(self, places: Iterable[Place]) -> list[Annotation]:
        """Those on any of the places of a question, each once."""
        return list({mark.id: mark for place in places for mark in self.at(place.span)}.values())


def in_reading_order(document: Document) -> list[Finding]:
    """All findings, settled ones too, as their first places follow each other in the text."""
    return sorted(document.findings, key=_first_place)


def _first_place(finding: Finding) -> tuple[int, int]:
    spans = [place.span for place in finding.places]
    return min((span.start for span in spans), default=0), max((span.end for span in spans), default=0)
