"""What two annotators agree on, to hand on: the disagreements as rows, and all of it as a sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from core import __version__, tables
from core.agreement import ALL, Agreement, Compared, Figures, agreement
from core.assets import load_toml
from core.document import Annotation
from core.report.sheet import Column, Note, Row, Section, Sheet, Table
from core.schemes import Scheme
from core.wording.times import Language

COLUMNS = (
    "file",
    "start",
    "differ",
    "one",
    "other",
    "label_one",
    "start_one",
    "end_one",
    "quote_one",
    "label_other",
    "start_other",
    "end_other",
    "quote_other",
)
NOTHING = "—"


@dataclass(frozen=True, slots=True)
class Comparison:
    """The articles that two annotators marked, what they are called, and which of their marks count.

    ``counts_unseen`` is whether automatic marks that nobody has looked at count as well.
    """

    names: tuple[str, str]
    articles: tuple[Compared, ...]
    counts_unseen: bool = False


def as_csv(comparison: Comparison) -> Iterator[bytes]:
    """A row for each disagreement."""
    return tables.as_csv(COLUMNS, _csv_rows(comparison))


def labels_on(found: Agreement, side: int) -> list[str | None]:
    """The labels of one side of the confusion matrix, none of them last."""
    return sorted({pair[side] for pair in found.confusion}, key=lambda label: (label is None, label or ""))


def share_in_words(share: float | None) -> str:
    """A figure with three places; a dash where there is nothing to tell.

    >>> share_in_words(2 / 3), share_in_words(None)
    ('0.667', '—')
    """
    return NOTHING if share is None else f"{share:.3f}"


def agreement_sheet(comparison: Comparison, scheme: Scheme, language: Language = "zh") -> Sheet:
    """The report: figures, confusion and disagreements."""
    words = _words(language)
    found = agreement(comparison.articles)
    whole = found.figures[-1]
    places = sum(len(article.disagreements) for article in comparison.articles)
    shares = (whole.exact, whole.relaxed, whole.kappa, whole.alpha)
    left_out = sum(article.left_out for article in comparison.articles)
    facts = (
        (words["articles"], words["article_count"].format(len(comparison.articles))),
        (words["counted"], words["all" if comparison.counts_unseen else "seen"]),
        (words["left_out"], words["mark_count"].format(left_out)),
        (words["made"], words["made_words"].format(__version__)),
    )
    sections = (
        Section(words["figures"], (_figures(found, comparison, scheme, language), Note(words["how"]))),
        Section(words["confusion"], tuple(_confusion(found, comparison, scheme, language))),
        Section(words["disagreements"], tuple(_places(comparison, scheme, language)), str(places)),
    )
    return Sheet(
        language,
        words["kicker"],
        words["title"].format(*comparison.names),
        facts,
        words["summary"].format(*map(share_in_words, shares), places),
        tuple(section for section in sections if section.parts),
        words["page"],
    )


@cache
def _words(language: Language) -> dict[str, str]:
    words: dict[str, str] = load_toml("agreement.toml")[language]
    return words


def _csv_rows(comparison: Comparison) -> Iterator[tables.Row]:
    for article in comparison.articles:
        for pair in article.disagreements:
            cells = (*_cells(pair.one), *_cells(pair.other))
            yield article.name, pair.start, pair.kind, *comparison.names, *cells


def _cells(mark: Annotation | None) -> tables.Row:
    return (mark.label, mark.span.start, mark.span.end, mark.quote) if mark else (None,) * 4


def _figures(found: Agreement, comparison: Comparison, scheme: Scheme, language: Language) -> Table:
    words = _words(language)
    heads = (*comparison.names, *(words[name] for name in ("exact", "relaxed", "kappa", "alpha")))
    columns = (Column(words["label"], 28), *(Column(head, 12, is_number=True) for head in heads))
    return Table(columns, tuple(_figures_row(row, scheme, language) for row in found.figures))


def _figures_row(row: Figures, scheme: Scheme, language: Language) -> Row:
    shares = map(share_in_words, (row.exact, row.relaxed, row.kappa, row.alpha))
    label = None if row.label == ALL else row.label
    title = _title(label, scheme, language) if label else _words(language)["every"]
    return Row((title, str(row.one), str(row.other), *shares), _hue(label, scheme))


def _confusion(
    found: Agreement, comparison: Comparison, scheme: Scheme, language: Language
) -> Iterator[Table]:
    """Who says what where the other says what: a row for the first, a column for the second."""
    rows, cells = labels_on(found, 0), labels_on(found, 1)
    if not rows:
        return
    corner = " \\ ".join(comparison.names)
    width = max(80 // len(cells), 1)
    heads = (_title(label, scheme, language) for label in cells)
    columns = (Column(corner, 20), *(Column(head, width, is_number=True) for head in heads))
    yield Table(
        columns,
        tuple(
            Row(
                (
                    _title(label, scheme, language),
                    *(str(found.confusion.get((label, other), 0) or "") for other in cells),
                ),
                _hue(label, scheme),
            )
            for label in rows
        ),
    )


def _places(comparison: Comparison, scheme: Scheme, language: Language) -> Iterator[Table]:
    words = _words(language)
    rows = [
        Row(
            (
                article.name,
                str(pair.start),
                words["kind" if pair.kind == "label" else pair.kind],
                _mark(pair.one, scheme, language),
                _mark(pair.other, scheme, language),
            )
        )
        for article in comparison.articles
        for pair in article.disagreements
    ]
    if rows:
        columns = (
            Column(words["file"], 24),
            Column(words["start"], 8, is_number=True),
            Column(words["differ"], 14),
            *(Column(name, 27) for name in comparison.names),
        )
        yield Table(columns, tuple(rows))


def _mark(mark: Annotation | None, scheme: Scheme, language: Language) -> str:
    return f"{_title(mark.label, scheme, language)} {mark.quote}" if mark else NOTHING


def _title(label: str | None, scheme: Scheme, language: Language) -> str:
    if label is None:
        return _words(language)["none"]
    titles = next((each.titles for each in scheme.labels if each.name == label), {})
    return titles.get(language) or label


def _hue(label: str | None, scheme: Scheme) -> str:
    return next((each.hue for each in scheme.labels if each.name == label), "")
