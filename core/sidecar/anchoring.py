"""Marks on an article that has changed: each is where it was, has moved, or is lost.

A mark is found again by its words and by what stands around them. What is not found for certain is lost:
it is kept and listed, never guessed and never dropped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from core.document import Annotation, Document, Finding, Place
from core.repairs import reading_map
from core.sidecar.decisions import with_decisions
from core.sidecar.search import Search
from core.text.spans import Span, reading_order


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
    placed = _placed(stored.annotations, search)
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
            relations=(
                *stored.lost.relations,
                *(r for r in stored.relations if not {r.from_id, r.to_id} <= kept),
            ),
        ),
    )
    exact = tuple(a.id for a, span in placed if span == a.span)
    return Anchored(document, exact, tuple(a.id for a, span in placed if span not in (None, a.span)), lost)


def _placed(annotations: Sequence[Annotation], search: Search) -> list[tuple[Annotation, Span | None]]:
    """Each mark with its place. Marks that stood apart do not meet: what is certain goes first."""
    certain = {a.id: search.unchanged(a.span, a.quote) for a in annotations}
    owners = {span: a.span for a in annotations if (span := certain[a.id])}
    placed: list[tuple[Annotation, Span | None]] = []
    for annotation in annotations:
        span = certain[annotation.id] or search.found(annotation.span, annotation.quote)
        if span and owners.setdefault(span, annotation.span) != annotation.span:
            span = None
        placed.append((annotation, span))
    return placed


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
