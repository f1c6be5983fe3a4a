"""``danqian figures``: the figures of an article as a table."""

from __future__ import annotations

import argparse
import json
from dataclasses import astuple

from core import tables
from core.cli import arguments
from core.cli.documents import document_of, write_file
from core.exchange.marks_table import AMOUNTS
from core.figures import COLUMNS, FigureRow, figures

NAME, HELP = "figures", "list the figures and times of an article with what they are about"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    arguments.add_file(parser)
    parser.add_argument("--format", choices=["table", "csv", "json", "xlsx"], default="table")
    parser.add_argument(
        "-o", dest="out", metavar="OUT", default="-", help="the file to write; - is standard output"
    )


def execute(options: argparse.Namespace) -> int:
    """List the figures of what a person saved, or else of what is recognized."""
    rows = figures(document_of(options.file))
    write_file(options.out, _pieces(rows, options.format))
    return 0


def _pieces(rows: tuple[FigureRow, ...], form: str) -> list[bytes]:
    cells = [astuple(row) for row in rows]
    if form == "table":
        return [tables.as_text(COLUMNS, cells).encode()]
    if form == "csv":
        return list(tables.as_csv(COLUMNS, cells))
    if form == "xlsx":
        return [tables.as_workbook(COLUMNS, cells, amounts=AMOUNTS)]
    objects = [dict(zip(COLUMNS, row, strict=True)) for row in cells]
    return [json.dumps(objects, ensure_ascii=False, indent=1).encode() + b"\n"]
