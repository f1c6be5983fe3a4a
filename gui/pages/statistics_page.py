"""What the dataset holds: charts, and lists of articles that want a look."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRect, QRectF, QSize, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.look.theme import Theme
from gui.pages.page import WorkPage
from gui.panels.panel_head import PanelHead
from gui.widgets.bar_chart import Chart, ChartView, paint_chart
from gui.widgets.pane import Words
from gui.widgets.row_list import RowDelegate, RowList, draw_text
from gui.widgets.row_model import ROW, RowModel

WIDEST = 880
PICTURE_WIDTH, PICTURE_MARGIN, PICTURE_SCALE = 880, 32, 2
GAP = 20


class NameDelegate(RowDelegate):
    """The name of an article."""

    margin = 0

    def paint_row(self, painter: QPainter, area: QRect, row: object, theme: Theme) -> None:
        """Paint it."""
        draw_text(painter, area.adjusted(8, 0, -8, 0), str(row), theme.ui.ink)


class StatisticsPage(WorkPage):
    """``show_charts`` takes what there is; pictures are painted by the same hand as the page."""

    article_requested = Signal(str)
    csv_requested = Signal()
    picture_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.csv, self.picture = self.add_act(), self.add_act()
        self.csv.clicked.connect(self.csv_requested)
        self.picture.clicked.connect(self.picture_requested)
        self.charts: tuple[Chart, ...] = ()
        self._notice = Words(ink="ink_2")
        self._column = self.scrolled()
        self._shown = QWidget()
        self._shown.setMaximumWidth(WIDEST)
        self._column.addWidget(self._notice)
        self._column.addWidget(self._shown)
        self._column.addStretch(1)
        self._about = ""
        self.retranslate()
        self.show_nothing("")

    def show_nothing(self, why: str) -> None:
        """Say why there is nothing to show, or that it is being counted."""
        self._notice.setText(why)
        self._notice.setVisible(True)
        self._shown.setVisible(False)
        for button in (self.csv, self.picture):
            button.setEnabled(False)

    def show_charts(
        self, about: str, charts: Sequence[Chart], lists: Sequence[tuple[str, Sequence[str]]]
    ) -> None:
        """Show charts, and below them lists of articles."""
        self.charts, self._about = tuple(charts), about
        self._notice.setVisible(False)
        before, self._shown = self._shown, QWidget()
        self._shown.setMaximumWidth(WIDEST)
        self._column.replaceWidget(before, self._shown)
        before.deleteLater()
        layout = QVBoxLayout(self._shown)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        for chart in self.charts:
            layout.addWidget(ChartView(chart))
        for title, names in lists:
            layout.addWidget(self._list(title, names))
        if self._theme:
            self.set_theme(self._theme)
        for button in (self.csv, self.picture):
            button.setEnabled(True)
        self.retranslate()

    def save_picture(self, path: Path, theme: Theme) -> bool:
        """Paint all charts into a file, SVG by its name, else PNG; whether it could be written."""
        height = sum(chart.height + GAP for chart in self.charts) - GAP
        whole = QSize(PICTURE_WIDTH + 2 * PICTURE_MARGIN, height + 2 * PICTURE_MARGIN)
        if path.suffix.lower() == ".svg":
            target = QSvgGenerator()
            target.setFileName(str(path))
            target.setSize(whole)
            target.setViewBox(QRect(0, 0, whole.width(), whole.height()))
            target.setTitle(self._about)
            painter = QPainter()
            if not painter.begin(target):
                return False
            self._paint_picture(painter, whole, theme)
            return painter.end()
        image = QImage(whole * PICTURE_SCALE, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(PICTURE_SCALE)
        painter = QPainter(image)
        self._paint_picture(painter, whole, theme)
        painter.end()
        return image.save(str(path))

    def retranslate(self) -> None:
        """Put every text into the language of the application."""
        super().retranslate()
        self.set_title(self.tr("Statistics"), self._about)
        for button, words in ((self.csv, self.tr("CSV…")), (self.picture, self.tr("Picture…"))):
            button.setText(words)
            button.setAccessibleName(words)
            button.updateGeometry()

    def _list(self, title: str, names: Sequence[str]) -> QWidget:
        """Names under a head; Enter or a click opens one."""
        head = PanelHead(0)
        head.set_words(title, str(len(names)))
        model: RowModel[str] = RowModel(lambda name: name)
        rows = RowList(model, NameDelegate(self))
        rows.setAccessibleName(title)
        model.set_rows(tuple(names))
        rows.activated.connect(lambda index: self.article_requested.emit(index.data(ROW)))
        box = QWidget()
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(rows)
        return box

    def _paint_picture(self, painter: QPainter, whole: QSize, theme: Theme) -> None:
        painter.fillRect(QRectF(0, 0, whole.width(), whole.height()), theme.ui.surface)
        margins = QMarginsF(PICTURE_MARGIN, PICTURE_MARGIN, PICTURE_MARGIN, PICTURE_MARGIN)
        inside = QRectF(0, 0, whole.width(), whole.height()).marginsRemoved(margins).toRect()
        for chart in self.charts:
            paint_chart(painter, QRect(inside.topLeft(), QSize(inside.width(), chart.height)), chart, theme)
            inside.setTop(inside.top() + chart.height + GAP)
