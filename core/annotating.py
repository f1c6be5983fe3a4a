"""Articles on the disk to sidecars beside them, file by file.

What is done is on the disk before the next file begins, so an interruption loses nothing, and running again
goes on where it stopped.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from core import pipeline, sidecar
from core.batch import Outcome
from core.document import Document
from core.errors import SourceChanged
from core.files.source import read_source
from core.house import house_for
from core.schemes import scheme_for


def annotate_file(path: Path, *, accept_at: float | None = None, annotator: str | None = None) -> Outcome:
    """Write the sidecar of an article, unless there is one that somebody worked on or that is up to date.

    It is the annotator's own where one is named.
    """
    source = read_source(path)
    target = sidecar.sidecar_path(path, annotator)
    expected = sidecar.digest_of(target)
    if expected is not None:
        stored = sidecar.stored_in(target)
        if stored.source.sha256 == source.sha256:
            return Outcome(path, "skipped")
        if is_touched(stored):
            raise SourceChanged(path, "marks by hand are kept: open it in the window to carry them over")
    document = pipeline.annotate(source, accept_at=accept_at, scheme=scheme_for(path), house=house_for(path))
    document = replace(document, annotator=annotator)
    sidecar.save(document, target, expected=expected)
    is_plain = len(document.text) > pipeline.MOST_MARKED
    return Outcome(path, "done", note="too long to be marked unasked" if is_plain else "")


def is_touched(document: Document) -> bool:
    """Whether a person did something to it."""
    return bool(document.history) or any(a.status != "auto" for a in document.annotations)
