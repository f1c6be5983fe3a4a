"""Marks on an article that has changed: each is where it was, has moved, or is lost.

A mark is found again by its words and by what stands around them. What is not found for certain is lost:
it is kept and listed, never guessed and never dropped.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from core.document import Annotation, Document, Finding, Place
from core.repairs import reading_map
from core.sidecar.decisions import with_decisions
from core.spans import Span, reading_order

CONTEXT = 24
"""Characters on either side that are compared."""

CERTAIN, CERTAIN_OF_ONE = 6, 2
"""Characters of the surroundings that have to agree; fewer for words that occur only once."""

_NEAREST = 40


@dataclass(frozen=True, slots=True)
class Anchored:
    """The document on the changed article; ``exact`` and ``moved`` are ids of marks, ``lost`` the marks."""

    document: Document
    exact: tuple[str, ...]
    moved: tuple[str, ...]
    lost: tuple[Annotation, ...]


def anchor(stored: Document, fresh: Document) -> Anchored:
    """What a person did to ``stored``, on ``fresh``, the document of the article as it is now."""
    decided, lost_repairs = with_decisions(stored, fresh)
    search = Search(stored.text, decided.text)
    placed = [(a, search.place_of(a.span, a.quote)) for a in stored.annotations]
    to_source = reading_map(decided.repairs).backward
    annotations = tuple(
        reading_order(moved(a, span, to_source(span)) for a, span in placed if span is not None)
    )
    kept = {a.id for a in annotations}
    lost = tuple(a for a, span in placed if span is None)
    document = replace(
        stored,
        source=replace(decided.source, unknown=stored.source.unknown),
        source_text=decided.source_text,
        script=decided.script,
        text=decided.text,
        repairs=decided.repairs,
        article=replace(decided.article, unknown=stored.article.unknown),
        annotations=annotations,
        relations=tuple(r for r in stored.relations if {r.from_id, r.to_id} <= kept),
        findings=tuple(_found_again(finding, search) for finding in stored.findings),
        lost=replace(
            stored.lost,
            annotations=(*stored.lost.annotations, *lost),
            repairs=(*stored.lost.repairs, *lost_repairs),
        ),
    )
    exact = tuple(a.id for a, span in placed if span == a.span)
    return Anchored(document, exact, tuple(a.id for a, span in placed if span not in (None, a.span)), lost)


def moved(old: Annotation, span: Span, source: Span) -> Annotation:
    """A mark that stands at ``span`` now."""
    shift = span.start - old.span.start
    was = replace(old.was, span=_shifted(old.was.span, shift)) if old.was else None
    pieces = tuple(_shifted(piece, shift) for piece in old.pieces)
    return replace(old, span=span, source=source, was=was, pieces=pieces)


def _shifted(span: Span, by: int) -> Span:
    return Span(max(0, span.start + by), max(0, span.end + by))


def _found_again(finding: Finding, search: Search) -> Finding:
    return replace(finding, places=tuple(_places_again(finding, search)))


def _places_again(finding: Finding, search: Search) -> Iterator[Place]:
    for place in finding.places:
        span = search.place_of(place.span, place.quote)
        if span is not None:
            yield replace(place, span=span)


class Search:
    """Finds words of an old text in a new one. Ask in reading order: what was found tells what to expect."""

    def __init__(self, old: str, new: str) -> None:
        self._old, self._new = old, new
        self._starts: dict[str, list[int]] = {}
        self._drift = 0

    def place_of(self, span: Span, quote: str) -> Span | None:
        """Where the words that stood at ``span`` stand now, if that is certain."""
        starts = self._occurrences(quote)
        near = self._nearest(starts, span.start + self._drift)
        best = max(near, key=lambda start: self._agreement(span, start, quote), default=None)
        if best is None or not self._is_certain(span, best, quote, len(starts)):
            return None
        self._drift = best - span.start
        return Span(best, best + len(quote))

    def _is_certain(self, span: Span, start: int, quote: str, count: int) -> bool:
        is_only_one = count == 1 and self._old.count(quote) <= 1
        if is_only_one and span.of(self._old) != quote:
            return True  # the place was wrong already: nothing is known of what stood around
        around = len(self._new) - len(quote)
        enough = CERTAIN_OF_ONE if is_only_one else CERTAIN
        return self._agreement(span, start, quote)[0] >= min(enough, around)

    def _agreement(self, span: Span, start: int, quote: str) -> tuple[int, int]:
        """How many characters agree around the words, then how near the place is to the expected one."""
        end = start + len(quote)
        before = _alike(_before(self._old, span.start), _before(self._new, start))
        after = _alike(self._old[span.end : span.end + CONTEXT], self._new[end : end + CONTEXT])
        return before + after, -abs(start - span.start - self._drift)

    def _nearest(self, starts: list[int], expected: int) -> list[int]:
        middle = bisect_left(starts, expected)
        return starts[max(0, middle - _NEAREST) : middle + _NEAREST]

    def _occurrences(self, quote: str) -> list[int]:
        if quote not in self._starts:
            self._starts[quote] = list(_find_all(self._new, quote))
        return self._starts[quote]


def _find_all(text: str, words: str) -> Iterator[int]:
    start = text.find(words) if words else -1
    while start >= 0:
        yield start
        start = text.find(words, start + 1)


def _before(text: str, place: int) -> str:
    """What stands before a place, from there backwards."""
    return text[max(0, place - CONTEXT) : place][::-1]


def _alike(one: str, other: str) -> int:
    """How many characters the two begin with alike."""
    for i, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return i
    return min(len(one), len(other))
