"""Where the next and the previous word begin: Ctrl with the arrows over segmented words. Pure, no Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import accumulate

Segment = Callable[[str], Iterable[str]]
Step = Callable[[str, int, Segment], int]


def next_word(text: str, place: int, segment: Segment) -> int:
    """The first place after ``place`` where a word of ``text`` ends.

    >>> next_word("实施项目", 1, lambda text: ["实施", "项目"])
    2
    """
    return next((edge for edge in _edges(text, segment) if edge > place), len(text))


def previous_word(text: str, place: int, segment: Segment) -> int:
    """The last place before ``place`` where a word of ``text`` begins.

    >>> previous_word("实施项目", 3, lambda text: ["实施", "项目"])
    2
    """
    return max((edge for edge in (0, *_edges(text, segment)) if edge < place), default=0)


def word_at(text: str, place: int, segment: Segment) -> tuple[int, int]:
    """Where the word that ``place`` is in begins and ends.

    >>> word_at("实施项目", 2, lambda text: ["实施", "项目"])
    (2, 4)
    """
    edges = (0, *_edges(text, segment))
    start = max((edge for edge in edges if edge <= place), default=0)
    return start, next((edge for edge in edges if edge > place), len(text))


def _edges(text: str, segment: Segment) -> Iterable[int]:
    return accumulate(len(word) for word in segment(text))
