"""The figures table as Qt shows it: its columns, and what each is sorted by."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, Qt

from core.figures.lines import FigureLine
from core.schemes import Scheme
from core.wording.times import time_in_words
from gui.models.table_order import SORT
from gui.widgets.row_model import ROW, AnyIndex
from gui.words.label_names import label_title
from gui.words.language import QT_TRANSLATE_NOOP, window_language

COLUMNS = (
    QT_TRANSLATE_NOOP("FigureTable", "Figure"),
    QT_TRANSLATE_NOOP("FigureTable", "In full"),
    QT_TRANSLATE_NOOP("FigureTable", "Subject"),
    QT_TRANSLATE_NOOP("FigureTable", "Predicate"),
    QT_TRANSLATE_NOOP("FigureTable", "Comparison"),
    QT_TRANSLATE_NOOP("FigureTable", "Whose"),
    QT_TRANSLATE_NOOP("FigureTable", "Time"),
    QT_TRANSLATE_NOOP("FigureTable", "Label"),
    QT_TRANSLATE_NOOP("FigureTable", "Sentence"),
)
IN_FULL, TIME = 1, 6


class FigureTable(QAbstractTableModel):
    """A line for each figure; ``SORT`` gives what a column is sorted by."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[FigureLine, ...] = ()
        self._cells: tuple[tuple[str, ...], ...] = ()

    def set_lines(self, lines: Sequence[FigureLine], scheme: Scheme) -> None:
        """Show other lines, their labels as ``scheme`` calls them."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self._cells = tuple(_cells(line, scheme) for line in lines)
        self.endResetModel()

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """How many figures; none below one."""
        return 0 if parent and parent.isValid() else len(self._lines)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        """How many columns."""
        return 0 if parent and parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """The title of a column; of an amount, that it stands at the right."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate("FigureTable", COLUMNS[section])
        return _alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: AnyIndex, role: int = 0) -> Any:
        """The words of a cell, its line, or what it is sorted by."""
        if not index.isValid():
            return None
        if role == ROW:
            return self._lines[index.row()]
        if role == SORT:
            return self._sorted_by(index.row(), index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._cells[index.row()][index.column()]
        return _alignment(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _sorted_by(self, row: int, column: int) -> tuple[bool, Any]:
        """Empty cells come last; amounts by unit and size, times by day, the first column as in the text."""
        line, words = self._lines[row], self._cells[row][column]
        if column == 0:
            return False, line.row.start
        if column == IN_FULL:
            return not words, line.size
        return not words, line.day_order or words if column == TIME else words


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column == IN_FULL else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _cells(line: FigureLine, scheme: Scheme) -> tuple[str, ...]:
    row = line.row
    time = time_in_words(line.time, window_language()) if line.time else ""
    label = label_title(scheme, row.label)
    return (
        row.quote, line.full, row.subject, row.predicate, row.comparison, row.holder, time, label,
        " ".join(row.sentence.split()),
    )  # fmt: skip
