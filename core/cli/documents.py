"""The documents that commands work on, and the files that they write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from core import pipeline, sidecar
from core.cli import output
from core.cli.arguments import STANDARD_INPUT, source_named
from core.document import Document
from core.errors import BadRequest, SaveFailed, SidecarBroken, SourceChanged
from core.files import safe_files
from core.sidecar.names import SUFFIX


def document_of(name: str) -> Document:
    """The document of an article: as it was saved, or as it is recognized where nothing was."""
    source = source_named(name)
    target = sidecar.sidecar_path(source.path) if source.path else None
    if target is None or not safe_files.is_there(target):
        return pipeline.annotate(source)
    opened = sidecar.load(target, source)
    if opened.anchored:
        raise SourceChanged(source.path, "open it in the window to carry its marks over")
    return opened.document


def stored_or_recognized(path: Path, annotator: str | None) -> Document:
    """The document that a sidecar or the sidecar of an article holds; an article without one is recognized.

    What the sidecar says counts, whether or not its article is there.
    """
    target = path if sidecar.is_sidecar(path) else sidecar.sidecar_path(path, annotator)
    if safe_files.is_there(target) or target == path:
        document = sidecar.stored_in(target)
        if any(a.span.of(document.text) != a.quote for a in document.annotations):
            raise SidecarBroken(target, "its quotes are not in its text")
        article = sidecar.article_of(path) if target == path else path
        return sidecar.under_name(document, article.name) if article.exists() else document
    return pipeline.annotate(source_named(str(path)))


def stored_below(paths: Iterable[Path]) -> Iterator[Path]:
    """Files as they are named, and of folders the sidecars in them and below."""
    for path in paths:
        yield from sorted(path.rglob(f"*{SUFFIX}")) if path.is_dir() else [path]


def is_of(document: Document, path: Path, annotator: str | None) -> bool:
    """Whether a sidecar is the named annotator's, or with no name the one without a name of its own.

    That stands beside an article that may have another name by now; alone it tells which that was.
    """
    if annotator is None:
        article = path.with_name(path.name.removesuffix(SUFFIX))
        return article.exists() or article.name == document.source.name
    return document.annotator == annotator


def write_file(name: str, pieces: Iterable[bytes]) -> None:
    """Write a file whole or not at all; ``-`` is standard output."""
    if name == STANDARD_INPUT:
        for piece in pieces:
            output.write_bytes(piece)
        return
    try:
        safe_files.write_whole(Path(name), pieces)
    except OSError as error:
        raise SaveFailed(Path(name), error.strerror or str(error)) from error


def write_folder(name: str, files: Iterable[tuple[str, Iterable[bytes]]]) -> None:
    """Write a folder whole or not at all; one that holds something is left as it is."""
    if name == STANDARD_INPUT:
        raise BadRequest(None, "this format is a folder of files, which standard output can't take")
    folder = Path(name)
    try:
        safe_files.write_folder(folder, files)
    except FileExistsError as error:
        raise BadRequest(folder, error.strerror or str(error)) from error
    except OSError as error:
        raise SaveFailed(folder, error.strerror or str(error)) from error
