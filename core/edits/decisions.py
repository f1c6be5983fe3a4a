"""Deciding repairs: what is applied shows in the reading text, and everything on it rides along."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Any

from core.document import Annotation, Document
from core.edits.acts import Author, recorded
from core.edits.carrying import Turn, carried
from core.edits.marking import of_annotations, placed
from core.repairs import Repair, in_reading
from core.text.spans import Span

ACTS = {"applied": "apply_repair", "rejected": "reject_repair", "suggested": "suspend_repair"}


def undecided(document: Document, kind: str | None = None) -> tuple[str, ...]:
    """The ids of the suggestions that nobody has decided, or of those of one kind, in source order."""
    return tuple(r.id for r in document.repairs if r.status == "suggested" and kind in (None, r.kind))


def decide_repair(document: Document, repair_id: str, status: str, by: Author) -> Document:
    """Decide one repair; see ``decide_repairs``."""
    return decide_repairs(document, (repair_id,), status, by)


def decide_repairs(document: Document, ids: Collection[str], status: str, by: Author) -> Document:
    """Decide repairs in one act: ``applied``, ``rejected`` or, undecided again, ``suggested``.

    A correction by hand that is rejected goes, and what it had absorbed is as before. Automatic marks that
    were read through a suggestion go when it is rejected: ``pipeline.recognize_again`` finds what stands
    there without it. KeyError where a repair is missing.
    """
    act, wanted = ACTS[status], set(ids)
    if missing := wanted - {repair.id for repair in document.repairs}:
        raise KeyError(min(missing))
    turns = [
        Turn(old.span, (old,), _decided(old, status) if old.id in wanted else (old,))
        for old in document.repairs
    ]
    count = sum(turn.before != turn.after for turn in turns)
    if not count:
        return document
    after = recorded(document, by, act, count, **carried(document, turns))
    return replace(after, **_without_assumptions(after, wanted, status))


def _decided(old: Repair, status: str) -> tuple[Repair, ...]:
    if old.kind == "manual" and status != "applied":
        return old.absorbed
    return (old if old.status == status else replace(old, status=status),)


def _without_assumptions(document: Document, decided: Collection[str], status: str) -> dict[str, Any]:
    """The marks after what some of them assume is decided."""
    if status == "suggested":
        return {}
    stretches = {repair.id: span for repair, span in in_reading(document.repairs) if repair.id in decided}
    return of_annotations(document, _freed(document, stretches, status == "applied"))


def _freed(document: Document, stretches: dict[str, Span], are_applied: bool) -> Iterator[Annotation]:
    for annotation in document.annotations:
        assumed = (annotation.value or {}).get("assumes", ())
        settled = [stretches[repair_id] for repair_id in assumed if repair_id in stretches]
        if not settled:
            yield annotation
        elif are_applied:
            yield _widened(document, _assuming(annotation, stretches), settled)
        elif annotation.status != "auto":
            yield _assuming(annotation, stretches)


def _assuming(annotation: Annotation, settled: Collection[str]) -> Annotation:
    """The mark without the assumptions that are settled."""
    value = dict(annotation.value or {})
    rest = [repair_id for repair_id in value.pop("assumes") if repair_id not in settled]
    return replace(annotation, value=(value | ({"assumes": rest} if rest else {})) or None)


def _widened(document: Document, annotation: Annotation, stretches: Iterable[Span]) -> Annotation:
    """The mark with the applied characters at its edges: it was read with them."""
    span = annotation.span
    for stretch in stretches:
        if stretch.start <= span.end and span.start <= stretch.end:
            span = span.union(stretch)
    [place] = placed(document, [span])
    return replace(annotation, **place)
