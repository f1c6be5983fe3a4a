"""Brings the lines of a long article onto the page bit by bit, so that the window never stands still."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from PySide6.QtCore import QObject, QTimer, Signal

from gui.article.page import ArticlePage
from gui.article.view_text import Line, ViewText

FIRST_UNITS = 6_000
CHUNK_UNITS = 6_000
# A paragraph costs as much as this many characters, however short it is.
LINE_WEIGHT = 60


class LineFeed(QObject):
    """Writes lines to a page and its ``ViewText`` alike: some at once, the others from a timer."""

    finished = Signal()

    def __init__(self, page: ArticlePage, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._view_text = ViewText()
        self._waiting: Iterator[Line] = iter(())
        self.is_done = True
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._write_chunk)

    def start(self, lines: Iterator[Line], view_text: ViewText) -> None:
        """Write the first lines now and the rest later; what was under way is forgotten."""
        self._waiting, self._view_text, self.is_done = lines, view_text, False
        self._write(FIRST_UNITS)
        if not self.is_done:
            self._timer.start()

    def stop(self) -> None:
        """Forget what has not been written."""
        self._timer.stop()
        self._waiting, self.is_done = iter(()), True

    def write_to(self, offset: int) -> None:
        """Write now whatever comes up to ``offset``, and a screen more."""
        while not self.is_done and self._view_text.lines[-1].span.end <= offset:
            self._write(CHUNK_UNITS)

    def _write_chunk(self) -> None:
        self._write(CHUNK_UNITS)
        if self.is_done:
            self._timer.stop()
            self.finished.emit()

    def _write(self, units: int) -> None:
        lines: list[Line] = []
        for line in islice(self._waiting, units):
            lines.append(line)
            units -= line.units + LINE_WEIGHT
            if units <= 0:
                break
        else:
            self.is_done = True
        self._view_text.extend(lines)
        self._page.append(lines)
