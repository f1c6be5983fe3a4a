"""``danqian assign``: who annotates which articles of a folder."""

from __future__ import annotations

import argparse
from pathlib import Path

from core import tables
from core.assignment import Assignment, assign, read_assignment, write_assignment
from core.cli import arguments, output
from core.dataset import Dataset
from core.errors import BadRequest

NAME, HELP = "assign", "deal the articles of a folder out to annotators"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("folder", metavar="FOLDER", type=Path, help="the articles")
    parser.add_argument(
        "--to", nargs="+", metavar="NAME", help="the annotators; without it, say how it was dealt out"
    )
    parser.add_argument(
        "--overlap", type=float, default=0.0, metavar="SHARE", help="what two do each, from 0 to 1 (0)"
    )
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="another number deals otherwise")
    parser.add_argument(
        "--blind", action="store_true", help="no suggestions before the first pass, no sight of others' marks"
    )
    parser.add_argument("--afresh", action="store_true", help="deal out again what was dealt out before")


def execute(options: argparse.Namespace) -> int:
    """Deal out, or tell what was."""
    folder = arguments.existing_folder(options.folder)
    articles = list(Dataset(folder).names())
    before = read_assignment(folder)
    if options.to:
        if not articles:
            raise BadRequest(folder, "there is no article in it")
        before = assign(
            articles,
            options.to,
            overlap=options.overlap,
            seed=options.seed,
            before=None if options.afresh else before,
            is_blind=options.blind,
        )
        write_assignment(folder, before)
    if before is None:
        raise BadRequest(folder, "nothing was dealt out: name annotators with --to")
    output.write(_table(before, articles))
    return 0


def _table(assignment: Assignment, articles: list[str]) -> str:
    """How many each has, how many of them others have too, and what is nobody's."""
    rows: list[tables.Row] = [
        (name, len(given), sum(len(assignment.annotators_of(article)) > 1 for article in given))
        for name, given in assignment.articles.items()
    ]
    nobodys = sum(not assignment.annotators_of(article) for article in articles)
    return tables.as_text(
        ("annotator", "articles", "shared"), [*rows, ("—", nobodys, 0)] if nobodys else rows
    )
