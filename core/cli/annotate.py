"""``danqian annotate``: write the sidecars of articles, or print them."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from core import pipeline, sidecar
from core.annotating import annotate_file
from core.batch import Outcome, attempt, run
from core.cli import arguments, output
from core.cli.sentences import sentence
from core.dataset import find_articles
from core.errors import BadRequest

NAME, HELP = "annotate", "find names, figures and times and write them beside the articles"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("paths", metavar="FILE|FOLDER", nargs="+", help="articles; - is standard input")
    parser.add_argument("--stdout", action="store_true", help="print the annotations, a line each article")
    arguments.add_accept_at(parser)
    parser.add_argument(
        "--jobs", type=arguments.positive, default=1, metavar="N", help="processes that work at once"
    )


def execute(options: argparse.Namespace) -> int:
    """Annotate, and list what failed."""
    outcomes = _printed(options) if options.stdout else _written(options)
    return conclude(list(outcomes))


def conclude(outcomes: list[Outcome]) -> int:
    """Tell the failures and what else is to be known; the exit status."""
    failed = [outcome for outcome in outcomes if outcome.error]
    for outcome in outcomes:
        if outcome.error:
            output.tell(sentence(outcome.error))
        elif outcome.note:
            output.tell(f"{outcome.path}: {outcome.note}")
    if not failed:
        return 0
    return 2 if len(failed) == len(outcomes) else 3


def _written(options: argparse.Namespace) -> Iterator[Outcome]:
    if arguments.STANDARD_INPUT in options.paths:
        raise BadRequest(None, "standard input has no place for a sidecar: add --stdout")
    paths = find_articles(map(Path, options.paths))
    progress = output.Progress(len(paths))
    task = partial(annotate_file, accept_at=options.accept_at)
    for outcome in run(task, paths, jobs=options.jobs):
        progress.advance(outcome.path.name)
        yield outcome
    progress.clear()


def _printed(options: argparse.Namespace) -> Iterator[Outcome]:
    names = [name for name in options.paths if name == arguments.STANDARD_INPUT]
    files = [Path(name) for name in options.paths if name != arguments.STANDARD_INPUT]
    names += [str(path) for path in (find_articles(files) if files else [])]
    task = partial(_print, accept_at=options.accept_at)
    yield from (attempt(task, Path(name)) for name in names)


def _print(path: Path, *, accept_at: float | None) -> Outcome:
    document = pipeline.annotate(arguments.source_named(str(path)), accept_at=accept_at)
    output.write_json(sidecar.to_json(document))
    return Outcome(path, "done")
