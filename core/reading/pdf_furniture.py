"""What a page carries besides its text: numbers, and headers and footers that recur.

A header is read once, where it stands first, as it may name the paper and the day; its repetitions and the
page numbers are left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from core.reading.pdf_rows import Row

EDGE = 0.12
"""The share of a page's height, at its top and at its bottom, in which furniture stands."""

LEAST_PAGES = 2
OFTEN = 0.5
"""The share of the pages on which a header recurs; left and right pages may have their own."""

_PAGE_NUMBER = re.compile(
    r"[\s—–·|\-]*(?:第\s*\d{1,4}\s*页(?:[\s,，/]*共\s*\d{1,4}\s*页)?|(?:page\s*)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?)"
    r"[\s—–·|\-]*",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")


def without_furniture(pages: Sequence[Sequence[Row]], heights: Sequence[float]) -> list[list[Row]]:
    """The rows of each page without page numbers, and without a header but at its first place."""
    edges = [{id(row) for row in _edges(rows, height)} for rows, height in zip(pages, heights, strict=True)]
    forms = [{_form(row) for row in rows if id(row) in edge} for rows, edge in zip(pages, edges, strict=True)]
    counts = Counter(form for page in forms for form in page)
    recurring = {form for form, count in counts.items() if _recurs(count, len(pages))}
    kept: list[list[Row]] = []
    seen: set[str] = set()
    for rows, edge in zip(pages, edges, strict=True):
        page: list[Row] = []
        for row in rows:
            form = _form(row)
            is_edge = id(row) in edge
            if is_edge and (_PAGE_NUMBER.fullmatch(row.text) or (form in recurring and form in seen)):
                continue
            if is_edge:
                seen.add(form)
            page.append(row)
        kept.append(page)
    return kept


def _edges(rows: Sequence[Row], height: float) -> list[Row]:
    low, high = EDGE * height, (1 - EDGE) * height
    return [row for row in rows if row.top <= low or row.bottom >= high]


def _recurs(count: int, pages: int) -> bool:
    return count >= LEAST_PAGES and count >= OFTEN * pages - 1


def _form(row: Row) -> str:
    """What recurs of a row: the same but for the numbers in it."""
    return _DIGITS.sub("#", "".join(row.text.split()))
