"""A difference of two annotators as a row: each side's mark in its line, side by side."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QWidget

from core.agreement import Pair
from core.document import Annotation
from core.schemes import Scheme, default_scheme
from gui.look.fonts import article_font, latin_font, ui_font
from gui.look.theme import Theme
from gui.widgets.row_list import RowDelegate, draw_end_of_text, draw_text
from gui.words.difference_words import NOTHING
from gui.words.label_names import label_hue

HEIGHT = 64
INSET, GUTTER = 16, 116
LABEL_LINE, TEXT_TOP, TEXT_LINE = 20, 26, 30
PIXELS = 16
BEFORE_SHARE = 0.34


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """A difference: of which article, in which text, how the two differ in words, and what was decided.

    ``choice`` is the decision's, empty while there is none; ``decided`` says it in words. ``said`` is what
    the two say beside setting the marks of ``pair``, which is None of what is about the whole article.
    """

    article: str
    pair: Pair | None
    text: str
    kind: str
    choice: str = ""
    decided: str = ""
    edited: Annotation | None = None
    is_article_named: bool = False
    said: tuple[str, str] | None = None

    @property
    def marks(self) -> tuple[Annotation | None, Annotation | None]:
        """The marks at the left and at the right."""
        return (self.pair.one, self.pair.other) if self.pair else (None, None)

    @property
    def in_words(self) -> str:
        """The row as a screen reader says it."""
        sides = (_in_words(*side) for side in zip(self.marks, self.said or ("", ""), strict=True))
        return f"{self.kind}: {' / '.join(sides)} {self.decided}".strip()


class DifferenceDelegate(RowDelegate):
    """What was taken keeps its ink, what was left fades."""

    height = HEIGHT
    margin = 0
    radius = 0

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.scheme: Scheme = default_scheme()

    def paint_row(self, painter: QPainter, area: QRect, row: object, theme: Theme) -> None:
        """Paint one difference."""
        assert isinstance(row, DifferenceRow)
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), theme.ui.line)
        gutter = QRect(area.left() + INSET, area.top() + 6, GUTTER - INSET - 8, LABEL_LINE)
        draw_text(painter, gutter, row.kind, theme.ui.ink_3, font=ui_font(12))
        below = gutter.translated(0, TEXT_TOP)
        if row.is_article_named:
            draw_text(painter, below, row.article, theme.ui.ink_2, font=ui_font(12))
        ink = theme.ui.ink if row.choice else theme.ui.zhu
        draw_text(painter, below, row.decided, ink, font=ui_font(13, 600 if row.choice else 400))
        half = (area.width() - GUTTER) // 2
        for number, taken in enumerate((("left", "both"), ("right", "both"))):
            side = QRect(area.left() + GUTTER + number * half, area.top(), half, area.height())
            painter.fillRect(QRect(side.left(), side.top() + 8, 1, side.height() - 16), theme.ui.line_strong)
            fades = bool(row.choice) and row.choice not in (*taken, "edit")
            self._paint_side(painter, side.adjusted(12, 0, -12, 0), row, number, fades, theme)

    def _paint_side(
        self, painter: QPainter, side: QRect, row: DifferenceRow, number: int, fades: bool, theme: Theme
    ) -> None:
        """The line around the place; the mark stands in it, or nothing where this one has none."""
        mark = row.edited if row.choice == "edit" and row.edited else row.marks[number]
        place = mark or row.marks[1 - number]
        line = QRect(side.left(), side.top() + TEXT_TOP, side.width(), TEXT_LINE)
        ink = theme.ui.ink_off if fades else theme.ui.ink_2
        said = row.said[number] if row.said else ""
        if place is None:
            draw_text(painter, line, said, ink, font=article_font(PIXELS))
            return
        before, after = _around(row.text, place)
        start = QRect(line.left(), line.top(), int(line.width() * BEFORE_SHARE), line.height())
        font = article_font(PIXELS)
        draw_end_of_text(painter, start, before, ink, font=font)
        left = start.right() + 1
        width = min(QFontMetrics(font).horizontalAdvance(place.quote), line.right() - left)
        words = QRect(left, line.top(), width + 1, line.height())
        if mark:
            self._paint_mark(painter, words, mark, fades, theme)
        code = QRect(words.left(), side.top() + 6, side.right() - words.left(), LABEL_LINE)
        if said:
            draw_text(painter, code, said, ink, font=ui_font(12, 600))
        elif mark:
            hue = theme.hue(label_hue(self.scheme, mark.label))
            code_ink = theme.ui.ink_off if fades else hue.text
            draw_text(painter, code, mark.label, code_ink, font=latin_font(11, 600))
        words_ink = theme.ui.ink_off if fades else theme.ui.ink if mark else theme.ui.ink_2
        draw_text(painter, words, place.quote, words_ink, font=font)
        rest = QRect(words.right() + 1, line.top(), max(0, line.right() - words.right()), line.height())
        draw_text(painter, rest, after, ink, font=font)

    def _paint_mark(
        self, painter: QPainter, words: QRect, mark: Annotation, fades: bool, theme: Theme
    ) -> None:
        hue = theme.hue(label_hue(self.scheme, mark.label))
        frame = QRectF(words).adjusted(0, 3, 0, -3)
        if not fades:
            painter.fillRect(frame, hue.tint)
        pen = QPen(theme.ui.ink_off if fades else hue.line, 1.5)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawLine(frame.bottomLeft(), frame.bottomRight())


def _in_words(mark: Annotation | None, said: str) -> str:
    """What a side says."""
    return " ".join(filter(None, (f"{mark.label} {mark.quote}" if mark else "", said))) or NOTHING


def _around(text: str, mark: Annotation) -> tuple[str, str]:
    """What stands before and after a mark in its line."""
    start = text.rfind("\n", 0, mark.span.start) + 1
    end = text.find("\n", mark.span.end)
    return text[start : mark.span.start], text[mark.span.end : end if end >= 0 else len(text)]
