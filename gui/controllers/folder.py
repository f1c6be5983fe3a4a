"""The list of a folder's files: its states are read in the background, a few files at a time."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject

from core.dataset import ArticleState, articles_in, state_of
from gui.background import Background
from gui.controllers.appearance import Appearance
from gui.models.file_rows import FileRow
from gui.panels.files_panel import FilesPanel
from gui.session import Session

BATCH = 40
"""Sidecars read in one go: small enough that the list fills as one looks."""


class Folder(QObject):
    """Keeps the panel of files in step with the folder and with what is done to the open article."""

    def __init__(
        self, panel: FilesPanel, session: Session, background: Background, appearance: Appearance
    ) -> None:
        super().__init__(panel)
        self._panel, self._session = panel, session
        self._background, self._appearance = background, appearance
        self._folder: Path | None = None
        self._listed: tuple[Path, ...] = ()
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._look_again)

    def show(self, folder: Path) -> None:
        """List the articles of ``folder``; the same folder stays as it is."""
        if folder == self._folder:
            return
        if self._folder is not None:
            self._watcher.removePath(str(self._folder))
        self._folder = folder
        self._watcher.addPath(str(folder))
        self._list(articles_in(folder))

    def show_open_article(self) -> None:
        """Show which file is open, and how far it is now."""
        path, document = self._session.path, self._session.document
        if path is None or document is None:
            return
        self._panel.set_current(str(path))
        marks = document.live_annotations()
        reviewed = sum(mark.is_reviewed for mark in marks)
        progress = document.progress
        self._panel.update_file(
            FileRow(str(path), path.name, progress.status, reviewed, len(marks), progress.flagged)
        )

    def _list(self, articles: tuple[Path, ...]) -> None:
        if self._folder is None:
            return
        self._listed = articles
        self._panel.set_folder(self._folder.name, [FileRow(str(path), path.name) for path in articles])
        self.show_open_article()
        self._read_states(articles)

    def _look_again(self) -> None:
        """Notice files that came or went; sidecars being saved change nothing in the list."""
        if self._folder is not None:
            articles = articles_in(self._folder)
            if articles != self._listed:
                self._list(articles)

    def _read_states(self, articles: tuple[Path, ...]) -> None:
        annotator = self._appearance.settings.annotator or None
        now, later = articles[:BATCH], articles[BATCH:]
        if not now:
            return

        def done(states: list[ArticleState]) -> None:
            for state in states:
                if state.path != self._session.path:
                    self._panel.update_file(_row(state))
            self._read_states(later)

        self._background.run("states", lambda: [state_of(path, annotator) for path in now], done, _raise)


def _row(state: ArticleState) -> FileRow:
    return FileRow(
        str(state.path), state.path.name, state.status, state.reviewed, state.total, state.is_flagged
    )


def _raise(error: Exception) -> None:
    raise error
