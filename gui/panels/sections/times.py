"""The times of the article in their order, as points on a line."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QWidget

from core.document import Document
from core.overview import TimeRow, times
from core.schemes import Scheme
from gui.look.fonts import ui_font
from gui.look.theme import Theme
from gui.panels.sections.asked_delegate import NUMBER_ROOM, AskedDelegate
from gui.panels.sections.section import MARGIN, Section, Summary, row_with
from gui.widgets.row_list import RIGHT, RowList, draw_text
from gui.widgets.row_model import ROW, AnyIndex, RowModel
from gui.words.label_names import labels_of_group

DAY_LEAST, DAY_MOST = 84, 150
POINT = 3.0
GAP = 12


class TimeDelegate(AskedDelegate):
    """The day, a point on the line (filled where several marks share it), what happens."""

    height = 25

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._day_width = DAY_LEAST

    def fit(self, rows: tuple[TimeRow, ...]) -> None:
        """Make the column of days as wide as ``rows`` need, within bounds."""
        measure = QFontMetrics(ui_font(13))
        widest = max((measure.horizontalAdvance(row.day) for row in rows), default=0)
        self._day_width = min(max(DAY_LEAST, widest + NUMBER_ROOM), DAY_MOST)

    def paint_row(self, painter: QPainter, area: QRect, row: object, theme: Theme) -> None:
        """Paint one time."""
        assert isinstance(row, TimeRow)
        day = QRect(area.left() + MARGIN, area.top(), self._day_width, area.height())
        number = QPointF(day.left() + NUMBER_ROOM / 2 - 2, area.center().y() + 0.5)
        words = day.adjusted(NUMBER_ROOM if self.paint_asked(painter, number, row.ids, theme) else 0, 0, 0, 0)
        draw_text(painter, words, row.day, theme.ui.ink if row.is_dated else theme.ui.ink_2, align=RIGHT)
        center = QPointF(day.right() + GAP + 0.5, area.center().y() + 0.5)
        if row.is_dated:
            self._paint_point(painter, area, center, len(row.ids) > 1, theme)
        left = int(center.x()) + GAP
        words = QRect(left, area.top(), area.right() - MARGIN - left, area.height())
        draw_text(painter, words, about_time(row), theme.ui.ink_2)

    def _paint_point(
        self, painter: QPainter, area: QRect, center: QPointF, is_shared: bool, theme: Theme
    ) -> None:
        hue = theme.hue("time").line
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.ui.line_strong, 1))
        painter.drawLine(QPointF(center.x(), area.top()), QPointF(center.x(), center.y() - POINT))
        painter.drawLine(QPointF(center.x(), center.y() + POINT), QPointF(center.x(), area.bottom() + 1))
        painter.setPen(QPen(hue, 1.2))
        painter.setBrush(hue if is_shared else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(center, POINT, POINT)


class TimesSection(Section):
    """Dated times from the earliest on; durations and vague words after them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("times", parent)
        self._delegate = TimeDelegate(self)
        self._model: RowModel[TimeRow] = RowModel(self._in_words, tip=time_in_words)
        self.list = RowList(self._model, self._delegate)
        self.list.activated.connect(self._activate)
        self.add_list(self.list)

    @staticmethod
    def compute(document: Document, scheme: Scheme) -> tuple[TimeRow, ...]:
        """The rows in the order of time."""
        return times(document, labels_of_group(scheme, "times"))

    def show_rows(self, rows: tuple[TimeRow, ...]) -> None:
        """Fill the line."""
        self.head.set_summary(Summary(str(sum(len(row.ids) for row in rows))))
        self._delegate.fit(rows)
        self._model.set_rows(rows)

    def show_selected(self) -> None:
        """Show the row of the selected mark."""
        self.list.select_row(row_with(self._model.rows, self._selected))

    def table(self) -> list[tuple[str, ...]]:
        """Day and what happens."""
        return [(row.day, about_time(row), str(len(row.ids))) for row in self._model.rows]

    def _in_words(self, row: TimeRow) -> str:
        return time_in_words(row) + self._delegate.asked_in_words(row.ids)

    def _activate(self, index: AnyIndex) -> None:
        self.activate_next(index.data(ROW).ids)


def about_time(row: TimeRow) -> str:
    """What is at a time; on the day of the article itself, that it was published."""
    return QCoreApplication.translate("TimesSection", "published") if row.is_publication else row.about


def time_in_words(row: TimeRow) -> str:
    """A row as a screen reader says it."""
    return f"{row.day} {about_time(row)}" + (f" ×{len(row.ids)}" if len(row.ids) > 1 else "")
