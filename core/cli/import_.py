"""``danqian import``: another tool's labelled texts as articles with sidecars."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from core import sidecar
from core.cli import output
from core.cli.arguments import STANDARD_INPUT
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
from core.safe_files import replace_file
from core.source import read_bytes

NAME, HELP = "import", "make articles with annotations of another tool's labelled texts"
READERS = {name: format_.read for name, format_ in FORMATS.items() if format_.read}
_READABLE = [*READERS, *FOLDER_FORMATS]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument(
        "file",
        metavar="FILE",
        help="what the other tool exported: a file, or a folder of files; - is standard input",
    )
    parser.add_argument(
        "--from", dest="form", choices=_READABLE, required=True, metavar="FORMAT", help=", ".join(_READABLE)
    )
    parser.add_argument("-o", dest="out", metavar="FOLDER", required=True, help="where the articles go")
    parser.add_argument("--annotator", metavar="NAME", help="whose annotations they are")


def execute(options: argparse.Namespace) -> int:
    """Import; nothing that is there is overwritten."""
    by = Author(options.annotator, datetime.now().astimezone().isoformat(timespec="seconds"))
    folder = Path(options.out)
    articles = list(import_articles(_labelled(options), by, f"import/{options.form}"))
    if not articles:
        raise BadRequest(None, f"{options.file} holds no text")
    there = [article.name for article in articles if (folder / article.name).exists()]
    if there:
        raise BadRequest(None, f"{folder / there[0]} is there already: choose an empty folder")
    for article in articles:
        _write(folder, article, options.annotator)
    output.tell(f"{len(articles)} {'article' if len(articles) == 1 else 'articles'} in {folder}")
    dropped = sum((Counter(article.dropped) for article in articles), Counter[str]())
    if dropped:
        output.tell(f"left out: {', '.join(f'{count} {what}' for what, count in dropped.items())}")
    return 0


def _labelled(options: argparse.Namespace) -> Iterator[Labelled]:
    """The labelled texts of the file or folder."""
    if options.form in FOLDER_FORMATS:
        format_ = FOLDER_FORMATS[options.form]
        return format_.read(_files(Path(options.file), format_))
    is_piped = options.file == STANDARD_INPUT
    return READERS[options.form](sys.stdin.buffer.read() if is_piped else read_bytes(Path(options.file)))


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
