"""The document as lines of the view: which paragraphs are shown, folded or cut, and in which runs.

Pure: no Qt. Lines come lazily, so that a long article can be shown before all of it is laid out.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from core.article import UNREAD_KINDS, Block
from core.document import Document
from core.repairs import Repair, in_reading, reading_map
from core.text.offsets import OffsetMap
from core.text.spans import Span
from gui.article.view_text import FOLD, LOST, ORIGINAL, SOURCE, SUGGESTION, TEXT, Line, Run

LONGEST_LINE = 8_000
LINE_SEPARATOR = "\u2028"
_BREAK_SHOWN = "↵"

Convert = Callable[[str, str], str]
FoldTitle = Callable[[str, int], str]


@dataclass(frozen=True, slots=True)
class ViewOptions:
    """How the document is to be shown.

    ``mode`` is ``read annotate repair``, ``script`` ``reading hans hant source``, ``originals`` ``hide
    paragraph all``: in mode ``repair`` the struck originals of no paragraph, of the one at the offset
    ``paragraph``, or of all. ``opened`` numbers the folded groups that stand open.
    """

    mode: str = "read"
    script: str = "reading"
    originals: str = "hide"
    paragraph: int | None = None
    opened: frozenset[int] = frozenset()
    hides_suggestions: bool = False

    @property
    def boxes_suggestions(self) -> bool:
        """Whether suggested characters stand in the text: in the repairs view, not in the source."""
        return self.mode == "repair" and self.script != "source" and not self.hides_suggestions


@dataclass(frozen=True)
class _Paragraph:
    """Blocks that stand on one line of the text."""

    blocks: tuple[Block, ...]

    @property
    def kind(self) -> str:
        return self.blocks[0].kind

    @property
    def span(self) -> Span:
        return Span(self.blocks[0].span.start, self.blocks[-1].span.end)

    def kind_at(self, offset: int) -> str:
        return next((block.kind for block in self.blocks if offset < block.span.end), self.blocks[-1].kind)


@dataclass(frozen=True)
class LineMaker:
    """Makes the lines of one document under one set of options."""

    document: Document
    options: ViewOptions
    convert: Convert
    fold_title: FoldTitle
    placed: tuple[tuple[Repair, Span], ...] = ()
    starts: tuple[int, ...] = ()
    to_source: OffsetMap = field(default_factory=lambda: OffsetMap(()))

    @classmethod
    def of(
        cls, document: Document, options: ViewOptions, convert: Convert, fold_title: FoldTitle
    ) -> LineMaker:
        """The maker for ``document``; repairs are placed in the text once, here."""
        placed = tuple(in_reading(document.repairs))
        starts = tuple(span.start for _, span in placed)
        return cls(document, options, convert, fold_title, placed, starts, reading_map(document.repairs))

    def lines(self) -> Iterator[Line]:
        """All lines in order."""
        groups = groupby(self._paragraphs(), key=lambda p: p.kind if p.kind in UNREAD_KINDS else "")
        fold = 0
        for kind, group in groups:
            if not kind:
                for paragraph in group:
                    yield from self._lines_of(paragraph)
                continue
            yield from self._folded(kind, list(group), fold)
            fold += 1

    def _folded(self, kind: str, group: list[_Paragraph], fold: int) -> Iterator[Line]:
        first, last = group[0].span.start, group[-1].span.end
        is_open = fold in self.options.opened
        span = Span(first, first if is_open else last)
        yield Line(kind, span, (Run(self.fold_title(kind, len(group)), span, FOLD, kind),), fold)
        if is_open:
            for paragraph in group:
                yield from self._lines_of(paragraph, fold)

    def _paragraphs(self) -> Iterator[_Paragraph]:
        text = self.document.text
        held: list[Block] = []
        for block in self._blocks():
            if held and "\n" in text[held[-1].span.end : block.span.start]:
                yield _Paragraph(tuple(held))
                held = []
            held.append(block)
        if held:
            yield _Paragraph(tuple(held))

    def _blocks(self) -> Iterator[Block]:
        """The blocks of the article, and as body whatever text stands in none of them."""
        place = 0
        for block in self.document.article.blocks:
            yield from self._uncovered(place, block.span.start)
            yield block
            place = block.span.end
        yield from self._uncovered(place, len(self.document.text))

    def _uncovered(self, start: int, end: int) -> Iterator[Block]:
        for line in self.document.text[start:end].split("\n"):
            if line.strip():
                yield Block("body", Span(start, start + len(line)))
            start += len(line) + 1

    def _lines_of(self, paragraph: _Paragraph, fold: int | None = None) -> Iterator[Line]:
        span = paragraph.span
        originals = self._shows_originals(span)
        for start in range(span.start, span.end, LONGEST_LINE):
            part = Span(start, min(span.end, start + LONGEST_LINE))
            runs = tuple(self._runs(paragraph, part, originals))
            yield Line(paragraph.kind, part, runs, fold, start > span.start, originals)

    def _shows_originals(self, span: Span) -> bool:
        options = self.options
        if options.mode != "repair" or options.script == "source":
            return False
        here = options.paragraph is not None and span.start <= options.paragraph <= span.end
        return options.originals == "all" or (options.originals == "paragraph" and here)

    def _runs(self, paragraph: _Paragraph, part: Span, originals: bool) -> Iterator[Run]:
        place = part.start
        for repair, span in self._repairs_in(part):
            shown = list(self._repair_runs(repair, span, originals, paragraph.kind_at(span.start)))
            if not shown:
                continue
            begin = shown[0].span.start
            yield from self._plain(paragraph, place, begin)
            yield from shown
            place = max(place, shown[-1].span.end)
        yield from self._plain(paragraph, place, part.end)

    def _repairs_in(self, part: Span) -> Iterator[tuple[Repair, Span]]:
        for number in range(bisect_left(self.starts, part.start), len(self.placed)):
            repair, span = self.placed[number]
            if span.start > part.end:
                return
            if span.end <= part.end:
                yield repair, span

    def _repair_runs(self, repair: Repair, span: Span, originals: bool, kind: str) -> Iterator[Run]:
        if repair.is_applied and self.options.script == "source":
            yield Run(_on_one_line(repair.original), span, SOURCE, kind, repair.id)
        elif repair.is_applied:
            if originals and repair.original:
                yield Run(
                    _on_one_line(repair.original), Span(span.start, span.start), ORIGINAL, kind, repair.id
                )
            if repair.kind == "lost":
                yield Run(span.of(self.document.text), span, LOST, kind, repair.id)
        elif repair.status == "suggested" and self.options.boxes_suggestions and repair.replacement:
            words = self._in_script(repair.replacement)
            yield Run(_on_one_line(words), Span(span.end, span.end), SUGGESTION, kind, repair.id)

    def _plain(self, paragraph: _Paragraph, start: int, end: int) -> Iterator[Run]:
        """Runs of the text as it stands, one for each kind of block that it is in."""
        while start < end:
            kind = paragraph.kind_at(start)
            ends = (block.span.end for block in paragraph.blocks if block.span.end > start)
            until = min(end, next(ends, end))
            span = Span(start, until)
            yield Run(self._shown(span).replace("\n", LINE_SEPARATOR), span, TEXT, kind)
            start = until

    def _shown(self, span: Span) -> str:
        text = span.of(self.document.text)
        if self.options.script != "source":
            return self._in_script(text)
        shown = self.to_source.backward(span).of(self.document.source_text)
        return shown if len(shown) == len(text) else text

    def _in_script(self, words: str) -> str:
        """Words of the reading text as the view shows them."""
        if self.options.script in ("reading", "source"):
            return words
        shown = self.convert(words, self.options.script)
        return shown if len(shown) == len(words) else words


def shown_text(document: Document, span: Span, script: str, convert: Convert) -> str:
    """The words of ``span`` in the script that is shown; those of the source where that is shown."""
    if script == "source":
        return reading_map(document.repairs).backward(span).of(document.source_text)
    text = span.of(document.text)
    return text if script == "reading" else convert(text, script)


def _on_one_line(text: str) -> str:
    """Added text with its line breaks as signs.

    >>> _on_one_line("中" + chr(10) + "国")
    '中↵国'
    """
    return text.replace("\n", _BREAK_SHOWN)
