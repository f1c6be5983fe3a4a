"""Where the text stands on the page: lines in an area, the pieces of a span, the place under a point.

Everything counts from the top left of the page; what is scrolled is added by whoever shows it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextBlock, QTextDocument, QTextLayout, QTextLine

from core.text.spans import Span
from gui.article.formats import ArticleFormats
from gui.article.mark_geometry import Piece
from gui.article.view_text import Line, ViewText

OPENING_SIGNS = frozenset("“‘《〈「『（【")
MOST_KEPT = 4_000
CLOSING_SIGNS = frozenset("”’》〉」』）】")


@dataclass(frozen=True, slots=True)
class SeenLine:
    """A line of the view in sight: its number, its block and where that begins."""

    number: int
    line: Line
    block: QTextBlock
    left: float
    top: float

    def rows(self) -> Iterator[QTextLine]:
        """The lines that the paragraph is broken into."""
        layout = self.block.layout()
        return (layout.lineAt(number) for number in range(layout.lineCount()))


class PageGeometry:
    """Asks Qt's layout; spans are offsets of the reading text.

    Pieces are kept once they are worked out: make another geometry, or ``forget``, when rows break anew.
    """

    def __init__(self, document: QTextDocument, view_text: ViewText, formats: ArticleFormats) -> None:
        self._document = document
        self.view_text = view_text
        self.formats = formats
        self._empty_sides: dict[tuple[str, int, int], float] = {}
        self._kept: dict[tuple[Span, bool], list[Piece]] = {}

    def forget(self) -> None:
        """Work everything out again."""
        self._kept.clear()

    def seen_lines(self, area: QRectF) -> Iterator[SeenLine]:
        """The lines that lie in ``area``, from above; none that Qt has not laid out yet."""
        block = self._document.findBlockByNumber(self._first_in(area.top()))
        while block.isValid() and block.blockNumber() < len(self.view_text.lines):
            if not block.layout().lineCount():
                return
            rectangle = self.block_rectangle(block)
            if rectangle.top() > area.bottom():
                return
            number = block.blockNumber()
            line = self.view_text.lines[number]
            yield SeenLine(number, line, block, rectangle.left(), rectangle.top())
            block = block.next()

    def seen_span(self, lines: Sequence[SeenLine], area: QRectF) -> Span:
        """The stretch of the text whose rows lie in ``area``, given the ``lines`` in sight there."""
        first, last = lines[0], lines[-1]
        start = first.line.offset_of(_row_at(first, area.top())[0])
        end = last.line.offset_of(_row_at(last, area.bottom())[1])
        return Span(start, max(start, end))

    def block_rectangle(self, block: QTextBlock) -> QRectF:
        """Where a paragraph stands."""
        return self._document.documentLayout().blockBoundingRect(block)

    def pieces(self, span: Span, *, insets: bool = True) -> list[Piece]:
        """The pieces of a span on the rows of the page; none where it is folded away or not yet read in."""
        kept = self._kept.get((span, insets))
        if kept:
            return kept
        if len(self._kept) > MOST_KEPT:
            self._kept.clear()
        found = self._kept[span, insets] = self._find_pieces(span, insets=insets)
        return found

    def gap(self, offset: int) -> list[Piece]:
        """The place between two characters as a piece without width; none where it is not on the page."""
        position = self.view_text.start_position(offset)
        block = self._document.findBlock(position)
        number = block.blockNumber()
        if not block.isValid() or number >= len(self.view_text.lines):
            return []
        row = block.layout().lineForTextPosition(position - block.position())
        if not row.isValid():
            return []
        rectangle = self.block_rectangle(block)
        x = rectangle.left() + x_of(row, position - block.position())
        baseline = rectangle.top() + row.y() + row.ascent()
        return [Piece(x, x, baseline, self.formats.em_of(self.view_text.lines[number]))]

    def position_at(self, point: QPointF) -> int | None:
        """The position of Qt whose character lies under ``point``; None beside the text."""
        layout = self._document.documentLayout()
        position = layout.hitTest(point, Qt.HitTestAccuracy.ExactHit)
        return position if position >= 0 else None

    def offset_under(self, point: QPointF) -> int | None:
        """The offset of the character under ``point``; None beside the text."""
        position = self.position_at(point)
        if position is None:
            return None
        block = self._document.findBlock(position)
        row = block.layout().lineForTextPosition(position - block.position())
        if row.isValid():
            x = point.x() - self.block_rectangle(block).left()
            nearest = row.xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter)
            position = block.position() + nearest
        return self.view_text.offset_at(position)

    def _first_in(self, top: float) -> int:
        """The number of the last paragraph that begins above ``top``.

        Qt's own hit test goes astray while a long article is being laid out: paragraphs that are not have
        all the place of the first.
        """

        def begins_below(number: int) -> bool:
            layout = self._document.findBlockByNumber(number).layout()
            return not layout.lineCount() or layout.position().y() > top

        numbers = range(min(len(self.view_text.lines), self._document.blockCount()))
        return max(0, bisect_left(numbers, True, key=begins_below) - 1)

    def _find_pieces(self, span: Span, *, insets: bool) -> list[Piece]:
        first = self.view_text.start_position(span.start)
        last = self.view_text.end_position(span.end)
        if first >= last:
            return []
        pieces: list[Piece] = []
        block = self._document.findBlock(first)
        while block.isValid() and block.position() < last:
            pieces += self._pieces_in(block, first - block.position(), last - block.position())
            block = block.next()
        if not pieces:
            return []
        before, after = self._insets(first, last, pieces) if insets else (0.0, 0.0)
        return _with_true_ends(pieces, before, after)

    def _pieces_in(self, block: QTextBlock, first: int, last: int) -> Iterator[Piece]:
        number = block.blockNumber()
        if number >= len(self.view_text.lines) or self.view_text.lines[number].is_row:
            return
        em = self.formats.em_of(self.view_text.lines[number])
        rectangle = self.block_rectangle(block)
        for row in _rows_between(block.layout(), first, last):
            begin = max(first, row.textStart())
            end = min(last, row.textStart() + row.textLength())
            if begin < end:
                # Right-to-left words end at their left.
                left, right = sorted((x_of(row, begin), x_of(row, end)))
                baseline = rectangle.top() + row.y() + row.ascent()
                x = rectangle.left()
                yield Piece(x + left, x + right, baseline, em, is_start=False, is_end=False)

    def _insets(self, first: int, last: int, pieces: list[Piece]) -> tuple[float, float]:
        """How far a mark's ends stay inside its characters: neighbours apart, quotes hugged."""
        document, least = self._document, self.formats.metrics.mark.inset_px
        weight = document.findBlock(first).charFormat().fontWeight()
        before = self._empty_side(str(document.characterAt(first)), pieces[0].em, weight, opens=True)
        after = self._empty_side(str(document.characterAt(last - 1)), pieces[-1].em, weight, opens=False)
        return max(least, before), max(least, after)

    def _empty_side(self, sign: str, em: float, weight: int, *, opens: bool) -> float:
        """The empty part of an opening or closing sign, outside its ink; 0 for other characters."""
        if sign not in (OPENING_SIGNS if opens else CLOSING_SIGNS):
            return 0.0
        key = (sign, round(em), weight)
        if key not in self._empty_sides:
            font = self.formats.body_font()
            font.setPixelSize(round(em))
            font.setWeight(QFont.Weight(weight))
            metrics = QFontMetricsF(font)
            ink = metrics.tightBoundingRect(sign)
            empty = ink.left() if opens else metrics.horizontalAdvance(sign) - ink.right()
            limit = self.formats.metrics.mark.inset_quote_em_max * em
            self._empty_sides[key] = max(0.0, min(empty, limit))
        return self._empty_sides[key]


