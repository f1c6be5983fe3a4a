"""A list of values of which each can be ticked off."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from gui.widgets.row_model import AnyIndex, RowModel

Row = TypeVar("Row")


class CheckModel(RowModel[Row]):
    """Rows that start ticked; ``checks_changed`` tells of every change."""

    checks_changed = Signal()

    def __init__(self, words: Callable[[Row], str], parent: QObject | None = None) -> None:
        super().__init__(words, parent)
        self._off: set[int] = set()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """List ``rows``, all of them ticked."""
        if tuple(rows) != self.rows:
            self._off = set()
        super().set_rows(rows)
        self.checks_changed.emit()

    def add_rows(self, rows: Sequence[Row]) -> None:
        """List ``rows`` after the others, ticked."""
        super().add_rows(rows)
        self.checks_changed.emit()

    def checked(self) -> tuple[Row, ...]:
        """The ticked rows."""
        return tuple(row for place, row in enumerate(self.rows) if place not in self._off)

    def check_all(self, are_on: bool) -> None:
        """Tick every row, or none."""
        self._off = set() if are_on else set(range(len(self.rows)))
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, 0))
        self.checks_changed.emit()

    def toggle(self, index: AnyIndex) -> None:
        """Tick a row, or take its tick away."""
        self._off ^= {index.row()}
        self.dataChanged.emit(index, index)
        self.checks_changed.emit()

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Every row can be ticked."""
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: AnyIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """The tick, too."""
        if role == Qt.ItemDataRole.CheckStateRole and index.isValid():
            return Qt.CheckState.Unchecked if index.row() in self._off else Qt.CheckState.Checked
        return super().data(index, role)
