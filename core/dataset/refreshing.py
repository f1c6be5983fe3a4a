"""Keeping an index in step with its folder: what came, went or changed, by time and size of the files."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from core.dataset.articles import is_article
from core.dataset.index import Index
from core.dataset.record import ArticleState, Record, read_record
from core.sidecar import sidecar_path

BATCH = 32
"""Articles that go into the index at a time: few enough that whoever searches hardly waits."""

SETTLED = 3.0
"""Seconds after which a file that is written again has another time on every file system."""


@dataclass(frozen=True, slots=True)
class Step:
    """What a refresh has done: the articles just read, and how many of how many it will read."""

    states: tuple[ArticleState, ...]
    done: int
    total: int


def stamps_of(folder: Path, annotator: str | None = None) -> dict[str, str]:
    """By name, what each article of a folder and its sidecar look like from outside.

    An unreadable folder has none.
    """
    seen: dict[str, str] = {}
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if is_article(entry.name) or entry.name.endswith(".json"):
                    seen |= _seen(entry)
    except OSError:
        return {}
    named = {name: sidecar_path(Path(name), annotator).name for name in seen if is_article(name)}
    return {name: f"{seen[name]} {seen.get(sidecar, '')}" for name, sidecar in named.items()}


def refresh(index: Index, folder: Path, annotator: str | None = None) -> Iterator[Step]:
    """Read what has changed since the index was last in step, a few articles at a time.

    Articles with a sidecar come first: their states are what a list waits for. The first step comes at once
    and says how many there are to be read.
    """
    known, now = index.stamps(), stamps_of(folder, annotator)
    index.forget(known.keys() - now.keys())
    changed = [name for name, stamp in now.items() if known.get(name) != stamp]
    changed.sort(key=lambda name: now[name].endswith(" "))
    done, waiting = 0, iter(changed)
    yield Step((), 0, len(changed))
    while names := list(islice(waiting, BATCH)):
        records = [read_record(folder, name, annotator) for name in names]
        index.put([(_stamp(now, record), record) for record in records])
        done += len(records)
        yield Step(tuple(record.state for record in records), done, len(changed))


def _seen(entry: os.DirEntry[str]) -> dict[str, str]:
    try:
        status = entry.stat()
        return {entry.name: f"{status.st_mtime_ns}:{status.st_size}"} if entry.is_file() else {}
    except OSError:
        return {}


def _stamp(now: Mapping[str, str], record: Record) -> str:
    """The stamp to remember; that of no file where one was written so lately that it may be again."""
    stamp = now[record.state.name]
    newest = max(int(part.partition(":")[0]) for part in stamp.split())
    is_settled = time.time() - newest / 1e9 > SETTLED
    return stamp if is_settled else "recent"
