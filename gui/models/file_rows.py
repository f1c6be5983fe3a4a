"""The files of a folder as rows: name, how far they are, and which of them are wanted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject

from gui.widgets.row_model import RowModel
from gui.words.language import QT_TRANSLATE_NOOP

WANTED = {
    "all": QT_TRANSLATE_NOOP("Files", "All files"),
    "unfinished": QT_TRANSLATE_NOOP("Files", "Unfinished"),
    "in_progress": QT_TRANSLATE_NOOP("Files", "In progress"),
    "done": QT_TRANSLATE_NOOP("Files", "Done"),
    "flagged": QT_TRANSLATE_NOOP("Files", "Flagged"),
}
STATUSES = {
    "new": QT_TRANSLATE_NOOP("Files", "untouched"),
    "in_progress": QT_TRANSLATE_NOOP("Files", "in progress"),
    "done": QT_TRANSLATE_NOOP("Files", "done"),
    "skipped": QT_TRANSLATE_NOOP("Files", "skipped"),
}


@dataclass(frozen=True, slots=True)
class FileRow:
    """One article file. ``status`` is ``new in_progress done skipped``; the counts are marks."""

    path: str
    name: str
    status: str = "new"
    reviewed: int = 0
    total: int = 0
    is_flagged: bool = False

    @property
    def is_finished(self) -> bool:
        """Whether nothing is left to do in it."""
        return self.status in ("done", "skipped")


class FileModel(RowModel[FileRow]):
    """All files of a folder, of which those are listed that match the words and the choice."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(file_in_words, parent)
        self._files: dict[str, FileRow] = {}
        self._sought, self._wanted = "", "all"

    @property
    def files(self) -> tuple[FileRow, ...]:
        """Every file of the folder."""
        return tuple(self._files.values())

    def set_files(self, files: Sequence[FileRow]) -> None:
        """Take another folder."""
        self._files = {row.path: row for row in files}
        self._filter()

    def update_file(self, row: FileRow) -> None:
        """Take what has become of one file."""
        if row.path not in self._files:
            return
        self._files[row.path] = row
        paths = [listed.path for listed in self.rows]
        if row.path in paths and self._is_wanted(row):
            self.replace_row(paths.index(row.path), row)
        else:
            self._filter()

    def set_filter(self, words: str, wanted: str) -> None:
        """List only names that hold ``words``, in a state that is ``wanted``."""
        self._sought, self._wanted = words.strip().casefold(), wanted
        self._filter()

    def place_of(self, path: str) -> int | None:
        """The row of a file, None while it is not listed."""
        return next((place for place, row in enumerate(self.rows) if row.path == path), None)

    def _filter(self) -> None:
        self.set_rows([row for row in self._files.values() if self._is_wanted(row)])

    def _is_wanted(self, row: FileRow) -> bool:
        if self._sought not in row.name.casefold():
            return False
        return {
            "all": True,
            "unfinished": not row.is_finished,
            "in_progress": row.status == "in_progress",
            "done": row.is_finished,
            "flagged": row.is_flagged,
        }[self._wanted]


def file_in_words(row: FileRow) -> str:
    """A row as a screen reader says it."""
    status = QCoreApplication.translate("Files", STATUSES.get(row.status, row.status))
    return f"{row.name} {status} {count_in_words(row)}".strip()


def count_in_words(row: FileRow) -> str:
    """How many marks: all of a finished file, how many of them are reviewed in a begun one."""
    if not row.total:
        return ""
    return f"{row.reviewed} / {row.total}" if row.status == "in_progress" else str(row.total)
