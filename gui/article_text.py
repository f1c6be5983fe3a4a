"""The article as read-only text with a keyboard caret: kinds, folding, scripts, zoom. It knows no marks.

Text goes in and never comes back: places are the reading text's offsets, and what is copied is taken from
the document.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from core.document import Document
from core.script import convert
from core.spans import Span
from gui.article_column import Column, fit_column
from gui.article_formats import ArticleFormats
from gui.article_page import ArticlePage
from gui.line_feed import LineFeed
from gui.metrics import load_metrics
from gui.overlay_scroll import OverlayScroll
from gui.page_geometry import PageGeometry
from gui.theme import Theme
from gui.view_anchor import ViewAnchor
from gui.view_lines import LineMaker, ViewOptions, shown_text
from gui.view_text import Line, ViewText
from gui.word_steps import Segment, Step, next_word, previous_word

TOP_MARGIN = 20
BOTTOM_MARGIN = 44
CARET_WIDTH = 2


class ArticleText(QTextEdit):
    """Shows one document as lines of text."""

    fold_toggled = Signal()
    span_selected = Signal(object)
    caret_moved = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._metrics = load_metrics()
        self._document_shown: Document | None = None
        self._options = ViewOptions()
        self._formats = ArticleFormats(self._metrics, theme, self._metrics.sizes["body"].size)
        self._page = ArticlePage(self.document(), self._formats)
        self._view_text = ViewText()
        self._geometry = PageGeometry(self, self._view_text, self._formats)
        self._feed = LineFeed(self._page, self)
        self._segment: Segment | None = None
        self._column = Column(0, 1, 0)
        self._prepare_widget()
        self.set_theme(theme)

    def _prepare_widget(self) -> None:
        self.setReadOnly(True)
        by_mouse = Qt.TextInteractionFlag.TextSelectableByMouse
        self.setTextInteractionFlags(by_mouse | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setCursorWidth(CARET_WIDTH)
        self.setAutoFillBackground(True)
        self.setAcceptDrops(False)
        self._scroll_bar = OverlayScroll(self)
        self.cursorPositionChanged.connect(lambda: self.caret_moved.emit(self.caret()))
        self.selectionChanged.connect(lambda: self.span_selected.emit(self.selected_span()))

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
        palette = self.palette()
        palette.setColor(palette.ColorRole.Window, theme.ui.surface)
        palette.setColor(palette.ColorRole.Base, theme.ui.surface)
        palette.setColor(palette.ColorRole.Text, theme.ui.ink)
        palette.setColor(palette.ColorRole.Highlight, theme.ui.selection)
        palette.setColor(palette.ColorRole.HighlightedText, theme.ui.ink)
        self.setPalette(palette)
        self._set_formats(replace(self._formats, theme=theme))

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

    def set_originals(self, originals: str) -> None:
        """Show struck originals in mode ``repair``: none (``hide``), of this ``paragraph``, or ``all``."""
        self._options = replace(self._options, originals=originals)
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
        if offset != self._options.paragraph:
            self._options = replace(self._options, paragraph=offset)
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

    def caret(self) -> int:
        """The offset at which the caret stands."""
        return self._view_text.offset_at(self.textCursor().position())

    def set_caret(self, offset: int) -> None:
        """Put the caret at ``offset``, with nothing selected."""
        self._feed.write_to(offset)
        cursor = self.textCursor()
        cursor.setPosition(self._view_text.start_position(offset))
        self.setTextCursor(cursor)

    def selected_span(self) -> Span | None:
        """The stretch of the reading text that is selected."""
        cursor = self.textCursor()
        return self._view_text.span_between(cursor.selectionStart(), cursor.selectionEnd())

    def select_span(self, span: Span) -> None:
        """Select a stretch, the caret at its end."""
        self._feed.write_to(span.end)
        cursor = self.textCursor()
        cursor.setPosition(self._view_text.start_position(span.start))
        cursor.setPosition(self._view_text.end_position(span.end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied: the words selected, from the document and not from the page."""
        data, span = QMimeData(), self.selected_span()
        if span is not None and self._document_shown is not None:
            data.setText(shown_text(self._document_shown, span, self._options.script, _convert))
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

    # The widget

    def event(self, event: QEvent) -> bool:
        """Fit the column into a new width, speak a new language, and scroll from beside the column too."""
        kind = event.type()
        if kind == QEvent.Type.Resize:
            self._fit_column()
        elif kind == QEvent.Type.LanguageChange:
            self._update_lines()
        elif kind == QEvent.Type.Wheel:
            self.wheelEvent(event)  # type: ignore[arg-type]
            return True
        return super().event(event)

    def _set_opened(self, opened: frozenset[int]) -> None:
        if opened != self._options.opened:
            self._options = replace(self._options, opened=opened)
            self._update_lines()
            self.fold_toggled.emit()

    def _set_formats(self, formats: ArticleFormats) -> None:
        self._formats = formats
        self._rebuild(keep_place=True)

    def _lines(self) -> Iterator[Line]:
        if self._document_shown is None:
            return iter(())
        return LineMaker.of(self._document_shown, self._options, _convert, self._fold_title).lines()

    def _fold_title(self, kind: str, count: int) -> str:
        title = self.tr("Navigation (%1)") if kind == "navigation" else self.tr("Page furniture (%1)")
        return title.replace("%1", str(count))

    def _rebuild(self, *, keep_place: bool) -> None:
        """Write the whole page again."""
        anchor = ViewAnchor.of(self, self._geometry) if keep_place else None
        caret = self.caret() if keep_place else -1
        self._feed.stop()
        self.blockSignals(True)
        self._formats = replace(self._formats, is_hant=self._is_hant())
        self._page.clear()
        self._page.formats = self._formats
        self.document().setDefaultFont(self._formats.body_font())
        self._take(ViewText())
        self._fit_column()
        self._feed.start(self._lines(), self._view_text)
        self._put_back(anchor, caret)
        self.blockSignals(False)

    def _update_lines(self) -> None:
        """Write the lines that look otherwise than before, and no others."""
        if not self._feed.is_done:
            self._rebuild(keep_place=True)
            return
        anchor, caret = ViewAnchor.of(self, self._geometry), self.caret()
        old, new = self._view_text.lines, list(self._lines())
        if not (old and new):
            self._rebuild(keep_place=False)
            return
        self.blockSignals(True)
        self._page.update(old, new)
        self._take(ViewText(new))
        self._put_back(anchor, caret)
        self.blockSignals(False)

    def _take(self, view_text: ViewText) -> None:
        self._view_text = view_text
        self._geometry = PageGeometry(self, view_text, self._formats)

    def _put_back(self, anchor: ViewAnchor | None, caret: int) -> None:
        self.set_caret(self._first_offset() if caret < 0 else caret)
        if anchor is None:
            self.verticalScrollBar().setValue(0)
        else:
            self._feed.write_to(anchor.offset)
            anchor.restore(self, self._geometry)

    def _is_hant(self) -> bool:
        """Whether Traditional characters are shown, which have glyphs of their own."""
        document, script = self._document_shown, self._options.script
        if document is None or script in ("hans", "hant"):
            return script == "hant"
        shown = document.script.source if script == "source" else document.script.reading
        return shown == "hant"

    def _first_offset(self) -> int:
        """Where the text begins that is not folded away."""
        return next((line.span.start for line in self._view_text.lines if not line.is_row), 0)

    def _fit_column(self) -> None:
        layout = self._metrics.layout
        measure = layout.measure_em_annotate if self._options.mode == "annotate" else layout.measure_em
        column = fit_column(self.width(), self._formats.body_px, measure, layout)
        keeps_rows = (column.width, column.gutter) == (self._column.width, self._column.gutter)
        anchor = None if keeps_rows else ViewAnchor.of(self, self._geometry)
        self._column = column
        beside = column.left - column.gutter
        self.setViewportMargins(beside, 0, beside, 0)
        self._page.set_margins(column.gutter, TOP_MARGIN, BOTTOM_MARGIN)
        self.setLineWrapColumnOrWidth(column.width + 2 * column.gutter)
        if anchor is not None:
            anchor.restore(self, self._geometry)


def _shows_otherwise(before: Document, after: Document) -> bool:
    """Whether the two differ in more than marks."""
    return (before.text, before.repairs, before.article.blocks) != (
        after.text,
        after.repairs,
        after.article.blocks,
    )


def _convert(text: str, script: str) -> str:
    return convert(text, to=script)
