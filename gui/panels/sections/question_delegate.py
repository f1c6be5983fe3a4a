"""Paints a question: number, words, its places with their values in columns, what was reckoned or decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QWidget

from core.questions.rows import PlaceRow, QuestionRow
from core.text.spans import Span
from gui.article.text_positions import to_code_points, to_utf16
from gui.look.fonts import ui_font
from gui.look.theme import Theme
from gui.panels.sections.section import MARGIN
from gui.widgets.numbers import paint_number, paint_tick
from gui.widgets.row_list import LEFT, RIGHT, RowDelegate, draw_text
from gui.words.part_words import part_title
from gui.words.question_words import SEVERITIES, decision_words, question_words, severity_word

CIRCLE = 18
CIRCLE_LEFT = 23
WORDS_LEFT = 50
TOP, BOTTOM = 4, 6
PLACE_LINE = 20
MOST_PLACES = 8
GAP = 8
QUOTED_LINES = 2
MOST_BETWEEN = 8
"""Characters between values, as in 15.2亿元，正文作15.6亿元, that say nothing besides."""
AROUND = 24
"""Characters of the sentence that are shown before the words asked about."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of the article with the stretches in them that are asked about."""

    words: str
    asked: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A question with what its words are in the article: rows of values, or the sentence it stands in."""

    row: QuestionRow
    quotation: Quotation | None = None

    @property
    def compared(self) -> tuple[PlaceRow, ...]:
        """The places that stand under one another: several sentences', of a question that is open."""
        is_open = self.row.finding.decision is None
        return self.row.places[:MOST_PLACES] if is_open and not self.quotation else ()


class QuestionDelegate(RowDelegate):
    """``selected`` is the place being looked at, by the id of its question and its number there."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.selected: tuple[str, int] = ("", 0)
        self._heights: dict[tuple[str, int], int] = {}

    def forget_heights(self) -> None:
        """Measure anew: there are other rows, or other words for them."""
        self._heights.clear()

    def row_height(self, row: object, width: int) -> int:
        """Room for every line; measured once, as lists ask for it at every turn."""
        assert isinstance(row, Shown)
        key = (row.row.finding.id, width)
        if key not in self._heights:
            self._heights[key] = _Block(row, QRect(0, 0, width, 0)).bottom + BOTTOM
        return self._heights[key]

    def place_at(self, row: Shown, width: int, y: int) -> int | None:
        """The place whose line is ``y`` pixels below the top of a row."""
        lines = _Block(row, QRect(0, 0, width, 0)).place_lines
        return next((number for number, line in enumerate(lines) if line.top() <= y <= line.bottom()), None)

    def paint_row(self, painter: QPainter, area: QRect, row: object, theme: Theme) -> None:
        """Paint one question."""
        assert isinstance(row, Shown)
        block, ui, finding = _Block(row, area), theme.ui, row.row.finding
        circle = QRectF(area.left() + CIRCLE_LEFT, area.top() + 5, CIRCLE, CIRCLE)
        is_selected = self.selected[0] == finding.id
        if row.row.number is None:
            paint_tick(painter, circle, theme)
        else:
            paint_number(painter, circle, row.row.number, theme, is_filled=is_selected)
        ink = ui.ink if finding.decision is None else ui.ink_2
        _write(painter, block.question, block.words, ui_font(13, 600), ink)
        severity = QRect(area.left(), area.top() + TOP, area.width() - MARGIN - 4, PLACE_LINE)
        draw_text(painter, severity, severity_word(finding.severity), ui.ink_2, font=ui_font(12), align=RIGHT)
        for number, (line, place) in enumerate(zip(block.place_lines, row.compared, strict=True)):
            self._paint_place(
                painter, block, line, place, theme, is_here=self.selected == (finding.id, number)
            )
        _write(painter, block.below, block.reason, ui_font(12), ui.ink_2)
        if block.layout:
            painter.setPen(ui.ink_2)
            block.layout.draw(painter, QPointF(block.quoted.topLeft()))

    def _paint_place(
        self, painter: QPainter, block: _Block, line: QRect, place: PlaceRow, theme: Theme, *, is_here: bool
    ) -> None:
        """Part, value and unit in columns, and what the value is about; a bar at the place looked at."""
        ui, columns = theme.ui, block.columns
        if is_here:
            painter.fillRect(QRect(line.left() - 7, line.top() + 3, 2, line.height() - 6), ui.ink)
        draw_text(painter, line, part_title(place.part), ui.ink_3, font=ui_font(12))
        amount = QRect(line.left() + columns.amount, line.top(), columns.amount_width, line.height())
        draw_text(painter, amount, place.amount, ui.ink, align=RIGHT if place.unit else LEFT)
        unit = QRect(amount.right() + 3, line.top(), columns.unit_width, line.height())
        draw_text(painter, unit, place.unit, ui.ink_2)
        about = line.adjusted(unit.right() + GAP - line.left(), 0, 0, 0)
        if about.width() > 3 * GAP:
            draw_text(painter, about, place.about, ui.ink_2, font=ui_font(12))


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the amounts of a question begin, and how wide they and their units are."""

    amount: int
    amount_width: int
    unit_width: int


