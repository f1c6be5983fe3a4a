"""Quotations for a report: the sentence around a place, cut where it is long, its words marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from core.report.sheet import Piece, Quotation
from core.text.spans import Span
from core.text.surroundings import Sentences

CONTEXT = 36
"""Characters that are kept before the first and behind the last marked words of a sentence."""

LEFT_OUT = "…"


def quotations(text: str, places: Iterable[Span]) -> tuple[Quotation, ...]:
    """The sentences that hold some places, each once, in reading order.

    >>> [piece.text for piece in quotations("共3个。增5家，减2家。", [Span(5, 7), Span(9, 11)])[0]]
    ['增', '5家', '，减', '2家', '。']
    """
    sentences = Sentences(text)
    by_sentence: dict[Span, list[Span]] = {}
    for place in sorted(places):
        by_sentence.setdefault(sentences.around(place), []).append(place)
    return tuple(tuple(_pieces(text, sentence, marked)) for sentence, marked in by_sentence.items())


def _pieces(text: str, sentence: Span, places: list[Span]) -> Iterator[Piece]:
    start = max(sentence.start, places[0].start - CONTEXT)
    end = min(sentence.end, places[-1].end + CONTEXT)
    if start > sentence.start:
        yield Piece(LEFT_OUT)
    here = start
    for place in places:
        if place.start > here:
            yield Piece(text[here : place.start])
        yield Piece(text[max(here, place.start) : place.end], is_marked=True)
        here = max(here, place.end)
    if end > here:
        yield Piece(text[here:end])
    if end < sentence.end:
        yield Piece(LEFT_OUT)
