"""The files of a folder as rows: how far they are, which of them are wanted, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject

from core.dataset import ArticleState
from gui.widgets.row_model import RowModel
from gui.words.language import QT_TRANSLATE_NOOP

WANTED: dict[str, tuple[str, Callable[[ArticleState], bool]]] = {
    "all": (QT_TRANSLATE_NOOP("Files", "All files"), lambda state: True),
    "unfinished": (QT_TRANSLATE_NOOP("Files", "Unfinished"), lambda state: not state.is_finished),
    "new": (QT_TRANSLATE_NOOP("Files", "Untouched"), lambda state: state.status == "new"),
    "in_progress": (QT_TRANSLATE_NOOP("Files", "In progress"), lambda state: state.status == "in_progress"),
    "done": (QT_TRANSLATE_NOOP("Files", "Done"), lambda state: state.status == "done"),
    "nothing": (QT_TRANSLATE_NOOP("Files", "Done, nothing to mark"), lambda state: is_without_marks(state)),
    "skipped": (QT_TRANSLATE_NOOP("Files", "Skipped"), lambda state: state.status == "skipped"),
    "flagged": (QT_TRANSLATE_NOOP("Files", "Flagged"), lambda state: state.is_flagged),
    "unreadable": (QT_TRANSLATE_NOOP("Files", "Unreadable"), lambda state: bool(state.problem)),
}
ORDERS: dict[str, tuple[str, Callable[[ArticleState], Any] | None]] = {
    "name": (QT_TRANSLATE_NOOP("Files", "Order: by name"), None),
    "state": (
        QT_TRANSLATE_NOOP("Files", "Order: unfinished first"),
        lambda state: (state.is_finished, state.status != "in_progress"),
    ),
    "waiting": (QT_TRANSLATE_NOOP("Files", "Order: most to review first"), lambda state: -waiting(state)),
    "seconds": (QT_TRANSLATE_NOOP("Files", "Order: longest worked on first"), lambda state: -state.seconds),
}
STATUSES = {
    "new": QT_TRANSLATE_NOOP("Files", "untouched"),
    "in_progress": QT_TRANSLATE_NOOP("Files", "in progress"),
    "done": QT_TRANSLATE_NOOP("Files", "done"),
    "skipped": QT_TRANSLATE_NOOP("Files", "skipped"),
}


class FileModel(RowModel[ArticleState]):
    """All files of a folder, of which those are listed that match the words and the choice."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(file_in_words, parent, tip=_tip)
        self._files: dict[str, ArticleState] = {}
        self._places: dict[str, int] = {}
        self._sought, self._wanted, self._order = "", "all", "name"

    @property
    def files(self) -> tuple[ArticleState, ...]:
        """Every file of the folder."""
        return tuple(self._files.values())

    def set_files(self, files: Sequence[ArticleState]) -> None:
        """Take another folder, or other files of the same."""
        self._files = {state.name: state for state in files}
        self._filter()

    def update_files(self, states: Iterable[ArticleState]) -> None:
        """Take what has become of some files; those of another folder are left out."""
        changed = [state for state in states if self._files.get(state.name, state) != state]
        self._files |= {state.name: state for state in changed}
        stay = all((state.name in self._places) == self._is_wanted(state) for state in changed)
        if stay and ORDERS[self._order][1] is None:
            for state in changed:
                if state.name in self._places:
                    self.replace_row(self._places[state.name], state)
        elif changed:
            self._filter()

    def set_filter(self, words: str, wanted: str, order: str = "name") -> None:
        """List only names that hold ``words``, in a state that is ``wanted``, in an ``order``."""
        self._sought, self._wanted, self._order = words.strip().casefold(), wanted, order
        self._filter()

    def place_of(self, name: str) -> int | None:
        """The row of a file, None while it is not listed."""
        return self._places.get(name)

    def _filter(self) -> None:
        rows = [state for state in self._files.values() if self._is_wanted(state)]
        rank = ORDERS[self._order][1]
        if rank:
            rows.sort(key=rank)
        self._places = {state.name: place for place, state in enumerate(rows)}
        self.set_rows(rows)

    def _is_wanted(self, state: ArticleState) -> bool:
        return self._sought in state.name.casefold() and WANTED[self._wanted][1](state)


def is_without_marks(state: ArticleState) -> bool:
    """Whether an article is done and there was nothing to mark in it."""
    return state.status == "done" and not state.total


def waiting(state: ArticleState) -> int:
    """How many marks wait for a person; none in an article that is finished."""
    return 0 if state.is_finished else state.total - state.reviewed


def file_in_words(state: ArticleState) -> str:
    """A row as a screen reader says it."""
    return f"{state.name} {status_in_words(state)} {count_in_words(state)}".strip()


def status_in_words(state: ArticleState) -> str:
    """How far an article is."""
    if state.problem:
        return QCoreApplication.translate("Files", "unreadable")
    if is_without_marks(state):
        return QCoreApplication.translate("Files", "done, nothing to mark")
    return QCoreApplication.translate("Files", STATUSES.get(state.status, state.status))


def count_in_words(state: ArticleState) -> str:
    """How many marks: all of a finished file, how many of them are reviewed in a begun one."""
    if is_without_marks(state):
        return "0"
    if not state.total:
        return ""
    return f"{state.reviewed} / {state.total}" if state.status == "in_progress" else str(state.total)


def _tip(state: ArticleState) -> str:
    """The whole name, the state, and why it was skipped, flagged or not read."""
    lines = (f"{state.name}: {status_in_words(state)}", state.reason or "", state.problem)
    return "\n".join(line for line in lines if line)
