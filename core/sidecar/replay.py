"""What somebody else did to the text and to the numbering, done again on our document."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import Any

from core import edits
from core.document import Document
from core.edits import Author
from core.edits.marking import new_ids
from core.repairs import Repair, reading_map

_NOBODY = Author(None, "")


def with_their_text(base: Document, ours: Document, theirs: Document) -> Document:
    """``ours`` with the repairs that they decided and the corrections that they made, where we did none."""
    replayed = ours
    for status, ids in _their_decisions(base, ours, theirs).items():
        replayed = edits.decide_repairs(replayed, ids, status, _NOBODY)
    known = {_content(repair) for repair in (*base.repairs, *ours.repairs)}
    for repair in theirs.repairs:
        if repair.kind == "manual" and _content(repair) not in known:
            replayed = _corrected(replayed, repair)
    return replace(replayed, history=ours.history, progress=ours.progress)


def renumbered(base: Document, ours: Document, theirs: Document) -> Document:
    """``theirs`` with other ids for what both added under the same ones."""
    names = {
        **_new_names("a", base.annotations, ours.annotations, theirs.annotations),
        **_new_names("e", base.entities, ours.entities, theirs.entities),
        **_new_names("x", base.relations, ours.relations, theirs.relations),
        **_new_names("f", base.findings, ours.findings, theirs.findings),
    }
    if not names:
        return theirs

    def named(item: Any, *references: str) -> Any:
        changes = {key: names.get(getattr(item, key), getattr(item, key)) for key in ("id", *references)}
        return replace(item, **changes)

    return replace(
        theirs,
        annotations=tuple(named(a, "entity") for a in theirs.annotations),
        entities=tuple(named(entity) for entity in theirs.entities),
        relations=tuple(named(relation, "from_id", "to_id") for relation in theirs.relations),
        findings=tuple(named(finding) for finding in theirs.findings),
    )


def _new_names(prefix: str, base: Any, ours: Any, theirs: Any) -> dict[str, str]:
    known = {item.id for item in base}
    mine = {item.id: item for item in ours}
    fresh = new_ids(prefix, (item.id for item in (*base, *ours, *theirs)))
    clashes = (item for item in theirs if item.id not in known and item != mine.get(item.id, item))
    return {item.id: next(fresh) for item in clashes}


def _their_decisions(base: Document, ours: Document, theirs: Document) -> dict[str, list[str]]:
    """The ids of repairs that only they decided, by status; a correction that they took back is rejected."""
    before = {repair.id: repair for repair in base.repairs}
    after = {repair.id: repair.status for repair in theirs.repairs if repair.id in before}
    decisions: dict[str, list[str]] = defaultdict(list)
    for repair in ours.repairs:
        known = before.get(repair.id)
        status = after.get(repair.id, "rejected" if repair.kind == "manual" else repair.status)
        if known == repair and status != repair.status:
            decisions[status].append(repair.id)
    return decisions


def _content(repair: Repair) -> tuple[Any, str]:
    return repair.span, repair.replacement


def _corrected(document: Document, repair: Repair) -> Document:
    """Their correction on our text; where ours has another one, ours stays."""
    if any(r.kind == "manual" and r.span.overlaps(repair.span) for r in document.repairs):
        return document
    place = reading_map(document.repairs).forward(repair.span)
    return edits.correct_text(document, place, repair.replacement, _NOBODY)
