"""The table of figures: amount, unit, what it is about, how often."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from core.document import Document
from core.language.numerals import plain
from core.overview import FigureGroup, figure_groups
from core.schemes import Scheme
from core.wording.short_forms import grouped
from gui.look.fonts import ui_font
from gui.look.theme import Theme
from gui.panels.sections.asked_delegate import NUMBER_ROOM, AskedDelegate
from gui.panels.sections.section import MARGIN, Section, Summary, row_with
from gui.widgets.row_list import RIGHT, RowList, draw_text
from gui.widgets.row_model import ROW, RowModel
from gui.words.label_names import labels_of_group

AMOUNT_RIGHT, AMOUNT_MOST = 80, 130
UNIT_LEAST, UNIT_MOST = 28, 64
GAP = 8
COUNT_WIDTH = 32
HEADER = 24
_MAGNITUDES = ("万", "亿")


class FigureDelegate(AskedDelegate):
    """One figure in four columns; amounts end, units begin, at one line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._amount_right, self._unit_width = AMOUNT_RIGHT, UNIT_LEAST

    def fit(self, rows: Sequence[FigureGroup]) -> None:
        """Make the columns as wide as ``rows`` need, within bounds."""
        measure = QFontMetrics(ui_font(13))
        amounts = max((measure.horizontalAdvance(row.amount) for row in rows), default=0)
        units = max((measure.horizontalAdvance(row.unit) for row in rows), default=0)
        self._amount_right = min(max(AMOUNT_RIGHT, amounts + MARGIN + NUMBER_ROOM + 4), AMOUNT_MOST)
        self._unit_width = min(max(UNIT_LEAST, units), UNIT_MOST)

    def columns(self, area: QRect) -> tuple[QRect, QRect, QRect, QRect]:
        """Amount, unit, subject and count of a row in ``area``."""
        unit = area.left() + self._amount_right + GAP
        about = unit + self._unit_width + GAP
        end = area.right() - 2 * MARGIN + 4
        height, top = area.height(), area.top()
        return (
            QRect(area.left() + MARGIN, top, self._amount_right - MARGIN, height),
            QRect(unit, top, self._unit_width + GAP, height),
            QRect(about, top, end - COUNT_WIDTH - about, height),
            QRect(end - COUNT_WIDTH, top, COUNT_WIDTH, height),
        )

    def paint_row(self, painter: QPainter, area: QRect, row: object, theme: Theme) -> None:
        """Paint one figure."""
        assert isinstance(row, FigureGroup)
        amount, unit, about, count = self.columns(area)
        center = QPointF(amount.left() + NUMBER_ROOM / 2 - 2, area.center().y() + 0.5)
        if self.paint_asked(painter, center, row.ids, theme):
            amount.adjust(NUMBER_ROOM, 0, 0, 0)
        draw_text(painter, amount, row.amount, theme.ui.ink, align=RIGHT)
        draw_text(painter, unit, row.unit, theme.ui.ink_2)
        draw_text(painter, about, row.about, theme.ui.ink if row.is_known else theme.ui.ink_3)
        if len(row.ids) > 1:
            draw_text(painter, count, f"×{len(row.ids)}", theme.ui.ink_3, font=ui_font(12), align=RIGHT)


class _Header(QWidget):
    """The titles of the columns."""

    def __init__(self, delegate: FigureDelegate) -> None:
        super().__init__()
        self._delegate = delegate
        self._theme: Theme | None = None
        self.setFixedHeight(HEADER)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colors of ``theme``."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write the titles over their columns."""
        if self._theme is None:
            return
        painter = QPainter(self)
        titles = (self.tr("Amount"), self.tr("Unit"), self.tr("Of what"), self.tr("Places"))
        for place, (area, title) in enumerate(zip(self._delegate.columns(self.rect()), titles, strict=True)):
            align = {"align": RIGHT} if place in (0, 3) else {}
            draw_text(painter, area, title, self._theme.ui.ink_3, font=ui_font(12), **align)


class FiguresSection(Section):
    """Figures in the order of the text, or by unit and size; what each is about is slow to find out."""

    is_slow = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("figures", parent)
        self._delegate = FigureDelegate(self)
        self._model: RowModel[FigureGroup] = RowModel(self._in_words, tip=figure_in_full)
        self._found: tuple[FigureGroup, ...] = ()
        self._by_size = False
        self._header = _Header(self._delegate)
        self.list = RowList(self._model, self._delegate)
        self.list.activated.connect(lambda index: self.activate_next(index.data(ROW).ids))
        self.body_layout.addWidget(self._header)
        self.add_list(self.list)

    @staticmethod
    def compute(document: Document, scheme: Scheme) -> tuple[FigureGroup, ...]:
        """The rows in the order of the text."""
        return figure_groups(document, labels_of_group(scheme, "figures"))

    def show_rows(self, rows: tuple[FigureGroup, ...]) -> None:
        """Fill the table."""
        self._found = rows
        self._say_order()
        self._fill()

    def show_selected(self) -> None:
        """Show the row of the selected mark."""
        self.list.select_row(row_with(self._model.rows, self._selected))

    def turn_order(self) -> None:
        """In the order of the text, or the largest of each unit first."""
        self._by_size = not self._by_size
        self._say_order()
        self._fill()

    def table(self) -> list[tuple[str, ...]]:
        """The table with its header; amounts in plain figures, so that a spreadsheet can add them up."""
        titles = (
            self.tr("Amount"),
            self.tr("In short"),
            self.tr("Unit"),
            self.tr("Of what"),
            self.tr("Places"),
        )
        rows = [
            (plain_amount(row), row.amount, row.unit, row.about, str(len(row.ids)))
            for row in self._model.rows
        ]
        return [titles, *rows]

    def _in_words(self, row: FigureGroup) -> str:
        return figure_in_words(row) + self._delegate.asked_in_words(row.ids)

    def _fill(self) -> None:
        rows = self._found
        if self._by_size:
            units = {unit: place for place, unit in enumerate(dict.fromkeys(row.unit for row in rows))}
            rows = tuple(sorted(rows, key=lambda row: (units[row.unit], -row.size)))
        self._delegate.fit(rows)
        self._model.set_rows(rows)
        self._header.setVisible(bool(rows))
        self._header.update()

    def _say_order(self) -> None:
        words = self.tr("By unit and size") if self._by_size else self.tr("In text order")
        self.set_order_words(words)
        self.head.set_summary(Summary(str(len(self._found)), words))


def plain_amount(row: FigureGroup) -> str:
    """The amount without 万 and 亿; a fraction stays one."""
    whole, parts = row.size.numerator, row.size.denominator
    exact = Decimal(whole) / Decimal(parts)
    return plain(exact) if exact * parts == whole else str(row.size)


def figure_in_words(row: FigureGroup) -> str:
    """A row as a screen reader says it."""
    times = f" ×{len(row.ids)}" if len(row.ids) > 1 else ""
    return f"{row.amount}{row.unit} {row.about}{times}"


def figure_in_full(row: FigureGroup) -> str:
    """A row with its magnitude written out: 4.24亿元 = 424,000,000 元."""
    if row.amount[-1:] not in _MAGNITUDES or "–" in row.amount:
        return figure_in_words(row)
    short, words = f"{row.amount}{row.unit}", figure_in_words(row)
    return f"{short} = {grouped(plain_amount(row))} {row.unit}{words.removeprefix(short)}"
