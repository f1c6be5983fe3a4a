"""The lines of a table sorted by what a column means, and narrowed to words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QSortFilterProxyModel, Qt

from gui.widgets.row_model import ROW, AnyIndex

SORT = ROW + 1
"""The role that gives whether a cell is empty, and what it is sorted by."""


class TableOrder(QSortFilterProxyModel):
    """The same lines sorted by a column, and only those that hold all the words that are looked for."""

    def __init__(self, table: QAbstractItemModel) -> None:
        super().__init__()
        self._words: tuple[str, ...] = ()
        self.setSourceModel(table)

    def look_for(self, words: str) -> None:
        """Keep the lines that hold every one of these words somewhere."""
        self.beginFilterChange()
        self._words = tuple(words.casefold().split())
        self.endFilterChange()

    def filterAcceptsRow(self, row: int, parent: AnyIndex) -> bool:
        """Whether a line holds all words."""
        model = self.sourceModel()
        cells = " ".join(model.index(row, column).data() or "" for column in range(model.columnCount()))
        return all(word in cells.casefold() for word in self._words)

    def lessThan(self, left: AnyIndex, right: AnyIndex) -> bool:
        """By what the column means; empty cells last in either direction."""
        (left_empty, left_key), (right_empty, right_key) = left.data(SORT), right.data(SORT)
        if left_empty != right_empty:
            return bool(right_empty) == (self.sortOrder() == Qt.SortOrder.AscendingOrder)
        return bool(left_key < right_key)

    def table(self, rows: Sequence[int]) -> tuple[tuple[str, ...], list[list[str]]]:
        """Titles and cells of some of the rows that are shown, for copying."""
        horizontal = Qt.Orientation.Horizontal
        titles = tuple(str(self.headerData(column, horizontal)) for column in range(self.columnCount()))
        return titles, [[self.index(row, column).data() for column in range(len(titles))] for row in rows]
