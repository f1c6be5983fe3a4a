"""The table of everything settled as Qt shows it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, Qt

from core.questions.settled import SettledRow
from gui.models.table_order import SORT
from gui.widgets.row_model import ROW, AnyIndex
from gui.words.language import QT_TRANSLATE_NOOP
from gui.words.question_words import decision_word, moment_words, question_words

COLUMNS = (
    QT_TRANSLATE_NOOP("SettledTable", "Question"),
    QT_TRANSLATE_NOOP("SettledTable", "Words"),
    QT_TRANSLATE_NOOP("SettledTable", "Decision"),
    QT_TRANSLATE_NOOP("SettledTable", "Holds for"),
    QT_TRANSLATE_NOOP("SettledTable", "By"),
    QT_TRANSLATE_NOOP("SettledTable", "When"),
    QT_TRANSLATE_NOOP("SettledTable", "Note"),
)
ARTICLE, FOLDER = (
    QT_TRANSLATE_NOOP("SettledTable", "This article"),
    QT_TRANSLATE_NOOP("SettledTable", "The whole folder"),
)


class SettledTable(QAbstractTableModel):
    """A line for each settled question."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[SettledRow, ...] = ()
        self._cells: tuple[tuple[str, ...], ...] = ()

    def set_rows(self, rows: Sequence[SettledRow]) -> None:
        """Show other rows, in the language of the window."""
        self.beginResetModel()
        self._rows, self._cells = tuple(rows), tuple(map(_cells, rows))
        self.endResetModel()

    def speak(self) -> None:
        """Say the same in the language of the window, which is another now."""
        self._cells = tuple(map(_cells, self._rows))
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(COLUMNS) - 1))

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """How many questions; none below one."""
        return 0 if parent and parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        """How many columns."""
        return 0 if parent and parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """The title of a column."""
        is_title = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return QCoreApplication.translate("SettledTable", COLUMNS[section]) if is_title else None

    def data(self, index: AnyIndex, role: int = 0) -> Any:
        """The words of a cell, its row, or what it is sorted by: the first column as in the article."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == ROW:
            return self._rows[row]
        words = self._cells[row][column]
        if role == SORT:
            return not words, row if column == 0 else words
        return words if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) else None


def _cells(row: SettledRow) -> tuple[str, ...]:
    finding = row.finding
    holds_for = QCoreApplication.translate("SettledTable", FOLDER if row.kept else ARTICLE)
    return (
        question_words(finding)[0], row.quotes, decision_word(finding), holds_for,
        finding.by or "", moment_words(finding.at), finding.note or "",
    )  # fmt: skip
