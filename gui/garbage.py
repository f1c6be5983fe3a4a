"""Keeps Python's collector of reference cycles from stopping the window.

A full collection looks at every object there is. With the models loaded and a long article marked these are
millions, and almost none of them garbage: documents are immutable and go when nothing refers to them any
more. So full collections do not come by themselves but where one costs little, when another article is asked
for, and then only now and again. What there is once an article is marked, models included, is left out of
the young collections between them (``gc.freeze``).
"""

from __future__ import annotations

import gc
from itertools import count

YOUNG = (10_000, 20, 1_000_000)
"""Thresholds of the three generations: the last one, in effect, is never collected unasked."""

PATIENCE = 20
"""Articles from one full collection to the next."""

_opened = count(1)


def defer() -> None:
    """Collect young objects only, until ``settle`` has been called often enough."""
    gc.set_threshold(*YOUNG)


def settle() -> None:
    """Collect everything, every ``PATIENCE`` calls: to be called where the user waits anyhow."""
    if next(_opened) % PATIENCE == 0:
        gc.unfreeze()
        gc.collect()


def keep() -> None:
    """Leave all that there is alone, without looking: after much was made that will be kept."""
    gc.freeze()
