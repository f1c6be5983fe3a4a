"""Sentences and tokens for formats that go token by token; no mark is cut."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from core.article import UNREAD_KINDS
from core.document import Annotation, Document
from core.language.segmentation import words_of
from core.text.spans import Span

_END = re.compile(r"[。！？!?；;]+[”’」』）)]*|…{2,}[”’」』）)]*")


def read_stretches(document: Document, marks: Sequence[Annotation]) -> Iterator[Span]:
    """The blocks that were read, and those that a person marked something in."""
    for block in document.article.blocks:
        if block.kind not in UNREAD_KINDS or any(mark.span.overlaps(block.span) for mark in marks):
            yield block.span


def split_sentences(text: str, stretch: Span, marks: Iterable[Annotation]) -> Iterator[Span]:
    """The sentences of a stretch; the end of one inside a mark is none."""
    inside = {place for mark in marks for place in range(mark.span.start + 1, mark.span.end)}
    ends = (match.end() for match in _END.finditer(text, stretch.start, stretch.end))
    edges = [stretch.start, *(end for end in ends if end not in inside and end < stretch.end), stretch.end]
    yield from (Span(start, end) for start, end in pairwise(edges) if text[start:end].strip())


def split_tokens(text: str, sentence: Span, edges: Iterable[int], unit: str) -> Iterator[Span]:
    """The tokens of a sentence: characters or words, cut where a mark begins or ends; no white space."""
    if unit == "char":
        yield from (Span(i, i + 1) for i in range(sentence.start, sentence.end) if not text[i].isspace())
        return
    cuts = sorted({sentence.start, sentence.end, *(e for e in edges if sentence.start < e < sentence.end)})
    for start, end in pairwise(cuts):
        place = start
        for word in words_of(text[start:end]):
            if not word.isspace():
                yield Span(place, place + len(word))
            place += len(word)


def is_latin_word(token: str) -> bool:
    """Whether a token is a word of Latin letters: between two such there was a blank.

    >>> is_latin_word("GDP"), is_latin_word("重庆"), is_latin_word("A")
    (True, False, False)
    """
    return len(token) > 1 and token.isascii() and token.isalnum()
