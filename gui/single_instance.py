"""One window a user: a second start hands its files to the first and ends.

A lock file tells who is first. What a second start wants opened goes as one small file into a folder
that the first one watches, so no network module is needed.
"""

from __future__ import annotations

import json
import uuid
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, Signal


class SingleInstance(QObject):
    """The claim to be the only window; ``files_handed_over`` brings what later starts want opened."""

    files_handed_over = Signal(list)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._inbox = folder / "inbox"
        self._inbox.mkdir(parents=True, exist_ok=True)
        self._lock = QLockFile(str(folder / "window.lock"))
        self._lock.setStaleLockTime(0)
        self._watcher: QFileSystemWatcher | None = None

    def claim(self) -> bool:
        """Become the window; False where another one already is."""
        if not self._lock.tryLock(50):
            return False
        for old in self._inbox.glob("*.json"):
            old.unlink(missing_ok=True)
        self._watcher = QFileSystemWatcher([str(self._inbox)], self)
        self._watcher.directoryChanged.connect(self._collect)
        return True

    def hand_over(self, files: list[Path]) -> None:
        """Leave ``files`` for the first window; an empty list just asks it to come to the front."""
        name = uuid.uuid4().hex
        draft = self._inbox / f"{name}.draft"
        draft.write_text(json.dumps([str(file.absolute()) for file in files]), encoding="utf-8")
        draft.replace(self._inbox / f"{name}.json")

    def release(self) -> None:
        """Give the claim up."""
        self._lock.unlock()

    def _collect(self) -> None:
        for letter in sorted(self._inbox.glob("*.json")):
            try:
                names = json.loads(letter.read_text(encoding="utf-8"))
            except (OSError, ValueError):
                continue
            letter.unlink(missing_ok=True)
            self.files_handed_over.emit([Path(name) for name in names])
