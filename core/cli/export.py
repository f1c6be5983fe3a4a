"""``danqian export``: annotations in the format of another tool."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from core.batch import Outcome
from core.cli import output
from core.cli.annotate import conclude
from core.cli.documents import is_of, stored_below, stored_or_recognized, write_file, write_folder
from core.document import Document
from core.errors import BadRequest, UserError
from core.exchange import ALL_BUT_REJECTED, FOLDER_FORMATS, FORMATS, Losses, Wanted

NAME, HELP = "export", "write annotations in the format of another tool"
STATUSES = ALL_BUT_REJECTED | {"rejected"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("paths", metavar="PATH", nargs="+", help="articles, sidecars, or folders of them")
    names = [*FORMATS, *FOLDER_FORMATS]
    parser.add_argument("--to", choices=names, required=True, metavar="FORMAT", help=", ".join(names))
    parser.add_argument(
        "-o",
        dest="out",
        metavar="OUT",
        required=True,
        help="the file, for brat a folder; - is standard output",
    )
    parser.add_argument(
        "--status",
        type=_statuses,
        default=ALL_BUT_REJECTED,
        metavar="STATUS,...",
        help="which marks: auto accepted edited added rejected (all but rejected)",
    )
    parser.add_argument("--unit", choices=["char", "word"], default="char", help="what a token is")
    parser.add_argument("--annotator", metavar="NAME", help="whose annotations, where they have a name")


def execute(options: argparse.Namespace) -> int:
    """Export, tell what the format could not hold, and list what failed."""
    outcomes: list[Outcome] = []
    losses = Losses()
    documents = _documents(options, outcomes)
    first = next(documents, None)  # before anything is written
    if first is None:
        if not outcomes:
            raise BadRequest(None, "there are no annotations to export")
        return conclude(outcomes)
    wanted = Wanted(options.status, options.unit)
    if options.to in FOLDER_FORMATS:
        write_folder(options.out, FOLDER_FORMATS[options.to].write(chain([first], documents), wanted, losses))
    else:
        write_file(options.out, FORMATS[options.to].write(chain([first], documents), wanted, losses))
    left_out = [f"{count} {what}" for what, count in losses.items() if count]
    if left_out:
        output.tell(f"{options.to} has no room for {', '.join(left_out)}")
    return conclude(outcomes)


def _documents(options: argparse.Namespace, outcomes: list[Outcome]) -> Iterator[Document]:
    """The documents one by one; what became of each goes to ``outcomes``."""
    paths = list(map(Path, options.paths))
    given = set(paths)
    for path in stored_below(paths):
        try:
            document = stored_or_recognized(path, options.annotator)
        except UserError as error:
            outcomes.append(Outcome(path, "failed", error))
            continue
        if path in given or is_of(document, path, options.annotator):
            outcomes.append(Outcome(path, "done"))
            yield document


def _statuses(words: str) -> frozenset[str]:
    statuses = frozenset(words.split(","))
    if unknown := statuses - STATUSES:
        raise argparse.ArgumentTypeError(f"{min(unknown)} is none of {' '.join(sorted(STATUSES))}")
    return statuses
