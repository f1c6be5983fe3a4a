"""``danqian check``: the questions that articles raise."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

from core import tables
from core.batch import Outcome
from core.checks.error_rate import ErrorRate, headings_of, rate_of
from core.checks.neighbors import compare, facts_of
from core.checks.renewal import add_findings, renew_findings
from core.checks.wording import question_and_reason
from core.cli import arguments, output
from core.cli.annotate import conclude
from core.cli.documents import document_of
from core.dataset import find_articles
from core.document import Finding
from core.errors import UserError
from core.house import NO_HOUSE, PEOPLE, House, house_for, read_list
from core.house.elsewhere import Facts, gathered
from core.house.people import parse_people
from core.house.terms import parse_terms
from core.overview import word_count
from core.sidecar.records import FINDING
from core.text.spans import Span
from core.wording.times import Language

NAME, HELP = "check", "ask what contradicts itself in articles"
COLUMNS = ("file", "start", "severity", "rule", "question", "reason")
RATES = ("file", "characters", "questions", "errors per 10,000", "if all are mistakes")
FOUND = 1


@dataclass(frozen=True, slots=True)
class Checked:
    """What is kept of an article: its questions, and what the others are held against."""

    name: str
    house: House
    facts: Facts
    findings: tuple[Finding, ...]
    headings: tuple[Span, ...]
    characters: int

    @property
    def open_findings(self) -> list[Finding]:
        """The questions that nobody has decided."""
        return [finding for finding in self.findings if finding.decision is None]

    @property
    def rate(self) -> ErrorRate:
        """Its errors per 10,000 characters."""
        return rate_of(self.findings, self.headings, self.characters)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("paths", metavar="FILE|FOLDER", nargs="+", help="articles; - is standard input")
    parser.add_argument(
        "--terms", metavar="FILE", help="words not to print: one a line, a tab and the word to print instead"
    )
    parser.add_argument(
        "--people", metavar="FILE", help="people in the order of naming: name, post, from, to between tabs"
    )
    parser.add_argument(
        "--today",
        type=arguments.day,
        default=date.today(),
        metavar="DATE",
        help="the day on which the articles are checked; it tells the year of those that don't",
    )
    parser.add_argument("--format", choices=["table", "json"], default="table")
    parser.add_argument("--language", choices=["zh", "en"], default="zh", help="of the questions")


def execute(options: argparse.Namespace) -> int:
    """Ask; 1 where a question is open."""
    outcomes: list[Outcome] = []
    articles = _each(options, outcomes)
    write = _write_lines if options.format == "json" else _write_tables
    checked = write(articles, options.language)
    return conclude(outcomes) or (FOUND if any(article.open_findings for article in checked) else 0)


def _each(options: argparse.Namespace, outcomes: list[Outcome]) -> Iterator[Checked]:
    """The articles one after another; what became of each goes to ``outcomes``."""
    names = _names(options.paths)
    progress = output.Progress(len(names))
    told: set[int] = set()
    for name in names:
        progress.advance(name)
        try:
            checked = _check(name, options)
        except UserError as error:
            outcomes.append(Outcome(Path(name), "failed", error))
            continue
        outcomes.append(Outcome(Path(name), "done"))
        progress.clear()
        for line in sorted(set(checked.house.misread) - told):
            output.tell(f"line {line} of {PEOPLE} has no post after a tab: passed over")
        told |= set(checked.house.misread)
        yield checked
    progress.clear()


def _check(name: str, options: argparse.Namespace) -> Checked:
    """One article by itself."""
    document = document_of(name)
    house = _house(name, options)
    document = renew_findings(document, house)
    findings, headings = document.findings, headings_of(document)
    return Checked(name, house, facts_of(document), findings, headings, word_count(document))


def _compared(articles: list[Checked]) -> Iterator[Checked]:
    """Each article with what the others say otherwise."""
    elsewhere = gathered(article.facts for article in articles)
    for article in articles:
        more = compare(article.facts, elsewhere)
        yield replace(article, findings=add_findings(article.findings, more, article.house))


def _house(name: str, options: argparse.Namespace) -> House:
    """The lists that hold for an article; those named on the command line instead of its folder's."""
    house = NO_HOUSE if name == arguments.STANDARD_INPUT else house_for(Path(name))
    house = replace(house, today=options.today)
    if options.terms:
        house = replace(house, terms=parse_terms(_list(options.terms)))
    if options.people:
        house = replace(house, people=parse_people(_list(options.people)))
    return house


@cache
def _list(name: str) -> str:
    return read_list(Path(name))


def _write_lines(articles: Iterable[Checked], language: Language) -> list[Checked]:
    """A line of JSON each, when all are read: it has what the others say otherwise."""
    checked = list(_compared(list(articles)))
    for article in checked:
        rate = article.rate
        output.write_json(
            {
                "file": article.name,
                "findings": [FINDING.write(_in_language(each, language)) for each in article.findings],
                "characters": rate.characters,
                "errors_per_10000": {
                    "confirmed": round(rate.confirmed, 2),
                    "possible": round(rate.possible, 2),
                },
            }
        )
    return checked


def _in_language(finding: Finding, language: Language) -> Finding:
    return replace(finding, message="\n".join(filter(None, question_and_reason(finding, language))))


def _write_tables(articles: Iterable[Checked], language: Language) -> list[Checked]:
    """The questions of each article as soon as it is read; then what others say otherwise, and the rates."""
    table = tables.GrowingTable(COLUMNS)
    read: list[Checked] = []
    for article in articles:
        read.append(article)
        _write_rows(table, article, article.open_findings, language)
    checked = list(_compared(read))
    for before, article in zip(read, checked, strict=True):
        known = {finding.id for finding in before.findings}
        _write_rows(table, article, [f for f in article.open_findings if f.id not in known], language)
    rates = [(article, article.rate) for article in checked if article.open_findings]
    told = [
        (a.name, rate.characters, len(a.open_findings), f"{rate.confirmed:.1f}", f"{rate.possible:.1f}")
        for a, rate in rates
    ]
    if told:
        output.write("\n" + tables.as_text(RATES, told))
    return checked


def _write_rows(
    table: tables.GrowingTable, article: Checked, findings: list[Finding], language: Language
) -> None:
    if findings:
        output.write(table.add(_row(article.name, finding, language) for finding in findings), at_once=True)


def _names(paths: list[str]) -> list[str]:
    """Standard input, and the articles in files and folders."""
    files = [Path(name) for name in paths if name != arguments.STANDARD_INPUT]
    piped = [name for name in paths if name == arguments.STANDARD_INPUT]
    return piped + [str(path) for path in (find_articles(files) if files else [])]


def _row(name: str, finding: Finding, language: Language) -> tables.Row:
    question, reason = question_and_reason(finding, language)
    start = finding.places[0].span.start if finding.places else 0
    return name, start, finding.severity, finding.rule, question, reason
