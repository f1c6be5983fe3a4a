"""Finding words in an article, each place with the words around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.script import HANS, character_table
from core.spans import Span

CONTEXT = 24
MOST = 5000


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A place with what stands before and after it in its line."""

    span: Span
    before: str
    words: str
    after: str


def folded(text: str) -> str:
    """The text as it is compared: in Simplified characters and small letters, of the same length.

    >>> folded("GB/T 高新區")
    'gb/t 高新区'
    """
    simplified = text.translate(character_table(HANS))
    small = simplified.lower()
    return small if len(small) == len(text) else "".join(map(_small, simplified))


def find(folded_text: str, folded_words: str) -> Iterator[Span]:
    """The places of some words in a text, apart from each other; both as ``folded`` gives them.

    >>> list(find(folded("重慶 GB"), folded("重庆")))
    [Span(start=0, end=2)]
    """
    place = folded_text.find(folded_words) if folded_words else -1
    while place >= 0:
        end = place + len(folded_words)
        yield Span(place, end)
        place = folded_text.find(folded_words, end)


def in_context(text: str, spans: Sequence[Span]) -> tuple[Occurrence, ...]:
    r"""Each place in its line.

    >>> in_context("一\n打造重庆品牌", [Span(4, 6)])[0].before
    '打造'
    """
    return tuple(_occurrence(text, span) for span in spans)


def _occurrence(text: str, span: Span) -> Occurrence:
    before = text[max(0, span.start - CONTEXT) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + CONTEXT].partition("\n")[0]
    return Occurrence(span, before, span.of(text), after)


def _small(sign: str) -> str:
    """The small form of a letter, unless it is longer."""
    small = sign.lower()
    return small if len(small) == 1 else sign
