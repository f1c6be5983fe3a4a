"""How well a stretch of text falls into words: the cheapest way through jieba's words, by frequency."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import numpy as np

from core.assets import path_of

WORDS = "models/words.npz"
STEP = 1 / 10
LONGEST = 4
# A character that is no word by itself.
ALONE = 14.0


def segment(text: str, words: Mapping[str, float]) -> tuple[float, list[str]]:
    """The cheapest segmentation of a normalized text, and its cost in nats.

    >>> segment("服务平台", {"服务": 8.0, "平台": 9.0, "平": 9.0, "台": 9.0})
    (17.0, ['服务', '平台'])
    """
    best = [0.0] + [float("inf")] * len(text)
    came_from = [0] * (len(text) + 1)
    for start in range(len(text)):
        so_far = best[start]
        for end in range(start + 1, min(start + LONGEST, len(text)) + 1):
            cost = words.get(text[start:end], ALONE if end == start + 1 else None)
            if cost is not None and so_far + cost < best[end]:
                best[end] = so_far + cost
                came_from[end] = start
    path: list[str] = []
    end = len(text)
    while end:
        path.append(text[came_from[end] : end])
        end = came_from[end]
    return best[-1], path[::-1]


@cache
def word_costs() -> Mapping[str, float]:
    """The words that are shipped, with their costs in nats."""
    with np.load(path_of(WORDS)) as stored:
        words = str(stored["words"]).split("\n")
        return dict(zip(words, (stored["costs"] * STEP).tolist(), strict=True))
