"""Searching all articles of a dataset at once, each place in its line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.dataset.index import Index
from core.find import Occurrence, Query, fits, folded, seeker


@dataclass(frozen=True, slots=True)
class Found:
    """An article and the places in it, left to right."""

    name: str
    places: tuple[Occurrence, ...]


def search(index: Index, query: Query, names: Sequence[str]) -> Iterator[Found]:
    """The articles among ``names``, in their order, that hold what is looked for.

    They come one after another, so that the first can be shown while the rest is searched.
    ``PatternBroken`` and ``PatternTooSlow`` as ``core.find`` raises them.
    """
    if query.is_empty:
        return
    seek = seeker(query)
    for name, text in index.texts(_holding(index, query, names)):
        places = tuple(seek(text, index.marks(name) if query.is_in_marks else ()))
        if places:
            yield Found(name, places)


def _holding(index: Index, query: Query, names: Sequence[str]) -> Sequence[str]:
    """The articles that the index says hold it; of a pattern in the text it can't say."""
    if query.is_in_marks:
        wanted = set(_with_marks(index, query))
    elif query.is_pattern:
        return names
    else:
        wanted = set(index.with_words(folded(query.words)))
    return [name for name in names if name in wanted]


def _with_marks(index: Index, query: Query) -> list[str]:
    """The articles with marks that are sought; only a pattern has to look at every word."""
    if query.is_pattern:
        is_sought = fits(query)
        return index.with_marks(query.label, "", lambda quote: is_sought(query.label or "", quote))
    return index.with_marks(query.label, folded(query.words))