def x_of(row: QTextLine, unit: int) -> float:
    """Where a UTF-16 unit of the paragraph stands on a row, from the paragraph's left."""
    x: tuple[float, int] = row.cursorToX(unit)  # type: ignore[assignment]
    return x[0]


def _row_at(seen: SeenLine, y: float) -> tuple[int, int]:
    """Where the row at ``y`` begins and ends, in UTF-16 units of its line; the nearest one beside them."""
    layout = seen.block.layout()
    numbers = range(layout.lineCount())
    number = bisect_left(
        numbers, y - seen.top, key=lambda n: layout.lineAt(n).y() + layout.lineAt(n).height()
    )
    row = layout.lineAt(min(number, len(numbers) - 1))
    return row.textStart(), row.textStart() + row.textLength()


def _with_true_ends(pieces: list[Piece], before: float, after: float) -> list[Piece]:
    """Mark the first and the last piece as the true ends, and move these inward."""
    pieces[0] = replace(pieces[0], left=pieces[0].left + before, is_start=True)
    pieces[-1] = replace(pieces[-1], right=pieces[-1].right - after, is_end=True)
    return pieces


def _rows_between(layout: QTextLayout, first: int, last: int) -> Iterator[QTextLine]:
    begin = layout.lineForTextPosition(max(0, first))
    if not begin.isValid():
        return
    for number in range(begin.lineNumber(), layout.lineCount()):
        row = layout.lineAt(number)
        if row.textStart() >= last:
            return
        yield row
