"""The open folder: its articles and how far each is, kept in step with the disk in the background."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from core.assignment import assignment_for
from core.dataset import ArticleState, Dataset, Index, refresh
from core.dataset.record import state_of
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
    """What a dataset holds, and its index with what that knew of it."""

    index: Index
    names: tuple[str, ...]
    states: dict[str, ArticleState]
    assigned: frozenset[str] | None


class Folder(QObject):
    """Keeps the panel of files in step with the folder and with what is done to the open article."""

    listed = Signal()
    """Another folder's articles are there, with their states, but for those that are still to be read."""

    changed = Signal()
    """Articles have been read, or came or went: what was found in them may be another now."""

    def __init__(
        self, panel: FilesPanel, session: Session, background: Background, appearance: Appearance
    ) -> None:
        super().__init__(panel)
        self._panel, self._session = panel, session
        self._background, self._appearance = background, appearance
        self.dataset: Dataset | None = None
        self.index: Index | None = None
        self.names: tuple[str, ...] = ()
        self._row = 0
        self._generation = 0
        self._is_reading = self._is_stirred = False
        self._has_read = self._is_told = True
        self._watcher = QFileSystemWatcher(self)
        self._soon, self._sometimes = QTimer(self), QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._sometimes.setInterval(SOMETIMES)
        self._watcher.directoryChanged.connect(lambda _: self._soon.start())
        self._soon.timeout.connect(self.look_again)
        self._sometimes.timeout.connect(self._look_if_seen)

    def show(self, folder: Path) -> None:
        """List the articles in ``folder`` and below."""
        self._take(Dataset(folder, self._annotator(), is_deep=True))

    def show_around(self, article: Path) -> None:
        """List the articles beside ``article``, unless it is among those that are listed."""
        known = self.dataset
        if known is None or known.annotator != self._annotator() or known.name_of(article) is None:
            is_inside = known is not None and known.name_of(article) is not None
            folder = known.folder if known and is_inside else article.parent
            self._take(
                Dataset(folder, self._annotator(), is_deep=bool(known and is_inside and known.is_deep))
            )

    def look_again(self) -> None:
        """Notice what came, went or was written since; while articles are being read, once they are."""
        dataset, index = self.dataset, self.index
        self._is_stirred = self._is_reading
        if dataset is None or index is None or self._is_reading:
            return
        self._is_reading = True
        self._generation = index.generation
        self._background.gather(dataset.names, self._take_names, lane="names")
        self._read_on(refresh(index, dataset))

    def show_open_article(self) -> None:
        """Show which file is open, and how far it is now."""
        name, document = self.open_name, self._session.document
        if name is not None and document is not None:
            self._panel.set_current(name)
            row = self._panel.row_of(name)
            self._row = self._row if row is None else row
            self._panel.update_files([state_of(name, document)])

    @property
    def place(self) -> Path | None:
        """The folder that is listed."""
        return self.dataset.folder if self.dataset else None

    @property
    def open_name(self) -> str | None:
        """The name of the open article; None where it is none of the folder's."""
        path = self._session.path
        return self.dataset.name_of(path) if self.dataset and path else None

    def neighbor(self, by: int) -> str | None:
        """The article after (1) or before (-1) the open one, as they are listed; None past the end."""
        before, after = self._around()
        around = after if by > 0 else before[::-1]
        return around[0].name if around else None

    def next_unfinished(self) -> str | None:
        """The first unfinished article after the open one, around the end; None where all are finished."""
        before, after = self._around()
        return next((state.name for state in (*after, *before) if not state.is_finished), None)

    def _around(self) -> tuple[tuple[ArticleState, ...], tuple[ArticleState, ...]]:
        """The listed articles before the open one and after it.

        One that is not listed any more, as it was done a moment ago say, stood where it last stood.
        """
        listed = self._panel.listed()
        row = self._panel.row_of(self.open_name) if self.open_name else None
        if row is None:
            return listed[: self._row], listed[self._row :]
        return listed[:row], listed[row + 1 :]

    def _annotator(self) -> str | None:
        return self._appearance.settings.annotator or None

    def _take(self, dataset: Dataset) -> None:
        if dataset == self.dataset:
            return
        if watched := self._watcher.directories():
            self._watcher.removePaths(watched)
        self.dataset, self.index, self.names = dataset, None, ()
        self._watcher.addPath(str(dataset.folder))
        self._background.cancel(LANE)
        self._background.cancel("names")
        self._background.gather(lambda: _listing(dataset), self._list, lane="list")

    def take_assignment(self) -> None:
        """Say which articles of the folder the annotator is to do."""
        if self.dataset is not None:
            self._panel.set_assigned(_assigned(self.dataset))

    def _list(self, listing: _Listing) -> None:
        """Take another folder."""
        self.index, self.names = listing.index, listing.names
        self._is_reading, self._has_read, self._is_told = False, True, False
        if self.dataset is not None:
            self._panel.set_folder(self.dataset.folder.name, _states(listing.names, listing.states))
            self._panel.set_assigned(listing.assigned)
        self.show_open_article()
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
            self._has_read = self._has_read or bool(step.states)
            self._panel.update_files([state for state in step.states if state.name != self.open_name])
            is_long = step.total > BATCH
            words = self.tr("Reading {0} of {1}").format(f"{step.done:,}", f"{step.total:,}")
            self._panel.reading.show_work(words if is_long else "", step.done / max(1, step.total))
            self._read_on(steps)
            self._tell_listed()

        self._background.gather(lambda: next(steps, None), done, lane=LANE)

    def _tell_listed(self) -> None:
        """Say, once it is known what is to be read, that the folder is there.

        The first article is opened then: loading what that needs would hold the states up.
        """
        if not self._is_told:
            self._is_told = True
            self.listed.emit()

    def _end_reading(self) -> None:
        self._panel.reading.show_work("", 0)
        self._is_reading = False
        self._look_for_copies()
        self.changed.emit()
        was_lost = self.index is not None and self.index.generation != self._generation
        if self._is_stirred or was_lost:
            self._soon.start()

    def _look_for_copies(self) -> None:
        index = self.index
        if index is not None and self._has_read:
            self._has_read = False
            self._background.gather(lambda: _copies(index), self._panel.set_copies, lane="copies")

    def _look_if_seen(self) -> None:
        if QGuiApplication.applicationState() == Qt.ApplicationState.ApplicationActive:
            self.look_again()


def _listing(dataset: Dataset) -> _Listing:
    from core.bulk import recover

    recover()
    index = Index(dataset.index_file())
    return _Listing(index, dataset.names(), index.states(), _assigned(dataset))


def _copies(index: Index) -> Mapping[str, tuple[str, ...]]:
    from core.dataset.copies import copies_of  # numpy takes long to load

    return copies_of(index)


def _assigned(dataset: Dataset) -> frozenset[str] | None:
    """The articles that the annotator is to do; None where none were assigned to that name."""
    articles = assignment_for(dataset.folder).articles.get(dataset.annotator or "")
    return None if articles is None else frozenset(articles)


def _states(names: tuple[str, ...], known: dict[str, ArticleState]) -> list[ArticleState]:
    return [known.get(name) or ArticleState(name) for name in names]
