"""Two people saved: what both did to one document, brought together by id.

What only one of them changed is taken from that one. Where both changed one thing differently, ours stays
and a conflict tells what theirs was. Nothing is dropped without being told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from core.document import Annotation, Document, HistoryEntry, Progress
from core.nesting import FLAT, Nesting
from core.repairs import reading_map
from core.sidecar.anchoring import moved
from core.sidecar.replay import renumbered, with_their_text
from core.sidecar.search import Search
from core.text.spans import Span, reading_order


@dataclass(frozen=True, slots=True)
class Conflict:
    """A thing that both changed: ours, which stayed, and theirs; None for one that was removed."""

    id: str
    ours: Any
    theirs: Any


@dataclass(frozen=True, slots=True)
class Merged:
    """The document of both, and where ours stayed against theirs."""

    document: Document
    conflicts: tuple[Conflict, ...]


def merge(base: Document, ours: Document, theirs: Document, *, nesting: Nesting = FLAT) -> Merged:
    """``ours`` and ``theirs``, which both come from ``base``, as one document.

    A mark of theirs that has no place beside ours is a conflict too, and kept among the lost ones.
    """
    theirs = renumbered(base, ours, theirs)
    mine = with_their_text(base, ours, theirs)
    conflicts: list[Conflict] = []
    kept, displaced = _merge_marks(base, mine, theirs, nesting, conflicts)

    def merged(kind: str) -> Iterator[Any]:
        return _by_id((getattr(document, kind) for document in (base, mine, theirs)), conflicts)

    ids, without_place = {a.id for a in kept}, {a.id for a in displaced}
    relations = list(merged("relations"))
    document = replace(
        mine,
        annotations=tuple(reading_order(kept)),
        relations=tuple(r for r in relations if {r.from_id, r.to_id} <= ids),
        entities=tuple(merged("entities")),
        findings=tuple(merged("findings")),
        labels=_by_key(base.labels, mine.labels, theirs.labels),
        x=_by_key(base.x, mine.x, theirs.x),
        unknown=_by_key(base.unknown, mine.unknown, theirs.unknown),
        progress=_progress(base.progress, mine.progress, theirs.progress),
        history=_histories(base.history, mine.history, theirs.history),
        models={**theirs.models, **mine.models},
        lost=replace(
            mine.lost,
            annotations=(*mine.lost.annotations, *_new(mine, theirs, "annotations"), *displaced),
            relations=(
                *mine.lost.relations,
                *_new(mine, theirs, "relations"),
                *(r for r in relations if without_place & {r.from_id, r.to_id}),
            ),
        ),
    )
    return Merged(document, tuple(conflicts))


def _merge_marks(
    base: Document, mine: Document, theirs: Document, nesting: Nesting, conflicts: list[Conflict]
) -> tuple[list[Annotation], list[Annotation]]:
    """The marks of both, and those of theirs that have no place."""
    is_one_text = base.text == mine.text == theirs.text
    essence = _as_it_is if is_one_text else _without_place
    versions = (document.annotations for document in (base, mine, theirs))
    chosen = list(_by_id(versions, conflicts, essence))
    ours = {id(a) for a in mine.annotations}
    kept = [a for a in chosen if id(a) in ours]
    displaced: list[Annotation] = []
    place = _placer(theirs, mine)
    for annotation in chosen:
        if id(annotation) not in ours:
            placed = place(annotation)
            rival = next((a for a in kept if placed and _collide(a, placed, nesting)), None)
            if placed and rival is None:
                kept.append(placed)
            else:
                conflicts.append(Conflict(annotation.id, rival, annotation))
                displaced.append(annotation)
    return kept, displaced


def _collide(one: Annotation, other: Annotation, nesting: Nesting) -> bool:
    return one.is_live and other.is_live and one.span.overlaps(other.span) and not nesting.lets(one, other)


def _placer(theirs: Document, mine: Document) -> Callable[[Annotation], Annotation | None]:
    """Brings a mark of theirs to our text; None where its words are not found there."""
    if theirs.text == mine.text:
        return _as_it_is
    search = Search(theirs.text, mine.text)
    to_source = reading_map(mine.repairs).backward

    def place(annotation: Annotation) -> Annotation | None:
        span = search.place_of(annotation.span, annotation.quote)
        return None if span is None else moved(annotation, span, to_source(span))

    return place


def _by_id(
    versions: Iterable[Iterable[Any]],
    conflicts: list[Conflict],
    essence: Callable[[Any], Any] = lambda item: item,
) -> Iterator[Any]:
    """Of each thing the version to keep, given those before, ours and theirs; ``essence`` is compared."""
    before, mine, other = ({item.id: item for item in items} for items in versions)
    for item_id in dict.fromkeys((*mine, *other)):
        our, their = mine.get(item_id), other.get(item_id)
        old_core, our_core, their_core = (
            essence(items[item_id]) if item_id in items else None for items in (before, mine, other)
        )
        if their_core in (old_core, our_core):
            chosen = our
        elif our_core == old_core:
            chosen = their
        else:
            conflicts.append(Conflict(item_id, our, their))
            chosen = our or their
        if chosen:
            yield chosen


def _by_key(base: Mapping[str, Any], ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> dict[str, Any]:
    """The members of both; ours where both changed one."""
    missing = object()
    merged = {}
    for key in dict.fromkeys((*ours, *theirs)):
        old, our, their = (members.get(key, missing) for members in (base, ours, theirs))
        chosen = their if our == old else our
        if chosen is not missing:
            merged[key] = chosen
    return merged


def _progress(base: Progress, ours: Progress, theirs: Progress) -> Progress:
    """Status, flag and reason each of the one who changed it, ours where both did; the seconds of both."""
    states = (
        {name: getattr(each, name) for name in ("status", "flagged", "reason")}
        for each in (base, ours, theirs)
    )
    return replace(
        ours,
        **_by_key(*states),
        seconds=max(ours.seconds + theirs.seconds - base.seconds, 0),
        unknown=_by_key(base.unknown, ours.unknown, theirs.unknown),
    )


def _histories(
    base: tuple[HistoryEntry, ...], ours: tuple[HistoryEntry, ...], theirs: tuple[HistoryEntry, ...]
) -> tuple[HistoryEntry, ...]:
    """What there was before, then the acts of both by their time."""
    known = ours[len(base) :]
    acts = (*known, *(entry for entry in theirs[len(base) :] if entry not in known))
    return (*base, *sorted(acts, key=lambda entry: _instant(entry.at)))


def _instant(at: str) -> float:
    try:
        return datetime.fromisoformat(at).timestamp()
    except (ValueError, OverflowError, OSError):
        return 0.0


def _new(mine: Document, theirs: Document, kind: str) -> Iterator[Any]:
    """What only they have lost."""
    known = getattr(mine.lost, kind)
    return (each for each in getattr(theirs.lost, kind) if each not in known)


def _as_it_is(annotation: Annotation) -> Annotation:
    return annotation


def _without_place(annotation: Annotation) -> Annotation:
    """What a mark says, wherever it stands."""
    nowhere = Span(0, 0)
    was = replace(annotation.was, span=nowhere) if annotation.was else None
    return replace(annotation, span=nowhere, source=nowhere, was=was, pieces=())
