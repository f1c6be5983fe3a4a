"""``danqian search``: words, patterns or marks in all articles of a folder, each place in its line."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from core import tables
from core.cli import arguments, output
from core.dataset import ArticleState, Dataset, Found, Index, refresh, search
from core.errors import BadRequest
from core.sidecar import checked_annotator
from core.text.find import Query, finder

NAME, HELP = "search", "find words, patterns or marks in all articles of a folder"
COLUMNS = ("file", "start", "label", "before", "found", "after")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("folder", metavar="FOLDER", type=Path, help="articles, in it and below")
    parser.add_argument("query", metavar="QUERY", help="words; with --marks it may be empty")
    parser.add_argument("--regex", action="store_true", help="QUERY is a regular expression")
    parser.add_argument("--marks", action="store_true", help="look at the words of marks only")
    parser.add_argument("--label", metavar="LABEL", help="look at marks of this label only")
    parser.add_argument("--annotator", metavar="NAME", type=checked_annotator, help="whose marks")
    parser.add_argument("--format", choices=["table", "json"], default="table")


def execute(options: argparse.Namespace) -> int:
    """Bring the index of the folder up to date, and search it."""
    is_in_marks = options.marks or options.label is not None
    query = Query(options.query, options.regex, is_in_marks, options.label)
    if query.is_empty:
        raise BadRequest(None, "there is nothing to look for")
    finder(query)  # a pattern that is none is refused before anything is read
    dataset = Dataset(arguments.existing_folder(options.folder), options.annotator, is_deep=True)
    with closing(Index(dataset.index_file())) as index:
        problems = _bring_up_to_date(index, dataset)
        found = search(index, query, dataset.names())
        _print_json(found) if options.format == "json" else _print_table(found)
    for state in problems:
        output.tell(f"{dataset.path(state.name)}: {state.problem}")
    return 3 if problems else 0


def _bring_up_to_date(index: Index, dataset: Dataset) -> list[ArticleState]:
    """Read what has changed since the last search; the articles that cannot be read."""
    steps = refresh(index, dataset)
    progress = output.Progress(next(steps).total)
    for step in steps:
        for state in step.states:
            progress.advance(state.name)
    progress.clear()
    return [state for state in index.states().values() if state.problem]


def _print_json(found: Iterator[Found]) -> None:
    for article in found:
        for place in article.places:
            output.write_json(
                {
                    "file": article.name,
                    "start": place.span.start,
                    "end": place.span.end,
                    "quote": place.words,
                    "before": place.before,
                    "after": place.after,
                    "mark": place.mark,
                    "label": place.label,
                }
            )


def _print_table(found: Iterator[Found]) -> None:
    rows = [
        (article.name, place.span.start, place.label or "", place.before, place.words, place.after)
        for article in found
        for place in article.places
    ]
    if rows:
        output.write(tables.as_text(COLUMNS, rows))
