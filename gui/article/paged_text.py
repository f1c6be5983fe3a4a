"""Text in a centered column, a paragraph for each line of the view: its places, and what stays in sight."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QPalette, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from core.document import Document
from core.language.script import convert
from core.text.spans import Span
from gui.article.column import Column, fit_column
from gui.article.formats import ArticleFormats
from gui.article.line_feed import LineFeed
from gui.article.mark_geometry import MarkGeometry
from gui.article.page import ArticlePage
from gui.article.page_geometry import PageGeometry
from gui.article.view_anchor import ViewAnchor
from gui.article.view_lines import LineMaker, ViewOptions
from gui.article.view_text import Line, ViewText, changed_lines
from gui.look.metrics import load_metrics
from gui.look.theme import Theme
from gui.widgets.overlay_scroll import OverlayScroll

TOP_MARGIN, ARC_MARGIN = 20, 40
"""Pixels above the first row; the other while one annotates, for the arcs of relations."""
BOTTOM_MARGIN = 44
CARET_WIDTH = 2
LONG_TEXT = 100_000
# More lines than this are quicker written anew, bit by bit.
MOST_EXCHANGED = 200
FIT_LATER_MS = 120
INTERACTIONS = (
    Qt.TextInteractionFlag.TextSelectableByMouse,
    Qt.TextInteractionFlag.TextSelectableByKeyboard,
)
RESTYLED = frozenset({QEvent.Type.Polish, QEvent.Type.StyleChange, QEvent.Type.Show})


class PagedText(QTextEdit):
    """Writes a document's lines and keeps the way between its offsets and the page."""

    span_selected = Signal(object)
    caret_moved = Signal(int)
    fully_shown = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._metrics = load_metrics()
        self._document_shown: Document | None = None
        self._options = ViewOptions()
        self._formats = ArticleFormats(self._metrics, theme, self._metrics.sizes["body"].size)
        self._page = ArticlePage(self.document(), self._formats)
        self._view_text = ViewText()
        self._geometry = PageGeometry(self.document(), self._view_text, self._formats)
        self._feed = LineFeed(self._page, self)
        self._column = Column(0, 1, 0)
        self._measure = 1.0
        self._awaited: int | None = None
        self._fit_later = QTimer(self, singleShot=True, interval=FIT_LATER_MS)
        self._fit_later.timeout.connect(self._fit_column)
        self._feed.finished.connect(self._show_awaited)
        self._feed.finished.connect(self.fully_shown)
        self._prepare_widget()
        self._use_palette()

    def _prepare_widget(self) -> None:
        self.setReadOnly(True)
        self.show_caret(True)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setCursorWidth(CARET_WIDTH)
        self.setAutoFillBackground(True)
        self.setAcceptDrops(False)
        self._scroll_bar = OverlayScroll(self)
        self.cursorPositionChanged.connect(lambda: self.caret_moved.emit(self.caret()))
        self.selectionChanged.connect(lambda: self.span_selected.emit(self.selected_span()))

    def show_caret(self, is_shown: bool) -> None:
        """Let the caret blink and follow the keys, or be away."""
        by_mouse, by_keyboard = INTERACTIONS
        self.setTextInteractionFlags(by_mouse | by_keyboard if is_shown else by_mouse)
        if self.hasFocus():
            # Qt asks the flags when the focus comes, and goes on drawing until then.
            self.focusInEvent(QFocusEvent(QEvent.Type.FocusIn))

    @property
    def has_caret(self) -> bool:
        """Whether the caret is shown."""
        return bool(self.textInteractionFlags() & INTERACTIONS[1])

    def caret(self) -> int:
        """The offset at which the caret stands."""
        return self._view_text.offset_at(self.textCursor().position())

    def set_caret(self, offset: int) -> None:
        """Put the caret at ``offset``, with nothing selected and nothing scrolled."""
        self._feed.write_to(offset)
        cursor = self.textCursor()
        cursor.setPosition(self._view_text.start_position(offset))
        self._put_cursor(cursor)

    def selected_span(self) -> Span | None:
        """The stretch of the reading text that is selected."""
        cursor = self.textCursor()
        return self._view_text.span_between(cursor.selectionStart(), cursor.selectionEnd())

    def select_span(self, span: Span) -> None:
        """Select a stretch, the caret at its end; nothing is scrolled."""
        self._feed.write_to(span.end)
        cursor = self.textCursor()
        cursor.setPosition(self._view_text.start_position(span.start))
        cursor.setPosition(self._view_text.end_position(span.end), QTextCursor.MoveMode.KeepAnchor)
        self._put_cursor(cursor)

    def area_of(self, span: Span) -> QRectF | None:
        """Where the first row of a stretch stands in the viewport; None where it is folded away."""
        pieces = self._geometry.pieces(span)
        if not pieces:
            return None
        top, bottom = MarkGeometry(self._metrics.mark).bounds(pieces[0])
        area = QRectF(pieces[0].left, top, pieces[0].width, bottom - top)
        return area.translated(-self.scrolled())

    def column(self) -> QRectF:
        """The column in the viewport, from its top to its bottom."""
        return QRectF(self._column.gutter, 0, self._column.width, self.viewport().height())

    def scrolled(self) -> QPointF:
        """The point of the page at the top left of the viewport."""
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def set_measure(self, factor: float) -> None:
        """Make the column ``factor`` times as wide as usual, where there is room."""
        self._measure = factor
        self._fit_column()

    def show_from(self, offset: int) -> None:
        """Scroll so that the row with ``offset`` is the first in sight.

        Far down in a text that is still being written that comes later, unless the reader scrolls meanwhile.
        """
        if offset > LONG_TEXT and not self._feed.is_done:
            self._awaited = offset
            return
        self._feed.write_to(offset)
        ViewAnchor(offset, 0.0).restore(self, self._geometry)

    def _show_awaited(self) -> None:
        offset, self._awaited = self._awaited, None
        if offset is not None and self.verticalScrollBar().value() == 0:
            self.show_from(offset)

    def first_offset_in_sight(self) -> int:
        """The offset that the first row in sight begins with."""
        anchor = ViewAnchor.of(self, self._geometry)
        return anchor.offset if anchor else self._first_offset()

    def event(self, event: QEvent) -> bool:
        """Fit the column into a new width, speak a new language, and scroll from beside the column too."""
        kind = event.type()
        if kind == QEvent.Type.Resize and self._is_long:
            self._fit_later.start()
        elif kind == QEvent.Type.Resize:
            self._fit_column()
        elif kind == QEvent.Type.LanguageChange:
            self._update_lines()
        elif kind == QEvent.Type.Wheel:
            self.wheelEvent(event)  # type: ignore[arg-type]
            return True
        is_done = super().event(event)
        if kind in RESTYLED:
            self._use_palette()
        return is_done

    def _use_palette(self) -> None:
        """Give Qt the theme's colors. A style sheet takes them back whenever it polishes a widget."""
        ui, palette = self._formats.theme.ui, self.palette()
        role = QPalette.ColorRole
        for name, color in (
            (role.Window, ui.surface),
            (role.Base, ui.surface),
            (role.Text, ui.ink),
            (role.Highlight, ui.selection),
            (role.HighlightedText, ui.ink),
        ):
            palette.setColor(name, color)
        self.setPalette(palette)
        self.viewport().setPalette(palette)

    @property
    def _is_long(self) -> bool:
        """Whether to break all rows anew takes so long that it waits for the end of a resizing."""
        return self._document_shown is not None and len(self._document_shown.text) > LONG_TEXT

    def _put_cursor(self, cursor: QTextCursor) -> None:
        """Set Qt's cursor and stay where we are: Qt alone would scroll to it."""
        bar = self.verticalScrollBar()
        place = bar.value()
        self.setTextCursor(cursor)
        bar.setValue(place)

    def _set_formats(self, formats: ArticleFormats) -> None:
        self._formats = formats
        self._rebuild(keep_place=True)

    def _lines(self) -> Iterator[Line]:
        if self._document_shown is None:
            return iter(())
        return LineMaker.of(self._document_shown, self._options, converted, self._fold_title).lines()

    def _fold_title(self, kind: str, count: int) -> str:
        title = self.tr("Navigation (%1)") if kind == "navigation" else self.tr("Page furniture (%1)")
        return title.replace("%1", str(count))

    def _rebuild(self, *, keep_place: bool) -> None:
        """Write the whole page again."""
        anchor = ViewAnchor.of(self, self._geometry) if keep_place else None
        caret = self.caret() if keep_place else -1
        self._feed.stop()
        self._awaited = self._awaited if keep_place else None
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
        change = changed_lines(old, new)
        if not (old and new) or change.size(old, new) > MOST_EXCHANGED:
            self._rebuild(keep_place=bool(old and new))
            return
        self.blockSignals(True)
        self._page.update(old, new, change)
        self._take(ViewText(new))
        if anchor is not None:
            anchor = replace(anchor, offset=change.carried(anchor.offset, old, new))
        self._put_back(anchor, change.carried(caret, old, new))
        self.blockSignals(False)

    def _take(self, view_text: ViewText) -> None:
        self._view_text = view_text
        self._geometry = PageGeometry(self.document(), view_text, self._formats)

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
        is_annotating = self._options.mode == "annotate"
        measure = layout.measure_em_annotate if is_annotating else layout.measure_em
        column = fit_column(self.width(), self._formats.body_px, round(measure * self._measure), layout)
        keeps_rows = (column.width, column.gutter) == (self._column.width, self._column.gutter)
        anchor = None if keeps_rows else ViewAnchor.of(self, self._geometry)
        self._column = column
        beside = column.left - column.gutter
        self.setViewportMargins(beside, 0, beside, 0)
        above = ARC_MARGIN if is_annotating else TOP_MARGIN
        self._page.set_margins(column.gutter, above, BOTTOM_MARGIN)
        self.setLineWrapColumnOrWidth(column.width + 2 * column.gutter)
        self._geometry.forget()
        if anchor is not None:
            anchor.restore(self, self._geometry)


def converted(text: str, script: str) -> str:
    """``text`` in a script, character for character."""
    return convert(text, to=script)
