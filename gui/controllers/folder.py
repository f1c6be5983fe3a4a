"""The open folder: its articles and how far each is, kept in step with the disk in the background."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from core.dataset import ArticleState, Index, articles_in, index_file, refresh
from core.dataset.record import record_of
from core.dataset.refreshing import BATCH, Step
from gui.background import Background
from gui.controllers.appearance import Appearance
from gui.panels.files_panel import FilesPanel
from gui.session import Session

LANE = "states"
SOON, SOMETIMES = 1000, 30_000
"""Milliseconds after something stirred in the folder, and between looks for files written in place."""


@dataclass(frozen=True, slots=True)
class _Listing:
    """What a folder holds, and its index with what that knew of it."""

    index: Index
    names: tuple[str, ...]
    states: dict[str, ArticleState]


class Folder(QObject):
    """Keeps the panel of files in step with the folder and with what is done to the open article."""

    listed = Signal()
    """Another folder's articles are there, with what was known of their states."""

    changed = Signal()
    """Articles have been read, or came or went: what was found in them may be another now."""

    def __init__(
        self, panel: FilesPanel, session: Session, background: Background, appearance: Appearance
    ) -> None:
        super().__init__(panel)
        self._panel, self._session = panel, session
        self._background, self._appearance = background, appearance
        self.folder: Path | None = None
        self.index: Index | None = None
        self.names: tuple[str, ...] = ()
        self._annotator: str | None = None
        self._generation = 0
        self._is_reading = self._is_stirred = False
        self._watcher = QFileSystemWatcher(self)
        self._soon, self._sometimes = QTimer(self), QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._sometimes.setInterval(SOMETIMES)
        self._watcher.directoryChanged.connect(self._soon.start)
        self._soon.timeout.connect(self.look_again)
        self._sometimes.timeout.connect(self._look_if_seen)

    @property
    def annotator(self) -> str | None:
        """Whose sidecars the states are from."""
        return self._annotator

    def show(self, folder: Path) -> None:
        """List the articles of ``folder``; the same folder, seen by the same annotator, stays as it is."""
        annotator = self._appearance.settings.annotator or None
        if (folder, annotator) == (self.folder, self._annotator):
            return
        if self.folder is not None:
            self._watcher.removePath(str(self.folder))
        self.folder, self._annotator, self.index = folder, annotator, None
        self._watcher.addPath(str(folder))
        self._background.cancel(LANE)
        self._background.gather(lambda: _listing(folder, annotator), self._list, lane="list")

    def look_again(self) -> None:
        """Notice what came, went or was written since; while articles are being read, once they are."""
        folder, index, annotator = self.folder, self.index, self._annotator
        self._is_stirred = self._is_reading
        if folder is None or index is None or self._is_reading:
            return
        self._is_reading = True
        self._generation = index.generation
        self._background.gather(
            lambda: tuple(path.name for path in articles_in(folder)), self._take_names, lane="names"
        )
        self._read_on(refresh(index, folder, annotator))

    def show_open_article(self) -> None:
        """Show which file is open, and how far it is now."""
        path, document = self._session.path, self._session.document
        if path is not None and document is not None and path.parent == self.folder:
            self._panel.set_current(path.name)
            self._panel.update_files([record_of(path.name, document).state])

    def neighbor(self, by: int) -> Path | None:
        """The article after (1) or before (-1) the open one, as they are listed; None past the end."""
        listed = [state.name for state in self._panel.listed()]
        here = self._session.path.name if self._session.path else ""
        if here not in listed:
            listed = list(self.names)
        if here not in listed:
            return None
        place = listed.index(here) + by
        return self.folder / listed[place] if self.folder and 0 <= place < len(listed) else None

    def next_unfinished(self) -> Path | None:
        """The first unfinished article after the open one, around the end; None where all are finished."""
        listed = self._panel.listed()
        here = self._session.path.name if self._session.path else ""
        place = next((i for i, state in enumerate(listed) if state.name == here), -1)
        after = (*listed[place + 1 :], *listed[: max(place, 0)])
        found = next((state.name for state in after if not state.is_finished), None)
        return self.folder / found if self.folder and found else None

    def _list(self, listing: _Listing) -> None:
        """Take another folder."""
        self.index, self.names = listing.index, listing.names
        self._is_reading = False
        if self.folder is not None:
            self._panel.set_folder(self.folder.name, _states(listing.names, listing.states))
        self.show_open_article()
        self.listed.emit()
        self._sometimes.start()
        self.look_again()

    def _take_names(self, names: tuple[str, ...]) -> None:
        """Take what the same folder holds now."""
        if names != self.names:
            known = {state.name: state for state in self._panel.files()}
            self.names = names
            self._panel.set_files(_states(names, known))
            self.show_open_article()
            self.changed.emit()

    def _read_on(self, steps: Iterator[Step]) -> None:
        """Read the next few articles, and go on until all are read."""

        def done(step: Step | None) -> None:
            if step is None:
                self._end_reading()
                return
            own = self._session.path.name if self._session.path else ""
            self._panel.update_files([state for state in step.states if state.name != own])
            is_long = step.total > BATCH
            words = self.tr("Reading {0} of {1}").format(f"{step.done:,}", f"{step.total:,}")
            self._panel.reading.show_work(words if is_long else "", step.done / max(1, step.total))
            self._read_on(steps)

        self._background.gather(lambda: next(steps, None), done, lane=LANE)

    def _end_reading(self) -> None:
        self._panel.reading.show_work("", 0)
        self._is_reading = False
        self.changed.emit()
        was_lost = self.index is not None and self.index.generation != self._generation
        if self._is_stirred or was_lost:
            self._soon.start()

    def _look_if_seen(self) -> None:
        if QGuiApplication.applicationState() == Qt.ApplicationState.ApplicationActive:
            self.look_again()


def _listing(folder: Path, annotator: str | None) -> _Listing:
    index = Index(index_file(folder, annotator))
    return _Listing(index, tuple(path.name for path in articles_in(folder)), index.states())


def _states(names: tuple[str, ...], known: dict[str, ArticleState]) -> list[ArticleState]:
    return [known.get(name) or ArticleState(name) for name in names]
