"""Searching all articles of a dataset at once, each place in its line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.dataset.index import Index
from core.text.find import Occurrence, Query, finder, fits, folded, occurrence


@dataclass(frozen=True, slots=True)
class Found:
    """An article and the places in it, left to right."""

    name: str
    places: tuple[Occurrence, ...]


def search(index: Index, query: Query, names: Sequence[str], *, is_blind: bool = False) -> Iterator[Found]:
    """The articles among ``names``, in their order, that hold what is looked for.

    They come one after another, so that the first can be shown while the rest is searched. With ``is_blind``
    marks that nobody has looked at are not found before the article is finished.
    ``PatternBroken`` and ``PatternTooSlow`` as ``core.text.find`` raises them.
    """
    if query.is_empty:
        return
    found = _on_marks(index, query, names, is_blind) if query.is_in_marks else _in_texts(index, query, names)
    yield from (Found(name, places) for name, places in found if places)


def _in_texts(
    index: Index, query: Query, names: Sequence[str]
) -> Iterator[tuple[str, tuple[Occurrence, ...]]]:
    """The index says which articles hold some words; of a pattern it can't."""
    if not query.is_pattern:
        holding = set(index.with_words(folded(query.words)))
        names = [name for name in names if name in holding]
    find = finder(query)
    for name, text in index.texts(names):
        yield name, tuple(occurrence(text, span) for span in find(text))


def _on_marks(
    index: Index, query: Query, names: Sequence[str], is_blind: bool
) -> Iterator[tuple[str, tuple[Occurrence, ...]]]:
    """The words that are sought on marks are looked for once; a label alone is in most articles."""
    quotes = _quotes(index, query) if query.words else None
    if quotes is not None:
        holding = set(index.with_marks(quotes, is_blind=is_blind))
        names = [name for name in names if name in holding]
    for name in names:
        live = index.marks(name, quotes, is_blind=is_blind)
        marks = [mark for mark in live if query.label in (None, mark.label)]
        for _, text in index.texts([name] if marks else ()):
            yield name, tuple(occurrence(text, mark.span, mark.id, mark.label) for mark in marks)


def _quotes(index: Index, query: Query) -> frozenset[int]:
    """Only a pattern has to look at every word."""
    if not query.is_pattern:
        return index.quotes(query.label, folded(query.words))
    is_sought = fits(query)
    return index.quotes(query.label, "", lambda quote: is_sought(query.label or "", quote))
