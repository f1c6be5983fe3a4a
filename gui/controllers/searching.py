"""Search over all articles of the folder: the first places at once, the rest as they are found."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer

from core.dataset import Found, search
from core.errors import UserError
from core.text.find import Query
from gui.background import Background
from gui.controllers.folder import Folder
from gui.panels.find_panel import FindPanel

LANE = "search"
FIRST, LATER = 200, 2000
"""Places that are shown at first, and then at a time."""

MOST = 20_000
"""Places up to which it looks."""

SHARE = 0.2
"""Seconds after which what was found by then is shown."""

BREATH = 30
"""Milliseconds in which the window draws what was found before more is looked for."""


@dataclass(slots=True)
class _Portion:
    """What was found in a moment, and whether that was all."""

    found: list[Found]
    places: int = 0
    is_last: bool = False


class Searching(QObject):
    """Answers the panel's queries."""

    def __init__(
        self, panel: FindPanel, folder: Folder, background: Background, is_blind: Callable[[], bool]
    ) -> None:
        super().__init__(panel)
        self._panel, self._folder, self._background, self._is_blind = panel, folder, background, is_blind
        self._number = 0
        panel.folder_query_changed.connect(self.look)
        folder.changed.connect(panel.look_again)
        folder.listed.connect(panel.look_again)

    def look(self, query: Query) -> None:
        """Look for something in all articles, in their order; what was sought before is given up."""
        self._background.cancel(LANE)
        self._number += 1
        index, names = self._folder.index, self._folder.names
        if index is not None and not query.is_empty:
            self._look_on(search(index, query, names, is_blind=self._is_blind()), 0, self._number)

    def _look_on(self, found: Iterator[Found], before: int, number: int) -> None:
        """Look for the next places, unless something else is sought by now; the window is drawn meanwhile."""
        wanted = LATER if before else FIRST

        def is_sought() -> bool:
            return number == self._number

        def done(portion: _Portion) -> None:
            is_last = portion.is_last or before + portion.places >= MOST
            self._panel.show_found(portion.found, is_first=before == 0, is_last=is_last)
            if not is_last:
                go_on = partial(self._look_on, found, before + portion.places, number)
                QTimer.singleShot(BREATH, self, go_on)

        if is_sought():
            self._background.run(LANE, lambda: _portion(found, wanted, is_sought), done, self._fail)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._panel.show_problem(error)


def _portion(found: Iterator[Found], wanted: int, is_sought: Callable[[], bool]) -> _Portion:
    """So many places, or what is found in a moment; at least one article, and no more once nobody asks."""
    portion, began = _Portion([]), time.monotonic()
    for article in found:
        portion.found.append(article)
        portion.places += len(article.places)
        if portion.places >= wanted or time.monotonic() - began > SHARE or not is_sought():
            return portion
    portion.is_last = True
    return portion
