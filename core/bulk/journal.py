"""The journal of an act on many files: what each held before and will hold after, on the disk as a whole.

One file an act, in the user's own data folder. It is there whole or not at all, and tells what an interrupted
act was about to do. Of an act that is done it is what undoing needs.
"""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from time import time_ns

from platformdirs import user_data_path

SUFFIX = ".act"
KEPT = 20
"""Acts whose journals are kept for undoing."""

FORWARD, BACK, DONE = "forward", "back", "done"

_HALF_WRITTEN = (sqlite3.SQLITE_ERROR, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT)
"""What SQLite says of a file in which the act was not written down: no such table, or no database at all."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a file holds before and after; None where there is no such file."""

    path: Path
    before: bytes | None
    after: bytes | None


@dataclass(frozen=True, slots=True)
class Step:
    """The same by digests; the bytes are read when they are needed."""

    number: int
    path: Path
    before: str | None
    after: str | None


def acts_folder() -> Path:
    """Where journals of acts on many files are kept; made where it is missing."""
    folder = user_data_path("danqian", appauthor=False) / "acts"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def digest(data: bytes | None) -> str | None:
    """What tells a file's content; None of no file."""
    return None if data is None else sha256(data).hexdigest()


class Journal:
    """The journal of one act. ``phase`` says what is to be done with it: ``forward``, ``back``, ``done``."""

    def __init__(self, file: Path) -> None:
        self.file = file

    @classmethod
    def begin(cls, changes: Iterable[Change], folder: Path) -> Journal:
        """Write down an act; nothing of it is there before all of it is."""
        made = cls(folder / f"{time_ns():020}-{os.getpid()}{SUFFIX}")
        with closing(made._connect()) as connection, connection:
            connection.execute("BEGIN")
            connection.execute("CREATE TABLE act(phase TEXT NOT NULL)")
            connection.execute(
                "CREATE TABLE changes(number INTEGER PRIMARY KEY, path BLOB NOT NULL,"
                " before_digest TEXT, after_digest TEXT, before BLOB, after BLOB)"
            )
            connection.execute("INSERT INTO act VALUES(?)", (FORWARD,))
            connection.executemany(
                "INSERT INTO changes(path, before_digest, after_digest, before, after) VALUES(?, ?, ?, ?, ?)",
                (
                    (
                        str(change.path.absolute()).encode("utf-8", "surrogatepass"),
                        digest(change.before),
                        digest(change.after),
                        _packed(change.before),
                        _packed(change.after),
                    )
                    for change in changes
                ),
            )
        return made

    @property
    def phase(self) -> str | None:
        """What is to be done with it; None of one that was interrupted while it was written.

        sqlite3's error where that cannot be told now: the file is held, or its disk cannot be read.
        """
        try:
            with closing(self._connect()) as connection:
                row = connection.execute("SELECT phase FROM act").fetchone()
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF in _HALF_WRITTEN:
                return None
            raise
        return str(row[0]) if row else None

    def set_phase(self, phase: str) -> None:
        """Say what is to be done with it from now on."""
        with closing(self._connect()) as connection, connection:
            connection.execute("UPDATE act SET phase = ?", (phase,))

    def steps(self) -> list[Step]:
        """Every file of the act, in its order."""
        with closing(self._connect()) as connection:
            rows = connection.execute(
                "SELECT number, path, before_digest, after_digest FROM changes ORDER BY number"
            )
            return [
                Step(number, Path(path.decode("utf-8", "surrogatepass")), before, after)
                for number, path, before, after in rows
            ]

    def data(self, step: Step, when: str) -> bytes | None:
        """What the file held ``before``, or holds ``after``."""
        column = {"before": "before", "after": "after"}[when]
        with closing(self._connect()) as connection:
            sql = f"SELECT {column} FROM changes WHERE number = ?"
            [packed] = connection.execute(sql, (step.number,)).fetchone()
            return None if packed is None else zlib.decompress(packed)

    def discard(self) -> None:
        """Forget the act."""
        with suppress(OSError):
            self.file.unlink()
        with suppress(OSError):
            self.file.with_name(f"{self.file.name}-journal").unlink()

    def _connect(self) -> sqlite3.Connection:
        return sqlite3.connect(self.file, timeout=10, isolation_level=None)


def journals_in(folder: Path) -> Iterator[Journal]:
    """The journals that there are, the oldest first."""
    yield from (Journal(file) for file in sorted(folder.glob(f"*{SUFFIX}")))


def _packed(data: bytes | None) -> bytes | None:
    return None if data is None else zlib.compress(data, 1)
