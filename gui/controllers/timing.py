"""How long a person works on the open article: the time in which keys and mouse are used."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from time import monotonic

from PySide6.QtCore import QEvent, QObject

from core.document import Document
from gui.session import Session

IDLE = 60.0
"""Seconds without a key or the mouse after which nobody is taken to work."""

ACTIVE = frozenset(
    {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel}
)


class Timing(QObject):
    """Adds up the time between what a person does, as long as it is short; every article begins anew."""

    def __init__(self, session: Session, clock: Callable[[], float] = monotonic) -> None:
        super().__init__(session)
        self._session, self._clock = session, clock
        self._before, self._seconds, self._last = 0, 0.0, clock()
        session.document_opened.connect(self._begin)

    def watch(self, window: QObject) -> None:
        """Hear the keys and the mouse of a window: of the system's window, before any widget has them."""
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice what the person does, and leave it to whom it is for."""
        if event.type() in ACTIVE:
            self.notice()
        return False

    def notice(self) -> None:
        """Something was done just now."""
        now = self._clock()
        if now - self._last <= IDLE:
            self._seconds += now - self._last
        self._last = now

    def stamped(self, document: Document) -> Document:
        """The document with the time that has come together on it, in whole seconds."""
        self.notice()
        seconds = max(document.progress.seconds, self._before + int(self._seconds))
        return replace(document, progress=replace(document.progress, seconds=seconds))

    def _begin(self) -> None:
        document = self._session.document
        self._before = document.progress.seconds if document else 0
        self._seconds, self._last = 0.0, self._clock()
