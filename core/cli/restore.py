"""``danqian restore``: the restored text of an article, or its repairs."""

from __future__ import annotations

import argparse

from core import pipeline
from core.cli import arguments, output
from core.sidecar.records import REPAIR

NAME, HELP = "restore", "print the restored text of a damaged article"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    arguments.add_file(parser)
    parser.add_argument("--explain", action="store_true", help="print only the repairs, a line of JSON each")
    parser.add_argument(
        "--script", choices=["auto", "source", "hans", "hant"], default="auto", help="the script to read in"
    )
    arguments.add_accept_at(parser)


def execute(options: argparse.Namespace) -> int:
    """Restore and print."""
    source = arguments.source_named(options.file)
    document = pipeline.open_article(source, script=options.script, accept_at=options.accept_at)
    if options.explain:
        for repair in document.repairs:
            output.write_json(REPAIR.write(repair))
    else:
        output.write(document.text)
    return 0
