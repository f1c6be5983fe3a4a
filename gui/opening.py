"""What opening an article does away from the window's thread: read it, with its sidecar or afresh."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from core import pipeline, sidecar
from core.document import Document
from core.errors import UserError
from core.sidecar import Anchored
from core.source import Source, read_source


@dataclass(frozen=True, slots=True)
class Opening:
    """An article as it was opened.

    ``digest`` is that of the sidecar it came from, None for a first opening. ``is_marked`` says whether
    recognition has been over it. ``anchored`` is there when the article has changed since it was marked.
    ``refusal`` is why a sidecar that exists could not be used: nothing may be saved over it.
    """

    source: Source
    sidecar: Path
    document: Document
    digest: str | None = None
    is_marked: bool = False
    is_read_only: bool = False
    anchored: Anchored | None = None
    refusal: UserError | None = None


def open_file(path: Path, annotator: str | None, *, encoding: str | None = None) -> Opening:
    """The article at ``path``, with the annotator's sidecar where there is one; a ``UserError`` else."""
    source = read_source(path)
    return open_source(source, sidecar.sidecar_path(path, annotator), encoding=encoding)


def open_source(source: Source, target: Path, *, encoding: str | None = None) -> Opening:
    """A source that has been read, with the sidecar ``target`` where there is one."""
    refusal: UserError | None = None
    if encoding is None and target.exists():
        try:
            opened = sidecar.load(target, source)
        except UserError as error:
            refusal = error
        else:
            return Opening(
                source,
                target,
                opened.document,
                opened.digest,
                is_marked=True,
                is_read_only=opened.is_read_only,
                anchored=opened.anchored,
            )
    document = pipeline.open_article(source, encoding=encoding)
    return Opening(source, target, document, sidecar.digest_of(target), refusal=refusal)
