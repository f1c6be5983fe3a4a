"""One writer at a time among the programs of one user.

The locks are files in the user's own cache folder, never beside the article: an editor who only looks at
a folder leaves nothing there. A few are enough for all articles. The system lets a lock go when its
process ends, however it ends.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from platformdirs import user_cache_path

_LOCKS = 64

if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int, waits: bool) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_LOCK if waits else msvcrt.LK_NBLCK, 1)

    def _unlock(descriptor: int) -> None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int, waits: bool) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX if waits else fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Waits until no other program of this user writes ``path``; without a cache folder it does not wait."""
    file = _lock_of(path)
    if file is None:
        yield
        return
    with hold(file):
        yield


@contextmanager
def hold(file: Path, *, waits: bool = True) -> Iterator[None]:
    """Hold a lock file, which is made where it is missing; OSError where it is held and nobody ``waits``."""
    descriptor = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _lock(descriptor, waits)
        try:
            yield
        finally:
            _unlock(descriptor)
    finally:
        os.close(descriptor)


def _lock_of(path: Path) -> Path | None:
    number = int(sha256(os.fsencode(path.absolute())).hexdigest(), 16) % _LOCKS
    with suppress(OSError):
        folder = user_cache_path("danqian", appauthor=False, ensure_exists=True) / "locks"
        folder.mkdir(exist_ok=True)
        return folder / f"{number:02}"
    return None
