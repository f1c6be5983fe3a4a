"""What controllers of figures share: the folder that the figures are of, and their way into a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from core.dataset import Dataset
from core.errors import ExportFailed
from core.files.safe_files import write_whole
from gui.background import Background
from gui.controllers.conversation import Conversation

Watch = Callable[[Iterable[Any]], Iterable[Any]]
"""What hands articles on, and tells how many have gone by."""

OFTEN = 50
"""Articles after which it is told."""


class FolderFigures(QObject):
    """Lives as long as its page; ``dataset`` tells the folder that is open."""

    noticed = Signal(str)
    _passed = Signal(int, int)

    def __init__(
        self,
        page: QObject,
        dataset: Callable[[], Dataset | None],
        background: Background,
        conversation: Conversation,
    ) -> None:
        super().__init__(page)
        self._dataset, self._background, self._conversation = dataset, background, conversation
        self._number = 0
        self._hearer: Callable[[int], None] | None = None
        self._passed.connect(self._hear)

    def _watching(self, tell: Callable[[str], None], words: str) -> Watch:
        """A watch for another thread, of the newest work: ``tell`` hears ``words`` and the number here."""
        self._number += 1
        number, passed = self._number, self._passed
        self._hearer = lambda count: tell(f"{words} {count:,}")

        def watch(articles: Iterable[Any]) -> Iterator[Any]:
            for count, article in enumerate(articles, 1):
                yield article
                if count % OFTEN == 0:
                    passed.emit(number, count)

        return watch

    def _hear(self, number: int, count: int) -> None:
        if number == self._number and self._hearer is not None:
            self._hearer(count)

    def _folder(self) -> Path | None:
        dataset = self._dataset()
        return dataset.folder if dataset else None

    def _ask(self, what: str, suffix: str, kinds: list[str], write: Callable[[Path], None]) -> None:
        """Let the user pick where to ``write``: beside the folder, to begin with."""
        folder = self._folder()
        if folder is not None:
            suggested = folder.parent / f"{folder.name}-{what}.{suffix}"
            self._conversation.choose_target(self.tr("Save As"), suggested, kinds, write)

    def _write(self, path: Path, pieces: Iterable[bytes]) -> None:
        try:
            write_whole(path, pieces)
        except OSError as error:
            self._tell_failed(path, error.strerror or str(error))
        else:
            self._tell_written(path)

    def _tell_written(self, path: Path) -> None:
        self.noticed.emit(self.tr("Written: {0}").format(path.name))

    def _tell_failed(self, path: Path, reason: str) -> None:
        self._conversation.tell(ExportFailed(path, reason))
