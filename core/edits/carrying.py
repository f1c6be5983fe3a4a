"""After repairs changed: the reading text follows, and marks, blocks and findings ride along."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Any

from core.document import Annotation, Document, Finding
from core.edits.marking import of_annotations
from core.language.script import converter
from core.repairs import Repair, applied, compose, reading_map
from core.text import offsets
from core.text.offsets import OffsetMap, Replacement
from core.text.spans import Span


@dataclass(frozen=True, slots=True)
class Turn:
    """A stretch of the source, the repairs on it before and those after; both lie inside it, in order."""

    stretch: Span
    before: tuple[Repair, ...]
    after: tuple[Repair, ...]


def carried(document: Document, turns: Sequence[Turn]) -> dict[str, Any]:
    """The fields of a document after ``turns``, which name every repair, also those that stay as they are.

    A mark, block or place of which no character is left goes; so does one of two marks that come to share
    characters, the automatic or else the later one.
    """
    repairs = tuple(repair for turn in turns for repair in turn.after)
    composed = compose(document.source_text, applied(repairs), converter(document.script)).text
    changes = list(_changes(document, turns, composed))
    text = offsets.apply(document.text, changes)
    carry = OffsetMap(changes).forward
    to_source = reading_map(repairs).backward
    moved = (_moved(a, carry, text, to_source) for a in document.annotations)
    annotations = _apart(document, [a for a in moved if a.span])
    blocks = (replace(block, span=carry(block.span)) for block in document.article.blocks)
    return {
        "text": text,
        "repairs": repairs,
        "article": replace(document.article, blocks=tuple(b for b in blocks if b.span)),
        "findings": tuple(_carried_finding(finding, carry, text) for finding in document.findings),
        **of_annotations(document, annotations),
    }


def difference(old: str, new: str, at: int) -> Replacement:
    """What turns ``old``, which stands at ``at``, into ``new``, without what both begin or end with.

    >>> difference("发展", "发(fā)展", 10)
    Replacement(span=Span(start=11, end=11), text='(fā)')
    """
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    return Replacement(Span(at + head, at + len(old) - tail), new[head : len(new) - tail])


def _common(first: str, second: str) -> int:
    """How many characters the two begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False)))


def _changes(document: Document, turns: Iterable[Turn], composed: str) -> Iterator[Replacement]:
    """What happens to the reading text. Only turned stretches change: conversion may waver elsewhere."""
    shift, next_shift = 0, 0
    for turn in turns:
        grown, next_grown = _growth(turn.before), _growth(turn.after)
        if turn.before != turn.after:
            start, next_start = turn.stretch.start + shift, turn.stretch.start + next_shift
            old = document.text[start : turn.stretch.end + shift + grown]
            new = composed[next_start : turn.stretch.end + next_shift + next_grown]
            if old != new:
                yield difference(old, new, start)
        shift, next_shift = shift + grown, next_shift + next_grown


def _growth(repairs: Iterable[Repair]) -> int:
    """By how much repairs make a text longer."""
    return sum(len(repair.replacement) - len(repair.span) for repair in applied(repairs))


def _moved(
    old: Annotation, carry: Callable[[Span], Span], text: str, to_source: Callable[[Span], Span]
) -> Annotation:
    span = carry(old.span)
    was = replace(old.was, span=carry(old.was.span)) if old.was else None
    pieces = tuple(piece for piece in map(carry, old.pieces) if piece)
    return replace(old, span=span, quote=span.of(text), source=to_source(span), was=was, pieces=pieces)


def _apart(document: Document, moved: Iterable[Annotation]) -> list[Annotation]:
    """The marks without those that the change pushed onto another one."""
    old_spans = {a.id: a.span for a in document.annotations}

    def were_apart(one: Annotation, other: Annotation) -> bool:
        return not old_spans[one.id].overlaps(old_spans[other.id])

    kept: list[Annotation] = []
    last: Annotation | None = None
    for new in moved:
        if last and new.is_live and new.span.overlaps(last.span) and were_apart(new, last):
            if last.is_reviewed or not new.is_reviewed:
                continue
            kept.remove(last)
        kept.append(new)
        last = new if new.is_live else last
    return kept


def _carried_finding(finding: Finding, carry: Callable[[Span], Span], text: str) -> Finding:
    moved = ((place, carry(place.span)) for place in finding.places)
    places = (replace(place, span=span, quote=span.of(text)) for place, span in moved if span)
    return replace(finding, places=tuple(places))
