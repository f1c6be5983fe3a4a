"""What a person decided on the names of one article, and what follows from it where nobody has decided yet.

A name that was accepted, corrected or added holds for the same words elsewhere, and so does one that was
rejected. What was decided on the same words both ways, or under two labels, holds for its places only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from core.article import UNREAD_KINDS
from core.document import Annotation, Document
from core.edits import Author, mark_places, set_statuses
from core.language.segmentation import words_of
from core.schemes import Scheme
from core.text.find import find, folded
from core.text.spans import Span

SHORTEST = 2
"""Characters of a name that may hold elsewhere: one alone is too often something else."""


@dataclass(frozen=True, slots=True)
class Decision:
    """``words`` are a name of ``label``, or none without ``is_name``; ``folded`` is how they compare."""

    words: str
    label: str
    is_name: bool
    folded: str


def decisions_of(document: Document, scheme: Scheme) -> tuple[Decision, ...]:
    """What was decided on names, in the order of their first places; figures and times are no names."""
    names = {spec.name for spec in scheme.labels if spec.group == "names"}
    decided: dict[str, dict[tuple[str, bool], Annotation]] = defaultdict(dict)
    for mark in document.annotations:
        if mark.status != "auto" and mark.label in names and len(mark.span) >= SHORTEST and not mark.pieces:
            decided[folded(mark.quote)].setdefault((mark.label, mark.is_live), mark)
    return tuple(
        Decision(mark.quote, label, is_name, words)
        for words, marks in decided.items()
        if len(marks) == 1
        for (label, is_name), mark in marks.items()
    )


def follow(
    document: Document, decisions: Iterable[Decision], by: Author, scheme: Scheme
) -> tuple[Document, dict[Decision, int]]:
    """The document with its automatic marks and free places as was decided elsewhere; how many places each.

    What a person has reviewed stays, and so does what stands inside another name or across two words.
    """
    text, free = folded(document.text), _Free(document)
    counts: dict[Decision, int] = {}
    wanted: dict[str, list[Span]] = defaultdict(list)
    rejected: list[str] = []
    for decision in decisions:
        if decision.is_name:
            spans = [span for span in find(text, decision.folded) if free.takes(span, decision.label)]
            wanted[decision.label] += spans
            count = len(spans)
        else:
            ids = [mark.id for mark in free.automatic if _is_denied(mark, decision)]
            rejected += ids
            count = len(ids)
        if count:
            counts[decision] = count
    for label, spans in wanted.items():
        places = ((span, None) for span in spans)
        document = mark_places(document, places, label, by, nesting=scheme.nesting)
    return set_statuses(document, rejected, "rejected", by, nesting=scheme.nesting), counts


def _is_denied(mark: Annotation, decision: Decision) -> bool:
    return mark.label == decision.label and folded(mark.quote) == decision.folded


class _Free:
    """Which places of a document nobody has decided on."""

    def __init__(self, document: Document) -> None:
        self.automatic = tuple(a for a in document.annotations if a.status == "auto")
        self._text = document.text
        self._unread = [b.span for b in document.article.blocks if b.kind in UNREAD_KINDS]
        self._on: Mapping[Span, Sequence[Annotation]] = _by_span(document.annotations)
        self._marked = {
            place for mark in document.live_annotations() for place in range(mark.span.start, mark.span.end)
        }
        self._lines: dict[int, frozenset[int]] = {}

    def takes(self, span: Span, label: str) -> bool:
        """Whether a mark of ``label`` may be set, or accepted, at a place."""
        if any(span.overlaps(block) for block in self._unread):
            return False
        here = self._on.get(span, ())
        if any(a.is_live or a.label == label for a in here):
            return all(a.status == "auto" for a in here if a.is_live or a.label == label)
        is_marked = any(place in self._marked for place in range(span.start, span.end))
        return not is_marked and {span.start, span.end} <= self._edges(span)

    def _edges(self, span: Span) -> frozenset[int]:
        """Where words begin and end in the line of a place."""
        start = self._text.rfind("\n", 0, span.start) + 1
        if start not in self._lines:
            end = self._text.find("\n", start)
            line = self._text[start : end if end >= 0 else len(self._text)]
            self._lines[start] = frozenset(_ends(start, words_of(folded(line))))
        return self._lines[start]


def _by_span(marks: Iterable[Annotation]) -> Mapping[Span, Sequence[Annotation]]:
    there: dict[Span, list[Annotation]] = defaultdict(list)
    for mark in marks:
        there[mark.span].append(mark)
    return there


def _ends(start: int, words: Iterable[str]) -> Iterator[int]:
    yield start
    for word in words:
        start += len(word)
        yield start
