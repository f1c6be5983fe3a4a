"""Many files, each by itself, in one process or several: one bad file stops nothing."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait as wait_for
from pathlib import Path
from threading import Thread

from core.errors import UserError

_IN_FLIGHT = 4
"""Files handed out to each process at a time: enough to keep it busy, few enough to keep memory flat."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file: ``done``, ``skipped`` as it was done before, or ``failed`` with its error.

    ``note`` is what a person should know of one that is done.
    """

    path: Path
    status: str
    error: UserError | None = None
    note: str = ""


Task = Callable[[Path], Outcome]
"""A function of a module, or a partial of one: it is sent to other processes."""


def run(task: Task, paths: Iterable[Path], *, jobs: int = 1) -> Iterator[Outcome]:
    """The outcome of ``task`` for each path, as they come in."""
    if jobs > 1:
        yield from _run_in_processes(task, iter(paths), jobs)
    else:
        yield from (attempt(task, path) for path in paths)


def attempt(task: Task, path: Path) -> Outcome:
    """A failure is an outcome here, one that is our fault too: the other files have nothing to do with it."""
    try:
        return task(path)
    except UserError as error:
        return Outcome(path, "failed", error)
    except Exception as error:
        return Outcome(path, "failed", UserError(path, fault(error)))


def fault(error: Exception) -> str:
    """What is said of an error that nobody foresaw."""
    return f"a fault of Danqian: {type(error).__name__}: {error}"


def _run_in_processes(task: Task, paths: Iterator[Path], jobs: int) -> Iterator[Outcome]:
    retried: list[Path] = []
    while True:
        running: dict[Future[Outcome], Path] = {}
        with ProcessPoolExecutor(jobs, get_context("spawn"), _begin_worker) as pool:
            try:
                yield from _drain(pool, task, paths, running, jobs * _IN_FLIGHT)
                break
            except BrokenProcessPool:  # a process was killed, by lack of memory say
                retried = list(running.values())
            finally:
                pool.shutdown(wait=True, cancel_futures=True)
        yield from _one_by_one(task, retried)


def _drain(
    pool: ProcessPoolExecutor,
    task: Task,
    paths: Iterator[Path],
    running: dict[Future[Outcome], Path],
    width: int,
) -> Iterator[Outcome]:
    while True:
        for path in islice(paths, width - len(running)):
            running[pool.submit(attempt, task, path)] = path
        if not running:
            return
        for future in wait(running, return_when=FIRST_COMPLETED).done:
            outcome = future.result()
            del running[future]
            yield outcome


def _one_by_one(task: Task, paths: Iterable[Path]) -> Iterator[Outcome]:
    """The files of which one killed its process: each in a process of its own, so that it falls alone."""
    for path in paths:
        with ProcessPoolExecutor(1, get_context("spawn"), _begin_worker) as pool:
            try:
                yield pool.submit(attempt, task, path).result()
            except BrokenProcessPool:
                yield Outcome(path, "failed", UserError(path, "the process that worked on it was ended"))


def _begin_worker() -> None:
    """Leave Ctrl+C to the parent, and end with it however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait_for([parent.sentinel])
        os._exit(1)
