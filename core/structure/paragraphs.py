"""Lines to paragraphs: hard-wrapped lines are joined, everything else stays a line each."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from core.text.spans import Span

NARROWEST_WRAP = 24
"""Columns; what is wrapped narrower is verse or a list."""

WIDEST_WRAP = 120
"""Columns; what is wider was not wrapped by hand."""

SLACK = 4
"""Columns by which a wrapped line may fall short, where punctuation must not begin the next one."""

SHARE_OF_WRAPPED = 0.6
SENTENCE_ENDS = "。！？!?；;：:”’」』》）)…"


def split_paragraphs(text: str) -> list[Span]:
    r"""The non-blank stretches of ``text`` that stand as a paragraph each, without the space around them.

    >>> text = "标题\n\n　　第一段。\n"
    >>> [span.of(text) for span in split_paragraphs(text)]
    ['标题', '第一段。']
    """
    lines = list(_lines(text))
    width = _wrap_width(text, lines)
    return list(_join(text, lines, width)) if width else [_stripped(text, line) for line in lines]


def columns(text: str) -> int:
    """The width in columns: 2 for a full-width character.

    >>> columns("GB码")
    4
    """
    return sum(map(_COLUMNS.__getitem__, text))


class _Columns(dict[str, int]):
    """The columns of each character, looked up once."""

    def __missing__(self, character: str) -> int:
        self[character] = 2 if unicodedata.east_asian_width(character) in "WFA" else 1
        return self[character]


_COLUMNS = _Columns()


def _lines(text: str) -> Iterator[Span]:
    place = 0
    for line in text.split("\n"):
        if line.strip():
            yield Span(place, place + len(line))
        place += len(line) + 1


def _stripped(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _wrap_width(text: str, lines: list[Span]) -> int:
    """The width at which a text was wrapped by hand, 0 if it was not.

    Wrapped means: most lines that are followed at once by another one are about as wide as the widest,
    and most of those break off inside a sentence.
    """
    inner = [
        line.of(text).rstrip()
        for line, after in pairwise(lines)
        if after.start == line.end + 1 and not _is_indented(text, after)
    ]
    if len(inner) < 3 or max(map(len, inner)) > WIDEST_WRAP:
        return 0
    widths = [columns(line) for line in inner]
    widest = max(widths)
    broken = [
        line
        for line, width in zip(inner, widths, strict=True)
        if width >= widest - SLACK and line[-1] not in SENTENCE_ENDS
    ]
    is_wrapped = len(broken) >= max(3, SHARE_OF_WRAPPED * len(inner))
    return widest if is_wrapped and NARROWEST_WRAP <= widest <= WIDEST_WRAP else 0


def _join(text: str, lines: list[Span], width: int) -> Iterator[Span]:
    """A full line and the unindented one right below it belong together."""
    current: Span | None = None
    last = Span(0, 0)
    for line in lines:
        is_continued = (
            current is not None
            and line.start == last.end + 1
            and not _is_indented(text, line)
            and columns(last.of(text).rstrip()) >= width - SLACK
        )
        if current is not None and not is_continued:
            yield _stripped(text, current)
            current = None
        current = Span(current.start, line.end) if current else line
        last = line
    if current is not None:
        yield _stripped(text, current)


def _is_indented(text: str, line: Span) -> bool:
    return text[line.start].isspace()
