"""When the collector of reference cycles may stop the window."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from gui import garbage


class Node:
    """Something that refers to itself."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    thresholds = gc.get_threshold()
    yield
    gc.set_threshold(*thresholds)
    gc.unfreeze()


def test_old_objects_are_not_collected_by_themselves() -> None:
    garbage.defer()
    full = gc.get_stats()[2]["collections"]
    kept = [[number] for number in range(300_000)]
    assert gc.get_stats()[2]["collections"] == full
    assert len(kept) == 300_000


def test_what_was_kept_is_collected_after_some_articles() -> None:
    node = Node()
    gone = weakref.ref(node)
    garbage.keep()
    del node
    for _ in range(garbage.PATIENCE):
        garbage.settle()
    assert gone() is None


def test_not_every_article_costs_a_full_collection() -> None:
    full = gc.get_stats()[2]["collections"]
    for _ in range(3 * garbage.PATIENCE):
        garbage.settle()
    assert gc.get_stats()[2]["collections"] == full + 3
