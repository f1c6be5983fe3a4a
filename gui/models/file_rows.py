"""The files of a folder as rows: how far they are, which of them are wanted, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject

from core.dataset import ArticleState
from core.dataset.pace import Pace, pace_of
from gui.widgets.row_model import RowModel
from gui.words.language import QT_TRANSLATE_NOOP, listed


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a folder beside its states: which articles are copies, which the annotator is to do.

    ``assigned`` is None where that was not said. With ``is_blind`` no suggestions are told of.
    """

    copies: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    assigned: frozenset[str] | None = None
    is_blind: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """What is listed: names with ``words``, in a state that is ``wanted``, with ``is_assigned`` one's own.

    ``order`` is one of ``ORDERS``, or the reverse of it.
    """

    words: str = ""
    wanted: str = "all"
    is_assigned: bool = False
    order: str = "name"
    is_reversed: bool = False


Wanted = Callable[[ArticleState, Facts], bool]

WANTED: dict[str, tuple[str, Wanted]] = {
    "all": (QT_TRANSLATE_NOOP("Files", "All files"), lambda state, _: True),
    "unfinished": (QT_TRANSLATE_NOOP("Files", "Unfinished"), lambda state, _: not state.is_finished),
    "new": (QT_TRANSLATE_NOOP("Files", "Untouched"), lambda state, _: state.status == "new"),
    "in_progress": (
        QT_TRANSLATE_NOOP("Files", "In progress"),
        lambda state, _: state.status == "in_progress",
    ),
    "done": (QT_TRANSLATE_NOOP("Files", "Done"), lambda state, _: state.status == "done"),
    "nothing": (
        QT_TRANSLATE_NOOP("Files", "Done, nothing to mark"),
        lambda state, _: is_without_marks(state),
    ),
    "skipped": (QT_TRANSLATE_NOOP("Files", "Skipped"), lambda state, _: state.status == "skipped"),
    "flagged": (QT_TRANSLATE_NOOP("Files", "Flagged"), lambda state, _: state.is_flagged),
    "copies": (
        QT_TRANSLATE_NOOP("Files", "Copies of one another"),
        lambda state, facts: state.name in facts.copies,
    ),
    "unreadable": (QT_TRANSLATE_NOOP("Files", "Unreadable"), lambda state, _: bool(state.problem)),
}
ORDERS: dict[str, tuple[str, Callable[[ArticleState], Any] | None]] = {
    "name": (QT_TRANSLATE_NOOP("Files", "Order: by name"), None),
    "state": (
        QT_TRANSLATE_NOOP("Files", "Order: unfinished first"),
        lambda state: (state.is_finished, state.status != "in_progress"),
    ),
    "waiting": (QT_TRANSLATE_NOOP("Files", "Order: most to review first"), lambda state: -waiting(state)),
    "marks": (QT_TRANSLATE_NOOP("Files", "Order: most marks first"), lambda state: -state.total),
    "flagged": (QT_TRANSLATE_NOOP("Files", "Order: flagged first"), lambda state: not state.is_flagged),
    "seconds": (QT_TRANSLATE_NOOP("Files", "Order: longest worked on first"), lambda state: -state.seconds),
}
MOST_COPIES = 5
"""Copies of an article that are named."""

STATUSES = {
    "new": QT_TRANSLATE_NOOP("Files", "untouched"),
    "in_progress": QT_TRANSLATE_NOOP("Files", "in progress"),
    "done": QT_TRANSLATE_NOOP("Files", "done"),
    "skipped": QT_TRANSLATE_NOOP("Files", "skipped"),
}


class FileModel(RowModel[ArticleState]):
    """All files of a folder, of which those are listed that match the words and the choice."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(self._in_words, parent, tip=self._tip)
        self._files: dict[str, ArticleState] = {}
        self._places: dict[str, int] = {}
        self._chosen = Choice()
        self.facts = Facts()
        self.pace = Pace()
        """Of the files that are the annotator's to do where only these are listed, else of every file."""
        self.waiting = 0
        """Marks that wait for a person in the files that are listed."""

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
        before = [self._files[state.name] for state in changed]
        self._files |= {state.name: state for state in changed}
        is_wanted = self._test()
        stay = all((state.name in self._places) == is_wanted(state) for state in changed)
        if stay and ORDERS[self._chosen.order][1] is None:  # names do not change
            self.pace += pace_of(filter(self._is_to_do, changed)) - pace_of(filter(self._is_to_do, before))
            for state in changed:
                if state.name in self._places:
                    self._replace(self._places[state.name], self._shown(state))
        elif changed:
            self._filter()

    def _replace(self, place: int, state: ArticleState) -> None:
        self.waiting += waiting(state) - waiting(self.rows[place])
        self.replace_row(place, state)

    def set_facts(self, facts: Facts) -> None:
        """Take what else is known of the folder."""
        if facts != self.facts:
            self.facts = facts
            self._filter()
            self.dataChanged.emit(self.index(0, 0), self.index(max(0, len(self.rows) - 1), 0))

    def choose(self, choice: Choice) -> None:
        """List only what is chosen, in that order."""
        self._chosen = choice
        self._filter()

    def place_of(self, name: str) -> int | None:
        """The row of a file, None while it is not listed."""
        return self._places.get(name)

    def _filter(self) -> None:
        rows = [self._shown(state) for state in filter(self._test(), self._files.values())]
        rank = ORDERS[self._chosen.order][1]
        if rank:
            rows.sort(key=rank, reverse=self._chosen.is_reversed)
        elif self._chosen.is_reversed:
            rows.reverse()
        self._places = {state.name: place for place, state in enumerate(rows)}
        self.pace = pace_of(filter(self._is_to_do, self._files.values()))
        self.waiting = sum(map(waiting, rows))
        self.set_rows(rows)

    def _test(self) -> Callable[[ArticleState], bool]:
        """What tells whether a file is to be listed."""
        words, facts = self._chosen.words.strip().casefold(), self.facts
        is_wanted, is_to_do = WANTED[self._chosen.wanted][1], self._is_to_do
        return lambda state: words in state.name.casefold() and is_to_do(state) and is_wanted(state, facts)

    def _is_to_do(self, state: ArticleState) -> bool:
        assigned = self.facts.assigned
        return not self._chosen.is_assigned or assigned is None or state.name in assigned

    def _shown(self, state: ArticleState) -> ArticleState:
        """The state as it may be told: before the first pass of a blind one is over, without suggestions."""
        if self.facts.is_blind and not state.is_finished:
            return replace(state, total=state.reviewed)
        return state

    def _in_words(self, state: ArticleState) -> str:
        copies = QCoreApplication.translate("Files", "has copies") if state.name in self.facts.copies else ""
        return f"{file_in_words(state)} {copies}".strip()

    def _tip(self, state: ArticleState) -> str:
        """The whole name, the state, why it was skipped, flagged or not read, and which its copies are."""
        copies = [name for name in self.facts.copies.get(state.name, ()) if name != state.name]
        words = QCoreApplication.translate("Files", "Copies: {0}").format(listed(copies[:MOST_COPIES]))
        lines = (f"{state.name}: {status_in_words(state)}", state.reason or "", state.problem)
        return "\n".join(line for line in (*lines, words if copies else "") if line)


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
