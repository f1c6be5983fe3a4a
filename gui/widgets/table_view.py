"""A table of lines to sort, to choose from and to copy, by the keyboard alone if need be."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from gui.look.fonts import ui_font
from gui.look.metrics import load_metrics
from gui.widgets.overlay_scroll import OverlayScroll

WIDEST = 260
CELL = 30
"""Pixels that a cell has beside its words."""


class TableView(QTableView):
    """Enter and a double click choose a line; Ctrl+C asks for a copy of the selected ones."""

    chosen = Signal(QModelIndex)
    copy_requested = Signal()

    def __init__(self, order: QAbstractItemModel, parent: QWidget | None = None) -> None:
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
        """As wide as what they hold, within bounds; the last takes the rest."""
        measure, model = QFontMetrics(self.font()), self.model()
        for column in range(model.columnCount() - 1):
            words = [str(model.index(row, column).data()) for row in range(model.rowCount())]
            title = str(model.headerData(column, Qt.Orientation.Horizontal))
            widest = max(map(measure.horizontalAdvance, [f"{title}   ", *words]))
            self.setColumnWidth(column, min(WIDEST, widest + CELL))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a line by Enter, copy by Ctrl+C."""
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
