"""``danqian check``: the questions that articles raise."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from core import tables
from core.batch import Outcome
from core.checks.error_rate import error_rate
from core.checks.neighbors import told_in
from core.checks.renewal import renew_findings
from core.cli import arguments, output
from core.cli.annotate import conclude
from core.cli.documents import document_of
from core.dataset import find_articles
from core.document import Document, Finding
from core.errors import UserError
from core.house import NO_HOUSE, House, house_for
from core.house.elsewhere import Elsewhere
from core.house.people import parse_people
from core.house.terms import parse_terms
from core.sidecar.records import FINDING
from core.source import read_bytes

NAME, HELP = "check", "ask what contradicts itself in articles"
COLUMNS = ("file", "start", "severity", "rule", "question", "reason")
RATES = ("file", "characters", "questions", "errors per 10,000", "if all are mistakes")
FOUND = 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("paths", metavar="FILE|FOLDER", nargs="+", help="articles; - is standard input")
    parser.add_argument(
        "--terms", metavar="FILE", help="words not to print: one a line, a tab and the word to print instead"
    )
    parser.add_argument(
        "--people", metavar="FILE", help="people in the order of naming: name, post, from, to between tabs"
    )
    parser.add_argument("--format", choices=["table", "json"], default="table")


def execute(options: argparse.Namespace) -> int:
    """Ask; 1 where a question is open."""
    outcomes: list[Outcome] = []
    documents: list[tuple[str, Document]] = []
    for name in _names(options.paths):
        try:
            documents.append((name, document_of(name)))
        except UserError as error:
            outcomes.append(Outcome(Path(name), "failed", error))
    elsewhere = told_in(document for _, document in documents) if len(documents) > 1 else Elsewhere()
    checked: list[tuple[str, Document]] = []
    for name, document in documents:
        try:
            house = replace(_house(name, options), elsewhere=elsewhere)
        except UserError as error:
            outcomes.append(Outcome(Path(name), "failed", error))
            continue
        checked.append((name, renew_findings(document, house)))
        outcomes.append(Outcome(Path(name), "done"))
    has_open = any(_open(document) for _, document in checked)
    (_write_json if options.format == "json" else _write_tables)(checked)
    return conclude(outcomes) or (FOUND if has_open else 0)


def _house(name: str, options: argparse.Namespace) -> House:
    """The lists that hold for an article; those named on the command line instead of its folder's."""
    house = NO_HOUSE if name == arguments.STANDARD_INPUT else house_for(Path(name))
    if options.terms:
        house = replace(house, terms=parse_terms(_list(options.terms)))
    if options.people:
        house = replace(house, people=parse_people(_list(options.people)))
    return house


def _list(name: str) -> str:
    return read_bytes(Path(name)).decode("utf-8-sig", "replace")


def _open(document: Document) -> list[Finding]:
    return [finding for finding in document.findings if finding.decision is None]


def _write_json(checked: list[tuple[str, Document]]) -> None:
    for name, document in checked:
        rate = error_rate(document)
        output.write_json(
            {
                "file": name,
                "findings": [FINDING.write(finding) for finding in document.findings],
                "characters": rate.characters,
                "errors_per_10000": {
                    "confirmed": round(rate.confirmed, 2),
                    "possible": round(rate.possible, 2),
                },
            }
        )


def _write_tables(checked: list[tuple[str, Document]]) -> None:
    rows = [_row(name, finding) for name, document in checked for finding in _open(document)]
    if not rows:
        return
    output.write(tables.as_text(COLUMNS, rows))
    rates = [(name, len(_open(document)), error_rate(document)) for name, document in checked]
    told = [
        (name, rate.characters, count, f"{rate.confirmed:.1f}", f"{rate.possible:.1f}")
        for name, count, rate in rates
        if count
    ]
    output.write("\n" + tables.as_text(RATES, told))


def _names(paths: list[str]) -> list[str]:
    """Standard input, and the articles in files and folders."""
    files = [Path(name) for name in paths if name != arguments.STANDARD_INPUT]
    piped = [name for name in paths if name == arguments.STANDARD_INPUT]
    return piped + [str(path) for path in (find_articles(files) if files else [])]


def _row(name: str, finding: Finding) -> tables.Row:
    question, _, reason = finding.message.partition("\n")
    start = finding.places[0].span.start if finding.places else 0
    return name, start, finding.severity, finding.rule, question, reason
