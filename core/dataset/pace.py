"""How far the work is and how fast it goes, from the time that was counted on finished articles."""

from __future__ import annotations

import operator
from collections.abc import Iterable
from dataclasses import dataclass

from core.dataset.record import ArticleState

HOUR = 3600


@dataclass(frozen=True, slots=True)
class Pace:
    """``seconds`` of active work on ``articles`` that are finished; how many are ``left``, of how many.

    Those of two sets of articles add up, and what a set was can be taken away again.
    """

    articles: int = 0
    seconds: int = 0
    left: int = 0
    total: int = 0

    def __add__(self, other: Pace) -> Pace:
        return Pace(*map(operator.add, _figures(self), _figures(other)))

    def __sub__(self, other: Pace) -> Pace:
        return Pace(*map(operator.sub, _figures(self), _figures(other)))

    @property
    def finished(self) -> int:
        """How many articles are finished, whether their time was counted or not."""
        return self.total - self.left

    @property
    def seconds_each(self) -> float | None:
        """Seconds an article; None before the first was finished."""
        return self.seconds / self.articles if self.articles else None

    @property
    def an_hour(self) -> float | None:
        """Articles an hour; None before the first was finished."""
        return self.articles * HOUR / self.seconds if self.articles else None

    @property
    def hours_left(self) -> float | None:
        """Hours of such work that the articles left will take."""
        return self.left * self.seconds / self.articles / HOUR if self.articles else None


def pace_of(states: Iterable[ArticleState]) -> Pace:
    """The pace in a dataset; articles that were finished without any time counted say nothing of it.

    >>> pace_of([ArticleState("a", "done", seconds=90), ArticleState("b", "skipped"), ArticleState("c")])
    Pace(articles=1, seconds=90, left=1, total=3)
    """
    articles = seconds = left = total = 0
    for state in states:
        total += 1
        if not state.is_finished:
            left += 1
        elif state.seconds:
            articles += 1
            seconds += state.seconds
    return Pace(articles, seconds, left, total)


def _figures(pace: Pace) -> tuple[int, int, int, int]:
    return pace.articles, pace.seconds, pace.left, pace.total
