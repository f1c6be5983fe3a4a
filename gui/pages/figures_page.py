"""All figures and times of the article: its timeline, and a table to sort, narrow and copy."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QHeaderView, QTableView, QWidget

from core.figure_lines import FigureLine
from core.schemes import Scheme
from gui.look.fonts import ui_font
from gui.look.metrics import load_metrics
from gui.look.theme import Theme
from gui.models.figure_table import FigureOrder, FigureTable
from gui.pages.page import MARGIN, WorkPage
from gui.widgets.keycaps import keys_of
from gui.widgets.overlay_scroll import OverlayScroll
from gui.widgets.pane import Pane, Words
from gui.widgets.row_model import ROW
from gui.widgets.search_field import SearchField
from gui.widgets.timeline_chart import ChartPoint, TimelineChart

WIDEST = 260
CELL = 30
"""Pixels that a cell has beside its words."""


class FiguresView(QTableView):
    """Enter and a double click go to the figure; Ctrl+C asks for a copy of the selected lines."""

    chosen = Signal(QModelIndex)
    copy_requested = Signal()

    def __init__(self, order: FigureOrder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(order)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFont(ui_font(13))
        self.setSortingEnabled(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(load_metrics().layout.row_dense)
        head = self.horizontalHeader()
        head.setFont(ui_font(12))
        head.setHighlightSections(False)
        head.setStretchLastSection(True)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.doubleClicked.connect(self.chosen)
        OverlayScroll(self)

    def fit_columns(self) -> None:
        """As wide as what they hold, within bounds; the sentence takes the rest."""
        measure, model = QFontMetrics(self.font()), self.model()
        for column in range(model.columnCount() - 1):
            words = [str(model.index(row, column).data()) for row in range(model.rowCount())]
            title = str(model.headerData(column, Qt.Orientation.Horizontal))
            widest = max(map(measure.horizontalAdvance, [f"{title}   ", *words]))
            self.setColumnWidth(column, min(WIDEST, widest + CELL))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the figure by Enter, copy by Ctrl+C."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+C from the window while the table has the focus."""
        is_key = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_key and event.matches(QKeySequence.StandardKey.Copy):  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)


class FiguresPage(WorkPage):
    """``show_lines`` takes what there is; ``annotation_requested`` asks for a mark in the article."""

    annotation_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.copy = self.add_act(primary=True)
        self.copy.clicked.connect(self._copy)
        self.timeline = TimelineChart()
        self.timeline.activated.connect(self.annotation_requested)
        self._model = FigureTable()
        self.order = FigureOrder(self._model)
        self.table = FiguresView(self.order)
        self.table.chosen.connect(lambda index: self.annotation_requested.emit(index.data(ROW).id))
        self.table.copy_requested.connect(self._copy)
        self.filter, self._count = SearchField(), Words(ink="ink_3", pixels=12)
        self.filter.textChanged.connect(self._narrow)
        self.filter.setMaximumWidth(320)
        self._above = Pane("surface", ("bottom",), edge_token="line")
        row = QHBoxLayout(self._above)
        row.setContentsMargins(MARGIN - 8, 8, MARGIN, 8)
        row.addWidget(self.filter, 2)
        row.addWidget(self._count, 1)
        for part in (self.timeline, self._above):
            self.content.addWidget(part)
        self.content.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
        self._lines: tuple[FigureLine, ...] = ()
        self.retranslate()

    def show_lines(
        self, title: str, lines: Sequence[FigureLine], points: Sequence[ChartPoint], scheme: Scheme
    ) -> None:
        """Show the figures of an article, in the order of the text at first."""
        self._lines = tuple(lines)
        self._model.set_lines(lines, scheme)
        self.timeline.set_points(points)
        self.timeline.setVisible(bool(points))
        self.filter.clear()
        self.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.table.fit_columns()
        self.table.selectRow(0)
        self.set_title(self.tr("Figures and Times"), title)
        self._say()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colors of ``theme``."""
        super().set_theme(theme)
        self.table.viewport().update()

    def retranslate(self) -> None:
        """Put every text into the language of the application."""
        super().retranslate()
        self.copy.setText(self.tr("Copy for a Spreadsheet"))
        self.copy.set_keys(keys_of("Ctrl+C"))
        self.filter.set_hint(self.tr("Narrow to words"))
        self.table.setAccessibleName(self.tr("Figures and Times"))
        self.timeline.setAccessibleName(self.tr("Timeline"))
        self._say()

    def is_own(self, event: QKeyEvent) -> bool:
        """Ctrl+F looks in the table and not in the article."""
        return event.matches(QKeySequence.StandardKey.Find) or super().is_own(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Look for words by Ctrl+F; go back by Esc."""
        if event.matches(QKeySequence.StandardKey.Find):
            self.filter.setFocus()
        else:
            super().keyPressEvent(event)

    def _narrow(self, words: str) -> None:
        self.order.look_for(words)
        self._say()

    def _say(self) -> None:
        words = self.tr("%1 of %2").replace("%1", str(self.order.rowCount()))
        self._count.setText(words.replace("%2", str(len(self._lines))))
        self.copy.setEnabled(self.order.rowCount() > 0)

    def _copy(self) -> None:
        """The selected lines where several are, else all that are shown, with the titles."""
        from core.tables import as_tsv

        chosen = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        rows = chosen if len(chosen) > 1 else list(range(self.order.rowCount()))
        QGuiApplication.clipboard().setText(as_tsv(*self.order.table(rows)))
