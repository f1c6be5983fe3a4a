"""``danqian report``: the sheet to hand on, or the article itself, restored; of several a folder of them."""

from __future__ import annotations

import argparse
import importlib
from collections.abc import Iterator
from datetime import datetime
from itertools import chain
from pathlib import Path

from core.batch import Outcome
from core.cli.annotate import conclude
from core.cli.arguments import STANDARD_INPUT
from core.cli.documents import document_of, write_file, write_folder
from core.edits import Author
from core.errors import BadRequest, UserError
from core.exchange.file_names import FreeStems
from core.manuscript import MANUSCRIPTS
from core.report import REPORTS, Sheet, proof_sheet
from core.schemes import scheme_for

NAME, HELP = "report", "write the proof report of articles, or their restored text"
PROOF, PDF = "proof", ".pdf"
FORMS = {PROOF: (*REPORTS, PDF), **{kind: tuple(forms) for kind, forms in MANUSCRIPTS.items()}}
SHORT = {".htm": ".html", ".markdown": ".md"}
PRINTER = "gui.printing.pdf"
"""Where a PDF is made. Core knows no window, so it is looked for only when one is asked for."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("files", metavar="FILE", nargs="+", help="articles; - is standard input")
    parser.add_argument(
        "-o",
        dest="out",
        metavar="OUT",
        required=True,
        help="the file to write, its ending says the format; of several articles the folder",
    )
    parser.add_argument(
        "--what",
        choices=list(FORMS),
        default=PROOF,
        help="the proof report, or the clean or marked text, or the text with its changes tracked",
    )
    suffixes = dict.fromkeys(suffix[1:] for forms in FORMS.values() for suffix in forms)
    parser.add_argument("--format", choices=list(suffixes), help="the format, where OUT does not say it")
    parser.add_argument(
        "--language", choices=["zh", "en"], default="zh", help="of the report's own words and of comments"
    )
    parser.add_argument("--by", metavar="NAME", help="who hands it on")


def execute(options: argparse.Namespace) -> int:
    """Write what a person saved, or else what is recognized."""
    suffix = _suffix(options)
    if len(options.files) == 1:
        write_file(options.out, [_made(options.files[0], suffix, options)])
        return 0
    outcomes: list[Outcome] = []
    made = _each(suffix, options, outcomes)
    first = next(made, None)  # before anything is written
    if first is not None:
        write_folder(options.out, chain([first], made))
    return conclude(outcomes)


def _each(
    suffix: str, options: argparse.Namespace, outcomes: list[Outcome]
) -> Iterator[tuple[str, list[bytes]]]:
    """The files of several articles; what became of each goes to ``outcomes``."""
    stems = FreeStems()
    for name in options.files:
        try:
            data = _made(name, suffix, options)
        except UserError as error:
            outcomes.append(Outcome(Path(name), "failed", error))
        else:
            outcomes.append(Outcome(Path(name), "done"))
            yield f"{stems.of(name)}{suffix}", [data]


def _made(name: str, suffix: str, options: argparse.Namespace) -> bytes:
    by = Author(options.by, datetime.now().astimezone().isoformat("T", "seconds"))
    document = document_of(name)
    scheme = scheme_for(Path(name))
    if options.what != PROOF:
        return MANUSCRIPTS[options.what][suffix](document, by, scheme, options.language)
    sheet = proof_sheet(document, by, language=options.language, scheme=scheme)
    return _printed(sheet) if suffix == PDF else REPORTS[suffix](sheet, by)


def _suffix(options: argparse.Namespace) -> str:
    """The format that is asked for, as a suffix; a folder's name says none."""
    is_file = len(options.files) == 1 and options.out != STANDARD_INPUT
    named = Path(options.out).suffix.lower() if is_file else ""
    suffix = f".{options.format}" if options.format else SHORT.get(named, named)
    possible = FORMS[options.what]
    if suffix not in possible:
        listed = ", ".join(each[1:] for each in possible)
        how = "end OUT with one of them, or add --format" if is_file else "add --format"
        raise BadRequest(None, f"{options.what} comes as {listed}: {how}")
    return suffix


def _printed(sheet: Sheet) -> bytes:
    try:
        printer = importlib.import_module(PRINTER)
    except ImportError as error:
        raise BadRequest(None, "a PDF needs Qt, which is not installed here; take html or docx") from error
    data: bytes = printer.pdf_without_window(sheet)
    return data
