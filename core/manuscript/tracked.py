"""The article as a Word document with every change tracked and every question a comment.

Accepting all changes gives the reading text, rejecting all the source as it came; control characters, which
no XML can hold, are U+FFFD in both.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import count

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml.etree import _Element

from core.checks.wording import question_and_reason
from core.document import Document, Finding
from core.edits import Author
from core.manuscript.docx import manuscript_document, style_of
from core.manuscript.paragraphs import BlockKinds
from core.report.words import report_words
from core.text.changes import KEPT, PUT, TAKEN, Change, changes_of
from core.text.spans import Span
from core.word import for_xml, in_style, saved
from core.wording.times import Language

PROGRAM = "丹铅"
"""Who made the repairs that no person made."""

_TRACKED = {TAKEN: "w:del", PUT: "w:ins"}


def as_tracked_docx(document: Document, by: Author, language: Language = "zh") -> bytes:
    """The article as a .docx, its comments in ``language``.

    What a person corrected is ``by``'s; all of it is dated with ``by``'s time.
    """
    made = manuscript_document(document.article.title or document.source.name, by.name or PROGRAM, by.now)
    comments = _Comments(made, document, by.now, language)
    writer = _Writer(made, document, by, comments)
    for change in changes_of(document):
        writer.write(change)
    writer.end()
    return saved(made)


class _Comments:
    """Where comments begin and end in the reading text. A question is asked at its first place in full."""

    def __init__(self, made: WordDocument, document: Document, at: str, language: Language) -> None:
        self._starts: dict[int, list[str]] = {}
        self._ends: dict[int, list[str]] = {}
        open_ones = [finding for finding in document.findings if finding.decision is None]
        for number, finding in enumerate(open_ones, 1):
            for place, quoted in enumerate(finding.places):
                words = for_xml(_words(number, finding, place, language))
                comment = made.comments.add_comment(words, author=PROGRAM, initials=PROGRAM)
                comment._comment_elm.set(qn("w:date"), at)
                self._starts.setdefault(quoted.span.start, []).append(str(comment.comment_id))
                self._ends.setdefault(quoted.span.end, []).append(str(comment.comment_id))
        self.places = sorted({*self._starts, *self._ends})

    def starting(self, offset: int) -> list[str]:
        """The comments that begin at ``offset``, each time no more than once."""
        return self._starts.pop(offset, [])

    def ending(self, offset: int) -> list[str]:
        """Those that end there."""
        return self._ends.pop(offset, [])


def _words(number: int, finding: Finding, place: int, language: Language) -> str:
    words = report_words(language)
    if place:
        return words["asked_again"].format(number)
    said = "\n".join(filter(None, question_and_reason(finding, language)))
    return words["asked"].format(number, said)


class _Writer:
    """Writes pieces into paragraphs; every line break of either text ends one."""

    def __init__(self, made: WordDocument, document: Document, by: Author, comments: _Comments) -> None:
        self._made, self._by, self._comments = made, by, comments
        self._kinds = BlockKinds(document.article.blocks)
        self._ids = count(1)
        self._offset = 0
        self._paragraph = self._new_paragraph()

    def write(self, change: Change) -> None:
        """Write a piece, divided at line breaks and where comments begin or end."""
        lines = change.text.split("\n")
        for number, line in enumerate(lines):
            for words in self._divided(line, change.kind):
                self._write_words(words, change)
            if number < len(lines) - 1:
                self._end_paragraph(change)

    def end(self) -> None:
        """Close the comments at the end of the text."""
        self._write_ends()

    def _divided(self, line: str, kind: str) -> Iterator[str]:
        """A line in stretches; what is taken out has no place in the reading text and is not divided."""
        if kind == TAKEN:
            yield line
            return
        while line:
            places = self._comments.places
            following = bisect_right(places, self._offset)
            cut = places[following] - self._offset if following < len(places) else len(line)
            yield line[:cut]
            line = line[cut:]

    def _write_words(self, words: str, change: Change) -> None:
        if not words:
            return
        self._write_ends()
        if change.kind != TAKEN:
            for comment in self._comments.starting(self._offset):
                self._paragraph.append(_marker("w:commentRangeStart", comment))
            self._offset += len(words)
        run = _run(for_xml(words), is_deleted=change.kind == TAKEN)
        if change.kind == KEPT:
            self._paragraph.append(run)
        else:
            tracked = self._tracked(change)
            tracked.append(run)
            self._paragraph.append(tracked)

    def _write_ends(self) -> None:
        for comment in self._comments.ending(self._offset):
            self._paragraph.append(_marker("w:commentRangeEnd", comment))
            reference = OxmlElement("w:r")
            reference.append(_marker("w:commentReference", comment))
            self._paragraph.append(reference)

    def _end_paragraph(self, change: Change) -> None:
        """A break that was taken out or put in is told by the paragraph that it ends (ECMA-376, 17.13.5)."""
        if change.kind != TAKEN:
            self._write_ends()
            self._offset += 1
        if change.kind != KEPT:
            manner = OxmlElement("w:rPr")
            manner.append(self._tracked(change))
            self._paragraph.get_or_add_pPr().append(manner)  # type: ignore[attr-defined]
        self._paragraph = self._new_paragraph()

    def _new_paragraph(self) -> _Element:
        kind = self._kinds.of(Span(self._offset, self._offset + 1))
        return in_style(self._made.add_paragraph(), style_of(kind))._p

    def _tracked(self, change: Change) -> _Element:
        element = OxmlElement(_TRACKED[change.kind])
        element.set(qn("w:id"), str(next(self._ids)))
        element.set(qn("w:author"), self._by.name or PROGRAM if change.by_hand else PROGRAM)
        element.set(qn("w:date"), self._by.now)
        return element


def _marker(name: str, comment: str) -> _Element:
    element = OxmlElement(name)
    element.set(qn("w:id"), comment)
    return element


def _run(words: str, *, is_deleted: bool) -> _Element:
    """A run of text; a tabulator is an element of its own."""
    run = OxmlElement("w:r")
    for number, part in enumerate(words.split("\t")):
        if number:
            run.append(OxmlElement("w:tab"))
        if part:
            text = OxmlElement("w:delText" if is_deleted else "w:t")
            text.text = part
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            run.append(text)
    return run
