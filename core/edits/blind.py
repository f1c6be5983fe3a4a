"""The first pass without suggestions: nothing is shown that a recognizer found and nobody has decided on."""

from __future__ import annotations

from dataclasses import replace

from core.document import FINISHED, Document


def first_pass_is_over(document: Document) -> bool:
    """Whether the annotator has gone through the article once."""
    return document.progress.status in FINISHED


def without_suggestions(document: Document) -> Document:
    """The document without automatic marks, without questions that follow from them, and names of none.

    Nothing is lost by it: recognizing again after the first pass brings them back.
    """
    annotations = tuple(mark for mark in document.annotations if mark.status != "auto")
    if len(annotations) == len(document.annotations) and not document.findings:
        return document
    ids = {mark.id for mark in annotations}
    named = {mark.entity for mark in annotations}
    return replace(
        document,
        annotations=annotations,
        entities=tuple(each for each in document.entities if each.status != "auto" or each.id in named),
        relations=tuple(each for each in document.relations if {each.from_id, each.to_id} <= ids),
        findings=tuple(finding for finding in document.findings if finding.decision is not None),
    )
