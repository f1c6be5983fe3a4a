"""``danqian agree``: how far two annotators agree, and where they do not."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path

from core import tables
from core.agreement import ALL, Agreement, Compared, Figures, Pair, agreement
from core.agreement.comparing import UNNAMED, compared_in, names_of
from core.agreement.report import NOTHING, Comparison, agreement_sheet, as_csv, labels_on, share_in_words
from core.batch import Outcome
from core.cli import arguments, output
from core.cli.annotate import conclude
from core.cli.check import FOUND
from core.cli.documents import write_file
from core.document import Annotation
from core.errors import BadRequest
from core.report import as_html
from core.schemes import scheme_for

NAME, HELP = "agree", "tell how far two annotators agree, and where they do not"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("folder", metavar="FOLDER", type=Path, help="articles with sidecars of both, or of A")
    parser.add_argument(
        "other", metavar="FOLDER2", type=Path, nargs="?", help="sidecars of B for the same articles"
    )
    parser.add_argument(
        "--annotators", nargs=2, metavar=("A", "B"), help=f"whose marks; {UNNAMED} is who has no name"
    )
    parser.add_argument(
        "--marks",
        choices=["seen", "all"],
        default="seen",
        help="seen: only what both have looked at; all: automatic marks that nobody has looked at as well",
    )
    parser.add_argument("--csv", metavar="OUT", help="write the disagreements as a table")
    parser.add_argument("--html", metavar="OUT", help="write all of it as a web page")


def execute(options: argparse.Namespace) -> int:
    """Compare; 1 where there is a disagreement."""
    folders = _folders(options)
    outcomes: list[Outcome] = []
    compared = list(_compared(options, folders, outcomes))
    alone = sum(outcome.status == "skipped" for outcome in outcomes)
    if len(outcomes) == alone:
        raise BadRequest(None, f"{options.folder} has no article that two annotators marked")
    if compared:
        names = names_of(compared, folders)
        _write(options, Comparison(names, tuple(compared), options.marks == "all"))
        output.write("\n".join(_tables(names, compared)))
    if alone:
        output.tell(f"articles that only one of them has begun: {alone}")
    if left_out := sum(article.left_out for article in compared):
        output.tell(f"marks where one of them has not looked yet, which do not count: {left_out}")
    return conclude(outcomes) or (FOUND if any(article.disagreements for article in compared) else 0)


def _folders(options: argparse.Namespace) -> list[Path]:
    folders = [options.folder, *([options.other] if options.other else [])]
    return [arguments.existing_folder(folder) for folder in folders]


def _compared(
    options: argparse.Namespace, folders: list[Path], outcomes: list[Outcome]
) -> Iterator[Compared]:
    """The articles that both marked; what became of each goes to ``outcomes``."""
    named = options.annotators and [name if name != UNNAMED else None for name in options.annotators]
    for article in compared_in(folders, named, unseen=options.marks == "all"):
        path = options.folder / article.name
        if isinstance(article, Compared):
            outcomes.append(Outcome(path, "done"))
            yield article
        elif article.error:
            outcomes.append(Outcome(path, "failed", article.error))
        else:
            outcomes.append(Outcome(path, "skipped"))


def _write(options: argparse.Namespace, comparison: Comparison) -> None:
    """The files that were asked for."""
    if options.csv:
        write_file(options.csv, as_csv(comparison))
    if options.html:
        scheme = scheme_for(options.folder / "article")
        write_file(options.html, [as_html(agreement_sheet(comparison, scheme))])


def _tables(heads: tuple[str, str], compared: list[Compared]) -> Iterator[str]:
    """The figures, who confuses what with what, and the disagreements."""
    found = agreement(compared)
    columns = ("label", *heads, "exact F1", "relaxed F1", "kappa", "alpha")
    yield tables.as_text(columns, [_figures_row(row) for row in found.figures])
    rows, cells = labels_on(found, 0), labels_on(found, 1)
    if rows:
        counts = [_confusion_row(found, label, cells) for label in rows]
        yield tables.as_text((f"{heads[0]} \\ {heads[1]}", *map(_label, cells)), counts)
    places = [_place_row(article, pair) for article in compared for pair in article.disagreements]
    if places:
        yield tables.as_text(("file", "start", "differ in", *heads), places)


def _figures_row(row: Figures) -> tables.Row:
    shares = map(share_in_words, (row.exact, row.relaxed, row.kappa, row.alpha))
    return "all" if row.label == ALL else row.label, row.one, row.other, *shares


def _confusion_row(found: Agreement, label: str | None, others: Iterable[str | None]) -> tables.Row:
    return _label(label), *(found.confusion.get((label, other), 0) for other in others)


def _label(label: str | None) -> str:
    return label or NOTHING


def _place_row(article: Compared, pair: Pair) -> tables.Row:
    return article.name, pair.start, pair.kind, _words(pair.one), _words(pair.other)


def _words(mark: Annotation | None) -> str:
    return f"{mark.label} {mark.quote}" if mark else NOTHING
