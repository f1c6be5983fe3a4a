"""``danqian import``: another tool's labelled texts as articles with sidecars."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from core.cli import output
from core.cli.arguments import STANDARD_INPUT
from core.edits import Author
from core.exchange import FOLDER_FORMATS, Labelled
from core.exchange.dataset_import import READABLE, READERS, import_into, labelled_in

NAME, HELP = "import", "make articles with annotations of another tool's labelled texts"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument(
        "file",
        metavar="FILE",
        help="what the other tool exported: a file, or a folder of files; - is standard input",
    )
    parser.add_argument(
        "--from", dest="form", choices=READABLE, required=True, metavar="FORMAT", help=", ".join(READABLE)
    )
    parser.add_argument("-o", dest="out", metavar="FOLDER", required=True, help="where the articles go")
    parser.add_argument("--annotator", metavar="NAME", help="whose annotations they are")


def execute(options: argparse.Namespace) -> int:
    """Import; nothing that is there is overwritten."""
    by = Author(options.annotator, datetime.now().astimezone().isoformat(timespec="seconds"))
    folder = Path(options.out)
    done = import_into(folder, _labelled(options), options.form, by)
    output.tell(f"{done.articles} {'article' if done.articles == 1 else 'articles'} in {folder}")
    if done.left_out:
        output.tell(f"left out: {', '.join(f'{count} {what}' for what, count in done.left_out.items())}")
    return 0


def _labelled(options: argparse.Namespace) -> Iterator[Labelled]:
    """The labelled texts of the file or folder."""
    if options.file == STANDARD_INPUT and options.form not in FOLDER_FORMATS:
        return READERS[options.form](sys.stdin.buffer.read())
    return labelled_in(options.form, Path(options.file))
