"""What may be dropped on the window: files and folders of this machine, or words from another program."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDropEvent


def local_paths(data: QMimeData) -> list[str]:
    """The files and folders of this machine; nothing is fetched from elsewhere."""
    return [url.toLocalFile() for url in data.urls() if url.isLocalFile()]


def words_in(data: QMimeData) -> str:
    """Words that stand for themselves: those of an address are none."""
    return "" if data.hasUrls() else data.text().strip()


def is_welcome(event: QDropEvent) -> bool:
    """Whether there is something to open; what is dragged within the window is not."""
    data = event.mimeData()
    return event.source() is None and bool(local_paths(data) or words_in(data))


def take_copy(event: QDropEvent) -> None:
    """Accept what is dropped as a copy: had it moved, the other program would remove it on its side."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
