"""Marks as rows of a table, for spreadsheets: one way only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from core import tables
from core.document import Annotation, Document
from core.exchange.format import Losses, Wanted, count_what_is_left_out

HELD = ("values", "notes", "entities of marks")
AMOUNTS = ("amount", "to")
VALUES = (*AMOUNTS, "unit", "approx", "timex", "mod")
COLUMNS = (
    "file",
    "title",
    "published",
    "id",
    "label",
    "start",
    "end",
    "quote",
    *VALUES,
    "entity",
    "status",
    "note",
)


def write_csv(documents: Iterable[Document], wanted: Wanted, losses: Losses) -> Iterator[bytes]:
    """A row for each mark, as CSV."""
    return tables.as_csv(COLUMNS, _rows(documents, wanted, losses))


def write_xlsx(documents: Iterable[Document], wanted: Wanted, losses: Losses) -> Iterator[bytes]:
    """A row for each mark, as a workbook."""
    yield tables.as_workbook(COLUMNS, _rows(documents, wanted, losses), amounts=AMOUNTS)


def _rows(documents: Iterable[Document], wanted: Wanted, losses: Losses) -> Iterator[tables.Row]:
    for document in documents:
        names = {entity.id: entity.name for entity in document.entities}
        marks = list(wanted.marks(document))
        count_what_is_left_out(document, marks, losses, HELD)
        for mark in marks:
            yield _row(document, mark, names.get(mark.entity or "", ""))


def _row(document: Document, mark: Annotation, entity: str) -> tables.Row:
    article, value = document.article, mark.value or {}
    return (
        document.source.name,
        article.title,
        article.published,
        mark.id,
        mark.label,
        mark.span.start,
        mark.span.end,
        mark.quote,
        *(value.get(name) for name in VALUES),
        entity,
        mark.status,
        mark.note,
    )
