"""What the edits of marks stand on: where a mark stands, which id it gets, what makes room for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import count
from typing import Any

from core.document import Annotation, Document, Was
from core.edits.acts import Author, recorded
from core.nesting import Nesting
from core.repairs import reading_map
from core.text.spans import Span, reading_order


def trimmed(text: str, span: Span) -> Span:
    """``span`` without the white space at its edges.

    >>> trimmed("a 重庆 b", Span(1, 5))
    Span(start=2, end=4)
    """
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def new_ids(prefix: str, taken: Iterable[str]) -> Iterator[str]:
    """Ids after the highest in use, one after another.

    >>> next(new_ids("a", ["a1", "a7", "x9"]))
    'a8'
    """
    highest = max((_number_of(prefix, name) for name in taken), default=0)
    return (f"{prefix}{number}" for number in count(highest + 1))


def _number_of(prefix: str, name: str) -> int:
    """The number in an id such as ``a12``; 0 for an id that another program made."""
    digits = name.removeprefix(prefix)
    return int(digits) if digits != name and digits.isascii() and digits.isdigit() else 0


def mark_ids(document: Document) -> Iterator[str]:
    """The ids that marks have, those that have lost their place too: no new one may be taken for an old."""
    return (annotation.id for annotation in (*document.annotations, *document.lost.annotations))


def placed(document: Document, spans: Iterable[Span]) -> Iterator[dict[str, Any]]:
    """For each span the fields of a mark that follow from where it stands."""
    to_source = reading_map(document.repairs).backward
    return ({"span": s, "quote": s.of(document.text), "source": to_source(s)} for s in spans)


def of_annotations(document: Document, annotations: Iterable[Annotation]) -> dict[str, Any]:
    """The fields of a document that follow from its marks: these in order, and relations among them."""
    ordered = tuple(reading_order(annotations))
    ids = {a.id for a in ordered}
    relations = tuple(r for r in document.relations if r.from_id in ids and r.to_id in ids)
    return {"annotations": ordered, "relations": relations}


def added(
    document: Document, spans: Iterable[Span], label: str, by: Author, **fields: Any
) -> list[Annotation]:
    """Marks that a person sets, with ids of their own."""
    fields |= {"label": label, "status": "added", "origin": "hand", "changed": by.change()}
    ids = new_ids("a", mark_ids(document))
    return [Annotation(id=next(ids), **place, **fields) for place in placed(document, spans)]


def edited(old: Annotation, by: Author, **changes: Any) -> Annotation:
    """A mark changed by hand, with what it ``was`` as the recognizer left it."""
    if old.status == "added":
        return replace(old, changed=by.change(), **changes)
    was = old.was or Was(old.label, old.span, old.value)
    return replace(old, status="edited", was=was, changed=by.change(), **changes)


def rejected(old: Annotation, by: Author) -> Annotation | None:
    """The tombstone of a mark, None for one that was added by hand."""
    if old.status == "rejected":
        return old
    return None if old.status == "added" else replace(old, status="rejected", changed=by.change())


def with_room(
    annotations: Iterable[Annotation], new: Annotation, by: Author, nesting: Nesting
) -> Iterator[Annotation]:
    """The others beside a new mark: those that may not stand where it stands are rejected."""
    for annotation in annotations:
        kept: Annotation | None = annotation
        if annotation.is_live and annotation.span.overlaps(new.span) and not nesting.lets(annotation, new):
            kept = rejected(annotation, by)
        if kept:
            yield kept


def settled(
    document: Document, new: Annotation, by: Author, act: str, nesting: Nesting, *also: Annotation
) -> Document:
    """The document with ``new`` where it belongs, ``also`` beside it, and room made for it: one act."""
    taken = {new.id, *(mark.id for mark in also)}
    others = [a for a in document.annotations if a.id not in taken]
    for mark in (new, *also):
        others = list(with_room(others, mark, by, nesting))
    return recorded(document, by, act, **of_annotations(document, [*others, new, *also]))
