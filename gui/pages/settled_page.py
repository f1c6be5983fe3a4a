"""Everything settled: what was decided on which question, by whom and when; any of it asked again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from core.questions.settled import SettledRow
from gui.models.settled_table import SettledTable
from gui.pages.table_page import TablePage
from gui.widgets.keycaps import keys_of
from gui.widgets.row_model import ROW, AnyIndex


class SettledPage(TablePage):
    """Enter goes to a question of the article; Delete asks the selected one again."""

    own_keys = frozenset({Qt.Key.Key_Delete})
    finding_requested = Signal(str)
    again_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._model = SettledTable()
        super().__init__(self._model, parent)
        self._about, self._can_change = "", True
        self.again = self.add_act()
        self.again.clicked.connect(self._ask_again)
        self.table.chosen.connect(self._go_to)
        self.table.selectionModel().selectionChanged.connect(self._enable)
        self._model.modelReset.connect(self._enable)
        self.retranslate()

    def show_rows(self, title: str, rows: Sequence[SettledRow], *, can_change: bool) -> None:
        """Show what is settled of an article and its folder; the line that was selected stays so."""
        before = self.table.currentIndex().row()
        self._about, self._can_change = title, can_change
        self._model.set_rows(rows)
        self.show_all()
        if before > 0:
            self.table.selectRow(min(before, len(rows) - 1))
        self._name()
        self._enable()

    def retranslate(self) -> None:
        """Put every text into the language of the application."""
        super().retranslate()
        self._model.speak()
        self.table.fit_columns()
        self.again.setText(self.tr("Ask Again"))
        self.again.set_keys(keys_of("Del"))
        self.table.setAccessibleName(self.tr("Settled Questions"))
        self._name()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask again by Delete."""
        if event.key() == Qt.Key.Key_Delete and self.again.isEnabled():
            self._ask_again()
        else:
            super().keyPressEvent(event)

    def _name(self) -> None:
        self.set_title(self.tr("Settled Questions"), self._about)

    def _enable(self) -> None:
        self.again.setEnabled(self._can_change and self.table.currentIndex().isValid())

    def _go_to(self, index: AnyIndex) -> None:
        row: SettledRow = index.data(ROW)
        if row.is_here:
            self.finding_requested.emit(row.finding.id)

    def _ask_again(self) -> None:
        self.again_requested.emit(self.table.currentIndex().data(ROW))
