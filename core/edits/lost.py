"""Giving a mark that lost its place in a changed article another one."""

from __future__ import annotations

from dataclasses import replace

from core.document import Document
from core.edits.acts import Author
from core.edits.marking import placed, settled, trimmed
from core.nesting import FLAT, Nesting
from core.text.spans import Span


def place_lost(
    document: Document, annotation_id: str, span: Span, by: Author, *, nesting: Nesting = FLAT
) -> Document:
    """Put a lost mark on ``span``: with its label, attributes and note, as set by hand.

    Relations come back whose ends both stand again. KeyError where no lost mark has that id.
    """
    lost = next((mark for mark in document.lost.annotations if mark.id == annotation_id), None)
    if lost is None:
        raise KeyError(annotation_id)
    span = trimmed(document.text, span)
    if not span:
        return document
    [place] = placed(document, [span])
    back = replace(lost, **place, pieces=(), status="added", value=None, was=None, changed=by.change())
    standing = {annotation_id, *(mark.id for mark in document.annotations)}
    relations = document.lost.relations
    again = tuple(each for each in relations if {each.from_id, each.to_id} <= standing)
    left = replace(
        document.lost,
        annotations=tuple(mark for mark in document.lost.annotations if mark.id != annotation_id),
        relations=tuple(each for each in relations if each not in again),
    )
    freed = replace(document, lost=left, relations=(*document.relations, *again))
    return settled(freed, back, by, "place_lost", nesting)
