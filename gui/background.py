"""Runs pure core functions off the window's thread.

Immutable arguments go in, a value comes out by signal. Starting a newer call of the same ``lane`` makes
the older result stale: it is dropped when it arrives.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal


class _Call(QRunnable):
    """One call on a thread of the pool; its outcome goes back through ``deliver``.

    Qt deletes it, but now and then its Python side stays: so it lets go of what it was given.
    """

    def __init__(
        self, work: Callable[[], Any], deliver: Callable[[object, BaseException | None], None]
    ) -> None:
        super().__init__()
        self._given = [(work, deliver)]

    def run(self) -> None:
        """Work, on the pool's thread."""
        work, deliver = self._given.pop()
        try:
            result = work()
        except Exception as error:  # the window's thread words it, or lets it through as a bug
            deliver(None, error)
        else:
            deliver(result, None)


class Background(QObject):
    """A pool of threads; nothing but the signal crosses from them to the window's.

    With one thread, calls are worked off in the order in which they came.
    """

    _arrived = Signal(object, int, object, object, object, object)

    def __init__(self, parent: QObject | None = None, *, threads: int | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        if threads is not None:
            self._pool.setMaxThreadCount(threads)
        self._newest: Counter[str] = Counter()
        self._has_ended = False
        self._arrived.connect(self._deliver)

    def run(
        self,
        lane: str,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Call ``work`` on another thread, then ``done`` or ``failed`` on this one, if still the newest.

        Nothing is called once the end has come.
        """
        if self._has_ended:
            return
        self._newest[lane] += 1
        number = self._newest[lane]
        arrived = self._arrived

        def deliver(result: object, error: BaseException | None) -> None:
            with suppress(RuntimeError):  # the window is gone, and nobody waits for it
                arrived.emit(lane, number, done, failed, result, error)

        self._pool.start(_Call(work, deliver))

    def gather(self, work: Callable[[], Any], done: Callable[[Any], None], lane: str = "rows") -> None:
        """Call what cannot fail but by a bug; unless told otherwise in the lane of the panel's rows.

        What a newer call has made stale before a thread was free for it is not begun.
        """
        number = self._newest[lane] + 1
        self.run(lane, lambda: work() if self._newest[lane] == number else None, done, _raise)

    def cancel(self, lane: str) -> None:
        """Let whatever runs in ``lane`` end unheard."""
        self._newest[lane] += 1

    def wait(self, milliseconds: int = -1) -> bool:
        """Wait until what has been started is done."""
        return self._pool.waitForDone(milliseconds)

    def end(self, milliseconds: int = -1) -> bool:
        """Start nothing more and wait until the threads have ended, before the window is deleted.

        Deleting it while they work would wait for them with Python's lock held, for ever.
        """
        self._has_ended = True
        return self.wait(milliseconds)

    def _deliver(
        self,
        lane: str,
        number: int,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        result: object,
        error: Exception | None,
    ) -> None:
        if number != self._newest[lane]:
            return
        if error is not None:
            failed(error)
        else:
            done(result)


def _raise(error: Exception) -> None:
    raise error
