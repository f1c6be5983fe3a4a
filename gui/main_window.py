"""The main window: it is up before its parts are made, tells what happens to it, and decides nothing."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow

from gui.look.metrics import load_metrics
from gui.widgets.dropping import is_welcome, local_paths, take_copy, words_in

ON_SMALL_SCREEN = 0.9
"""What a window that does not fill a small screen takes of its width and height at most."""

TITLE_BAR_PX = 32
"""What a desktop's title takes of the screen, about."""


class MainWindow(QMainWindow):
    """An empty window of the right size; ``window_parts`` fills it."""

    close_requested = Signal(QCloseEvent)
    language_changed = Signal()
    paths_dropped = Signal(list)
    words_dropped = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumSize(*load_metrics().layout.window_min)
        self.resize(*load_metrics().layout.window_first)
        self.setAcceptDrops(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def restore_place(self, geometry: bytes) -> None:
        """Go where the window was when it was last closed."""
        if geometry:
            self.restoreGeometry(QByteArray(geometry))

    def fit(self, room: QSize) -> None:
        """Fill the screen where it has no ``room`` for the window and its title, which then is no larger."""
        wanted = self.size() + QSize(0, TITLE_BAR_PX)
        if wanted != wanted.boundedTo(room):
            self.resize(self.size().boundedTo(room * ON_SMALL_SCREEN))
            self.showMaximized()

    def set_full_screen(self, is_full: bool) -> None:
        """Fill the screen, or go back to a window."""
        if is_full:
            self.showFullScreen()
        else:
            self.showNormal()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.language_changed.emit()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask whoever keeps the article; ``event`` is ignored where the window must stay."""
        self.close_requested.emit(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, folders and words."""
        if is_welcome(event):
            take_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell what was dropped."""
        take_copy(event)
        if paths := local_paths(event.mimeData()):
            self.paths_dropped.emit(paths)
        else:
            self.words_dropped.emit(words_in(event.mimeData()))
