"""What can be done to places that were found: the same for one article and for all of a dataset."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from core import pipeline
from core.document import Document
from core.edits import Author, mark_places, relabel_all, set_statuses
from core.schemes import Scheme
from core.text.find import Occurrence

KINDS = ("mark", "relabel", "accept", "reject")


@dataclass(frozen=True, slots=True)
class Act:
    """``mark`` places as ``label``; ``relabel``, ``accept`` or ``reject`` the marks on them."""

    kind: str
    label: str = ""


def perform(
    document: Document, act: Act, places: Iterable[Occurrence], by: Author, scheme: Scheme
) -> tuple[Document, int]:
    """The next document, and how many of the places were still there to be acted on."""
    if act.kind == "mark":
        spans = [place.span for place in places if place.span.of(document.text) == place.words]
        valued = pipeline.values_of(document, spans, act.label, scheme)
        return mark_places(document, valued, act.label, by, nesting=scheme.nesting), len(spans)
    live = {a.id: a.quote for a in document.live_annotations()}
    ids = [place.mark for place in places if place.mark and live.get(place.mark) == place.words]
    if act.kind == "relabel":
        return relabel_all(document, ids, act.label, by, keeps_value=scheme.keeps_value), len(ids)
    status = {"accept": "accepted", "reject": "rejected"}[act.kind]
    return set_statuses(document, ids, status, by, nesting=scheme.nesting), len(ids)
