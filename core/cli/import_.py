"""``danqian import``: another tool's labelled texts as articles with sidecars."""

from __future__ import annotations

import argparse
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from core import sidecar
from core.cli import output
from core.edits import Author
from core.errors import BadRequest, SaveFailed
from core.exchange import FORMATS, ImportedArticle, import_articles
from core.safe_files import replace_file
from core.source import read_bytes

NAME, HELP = "import", "make articles with annotations of another tool's labelled texts"
_READABLE = [name for name, format_ in FORMATS.items() if format_.read]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("file", metavar="FILE", help="what the other tool exported")
    parser.add_argument(
        "--from", dest="form", choices=_READABLE, required=True, metavar="FORMAT", help=", ".join(_READABLE)
    )
    parser.add_argument("-o", dest="out", metavar="FOLDER", required=True, help="where the articles go")
    parser.add_argument("--annotator", metavar="NAME", help="whose annotations they are")


def execute(options: argparse.Namespace) -> int:
    """Import; nothing that is there is overwritten."""
    read = FORMATS[options.form].read
    data = read_bytes(Path(options.file))
    by = Author(options.annotator, datetime.now().astimezone().isoformat(timespec="seconds"))
    folder = Path(options.out)
    articles = list(import_articles(read(data) if read else (), by, f"import/{options.form}"))
    if not articles:
        raise BadRequest(None, f"{options.file} holds no text")
    there = [article.name for article in articles if (folder / article.name).exists()]
    if there:
        raise BadRequest(None, f"{folder / there[0]} is there already: choose an empty folder")
    for article in articles:
        _write(folder, article, options.annotator)
    output.tell(f"{len(articles)} {'article' if len(articles) == 1 else 'articles'} in {folder}")
    return 0


def _write(folder: Path, article: ImportedArticle, annotator: str | None) -> None:
    path = folder / article.name
    try:
        folder.mkdir(parents=True, exist_ok=True)
        replace_file(path, article.data)
    except OSError as error:
        raise SaveFailed(path, error.strerror or str(error)) from error
    document = replace(article.document, annotator=annotator)
    sidecar.save(document, sidecar.sidecar_path(path, annotator), expected=None)
