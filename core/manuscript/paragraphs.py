"""The restored article as paragraphs of runs: what every form of the manuscript sets."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from core.article import UNREAD_KINDS, Block
from core.document import Annotation, Document
from core.text.spans import Span, longest_first


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a paragraph, and the mark on it, if any."""

    text: str
    mark: Annotation | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the text; ``kind`` is that of its first block."""

    kind: str
    span: Span
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(run.text for run in self.runs)


class BlockKinds:
    """Which kind of block the lines of an article are."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._starts = [block.span.start for block in blocks]

    def of(self, line: Span) -> str:
        """The kind of the block that a line begins with; a line in none is body."""
        place = max(0, bisect_right(self._starts, line.start) - 1)
        near = self._blocks[place : place + 2]
        return next((block.kind for block in near if block.span.overlaps(line)), "body")

    def read(self, line: Span) -> Iterator[Span]:
        """The stretches of a line that are in no navigation and no page furniture."""
        start = line.start
        place = max(0, bisect_right(self._starts, line.start) - 1)
        for block in self._blocks[place:]:
            if block.span.start >= line.end:
                break
            if block.kind in UNREAD_KINDS and block.span.overlaps(line):
                if block.span.start > start:
                    yield Span(start, block.span.start)
                start = max(start, block.span.end)
        if start < line.end:
            yield Span(start, line.end)


def paragraphs_of(
    document: Document, *, marked: bool = False, within: Span | None = None
) -> Iterator[Paragraph]:
    """The paragraphs of the article itself, ``marked`` with its live marks; of nested ones the outermost.

    Navigation, page furniture and empty lines are left out. With ``within`` only what lies in that stretch,
    whatever it is.
    """
    marks = longest_first(list(document.live_annotations())) if marked else []
    starts = [mark.span.start for mark in marks]
    kinds = BlockKinds(document.article.blocks)
    for line in _lines(document.text, within or Span(0, len(document.text))):
        stretches = (
            [line] if within else [part for part in kinds.read(line) if part.of(document.text).strip()]
        )
        if not stretches:
            continue
        first = max(0, bisect_right(starts, line.start) - 1)
        runs: list[Run] = []
        for part in stretches:
            here = (mark for mark in marks[first:] if mark.span.overlaps(part))
            runs += _runs(document.text, part, _until(here, part))
        yield Paragraph(kinds.of(stretches[0]), line, _stripped(runs))


def plain_text(paragraphs: Iterable[Paragraph]) -> str:
    """The paragraphs as lines."""
    return "\n".join(paragraph.text for paragraph in paragraphs)


def _stripped(runs: list[Run]) -> tuple[Run, ...]:
    """Runs without blanks at the edges: an indent is the form's to make."""
    first, last = runs[0], runs[-1]
    runs[0] = Run(first.text.lstrip(), first.mark)
    runs[-1] = Run(runs[-1].text.rstrip(), last.mark)
    return tuple(run for run in runs if run.text)


def _until(marks: Iterable[Annotation], line: Span) -> Iterator[Annotation]:
    for mark in marks:
        if mark.span.start >= line.end:
            return
        yield mark


def _lines(text: str, within: Span) -> Iterator[Span]:
    place = within.start
    for line in within.of(text).split("\n"):
        if line.strip():
            yield Span(place, place + len(line))
        place += len(line) + 1


def _runs(text: str, line: Span, marks: Iterable[Annotation]) -> Iterator[Run]:
    place = line.start
    for mark in marks:
        start, end = max(place, mark.span.start), min(line.end, mark.span.end)
        if start >= end:
            continue
        if start > place:
            yield Run(text[place:start])
        yield Run(text[start:end], mark)
        place = end
    if place < line.end:
        yield Run(text[place : line.end])
