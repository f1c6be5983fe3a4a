"""Carrying out an act on many files: all of it or nothing.

First the whole act is written into its journal, then file after file is replaced. What goes wrong takes back
the files that were replaced; a process that ends in the middle leaves a journal by which the next one
finishes the act. A file that somebody else has written meanwhile is never overwritten.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from core.bulk.journal import (
    BACK,
    DONE,
    FORWARD,
    KEPT,
    Change,
    Journal,
    Step,
    acts_folder,
    digest,
    journals_in,
)
from core.errors import SaveFailed, SidecarChanged
from core.files.safe_files import remove_file, replace_file
from core.sidecar.locking import hold, locked

Advance = Callable[[int], None]
"""Told how many files are done."""


Undone = Callable[[Path, bytes | None, bytes | None, bytes | None], bytes | None]
"""What a file is to hold, given where it is, what it held before an act, after it, and what it holds now."""

LOCK = "lock"


def carry_out(
    changes: Iterable[Change], *, folder: Path | None = None, advance: Advance = lambda done: None
) -> Journal:
    """Change all files or none; the journal, by which ``take_back`` undoes it.

    ``SidecarChanged`` where a file is not as it was read, ``SaveFailed`` where one cannot be written, or the
    journal: every file is as it was then. Whatever ``advance`` raises takes everything back, too.
    """
    try:
        folder = folder or acts_folder()
        with hold(folder / LOCK):
            _finish_interrupted(folder)
            journal = Journal.begin(changes, folder)
            try:
                _go(journal, "before", "after", advance)
            except BaseException:
                _withdraw(journal)
                raise
            journal.set_phase(DONE)
            _forget_old(folder)
    except sqlite3.Error as error:
        raise SaveFailed(folder, str(error)) from error
    except OSError as error:
        raise SaveFailed(folder, error.strerror or str(error)) from error
    return journal


def recover(*, folder: Path | None = None) -> int:
    """Finish what an ended process left half done; how many acts that were.

    One that another window is carrying out just now, or whose files cannot be reached, is left.
    """
    try:
        folder = folder or acts_folder()
        with hold(folder / LOCK, waits=False):
            return _finish_interrupted(folder)
    except (OSError, sqlite3.Error):
        return 0


def take_back(journal: Journal, undone: Undone) -> Iterator[Change]:
    """The changes that undo an act.

    A file that is as the act left it gets back what it held; of one that was changed since, ``undone`` says
    what it is to hold.
    """
    for step in journal.steps():
        now = _read(step.path)
        before = journal.data(step, "before")
        if digest(now) != step.after:
            before = undone(step.path, before, journal.data(step, "after"), now)
        if before != now:
            yield Change(step.path, now, before)


def _go(journal: Journal, old: str, new: str, advance: Advance = lambda done: None) -> None:
    """Replace every file that is as it was ``old``; those that are ``new`` are done."""
    for done, step in enumerate(journal.steps(), 1):
        with locked(step.path):
            now = digest(_read(step.path))
            if now != getattr(step, new):
                if now != getattr(step, old):
                    raise SidecarChanged(step.path)
                _write(step, journal.data(step, new))
        advance(done)


def _withdraw(journal: Journal) -> None:
    """Give every file that was replaced what it held."""
    journal.set_phase(BACK)
    _go_on(journal, "after", "before")
    journal.discard()


def _go_on(journal: Journal, old: str, new: str) -> None:
    """As ``_go``; a file that somebody has written since stays as that one left it."""
    for step in journal.steps():
        with locked(step.path):
            if digest(_read(step.path)) == getattr(step, old):
                _write(step, journal.data(step, new))


def _finish_interrupted(folder: Path) -> int:
    """Bring every journal to its end; one that cannot be read, or its files written, now stays for later."""
    finished = 0
    for journal in journals_in(folder):
        with suppress(OSError, SaveFailed, sqlite3.Error):
            phase = journal.phase
            if phase == FORWARD:
                _go_on(journal, "before", "after")
                journal.set_phase(DONE)
                finished += 1
            elif phase == BACK:
                _go_on(journal, "after", "before")
                journal.discard()
                finished += 1
            elif phase is None:
                journal.discard()
    return finished


def _forget_old(folder: Path) -> None:
    done = [journal for journal in journals_in(folder) if _is_done(journal)]
    for journal in done[:-KEPT]:
        journal.discard()


def _is_done(journal: Journal) -> bool:
    try:
        return journal.phase == DONE
    except sqlite3.Error:
        return False


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _write(step: Step, data: bytes | None) -> None:
    try:
        if data is None:
            remove_file(step.path)
        else:
            replace_file(step.path, data)
    except OSError as error:
        raise SaveFailed(step.path, error.strerror or str(error)) from error
