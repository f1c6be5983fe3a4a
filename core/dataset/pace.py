"""How fast the work goes, from the time that was counted on finished articles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from core.dataset.record import ArticleState

HOUR = 3600


@dataclass(frozen=True, slots=True)
class Pace:
    """``seconds`` of active work on ``articles`` that are finished, and how many are ``left``."""

    articles: int = 0
    seconds: int = 0
    left: int = 0

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
    Pace(articles=1, seconds=90, left=1)
    """
    articles = seconds = left = 0
    for state in states:
        left += not state.is_finished
        if state.is_finished and state.seconds:
            articles += 1
            seconds += state.seconds
    return Pace(articles, seconds, left)
