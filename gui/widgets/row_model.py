"""A list of values for a view: the row itself, and its words for screen readers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

ROW = int(Qt.ItemDataRole.UserRole) + 1

Row = TypeVar("Row")
AnyIndex = QModelIndex | QPersistentModelIndex


class RowModel(QAbstractListModel, Generic[Row]):
    """Holds rows that never change by themselves; a new set of equal rows resets nothing.

    ``tip`` gives the tooltip of rows that a narrow panel cuts off.
    """

    def __init__(
        self,
        words: Callable[[Row], str],
        parent: QObject | None = None,
        *,
        tip: Callable[[Row], str] | None = None,
    ) -> None:
        super().__init__(parent)
        self._words, self._tip = words, tip
        self._rows: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is listed."""
        return self._rows

    def set_rows(self, rows: Sequence[Row]) -> None:
        """List ``rows`` instead."""
        if tuple(rows) != self._rows:
            self.beginResetModel()
            self._rows = tuple(rows)
            self.endResetModel()

    def add_rows(self, rows: Sequence[Row]) -> None:
        """List ``rows`` after the others."""
        if rows:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows = (*self._rows, *rows)
            self.endInsertRows()

    def replace_row(self, place: int, row: Row) -> None:
        """Put ``row`` in the place of another one."""
        self._rows = (*self._rows[:place], row, *self._rows[place + 1 :])
        index = self.index(place, 0)
        self.dataChanged.emit(index, index)

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """How many rows; none below a row."""
        return 0 if parent and parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """The words of a row, or the row."""
        if not index.isValid():
            return None
        if role == ROW:
            return self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(self._rows[index.row()])
        if role == Qt.ItemDataRole.ToolTipRole and self._tip:
            return self._tip(self._rows[index.row()])
        return None
