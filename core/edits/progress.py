"""How far the annotator is with an article, and the labels of the whole article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from core.document import Document
from core.edits.acts import Author, recorded


def set_progress(document: Document, status: str, by: Author, *, reason: str | None = None) -> Document:
    """Call an article ``new``, ``in_progress``, ``done``, or ``skipped`` for a reason."""
    progress = replace(document.progress, status=status, reason=reason)
    if progress == document.progress:
        return document
    return replace(recorded(document, by, status), progress=progress)


def set_flag(document: Document, is_flagged: bool, by: Author, *, reason: str | None = None) -> Document:
    """Put an article aside for somebody to look at, or no more."""
    progress = replace(document.progress, flagged=is_flagged, reason=reason if is_flagged else None)
    if progress == document.progress:
        return document
    flagged = recorded(document, by, "flag" if is_flagged else "unflag")
    return replace(flagged, progress=replace(progress, status=flagged.progress.status))


def add_seconds(document: Document, seconds: int) -> Document:
    """Count working time; no act of its own."""
    return replace(document, progress=replace(document.progress, seconds=document.progress.seconds + seconds))


def set_article_label(document: Document, name: str, values: Iterable[str], by: Author) -> Document:
    """Label the whole article; no values take the label away."""
    labels = {key: kept for key, kept in document.labels.items() if key != name}
    if chosen := tuple(values):
        labels[name] = chosen
    if labels == document.labels:
        return document
    return recorded(document, by, "article_label", labels=labels)
