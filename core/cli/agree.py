"""``danqian agree``: how far two annotators agree, and where they do not."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from core import tables
from core.agreement import ALL, Agreement, Compared, Figures, Pair, agreement, compare
from core.annotators import documents_of, files_below, sidecars_below
from core.batch import Outcome
from core.cli import output
from core.cli.annotate import conclude
from core.cli.check import FOUND
from core.dataset import natural_key
from core.document import Annotation, Document
from core.errors import BadRequest, UserError

NAME, HELP = "agree", "tell how far two annotators agree, and where they do not"
UNNAMED = "-"
"""The annotator whose sidecars have no name."""

NOTHING = "—"
Documents = Mapping[str | None, Document]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("folder", metavar="FOLDER", type=Path, help="articles with sidecars of both, or of A")
    parser.add_argument(
        "other", metavar="FOLDER2", type=Path, nargs="?", help="sidecars of B for the same articles"
    )
    parser.add_argument(
        "--annotators", nargs=2, metavar=("A", "B"), help=f"whose marks; {UNNAMED} is who has no name"
    )


def execute(options: argparse.Namespace) -> int:
    """Compare; 1 where there is a disagreement."""
    outcomes: list[Outcome] = []
    compared = list(_compared(options, outcomes))
    alone = sum(outcome.status == "skipped" for outcome in outcomes)
    if len(outcomes) == alone:
        raise BadRequest(None, f"{options.folder} has no article that two annotators marked")
    if compared:
        output.write("\n".join(_tables(_heads(options, compared), compared)))
    if alone:
        output.tell(f"articles that only one of them marked: {alone}")
    return conclude(outcomes) or (FOUND if any(article.disagreements for article in compared) else 0)


def _compared(options: argparse.Namespace, outcomes: list[Outcome]) -> Iterator[Compared]:
    """The articles that both marked; what became of each goes to ``outcomes``."""
    folders = _folders(options)
    articles = frozenset[str]().union(*map(files_below, folders))
    sidecars = [sidecars_below(folder, articles) for folder in folders]
    for name in sorted(frozenset[str]().union(*sidecars), key=natural_key):
        path = options.folder / name
        try:
            found = [documents_of(of_folder.get(name, ())) for of_folder in sidecars]
        except UserError as error:
            outcomes.append(Outcome(path, "failed", error))
            continue
        pair = _chosen(found, options.annotators) if options.annotators else _only(found)
        if not pair:
            outcomes.append(Outcome(path, "skipped"))
        elif pair[0].text != pair[1].text:
            unlike = BadRequest(path, "the two have different texts of it")
            outcomes.append(Outcome(path, "failed", unlike))
        else:
            outcomes.append(Outcome(path, "done"))
            yield compare(name, *pair)


def _folders(options: argparse.Namespace) -> list[Path]:
    folders = [options.folder, *([options.other] if options.other else [])]
    for folder in folders:
        if not folder.is_dir():
            raise BadRequest(folder, "it is not a folder")
    return folders


def _chosen(found: Sequence[Documents], names: Sequence[str]) -> tuple[Document, Document] | None:
    """The documents of the two who are named, of the first folder and of the last; None without both."""
    one, other = (name if name != UNNAMED else None for name in names)
    mine, theirs = found[0].get(one), found[-1].get(other)
    return (mine, theirs) if mine and theirs else None


def _only(found: Sequence[Documents]) -> tuple[Document, Document] | None:
    """The documents of the two that there are: in one folder, or one in each; None without both."""
    expected = 2 // len(found)
    if any(len(documents) > expected for documents in found):
        raise _too_many(name for documents in found for name in documents)
    pair = [documents[name] for documents in found for name in sorted(documents, key=_shown)]
    return (pair[0], pair[1]) if len(pair) == 2 else None


def _too_many(names: Iterable[str | None]) -> BadRequest:
    listed = ", ".join(sorted(set(map(_shown, names))))
    return BadRequest(None, f"annotated by {listed}: choose two with --annotators")


def _shown(name: str | None) -> str:
    return name or UNNAMED


def _heads(options: argparse.Namespace, compared: Sequence[Compared]) -> tuple[str, str]:
    """How the two are called in the tables: by name, or by folder where both have the same."""
    pairs = {article.annotators for article in compared}
    if len(pairs) > 1:
        raise _too_many(name for pair in pairs for name in pair)
    [(one, other)] = pairs
    return (_shown(one), _shown(other)) if one != other else (str(options.folder), str(options.other))


def _tables(heads: tuple[str, str], compared: Sequence[Compared]) -> Iterator[str]:
    """The figures, who confuses what with what, and the disagreements."""
    found = agreement(compared)
    columns = ("label", *heads, "exact F1", "relaxed F1", "kappa", "alpha")
    yield tables.as_text(columns, [_figures_row(row) for row in found.figures])
    rows, cells = _labels(found, 0), _labels(found, 1)
    if rows:
        counts = [_confusion_row(found, label, cells) for label in rows]
        yield tables.as_text((f"{heads[0]} \\ {heads[1]}", *map(_label, cells)), counts)
    places = [_place_row(article, pair) for article in compared for pair in article.disagreements]
    if places:
        yield tables.as_text(("file", "start", "differ in", *heads), places)


def _figures_row(row: Figures) -> tables.Row:
    shares = (row.exact, row.relaxed, row.kappa, row.alpha)
    rounded = (NOTHING if share is None else f"{share:.3f}" for share in shares)
    return "all" if row.label == ALL else row.label, row.one, row.other, *rounded


def _labels(found: Agreement, side: int) -> list[str | None]:
    """The labels of one side of the confusion, none of them last."""
    return sorted({pair[side] for pair in found.confusion}, key=lambda label: (label is None, label or ""))


def _confusion_row(found: Agreement, label: str | None, others: Iterable[str | None]) -> tables.Row:
    return _label(label), *(found.confusion.get((label, other), 0) for other in others)


def _label(label: str | None) -> str:
    return label or NOTHING


def _place_row(article: Compared, pair: Pair) -> tables.Row:
    return article.name, pair.start, pair.kind, _words(pair.one), _words(pair.other)


def _words(mark: Annotation | None) -> str:
    return f"{mark.label} {mark.quote}" if mark else NOTHING
