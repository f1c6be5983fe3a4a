"""Decisions on repairs, taken over to the fresh reading of an article that has changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from core import edits
from core.document import Document
from core.edits import Author
from core.language.script import convert
from core.repairs import Repair, in_reading
from core.text.spans import Span

_NOBODY = Author(None, "")
_CONTEXTS = (12, 6, 3)


def with_decisions(stored: Document, fresh: Document) -> tuple[Document, tuple[Repair, ...]]:
    """``fresh`` with the decisions on ``stored``, and the corrections by hand whose place was not found."""
    decided = fresh
    for status, ids in _statuses(stored.repairs, fresh.repairs).items():
        decided = edits.decide_repairs(decided, ids, status, _NOBODY)
    lost: list[Repair] = []
    for repair, stretch in in_reading(stored.repairs):
        if repair.kind == "manual" and repair.is_applied:
            place = _place_of(stored, repair, stretch, decided.text)
            if place is None:
                lost.append(repair)
            else:
                decided = edits.correct_text(decided, place, repair.replacement, _NOBODY)
    return decided, tuple(lost)


def _statuses(stored: Iterable[Repair], fresh: Iterable[Repair]) -> dict[str, list[str]]:
    """The ids of fresh repairs by the status that a decision gives them."""
    old, new = _alike(stored), _alike(fresh)
    statuses: dict[str, list[str]] = defaultdict(list)
    for key, repairs in new.items():
        for repair, status in zip(repairs, _decisions(old.get(key, []), len(repairs)), strict=False):
            if status != repair.status:
                statuses[status].append(repair.id)
    return statuses


def _alike(repairs: Iterable[Repair]) -> dict[tuple[str, str, str], list[Repair]]:
    groups: dict[tuple[str, str, str], list[Repair]] = defaultdict(list)
    for repair in repairs:
        if repair.kind != "manual":
            groups[repair.kind, repair.original, repair.replacement].append(repair)
    return groups


def _decisions(old: list[Repair], count: int) -> Iterator[str]:
    """One for each of ``count`` repairs that are alike: one by one, or all the same; else none."""
    statuses = [repair.status for repair in old]
    if len(statuses) == count:
        yield from statuses
    elif len(set(statuses)) == 1:
        yield from statuses[:1] * count


def _place_of(stored: Document, repair: Repair, stretch: Span, text: str) -> Span | None:
    """Where the wrong words stand now: once only, between what stood around them."""
    original = convert(repair.original, to=stored.script.reading)
    for context in _CONTEXTS:
        before = stored.text[max(0, stretch.start - context) : stretch.start]
        after = stored.text[stretch.end : stretch.end + context]
        words = before + original + after
        if text.count(words) == 1:
            start = text.index(words) + len(before)
            return Span(start, start + len(original))
    return None
