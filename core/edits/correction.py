"""Correcting the text by hand: a wrong character becomes a ``manual`` repair, and marks ride along."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import SequenceMatcher

from core.document import Document
from core.edits.acts import Author, recorded
from core.edits.carrying import Turn, carried
from core.edits.marking import new_ids
from core.repairs import Repair, in_reading, reading_map
from core.text.offsets import Replacement
from core.text.spans import Span

LONGEST_COMPARED = 2000
"""A stretch of up to so many characters is compared in detail, so that marks inside stay where they are."""


def correct_text(document: Document, span: Span, words: str, by: Author) -> Document:
    """Replace what stands at ``span`` by ``words``.

    Every stretch that differs becomes a repair of its own. Inside an applied repair it takes that one's
    place, and gives it back when it is rejected.
    """
    changes = list(_differences(span.of(document.text), words, span.start))
    if not changes:
        return document
    corrected = document
    for change in reversed(changes):
        corrected = _corrected(corrected, change)
    return recorded(corrected, by, "correct_text", len(changes))


def _differences(old: str, new: str, at: int) -> Iterator[Replacement]:
    if old == new:
        return
    if max(len(old), len(new)) > LONGEST_COMPARED:
        yield Replacement(Span(at, at + len(old)), new)
        return
    for act, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if act != "equal":
            yield Replacement(Span(at + start, at + end), new[new_start:new_end])


def _corrected(document: Document, change: Replacement) -> Document:
    stretches = list(in_reading(document.repairs))
    reading, source = change.span, reading_map(document.repairs).backward(change.span)
    for repair, stretch in stretches:
        if repair.is_applied and _touches(change.span, stretch):
            reading, source = reading.union(stretch), source.union(repair.span)
    before = [r for r, stretch in stretches if _precedes(r.span, source, stretch, reading)]
    rest = stretches[len(before) :]
    if before and before[-1].span == source and not before[-1].is_applied:
        before.pop()  # a suggestion just where something is inserted by hand is settled by it
    after = [r for r, stretch in rest if _precedes(source, r.span, reading, stretch)]
    taken = document.repairs[len(before) : len(document.repairs) - len(after)]
    manual = Repair(
        id=next(new_ids("r", (repair.id for repair in document.repairs))),
        span=source,
        original=source.of(document.source_text),
        replacement=(
            document.text[reading.start : change.span.start]
            + change.text
            + document.text[change.span.end : reading.end]
        ),
        kind="manual",
        absorbed=tuple(_absorbed(taken, source)),
    )
    turns = [Turn(repair.span, (repair,), (repair,)) for repair in (*before, *after)]
    turns.insert(len(before), Turn(source, taken, (manual,)))
    return replace(document, **carried(document, turns))


def _touches(span: Span, stretch: Span) -> bool:
    """Whether the two share a character, or one of them is a place inside the other."""
    return max(span.start, stretch.start) < min(span.end, stretch.end) or (
        span.start < stretch.start <= stretch.end < span.end
        or stretch.start < span.start <= span.end < stretch.end
    )


def _precedes(span: Span, other: Span, reading: Span, other_reading: Span) -> bool:
    """Whether a stretch ends before another begins; at one place in the source, the reading text decides."""
    return (span.end, reading.end) <= (other.start, other_reading.start)


def _absorbed(repairs: Iterable[Repair], source: Span) -> Iterator[Repair]:
    """What comes back when the correction is rejected; of an earlier correction only what that absorbed."""
    for repair in repairs:
        if repair.kind == "manual" and repair.is_applied:
            yield from repair.absorbed
        elif source.contains(repair.span):
            yield repair
