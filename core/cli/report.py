"""``danqian report``: the sheet to hand on, or the article itself, restored."""

from __future__ import annotations

import argparse
import importlib
from datetime import datetime
from pathlib import Path

from core.cli import arguments
from core.cli.arguments import STANDARD_INPUT
from core.cli.documents import document_of, write_file
from core.edits import Author
from core.errors import BadRequest
from core.manuscript import MANUSCRIPTS
from core.report import REPORTS, Sheet, proof_sheet
from core.schemes import scheme_for

NAME, HELP = "report", "write the proof report of an article, or its restored text"
PROOF, PDF = "proof", ".pdf"
FORMS = {PROOF: (*REPORTS, PDF), **{kind: tuple(forms) for kind, forms in MANUSCRIPTS.items()}}
SHORT = {".htm": ".html", ".markdown": ".md"}
PRINTER = "gui.printing.pdf"
"""Where a PDF is made. Core knows no window, so it is looked for only when one is asked for."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    arguments.add_file(parser)
    parser.add_argument(
        "-o", dest="out", metavar="OUT", required=True, help="the file to write; its ending says the format"
    )
    parser.add_argument(
        "--what",
        choices=list(FORMS),
        default=PROOF,
        help="the proof report, or the clean or marked text, or the text with its changes tracked",
    )
    suffixes = dict.fromkeys(suffix[1:] for forms in FORMS.values() for suffix in forms)
    parser.add_argument("--format", choices=list(suffixes), help="the format, where OUT does not say it")
    parser.add_argument("--language", choices=["zh", "en"], default="zh", help="of the report's own words")
    parser.add_argument("--by", metavar="NAME", help="who hands it on")


def execute(options: argparse.Namespace) -> int:
    """Write what a person saved, or else what is recognized."""
    suffix = _suffix(options)
    by = Author(options.by, datetime.now().astimezone().isoformat("T", "seconds"))
    document = document_of(options.file)
    scheme = scheme_for(Path(options.file))
    if options.what != PROOF:
        data = MANUSCRIPTS[options.what][suffix](document, by, scheme)
    else:
        sheet = proof_sheet(document, by, language=options.language, scheme=scheme)
        data = _printed(sheet) if suffix == PDF else REPORTS[suffix](sheet, by)
    write_file(options.out, [data])
    return 0


def _suffix(options: argparse.Namespace) -> str:
    """The format that is asked for, as a suffix."""
    named = Path(options.out).suffix.lower() if options.out != STANDARD_INPUT else ""
    suffix = (
        f".{options.format}" if options.format else {".htm": ".html", ".markdown": ".md"}.get(named, named)
    )
    possible = FORMS[options.what]
    if suffix not in possible:
        listed = ", ".join(each[1:] for each in possible)
        raise BadRequest(None, f"{options.what} comes as {listed}: end OUT with one of them, or add --format")
    return suffix


def _printed(sheet: Sheet) -> bytes:
    try:
        printer = importlib.import_module(PRINTER)
    except ImportError as error:
        raise BadRequest(None, "a PDF needs Qt, which is not installed here; take html or docx") from error
    data: bytes = printer.pdf_without_window(sheet)
    return data
