"""The index's file: opened, and made anew where it is missing, of another version, or broken.

It lies in the user's own cache folder, never beside the articles, which may be on a share. Several windows
may use one file: writers wait for each other, readers for nobody. One connection serves all threads of a
window, one at a time.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import count, islice
from pathlib import Path
from threading import RLock
from typing import Concatenate, ParamSpec, TypeVar

VERSION = 3
"""Raised with every change of ``SCHEMA`` or of what is kept in it."""

SCHEMA = """
CREATE TABLE articles(
    id INTEGER PRIMARY KEY, name BLOB NOT NULL UNIQUE, stamp TEXT NOT NULL, status TEXT NOT NULL,
    reviewed INTEGER NOT NULL, total INTEGER NOT NULL, flagged INTEGER NOT NULL, reason TEXT,
    seconds INTEGER NOT NULL, problem TEXT NOT NULL);
CREATE TABLE texts(article INTEGER PRIMARY KEY, text TEXT NOT NULL);
CREATE TABLE signatures(article INTEGER PRIMARY KEY, signature BLOB NOT NULL);
CREATE VIRTUAL TABLE characters USING fts5(tokens, content='', columnsize=0, tokenize='ascii');
CREATE TABLE quotes(
    id INTEGER PRIMARY KEY, label TEXT NOT NULL, quote TEXT NOT NULL, folded TEXT NOT NULL,
    UNIQUE(label, quote));
CREATE TABLE marks(
    article INTEGER NOT NULL, start INTEGER NOT NULL, length INTEGER NOT NULL, mark TEXT NOT NULL,
    quote INTEGER NOT NULL, reviewed INTEGER NOT NULL);
CREATE INDEX marks_of_article ON marks(article, start);
CREATE INDEX marks_of_quote ON marks(quote, article, reviewed);
"""

PATIENCE = 10.0
"""Seconds to wait for another window that writes."""

UNUSED = 90 * 86400
"""Seconds after which an index that no window has opened is removed."""

_MOST_FILES = 8

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")
Work = Callable[Concatenate[sqlite3.Connection, Parameters], Result]


class Database:
    """A connection that outlives its file: broken files are replaced, and ``generation`` counts them.

    Without a cache folder that can be written the index is in memory only.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = RLock()
        self.generation = 0
        self._connection = self._opened()

    def close(self) -> None:
        """Let the file go."""
        with self._lock:
            self._connection.close()

    def read(
        self, work: Work[Parameters, Result], *args: Parameters.args, **kwargs: Parameters.kwargs
    ) -> Result:
        """``work`` on the index as it is at one moment; other windows may write meanwhile."""
        return self._run("DEFERRED", work, *args, **kwargs)

    def write(
        self, work: Work[Parameters, Result], *args: Parameters.args, **kwargs: Parameters.kwargs
    ) -> Result:
        """``work`` as one transaction, once no other window writes."""
        return self._run("IMMEDIATE", work, *args, **kwargs)

    def _run(
        self, kind: str, work: Work[Parameters, Result], *args: Parameters.args, **kwargs: Parameters.kwargs
    ) -> Result:
        """The outcome of ``work``; where the file turns out to be broken, its outcome on an empty one."""
        with self._lock:
            try:
                with _transaction(self._connection, kind) as connection:
                    return work(connection, *args, **kwargs)
            except sqlite3.DatabaseError as error:
                if not _is_broken(error):
                    raise
            self._connection.close()
            self.generation += 1
            _remove(self._path)
            self._connection = self._opened()
            with _transaction(self._connection, kind) as connection:
                return work(connection, *args, **kwargs)

    def _opened(self) -> sqlite3.Connection:
        """A connection to the file, or to one beside it where it is broken and cannot be removed."""
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            _forget_unused(self._path.parent)
            for path in islice(_names(self._path), _MOST_FILES):
                for _ in range(2):
                    with suppress(sqlite3.Error):
                        return _connect(str(path))
                    _remove(path)
        return _connect(":memory:")


def _names(path: Path) -> Iterator[Path]:
    yield path
    yield from (path.with_suffix(f".{number}.sqlite") for number in count(2))


def _connect(name: str) -> sqlite3.Connection:
    """A connection to a file of this version; sqlite3's error where it is another, broken or unwritable."""
    connection = sqlite3.connect(name, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA cache_size = -65536")
        with _transaction(connection, "IMMEDIATE"):
            [version] = connection.execute("PRAGMA user_version").fetchone()
            if version == 0:
                for statement in SCHEMA.split(";\n"):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {VERSION}")
            elif version != VERSION:
                raise sqlite3.DatabaseError("of another version")
            connection.execute("SELECT id FROM articles LIMIT 1").fetchone()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


@contextmanager
def _transaction(connection: sqlite3.Connection, kind: str) -> Iterator[sqlite3.Connection]:
    connection.execute(f"BEGIN {kind}")
    try:
        yield connection
    except BaseException:
        with suppress(sqlite3.Error):  # the first error tells more
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _is_broken(error: sqlite3.DatabaseError) -> bool:
    """Whether the file is at fault, and not another window that is slow or a disk that is full."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    return code not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL)


def _remove(path: Path) -> None:
    for end in ("", "-wal", "-shm"):
        with suppress(OSError):
            path.with_name(path.name + end).unlink()


def _forget_unused(folder: Path) -> None:
    now = time.time()
    for path in folder.glob("*.sqlite"):
        with suppress(OSError):
            if now - path.stat().st_mtime > UNUSED:
                _remove(path)
