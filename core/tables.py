"""Rows as a table for the terminal, as CSV and as a workbook.

CSV begins with a byte order mark, without which Excel takes it for GBK, and words that a spreadsheet would
take for a formula get an apostrophe in front. The same rows give the same bytes.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from unicodedata import combining, east_asian_width

import xlsxwriter

Cell = str | int | float | None
Row = Sequence[Cell]

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,6})?")
_SHARE = re.compile(r"[-+]?[0-9][0-9,.]*[%‰]?")
_WIDEST = 40
_LONGEST_CELL = 32_767
"""Characters that a cell of a workbook holds."""


def as_csv(columns: Sequence[str], rows: Iterable[Row]) -> Iterator[bytes]:
    """The table as CSV, in pieces."""
    yield b"\xef\xbb\xbf"
    for row in (columns, *rows):
        line = io.StringIO()
        csv.writer(line, lineterminator="\n").writerow([_escaped(cell) for cell in row])
        yield line.getvalue().encode("utf-8", "replace")


def as_workbook(columns: Sequence[str], rows: Iterable[Row], *, amounts: Collection[str] = ()) -> bytes:
    """The table as XLSX: the head fixed and filtered, nothing a formula or a link.

    The columns called ``amounts`` hold numbers, as far as a spreadsheet can hold them exactly.
    """
    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as book:
        book.set_properties({"created": datetime(2000, 1, 1)})
        page = book.add_worksheet("Danqian")
        page.write_row(0, 0, columns, book.add_format({"bold": True}))
        page.freeze_panes(1, 0)
        last = 0
        for last, row in enumerate(rows, 1):
            named = zip(columns, row, strict=True)
            page.write_row(last, 0, [_typed(cell, column in amounts) for column, cell in named])
        page.autofilter(0, 0, last, len(columns) - 1)
    return file.getvalue()


def as_tsv(columns: Sequence[str], rows: Iterable[Row]) -> str:
    """The table as a spreadsheet takes it from the clipboard: cells on one line, no word a formula.

    >>> as_tsv(["quote", "n"], [["4.24 亿元", "=1"]]).expandtabs(8).splitlines()
    ['quote   n', "4.24 亿元 '=1"]
    """
    return "\n".join("\t".join(map(_pasted, row)) for row in (columns, *rows))


def _pasted(cell: Cell) -> str:
    words = " ".join(str("" if cell is None else cell).split())
    return words if _SHARE.fullmatch(words) else str(_escaped(words))


def as_text(columns: Sequence[str], rows: Iterable[Row]) -> str:
    """The table in columns for a terminal, where a Chinese character is two wide; long cells are cut.

    >>> print(as_text(["quote", "n"], [["4.24亿元", 1], ["两家", 22]]), end="")
    quote     n
    4.24亿元  1
    两家      22
    """
    return GrowingTable(columns).add(rows)


class GrowingTable:
    """A table for a terminal whose rows come little by little; its columns grow with what comes."""

    def __init__(self, columns: Sequence[str]) -> None:
        self._head: list[Row] = [columns]
        self._widths = [0] * len(columns)

    def add(self, rows: Iterable[Row]) -> str:
        """The lines of some rows, the first time below the names of the columns."""
        cells = [[_fitted(cell) for cell in row] for row in (*self._head, *rows)]
        self._head = []
        for row in cells:
            self._widths = [max(width, _width(cell)) for width, cell in zip(self._widths, row, strict=True)]
        return "".join("  ".join(map(_padded, row, self._widths)).rstrip() + "\n" for row in cells)


def _escaped(cell: Cell) -> Cell:
    if isinstance(cell, str) and cell.startswith(_FORMULA_STARTS) and not _NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell


def _typed(cell: Cell, is_amount: bool) -> Cell:
    if not isinstance(cell, str):
        return cell
    if is_amount and _NUMBER.fullmatch(cell):
        return float(cell)
    return cell[:_LONGEST_CELL].encode("utf-8", "replace").decode("utf-8")


def _fitted(cell: Cell) -> str:
    words = " ".join(("" if cell is None else str(cell)).split())
    return words if len(words) <= _WIDEST else words[: _WIDEST - 1] + "…"


def _padded(words: str, width: int) -> str:
    return words + " " * (width - _width(words))


def _width(words: str) -> int:
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in words)
