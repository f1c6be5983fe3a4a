"""Rows in reading order -> paragraphs, as the eye tells them.

A paragraph begins with a row that is indented, further down than usual or in another size, or behind one that
is short of its column. A row stays back a little where a sign may not begin the next one, so that a small gap
at its end tells nothing where paragraphs are indented. A word that a hyphen divides is made whole.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from core.reading.pdf_rows import Row

INDENT = 0.7
"""Heights of a row that the first row of a paragraph stands further in than the column."""

SHORT, VERY_SHORT = 1.5, 5.0
"""Heights of a row by which one stays back from the column's edge: it may end, or ends, its paragraph."""

FAR = 1.6
"""How many times the usual step from row to row is a step to another paragraph."""

SAME_SIZE = 0.1
HEADING, TITLE = 1.15, 1.35
"""How many times as large as the body a heading and a title are at least."""

LONGEST_HEADING = 60
_HYPHENATED = re.compile(r"[A-Za-z]{2}[-\u00ad\u2010]\Z")
_ENDED = re.compile(r"[。！？：；…”』」）)]\Z")
_NUMBERED = re.compile(r"[（(【]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、.）)】]|[●■◆▲·•]")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Its text, and ``title`` or ``heading`` where its size tells so."""

    text: str
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class _Placed:
    """A row with its column: the edges, the usual step from row to row, whether paragraphs are indented."""

    row: Row
    left: float
    right: float
    step: float
    has_indents: bool

    @property
    def is_indented(self) -> bool:
        """Whether it begins with blanks, or to the right of its column."""
        return _is_indented(self.row, self.left)

    @property
    def missing(self) -> float:
        """Heights of the row that it stays back from the column's edge."""
        return (self.right - self.row.right) / self.row.size


def paragraphs_of(pages: Sequence[Sequence[Row]]) -> Iterator[Paragraph]:
    """The paragraphs of all pages; one may go on over columns and pages."""
    rows = [row for page in pages for row in page]
    if not rows:
        return
    body = _body_size(rows)
    placed = [each for page in pages for column in _columns(page) for each in _placed(column, body)]
    held = [placed[0]]
    has_title = False
    for before, each in pairwise(placed):
        if not _goes_on(before, each, body):
            yield (made := _paragraph(held, body, may_be_title=not has_title))
            has_title = has_title or made.kind == "title"
            held = []
        held.append(each)
    yield _paragraph(held, body, may_be_title=not has_title)


def _body_size(rows: Sequence[Row]) -> float:
    """The size in which most of the text is set."""
    sizes: Counter[int] = Counter()
    for row in rows:
        sizes[round(2 * row.size)] += len(row.text)
    return max(0.5, sizes.most_common(1)[0][0] / 2)


def _columns(page: Sequence[Row]) -> Iterator[list[Row]]:
    """Rows that stand one below the other."""
    held: list[Row] = []
    for row in page:
        if held and not (row.top < held[-1].top and row.left < held[-1].right and held[-1].left < row.right):
            yield held
            held = []
        held.append(row)
    if held:
        yield held


def _placed(column: Sequence[Row], body: float) -> Iterator[_Placed]:
    usual = [row for row in column if abs(row.size - body) <= SAME_SIZE * body] or column
    left, right = min(row.left for row in usual), max(row.right for row in usual)
    steps = [above.top - below.top for above, below in pairwise(usual)]
    step = median(steps) if steps else 2 * body
    indented = sum(_is_indented(row, left) for row in usual)
    return (_Placed(row, left, right, step, 0 < 2 * indented < len(usual)) for row in column)


def _goes_on(before: _Placed, after: _Placed, body: float) -> bool:
    """Whether a row goes on with the paragraph of the row before it."""
    size = before.row.size
    if abs(size - after.row.size) > SAME_SIZE * max(size, after.row.size):
        return False
    if before.row.is_tabular or after.row.is_tabular:
        return False
    is_same_column = (before.left, before.right) == (after.left, after.right)
    down = before.row.top - after.row.top
    if size >= HEADING * body:
        return is_same_column and 0 < down < FAR * size
    has_ended = _ENDED.search(before.row.text) is not None
    least = VERY_SHORT if before.has_indents or not has_ended else SHORT
    if before.missing > least or after.is_indented or _NUMBERED.match(after.row.text):
        return False
    if is_same_column and down > 0:
        return down < FAR * before.step
    return not has_ended


def _is_indented(row: Row, left: float) -> bool:
    return row.text.startswith(("\u3000", "  ")) or row.left > left + INDENT * row.size


def _paragraph(rows: Sequence[_Placed], body: float, *, may_be_title: bool) -> Paragraph:
    text = rows[0].row.text.strip()
    for each in rows[1:]:
        text = _continued(text, each.row.text.strip())
    size = median(each.row.size for each in rows)
    if len(text) > LONGEST_HEADING or size < HEADING * body:
        return Paragraph(text)
    return Paragraph(text, "title" if may_be_title and size >= TITLE * body else "heading")


def _continued(text: str, more: str) -> str:
    """Two rows as one: a divided word whole, Latin words apart, Chinese without a blank."""
    if _HYPHENATED.search(text) and more[:1].islower():
        return text[:-1] + more
    is_latin = text[-1:].isascii() and more[:1].isascii()
    return f"{text} {more}" if is_latin and text and more else text + more
