"""The files of a folder: how far each is, how far the folder is, a filter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from core.dataset import ArticleState
from core.dataset.pace import Pace
from gui.models.file_rows import ORDERS, WANTED, Choice, Facts, FileModel
from gui.panels.file_delegate import MARGIN, FileDelegate
from gui.widgets.background_work import BackgroundWork, ProgressLine
from gui.widgets.buttons import IconButton
from gui.widgets.pane import Pane, Words
from gui.widgets.row_list import RowList
from gui.widgets.row_model import ROW
from gui.widgets.search_field import SearchField


class FilesPanel(Pane):
    """Lists the folder's files and asks to open the one that is activated, by its name.

    Below them it says how fast the work goes, and what is done in the background.
    """

    file_activated = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", ("right",), parent=parent)
        self._model = FileModel(self)
        self._delegate = FileDelegate(self)
        self.list = RowList(self._model, self._delegate, scrolls=True)
        self.list.activated.connect(lambda index: self.file_activated.emit(index.data(ROW).name))
        self._title, self._count = Words(weight=600), Words(ink="ink_2", pixels=12)
        self._progress = ProgressLine()
        self.field = SearchField()
        self.field.textChanged.connect(self._filter)
        self.filter_button = IconButton("filter")
        self._menu = QMenu(self)
        self._choices = self._add_choices({name: words for name, (words, _) in WANTED.items()})
        self._menu.addSeparator()
        self.assigned_only = self._add_check()
        self._menu.addSeparator()
        self._orders = self._add_choices({name: words for name, (words, _) in ORDERS.items()})
        self.reversed = self._add_check()
        self.filter_button.clicked.connect(self._open_menu)
        self._chosen = Words(ink="ink_2", pixels=12)
        self._chosen.setWordWrap(True)
        self._chosen.setContentsMargins(0, 0, 0, 6)
        self.pace = Words(ink="ink_2", pixels=12)
        self.pace.setWordWrap(True)
        self.reading, self.work = BackgroundWork(), BackgroundWork()
        self._lay_out()
        self._retranslate()

    def set_folder(self, name: str, files: Sequence[ArticleState]) -> None:
        """Show another folder."""
        self._title.setText(name)
        self._title.setToolTip(name)
        self.field.clear()
        self._choices["all"].setChecked(True)
        self._model.set_facts(Facts(is_blind=self._model.facts.is_blind))
        self.set_files(files)

    def set_files(self, files: Sequence[ArticleState]) -> None:
        """Show what the folder holds now."""
        self._model.set_files(files)
        self._tell_list()

    def update_files(self, states: Sequence[ArticleState]) -> None:
        """Show what has become of some files."""
        self._model.update_files(states)
        self._tell_progress()

    def set_assigned(self, assigned: frozenset[str] | None) -> None:
        """Say which files the annotator is to do, None where nobody said; at first only these are listed."""
        self._set_facts(assigned=assigned)
        self.assigned_only.setEnabled(assigned is not None)
        self.assigned_only.setChecked(assigned is not None)

    def set_copies(self, copies: Mapping[str, tuple[str, ...]]) -> None:
        """Say which files are copies of which others."""
        self._set_facts(copies=copies)

    def set_blind(self, is_blind: bool) -> None:
        """Tell of no suggestions before the first pass of a file is over."""
        self._set_facts(is_blind=is_blind)

    def set_current(self, name: str) -> None:
        """Show which file is open."""
        self._delegate.current = name
        self.list.select_row(self._model.place_of(name))
        self.list.viewport().update()

    def files(self) -> tuple[ArticleState, ...]:
        """Every file of the folder."""
        return self._model.files

    def listed(self) -> tuple[ArticleState, ...]:
        """The files as they are listed: filtered, and in the chosen order."""
        return self._model.rows

    def row_of(self, name: str) -> int | None:
        """Where a file is listed; None where it is not."""
        return self._model.place_of(name)

    def choice(self, wanted: str) -> QAction:
        """The menu entry that lists only the files in a state."""
        return self._choices[wanted]

    def order(self, order: str) -> QAction:
        """The menu entry that lists the files in an order."""
        return self._orders[order]

    def progress_words(self) -> str:
        """How many files are finished, of how many."""
        return self._count.text()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        head, find = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        find.setSpacing(4)
        find.addWidget(self.field, 1)
        find.addWidget(self.filter_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 1, 0)
        layout.setSpacing(0)
        for part, gap in ((head, 6), (self._progress, 12), (find, 8)):
            _add_with_margin(layout, part)
            layout.addSpacing(gap)
        _add_with_margin(layout, self._chosen)
        layout.addWidget(self.list, 1)
        _add_with_margin(layout, self.pace, 6)
        layout.addWidget(self.reading)
        layout.addWidget(self.work)

    def _add_choices(self, words: dict[str, str]) -> dict[str, QAction]:
        """Entries of the menu of which one is chosen, at first the first; their words are filled in later."""
        group = QActionGroup(self)
        entries = {name: QAction(self._menu) for name in words}
        for action in entries.values():
            action.setCheckable(True)
            group.addAction(action)
            self._menu.addAction(action)
        next(iter(entries.values())).setChecked(True)
        group.triggered.connect(self._filter)
        return entries

    def _add_check(self) -> QAction:
        """An entry of the menu that is on or off; its words are filled in later."""
        action = QAction(self._menu)
        action.setCheckable(True)
        action.toggled.connect(self._filter)
        self._menu.addAction(action)
        return action

    def _set_facts(self, **facts: Any) -> None:
        self._model.set_facts(replace(self._model.facts, **facts))
        self._delegate.copies = self._model.facts.copies
        self._tell_progress()

    def _open_menu(self) -> None:
        self._menu.popup(self.filter_button.mapToGlobal(self.filter_button.rect().bottomLeft()))

    def _filter(self) -> None:
        choice = Choice(
            self.field.text(),
            _chosen(self._choices),
            self.assigned_only.isChecked(),
            _chosen(self._orders),
            self.reversed.isChecked(),
        )
        self._model.choose(choice)
        self._tell_list()

    def _tell_list(self) -> None:
        """Show what goes with another list of files."""
        self.list.select_row(self._model.place_of(self._delegate.current))
        self._tell_choice()
        self._tell_progress()

    def _tell_choice(self) -> None:
        """What of the menu narrows the list, in words below the field."""
        wanted = self._choices[_chosen(self._choices)]
        narrowing = [self.assigned_only] if self.assigned_only.isChecked() else []
        narrowing += [] if wanted is self._choices["all"] else [wanted]
        self._chosen.setText(" · ".join(action.text() for action in narrowing))
        self._chosen.setVisible(bool(narrowing))

    def _tell_progress(self) -> None:
        pace = self._model.pace
        self._count.setText(f"{pace.finished} / {pace.total}")
        self._progress.set_share(pace.finished / pace.total if pace.total else 0)
        count = self._model.waiting
        waiting = self.tr("%n mark(s) to review", "", count) if count else ""
        self.pace.setText("\n".join(filter(None, (waiting, self._pace_in_words(pace)))))

    def _pace_in_words(self, pace: Pace) -> str:
        """Seconds an article, articles an hour, and what is left; empty before the first was finished."""
        if pace.seconds_each is None or pace.an_hour is None or pace.hours_left is None:
            return ""
        each, rate = f"{pace.seconds_each:.0f}", f"{pace.an_hour:.0f}"
        words = [self.tr("{0} s each").format(each), self.tr("{0} an hour").format(rate)]
        if pace.left and pace.hours_left < 1:
            words.append(self.tr("{0} min left").format(max(1, round(60 * pace.hours_left))))
        elif pace.left:
            words.append(self.tr("{0} h left").format(f"{pace.hours_left:.1f}"))
        return " · ".join(words)

    def _retranslate(self) -> None:
        self.field.set_hint(self.tr("Filter files"))
        self.list.setAccessibleName(self.tr("Files"))
        self.filter_button.setAccessibleName(self.tr("Which files to list, and in which order"))
        self.filter_button.setToolTip(self.tr("Which files to list, and in which order"))
        for entries, table in ((self._choices, WANTED), (self._orders, ORDERS)):
            for name, action in entries.items():
                action.setText(QCoreApplication.translate("Files", table[name][0]))
        self.assigned_only.setText(self.tr("Only those assigned to me"))
        self.reversed.setText(self.tr("In reverse order"))
        self._tell_choice()


def _chosen(entries: dict[str, QAction]) -> str:
    return next(name for name, action in entries.items() if action.isChecked())


def _add_with_margin(layout: QVBoxLayout, part: QWidget | QHBoxLayout, gap: int = 0) -> None:
    if isinstance(part, QWidget):
        around = QHBoxLayout()
        around.addWidget(part)
        part = around
    part.setContentsMargins(MARGIN, gap, MARGIN - 4, gap)
    layout.addLayout(part)
