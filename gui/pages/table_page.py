"""The base of the pages that are one table: narrowed to words, sorted, copied for a spreadsheet."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.look.theme import Theme
from gui.models.table_order import TableOrder
from gui.pages.page import MARGIN, WorkPage
from gui.widgets.keycaps import keys_of
from gui.widgets.pane import Pane, Words
from gui.widgets.search_field import SearchField
from gui.widgets.table_view import TableView


class TablePage(WorkPage):
    """A field to narrow ``table``, how many lines are left, and the button that copies them."""

    def __init__(self, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.order = TableOrder(model)
        self.table = TableView(self.order)
        self.table.copy_requested.connect(self._copy)
        self.copy = self.add_act(primary=True)
        self.copy.clicked.connect(self._copy)
        self.filter, self._count = SearchField(), Words(ink="ink_3", pixels=12)
        self.filter.textChanged.connect(self._narrow)
        self.filter.setMaximumWidth(320)
        above = Pane("surface", ("bottom",), edge_token="line")
        row = QHBoxLayout(above)
        row.setContentsMargins(MARGIN - 8, 8, MARGIN, 8)
        row.addWidget(self.filter, 2)
        row.addWidget(self._count, 1)
        self.content.addWidget(above)
        self.content.addWidget(self.table, 1)
        self.setFocusProxy(self.table)

    def show_all(self) -> None:
        """Show the lines that the model has now, in their own order."""
        self.filter.clear()
        self.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.table.fit_columns()
        self.table.selectRow(0)
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
        self._count.setText(words.replace("%2", str(self.order.sourceModel().rowCount())))
        self.copy.setEnabled(self.order.rowCount() > 0)

    def _copy(self) -> None:
        """The selected lines where several are, else all that are shown, with the titles."""
        from core.tables import as_tsv

        chosen = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        rows = chosen if len(chosen) > 1 else list(range(self.order.rowCount()))
        QGuiApplication.clipboard().setText(as_tsv(*self.order.table(rows)))
