"""Review: accepting, rejecting and resetting marks, one or many in one act."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from core.document import Annotation, Document
from core.edits.acts import Author, recorded
from core.edits.marking import of_annotations, placed, rejected, with_room
from core.nesting import FLAT, Nesting

ACTS = {"accepted": "accept", "rejected": "reject", "auto": "reset"}


def set_status(
    document: Document, annotation_id: str, status: str, by: Author, *, nesting: Nesting = FLAT
) -> Document:
    """Review one mark: ``accepted``, ``rejected``, or ``auto`` as the recognizer left it.

    Rejecting leaves a tombstone, so that recognition does not find the mark again; one that was added by
    hand just goes. Accepting leaves an edited or added mark so: it is reviewed already. A mark that comes
    back takes the room that ``nesting`` denies to others.
    """
    return set_statuses(document, (annotation_id,), status, by, nesting=nesting)


def set_statuses(
    document: Document, ids: Collection[str], status: str, by: Author, *, nesting: Nesting = FLAT
) -> Document:
    """Review several marks in one act; KeyError where one is missing."""
    act, wanted = ACTS[status], set(ids)
    if missing := wanted - {a.id for a in document.annotations}:
        raise KeyError(min(missing))
    reviewed = [
        (a, _with_status(document, a, status, by) if a.id in wanted else a) for a in document.annotations
    ]
    count = sum(new is not old for old, new in reviewed)
    if not count:
        return document
    annotations = [new for _, new in reviewed if new]
    for old, new in reviewed:
        if new and new.is_live and (new.span != old.span or not old.is_live):
            others = (a for a in annotations if a.id != new.id)
            annotations = [*with_room(others, new, by, nesting), new]
    return recorded(document, by, act, count, **of_annotations(document, annotations))


def accept_all(document: Document, by: Author, *, labels: Collection[str] | None = None) -> Document:
    """Accept every automatic mark, or those of ``labels``."""
    ids = [a.id for a in document.annotations if a.status == "auto" and (labels is None or a.label in labels)]
    return set_statuses(document, ids, "accepted", by)


def _with_status(document: Document, old: Annotation, status: str, by: Author) -> Annotation | None:
    """The mark after a review; None where it goes, the same one where nothing changes."""
    if status == "rejected":
        return rejected(old, by)
    if status == "accepted":
        status = "edited" if old.was else status
    if old.status in ("added", status):
        return old
    if status == "auto":
        return _reset(document, old, by)
    return replace(old, status=status, changed=by.change())


def _reset(document: Document, old: Annotation, by: Author) -> Annotation:
    """The mark as the recognizer left it."""
    new = replace(old, status="auto", changed=by.change(), was=None)
    if old.was is None:
        return new
    [place] = placed(document, [old.was.span])
    return replace(new, label=old.was.label, value=old.was.value, **place)
