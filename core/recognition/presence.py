"""How likely each character of a text is part of some name, as the tagger sees it."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from core.recognition.recurrent import Floats

LIKELY = 0.3
"""From this probability on, the tagger is taken to support a rule."""


class Presence:
    """Probabilities by place, and their means over stretches in constant time; 0 where nothing was tagged."""

    __slots__ = ("_places", "_sums")

    def __init__(self, length: int, stretches: Iterable[tuple[int, Floats]]) -> None:
        self._places = np.zeros(length, np.float32)
        for start, probabilities in stretches:
            self._places[start : start + len(probabilities)] = probabilities
        self._sums = np.concatenate([[0.0], np.cumsum(self._places, dtype=np.float64)])

    def at(self, place: int) -> float:
        """The probability at one character."""
        return float(self._places[place])

    def mean(self, start: int, end: int) -> float:
        """The mean over ``start <= place < end``; the end may lie beyond the text.

        >>> Presence(4, [(1, np.array([0.5, 1.0], np.float32))]).mean(1, 3)
        0.75
        """
        end = min(end, len(self._places))
        return float(self._sums[end] - self._sums[start]) / max(1, end - start)

    def least(self, start: int, end: int) -> float:
        """The smallest probability over the stretch."""
        return min(map(self.at, range(start, end)))
