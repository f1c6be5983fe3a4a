"""Keeping an index in step with its folder: what came, went or changed, by time and size of the files."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from core.dataset.index import Index
from core.dataset.place import Dataset
from core.dataset.record import ArticleState, Record, read_record

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


def refresh(index: Index, dataset: Dataset) -> Iterator[Step]:
    """Read what has changed since the index was last in step, a few articles at a time.

    Articles with a sidecar come first: their states are what a list waits for. The first step comes at once
    and says how many there are to be read.
    """
    known, now = index.stamps(), dataset.stamps()
    index.forget(known.keys() - now.keys())
    changed = [name for name, stamp in now.items() if known.get(name) != stamp]
    changed.sort(key=lambda name: now[name].endswith(" "))
    done, waiting = 0, iter(changed)
    yield Step((), 0, len(changed))
    while names := list(islice(waiting, BATCH)):
        records = [read_record(dataset, name) for name in names]
        index.put([(_settled(now, record), record) for record in records])
        done += len(records)
        yield Step(tuple(record.state for record in records), done, len(changed))


def _settled(now: Mapping[str, str], record: Record) -> str:
    """The stamp to remember; that of no file where one was written so lately that it may be again."""
    stamp = now[record.state.name]
    newest = max((int(part.partition(":")[0]) for part in stamp.split()), default=0)
    is_settled = time.time() - newest / 1e9 > SETTLED
    return stamp if is_settled else "recent"
