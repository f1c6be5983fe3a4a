"""``danqian train``: names learnt from the reviewed articles of a folder, and what is done with them."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from core import sidecar, tables
from core.batch import Outcome
from core.cli import arguments, output
from core.cli.annotate import conclude
from core.cli.documents import is_of, stored_below
from core.document import Document
from core.errors import BadRequest, SaveFailed, UserError
from core.learning import training
from core.recognition.learnt import adopt, forget, go_back, read_head, write_head
from core.schemes import scheme_for

NAME, HELP = "train", "learn names from the reviewed articles of a folder"
SHIPPED, PREVIOUS = "shipped", "previous"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument(
        "folder", metavar="FOLDER", type=Path, nargs="?", help="articles with reviewed sidecars"
    )
    parser.add_argument("-o", "--output", metavar="MODEL", type=Path, help="the file to write, .npz")
    parser.add_argument("--annotator", metavar="NAME", help="whose marks; without it, the ones without name")
    parser.add_argument(
        "--use",
        metavar="MODEL",
        help=f"from now on recognize with what MODEL has learnt; “{SHIPPED}” undoes all that was learnt, "
        f"“{PREVIOUS}” the last such change",
    )


def execute(options: argparse.Namespace) -> int:
    """Learn and report, or take into use what was learnt."""
    if options.use is None and options.folder and options.output:
        return _learn(options)
    if options.use is None or options.folder or options.output:
        raise BadRequest(None, "give FOLDER and -o MODEL, or --use MODEL alone")
    if options.use == SHIPPED:
        forget()
    elif options.use == PREVIOUS:
        go_back()
    else:
        adopt(read_head(Path(options.use)))
    return 0


def _learn(options: argparse.Namespace) -> int:
    folder = arguments.existing_folder(options.folder)
    outcomes: list[Outcome] = []
    documents = _documents(folder, options.annotator, outcomes)
    learnt = training.learn(documents, scheme_for(options.folder / "article"))
    if learnt is None:
        raise BadRequest(options.folder, "too few reviewed articles to learn from")
    try:
        write_head(options.output, learnt.head)
    except OSError as error:
        raise SaveFailed(options.output, error.strerror or str(error)) from error
    output.write(tables.as_text(("label", "names", "F1 before", "F1 after"), map(_row, learnt.scores)))
    output.tell(f"learnt from {learnt.sentences} sentences; F1 is that on {learnt.held_back} others")
    if learnt.as_shipped:
        output.tell(f"left as shipped, for learning did not help there: {', '.join(learnt.as_shipped)}")
    return conclude(outcomes)


def _documents(folder: Path, annotator: str | None, outcomes: list[Outcome]) -> Iterator[Document]:
    """What the sidecars below a folder hold; what became of each goes to ``outcomes``."""
    for path in stored_below([folder]):
        try:
            document = sidecar.stored_in(path)
        except UserError as error:
            outcomes.append(Outcome(path, "failed", error))
            continue
        if is_of(document, path, annotator):
            outcomes.append(Outcome(path, "done"))
            yield document


def _row(score: training.Score) -> tables.Row:
    return score.label or "all", score.count, f"{100 * score.before:.1f}", f"{100 * score.after:.1f}"
