"""Figures: every quantity and time of an article as a row, with what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields

from core.document import Annotation, Document
from core.spans import Span

QUANTITY_LABELS = ("MONEY", "PERCENT", "MEASURE", "COUNT", "ORDINAL", "NUMBER")
TIME_LABELS = ("DATE", "TIME", "DURATION", "SET")
_SENTENCE_END = re.compile(r"[。！？!?；;\n]")


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure; what is not known is empty, since wrong is worse than empty.

    ``timex`` and ``mod`` of a quantity are those of the time that governs it, of a time its own.
    ``holder`` is the name (place, organization, person) whose figure it is, ``sentence`` the sentence it
    stands in, ``block`` the kind of its block.
    """

    start: int
    end: int
    quote: str
    label: str
    amount: str = ""
    to: str = ""
    unit: str = ""
    approx: str = ""
    timex: str = ""
    mod: str = ""
    subject: str = ""
    predicate: str = ""
    comparison: str = ""
    holder: str = ""
    sentence: str = ""
    block: str = ""


COLUMNS = tuple(field.name for field in fields(FigureRow))


def figures(document: Document) -> tuple[FigureRow, ...]:
    """The live quantities and times of a document, in reading order."""
    return tuple(_rows(document))


def _rows(document: Document) -> Iterator[FigureRow]:
    for annotation in document.live_annotations():
        if annotation.label in QUANTITY_LABELS + TIME_LABELS:
            yield _row(document, annotation)


def _row(document: Document, annotation: Annotation) -> FigureRow:
    value = annotation.value or {}
    known = {name: str(value.get(name) or "") for name in ("amount", "to", "unit", "approx", "timex", "mod")}
    sentence = sentence_around(document.text, annotation.span)
    return FigureRow(
        annotation.span.start,
        annotation.span.end,
        annotation.quote,
        annotation.label,
        **known,
        sentence=sentence.of(document.text),
        block=_block_kind(document, annotation.span),
    )


def sentence_around(text: str, span: Span) -> Span:
    """The sentence that a span stands in, without blanks at its edges.

    >>> sentence_around("共有3个。新增5家；", Span(7, 9)).of("共有3个。新增5家；")
    '新增5家；'
    """
    start = max((text.rfind(mark, 0, span.start) for mark in "。！？!?；;\n"), default=-1) + 1
    ending = _SENTENCE_END.search(text, span.end)
    end = (ending.end() if ending[0] != "\n" else ending.start()) if ending else len(text)
    words = text[start:end]
    return Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))


def _block_kind(document: Document, span: Span) -> str:
    for block in document.article.blocks:
        if block.span.start <= span.start < block.span.end:
            return block.kind
    return ""
