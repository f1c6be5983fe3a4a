"""The article as read-only text with a keyboard caret: kinds, folding, scripts, zoom. It knows no marks.

Text goes in and never comes back: places are the reading text's offsets, and what is copied is taken from
the document.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QWidget

from core.document import Document
from core.text.spans import Span
from gui.article.paged_text import PagedText, converted
from gui.article.view_lines import shown_text
from gui.article.view_text import Line
from gui.article.word_steps import Segment, Step, next_word, previous_word, word_at
from gui.look.theme import Theme


class ArticleText(PagedText):
    """Shows one document as lines of text."""

    fold_toggled = Signal()
    zoom_requested = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._segment: Segment | None = None

    # What is shown

    def set_document(self, document: Document | None) -> None:
        """Show ``document``; the next value of the same article keeps place, caret and folds."""
        before, self._document_shown = self._document_shown, document
        if document is None or before is None or before.source != document.source:
            self._options = replace(self._options, opened=frozenset(), paragraph=None)
            self._rebuild(keep_place=False)
        elif _shows_otherwise(before, document):
            self._update_lines()

    def set_theme(self, theme: Theme) -> None:
        """Use the colors of ``theme``."""
        self._set_formats(replace(self._formats, theme=theme))
        self._use_palette()

    def set_mode(self, mode: str) -> None:
        """Show the article for ``read``, ``annotate`` or ``repair``."""
        if mode != self._options.mode:
            self._options = replace(self._options, mode=mode)
            self._set_formats(replace(self._formats, mode=mode))

    def set_view_script(self, script: str) -> None:
        """Show the text in its ``reading`` script, as ``hans`` or ``hant``, or the ``source`` as it came."""
        if script != self._options.script:
            self._options = replace(self._options, script=script)
            self._set_formats(self._formats)

    def set_body_size(self, pixels: int) -> None:
        """Set the body in ``pixels``; everything else keeps its proportion to it."""
        self._set_formats(replace(self._formats, body_px=pixels))

    def set_face(self, face: str) -> None:
        """Set the article in ``hei`` or ``song``."""
        self._set_formats(replace(self._formats, face=face))

    def set_rows(self, factor: float) -> None:
        """Set the rows of the body ``factor`` times as high as usual."""
        self._set_formats(replace(self._formats, rows=factor))

    def set_originals(self, originals: str) -> None:
        """Show struck originals in mode ``repair``: none (``hide``), of this ``paragraph``, or ``all``."""
        self._options = replace(self._options, originals=originals)
        self._update_lines()

    def hide_suggestions(self, are_hidden: bool) -> None:
        """Take the suggested characters out of the text of the repairs view, or put them in."""
        self._options = replace(self._options, hides_suggestions=are_hidden)
        self._update_lines()

    def set_folds_open(self, are_open: bool) -> None:
        """Open or close all that is folded."""
        folds = {line.fold for line in self._lines() if line.fold is not None} if are_open else set()
        self._set_opened(frozenset(folds))

    def toggle_fold(self, number: int) -> None:
        """Open the folded group of that number, or close it."""
        self._set_opened(self._options.opened ^ {number})

    def set_current_paragraph(self, offset: int | None) -> None:
        """Take the paragraph at ``offset`` as the one whose repairs are looked at."""
        before, line_of = self._options.paragraph, self._view_text.line_of
        if offset is None or before is None or line_of(offset) != line_of(before):
            self._options = replace(self._options, paragraph=offset)
            if self._options.mode == "repair":
                self._update_lines()

    def is_current_paragraph(self, line: Line) -> bool:
        """Whether ``line`` holds the offset whose repairs are looked at."""
        offset = self._options.paragraph
        return offset is not None and line.span.start <= offset <= line.span.end

    def reveal(self, span: Span) -> None:
        """Make sure that a stretch is on the page: read in so far, and not folded away."""
        self._feed.write_to(span.end)
        number = self._view_text.line_of(span.start)
        line = self._view_text.lines[number] if number is not None else None
        if line is not None and line.is_row and line.fold is not None and line.span.contains(span):
            self._set_opened(self._options.opened | {line.fold})

    def set_segmenter(self, segment: Segment | None) -> None:
        """Let Ctrl with the arrows step over the words that ``segment`` divides a paragraph into."""
        self._segment = segment

    # Places and the caret

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied: the words selected, from the document and not from the page."""
        data, span = QMimeData(), self.selected_span()
        if span is not None and self._document_shown is not None:
            data.setText(shown_text(self._document_shown, span, self._options.script, converted))
        return data

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the caret over words; every other key is Qt's, or an action's."""
        keys = QKeySequence.StandardKey
        for key, step, mode in (
            (keys.MoveToNextWord, next_word, QTextCursor.MoveMode.MoveAnchor),
            (keys.MoveToPreviousWord, previous_word, QTextCursor.MoveMode.MoveAnchor),
            (keys.SelectNextWord, next_word, QTextCursor.MoveMode.KeepAnchor),
            (keys.SelectPreviousWord, previous_word, QTextCursor.MoveMode.KeepAnchor),
        ):
            if self._segment is not None and event.matches(key) and self._step(step, self._segment, mode):
                return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word under the pointer."""
        offset = self._geometry.offset_under(event.position() + self.scrolled())
        number = self._view_text.line_of(offset) if offset is not None else None
        if self._segment is None or self._document_shown is None or offset is None or number is None:
            super().mouseDoubleClickEvent(event)
            return
        line = self._view_text.lines[number].span
        start, end = word_at(line.of(self._document_shown.text), offset - line.start, self._segment)
        if start < end:
            self.select_span(Span(line.start + start, line.start + end))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl ask for larger or smaller text, which Qt would scale on its own."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_requested.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def _step(self, step: Step, segment: Segment, mode: QTextCursor.MoveMode) -> bool:
        """Move the caret to the next edge of a word in its line; False at the line's end."""
        cursor = self.textCursor()
        number = self._view_text.line_at(cursor.position())
        if number is None or self._document_shown is None:
            return False
        span = self._view_text.lines[number].span
        place = self.caret() - span.start
        target = step(span.of(self._document_shown.text), place, segment)
        if target == place:
            return False
        cursor.setPosition(self._view_text.start_position(span.start + target), mode)
        self.setTextCursor(cursor)
        return True

    def _set_opened(self, opened: frozenset[int]) -> None:
        if opened != self._options.opened:
            self._options = replace(self._options, opened=opened)
            self._update_lines()
            self.fold_toggled.emit()


def _shows_otherwise(before: Document, after: Document) -> bool:
    """Whether the two differ in more than marks."""
    return (before.text, before.repairs, before.article.blocks) != (
        after.text,
        after.repairs,
        after.article.blocks,
    )
