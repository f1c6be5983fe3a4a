"""Where letters stand on pages -> lines of text, a line for each paragraph.

A page says nothing of rows, columns or paragraphs, so they are told by what a reader sees.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.reading.lines import Lines
from core.reading.pdf_columns import in_reading_order
from core.reading.pdf_furniture import without_furniture
from core.reading.pdf_paragraphs import paragraphs_of
from core.reading.pdf_rows import Letter, Row, fragments

MOST_ROWS = 2000
"""Fragments of a page up to which it is looked at for columns; a page of more is no article."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its height in points and its letters in the order of the file."""

    height: float
    letters: tuple[Letter, ...]


def lines_of_pages(pages: Sequence[Page]) -> Lines:
    """The text of the pages, a line for each paragraph."""
    body = without_furniture([_ordered(page) for page in pages], [page.height for page in pages])
    lines = Lines()
    for paragraph in paragraphs_of(body):
        lines.add(paragraph.text, kind=paragraph.kind)
        lines.end()
    return lines


def _ordered(page: Page) -> list[Row]:
    rows = [row for row in fragments(page.letters) if row.text.strip()]
    return in_reading_order(rows) if len(rows) <= MOST_ROWS else rows
