"""Searching all articles of a dataset at once, each place in its line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from core.dataset.index import Index
from core.find import Occurrence, Query, finder, fits, folded, occurrence


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
    found = _on_marks(index, query, names) if query.is_in_marks else _in_texts(index, query, names)
    yield from (article for article in found if article.places)


def _in_texts(index: Index, query: Query, names: Sequence[str]) -> Iterator[Found]:
    places = finder(query)
    holding = names if query.is_pattern else _among(names, index.with_words(folded(query.words)))
    for name, text in index.texts(holding):
        yield Found(name, tuple(occurrence(text, span) for span in places(text)))


def _on_marks(index: Index, query: Query, names: Sequence[str]) -> Iterator[Found]:
    is_sought = fits(query)
    holding = index.with_marks(query.label, is_sought)
    for name, text in index.texts(_among(names, holding)):
        marks = [
            mark
            for mark in index.marks(name)
            if (query.label is None or mark.label == query.label) and is_sought(mark.quote)
        ]
        yield Found(name, tuple(occurrence(text, mark.span, mark.id, mark.label) for mark in marks))


def _among(names: Iterable[str], wanted: Iterable[str]) -> list[str]:
    kept = set(wanted)
    return [name for name in names if name in kept]
