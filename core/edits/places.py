"""Doing one thing to many places of an article in one act, in a moment also where there are hundreds."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace

from core.document import Annotation, Document
from core.edits.acts import Author, recorded
from core.edits.marking import added, edited, of_annotations, rejected, trimmed
from core.nesting import FLAT, Nesting
from core.text.spans import Span
from core.values import JsonObject, same_family


def mark_places(
    document: Document,
    places: Iterable[tuple[Span, JsonObject | None]],
    label: str,
    by: Author,
    *,
    nesting: Nesting = FLAT,
) -> Document:
    """Mark places, which are apart, as ``label``, each with its value: as ``add`` does it to each of them.

    A mark of this label just there is accepted, or comes back; in a flat scheme, one of another label is
    relabelled; else a new one is set. What may not stand beside a new one is rejected.
    """
    wanted = {trimmed(document.text, span): value for span, value in places}
    there = _exactly(document, wanted)
    changed: dict[str, Annotation] = {}
    free: list[Span] = []
    for span in wanted:
        if not span:
            continue
        here = there.get(span, ())
        if same := next((a for a in here if a.label == label), None):
            new = _accepted(same, by)
            changed |= {same.id: new} if new is not same else {}
        elif nesting.overlap == "none" and (other := next((a for a in here if a.is_live), None)):
            changed[other.id] = _relabelled(other, label, by, keeps_value=same_family(other.label, label))
        else:
            free.append(span)
    entities = {a.quote: a.entity for a in reversed(document.live_annotations()) if a.label == label}
    fresh = [
        replace(a, value=wanted[a.span], entity=entities.get(a.quote))
        for a in added(document, free, label, by)
    ]
    if not changed and not fresh:
        return document
    back = [changed[a.id] for a in document.annotations if not a.is_live and a.id in changed]
    kept = [changed.get(a.id, a) for a in document.annotations]
    annotations = [*_beside(kept, [*fresh, *back], by, nesting), *fresh]
    count = len(changed) + len(fresh)
    return recorded(document, by, "mark_places", count, **of_annotations(document, annotations))


def relabel_all(
    document: Document,
    ids: Collection[str],
    label: str,
    by: Author,
    *,
    keeps_value: Callable[[str, str], bool] = same_family,
) -> Document:
    """Give marks another label, each as ``relabel`` does.

    ``keeps_value`` says whether what a mark means as one label, the old one, can stand under the new.
    """
    wanted = {a.id for a in document.annotations if a.id in ids and a.label != label}
    if not wanted:
        return document
    annotations = tuple(
        _relabelled(a, label, by, keeps_value=keeps_value(a.label, label)) if a.id in wanted else a
        for a in document.annotations
    )
    return recorded(document, by, "relabel", len(wanted), annotations=annotations)


def _exactly(document: Document, spans: Collection[Span]) -> dict[Span, list[Annotation]]:
    """The marks on just these stretches."""
    there: dict[Span, list[Annotation]] = {}
    for annotation in document.annotations:
        if annotation.span in spans:
            there.setdefault(annotation.span, []).append(annotation)
    return there


def _accepted(old: Annotation, by: Author) -> Annotation:
    status = "edited" if old.was else "accepted"
    return old if old.status in ("added", status) else replace(old, status=status, changed=by.change())


def _relabelled(old: Annotation, label: str, by: Author, *, keeps_value: bool) -> Annotation:
    return edited(old, by, label=label, value=old.value if keeps_value else None, entity=None)


def _beside(
    annotations: Sequence[Annotation], newcomers: Iterable[Annotation], by: Author, nesting: Nesting
) -> list[Annotation]:
    """The others beside marks that come: those that may not stand where one of these stands are rejected."""
    coming = sorted(newcomers, key=lambda a: a.span.start)
    ids, starts = {a.id for a in coming}, [a.span.start for a in coming]
    kept: list[Annotation] = []
    for annotation in annotations:
        after = bisect_left(starts, annotation.span.end)
        is_in_the_way = (
            annotation.id not in ids
            and annotation.is_live
            and any(
                other.span.overlaps(annotation.span) and not nesting.lets(annotation, other)
                for other in coming[max(0, bisect_left(starts, annotation.span.start) - 1) : after]
            )
        )
        stays = rejected(annotation, by) if is_in_the_way else annotation
        if stays:
            kept.append(stays)
    return kept
