"""``danqian check``: the questions that articles raise."""

from __future__ import annotations

import argparse
from pathlib import Path

from core import tables
from core.batch import Outcome
from core.checks.renewal import renew_findings
from core.checks.terms import parse_terms
from core.cli import arguments, output
from core.cli.annotate import conclude
from core.cli.documents import document_of
from core.dataset import find_articles
from core.document import Finding
from core.errors import UserError
from core.sidecar.records import FINDING
from core.source import read_bytes

NAME, HELP = "check", "ask what contradicts itself in articles"
COLUMNS = ("file", "start", "severity", "rule", "question", "reason")
FOUND = 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("paths", metavar="FILE|FOLDER", nargs="+", help="articles; - is standard input")
    parser.add_argument(
        "--terms", metavar="FILE", help="words not to print: one a line, a tab and the word to print instead"
    )
    parser.add_argument("--format", choices=["table", "json"], default="table")


def execute(options: argparse.Namespace) -> int:
    """Ask; 1 where a question is open."""
    terms = (
        parse_terms(read_bytes(Path(options.terms)).decode("utf-8-sig", "replace")) if options.terms else ()
    )
    outcomes: list[Outcome] = []
    rows: list[tables.Row] = []
    has_open = False
    for name in _names(options.paths):
        try:
            findings = renew_findings(document_of(name), terms).findings
        except UserError as error:
            outcomes.append(Outcome(Path(name), "failed", error))
            continue
        outcomes.append(Outcome(Path(name), "done"))
        waiting = [finding for finding in findings if finding.decision is None]
        has_open = has_open or bool(waiting)
        rows += [_row(name, finding) for finding in waiting]
        if options.format == "json":
            output.write_json({"file": name, "findings": [FINDING.write(finding) for finding in findings]})
    if options.format == "table" and rows:
        output.write(tables.as_text(COLUMNS, rows))
    return conclude(outcomes) or (FOUND if has_open else 0)


def _names(paths: list[str]) -> list[str]:
    """Standard input, and the articles in files and folders."""
    files = [Path(name) for name in paths if name != arguments.STANDARD_INPUT]
    piped = [name for name in paths if name == arguments.STANDARD_INPUT]
    return piped + [str(path) for path in (find_articles(files) if files else [])]


def _row(name: str, finding: Finding) -> tables.Row:
    question, _, reason = finding.message.partition("\n")
    start = finding.places[0].span.start if finding.places else 0
    return name, start, finding.severity, finding.rule, question, reason
