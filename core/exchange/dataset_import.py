"""Another tool's file or folder as articles with sidecars in a folder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from core import sidecar
from core.edits import Author
from core.errors import BadRequest, SaveFailed
from core.exchange import (
    FOLDER_FORMATS,
    FORMATS,
    FolderFormat,
    ImportedArticle,
    Labelled,
    NamedFile,
    import_articles,
)
from core.files.safe_files import replace_file
from core.files.source import read_bytes

READERS = {name: format_.read for name, format_ in FORMATS.items() if format_.read}
READABLE = (*READERS, *FOLDER_FORMATS)
"""The formats that can be read."""


@dataclass(frozen=True, slots=True)
class Imported:
    """How many articles came, and what was left out."""

    articles: int
    left_out: Mapping[str, int]


def labelled_in(form: str, path: Path) -> Iterator[Labelled]:
    """The labelled texts of a file or folder."""
    if form in FOLDER_FORMATS:
        return FOLDER_FORMATS[form].read(_files(path, FOLDER_FORMATS[form]))
    return READERS[form](read_bytes(path))


def import_into(folder: Path, labelled: Iterator[Labelled], form: str, by: Author) -> Imported:
    """Make an article of each text; nothing that is there is overwritten, nothing written before all is read.

    ``BadRequest`` where there is no text, or a file of one's name.
    """
    articles = list(import_articles(labelled, by, f"import/{form}"))
    if not articles:
        raise BadRequest(None, "it holds no text")
    there = [article.name for article in articles if (folder / article.name).exists()]
    if there:
        raise BadRequest(folder / there[0], "it is there already: choose an empty folder")
    for article in articles:
        _write(folder, article, by.name)
    dropped = sum((Counter(article.dropped) for article in articles), Counter[str]())
    return Imported(len(articles), dropped)


def _files(folder: Path, format_: FolderFormat) -> Iterator[NamedFile]:
    """The files of a format in a folder and below, by their paths from it."""
    if folder.is_file() and folder.suffix in format_.alone:
        yield folder.name, read_bytes(folder)
        return
    if not folder.is_dir():
        raise BadRequest(folder, "it is not a folder")
    for path in sorted(folder.rglob("*"), key=lambda path: (path.suffix not in format_.heads, path)):
        if path.suffix in format_.suffixes and path.is_file():
            yield path.relative_to(folder).as_posix(), read_bytes(path)


def _write(folder: Path, article: ImportedArticle, annotator: str | None) -> None:
    path = folder / article.name
    try:
        folder.mkdir(parents=True, exist_ok=True)
        replace_file(path, article.data)
    except OSError as error:
        raise SaveFailed(path, error.strerror or str(error)) from error
    document = replace(article.document, annotator=annotator)
    sidecar.save(document, sidecar.sidecar_path(path, annotator), expected=None)