class _Block:
    """Where the parts of a question stand in the area of its row."""

    def __init__(self, shown: Shown, area: QRect) -> None:
        self.words, reason = question_words(shown.row.finding)
        self.reason = said_below(shown, reason)
        left = area.left() + WORDS_LEFT
        width = max(60, area.width() - WORDS_LEFT - MARGIN)
        top = area.top() + TOP
        self.question = _room(self.words, ui_font(13, 600), left, top, width - _severity_width())
        top = self.question.bottom() + 1
        self.columns = _columns_of(shown.compared, width)
        self.place_lines = [
            QRect(left, top + number * PLACE_LINE, width, PLACE_LINE) for number in range(len(shown.compared))
        ]
        top += len(self.place_lines) * PLACE_LINE
        self.below = _room(self.reason, ui_font(12), left, top, width)
        top = self.below.bottom() + 1
        self.layout = _laid_out(shown.quotation, width) if shown.quotation else None
        height = round(self.layout.boundingRect().height()) if self.layout else 0
        self.quoted = QRect(left, top, width, height)
        self.bottom = top + height - area.top()


def said_below(shown: Shown, reason: str) -> str:
    """What stands below the question: the decision, or the reckoning and how far two amounts are apart."""
    finding = shown.row.finding
    if finding.decision is not None:
        return decision_words(finding)
    if _is_seen(finding.message.partition("\n")[2], shown):
        reason = ""
    amount, unit = shown.row.difference
    apart = (
        QCoreApplication.translate("Findings", "Difference {0}").format(f"{amount}{unit}") if amount else ""
    )
    return "\u3000".join(filter(None, (reason, apart)))


def _is_seen(reason: str, shown: Shown) -> bool:
    """Whether a reason says no more than the places do: it quotes the sentence or repeats their values."""
    if shown.quotation:
        return reason.strip("…") in shown.quotation.words
    for place in shown.row.places:
        reason = reason.replace(place.quote, "")
    return len(reason) <= MOST_BETWEEN and not any(sign.isdigit() for sign in reason)


def quotation_of(text: str, row: QuestionRow) -> Quotation | None:
    """The sentence of a question whose places all stand in it, cut before the first; None of any other."""
    sentences = {place.sentence for place in row.places}
    if len(sentences) != 1 or row.finding.decision is not None:
        return None
    [sentence] = sentences
    first = min(place.span.start for place in row.places)
    start = max(sentence.start, first - AROUND)
    dots = "…" if start > sentence.start else ""
    words = dots + text[start : sentence.end].replace("\n", " ")
    asked = (Span(place.span.start - start, place.span.end - start) for place in row.places)
    return Quotation(words, tuple(Span(each.start + len(dots), each.end + len(dots)) for each in asked))


def _severity_width() -> int:
    """Room for the longest word of how grave a question is."""
    measure = QFontMetrics(ui_font(12))
    return GAP + max(measure.horizontalAdvance(severity_word(severity)) for severity in SEVERITIES)


def _columns_of(places: tuple[PlaceRow, ...], width: int) -> _Columns:
    small, plain = QFontMetrics(ui_font(12)), QFontMetrics(ui_font(13))
    part = max((small.horizontalAdvance(part_title(place.part)) for place in places), default=0)
    unit = max((plain.horizontalAdvance(place.unit) for place in places), default=0)
    most = max((plain.horizontalAdvance(place.amount) + 1 for place in places), default=0)
    amount = part + (GAP if part else 0)
    return _Columns(amount, min(most, width - amount - unit - 3), unit)


def _room(text: str, font: QFont, left: int, top: int, width: int) -> QRect:
    """Where a text stands that is broken over lines; empty for no text."""
    if not text:
        return QRect(left, top, width, 0)
    room = QRect(left, top, max(40, width), 4000)
    return QFontMetrics(font).boundingRect(room, int(Qt.TextFlag.TextWordWrap), text) | QRect(
        left, top, width, 1
    )


def _write(painter: QPainter, area: QRect, text: str, font: QFont, ink: object) -> None:
    if text:
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(area, int(Qt.TextFlag.TextWordWrap | LEFT), text)


def _laid_out(quotation: Quotation, width: int) -> QTextLayout:
    """The quotation over two lines at most, what is asked about in bold; cut where it would take more."""
    layout = _lines_of(quotation, width)
    last = layout.lineAt(layout.lineCount() - 1)
    end = to_code_points(quotation.words, last.textStart() + last.textLength())
    if end >= len(quotation.words):
        return layout
    return _lines_of(Quotation(quotation.words[: end - 1] + "…", quotation.asked), width)


def _lines_of(quotation: Quotation, width: int) -> QTextLayout:
    layout = QTextLayout(quotation.words, ui_font(12))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(list(_bold(quotation)))
    layout.beginLayout()
    top = 0.0
    for _ in range(QUOTED_LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout


def _bold(quotation: Quotation) -> Iterator[QTextLayout.FormatRange]:
    for span in quotation.asked:
        bold = QTextLayout.FormatRange()
        start = to_utf16(quotation.words, span.start)
        bold.start = start
        bold.length = to_utf16(quotation.words, span.end) - start
        form = QTextCharFormat()
        form.setFontWeight(QFont.Weight.DemiBold)
        bold.format = form
        yield bold
