"""The article with its marks: what a person reads, points at and corrects.

It shows the document and asks to change it: what was clicked, dragged or selected goes out by signal, what
is selected comes in by call.
"""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QPoint, QPointF, QPropertyAnimation, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QWidget

from core.document import Document
from core.schemes import Scheme
from core.spans import Span
from gui.article_pointer import EdgeDrag, Hit, edge_under, hit
from gui.article_text import ArticleText
from gui.focus_frame import FocusFrame
from gui.focus_ring import set_keyboard_focus
from gui.fold_rows import paint_fold_row
from gui.gutter import Gutter
from gui.mark_painter import MarkPainter
from gui.page_geometry import SeenLine
from gui.paged_text import CARET_WIDTH
from gui.repair_painter import RepairPainter
from gui.scene import Scene
from gui.theme import Theme

SCROLLED_TO = 0.3
CLICK_REACH_PX = 4


class ArticleView(ArticleText):
    """Paints the marks under the text and tells what the pointer does to them."""

    annotation_clicked = Signal(object)
    repair_clicked = Signal(str)
    finding_clicked = Signal(str)
    edges_dragged = Signal(str, object)
    context_menu_requested = Signal(QPoint)

    def __init__(self, theme: Theme, scheme: Scheme, parent: QWidget | None = None) -> None:
        self._scene: Scene | None = None
        self._labels = {label.name: label for label in scheme.labels}
        self._hidden_hues: frozenset[str] = frozenset()
        self._selected: str | None = None
        self._selected_repair: str | None = None
        self._drag: EdgeDrag | None = None
        self._pressed_at = QPoint()
        super().__init__(theme, parent)
        self._focus_frame = FocusFrame(self, theme)
        self._scrolling = QPropertyAnimation(self.verticalScrollBar(), b"value", self)
        self._scrolling.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(self.tr("Article"))

    # What is shown

    def set_document(self, document: Document | None) -> None:
        """Show ``document``; the next value of the same article keeps its place."""
        super().set_document(document)
        self._set_scene()

    def set_scheme(self, scheme: Scheme) -> None:
        """Take hues, shapes and codes from ``scheme``."""
        self._labels = {label.name: label for label in scheme.labels}
        self._set_scene()

    def set_theme(self, theme: Theme) -> None:
        """Use the colors of ``theme``."""
        super().set_theme(theme)
        for frame in self.findChildren(FocusFrame):
            frame.set_theme(theme)
        self._set_scene()

    def set_mode(self, mode: str) -> None:
        """Show the article for ``read``, ``annotate`` or ``repair``."""
        super().set_mode(mode)
        self._set_scene()

    def set_hidden_hues(self, hues: frozenset[str]) -> None:
        """Leave the marks of these hues out."""
        self._hidden_hues = hues
        self._set_scene()

    def select_annotation(self, annotation_id: str | None) -> None:
        """Frame a mark as the selected one, or none; the caret waits at its start, unseen."""
        self._selected, self._drag = annotation_id, None
        if self._scene is not None:
            self._scene = self._scene.with_selected(annotation_id)
            nested = self._scene.selected_mark()
            if nested is not None:
                self.set_caret(nested.mark.span.start)
        self.setCursorWidth(0 if annotation_id else CARET_WIDTH)
        self.viewport().update()

    def select_repair(self, repair_id: str | None) -> None:
        """Show a repair as the chosen one, its paragraph as the one being looked at."""
        self._selected_repair = repair_id
        self._set_scene()
        place = self._scene.place_of_repair(repair_id) if self._scene and repair_id else None
        self.set_current_paragraph(place)

    def scroll_to(self, span: Span) -> None:
        """Bring a stretch into sight, unless it is there; what is folded over it opens."""
        self.reveal(span)
        pieces = self._geometry.pieces(span)
        if not pieces:
            return
        height = self.viewport().height()
        top, bottom = pieces[0].baseline - 2 * pieces[0].em, pieces[-1].baseline + pieces[-1].em
        if top >= 0 and bottom <= height:
            return
        bar = self.verticalScrollBar()
        self._scrolling.stop()
        animated = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self) > 0
        self._scrolling.setDuration(self._metrics.scroll_ms if animated and self.isVisible() else 0)
        self._scrolling.setEndValue(bar.value() + round(top - SCROLLED_TO * height))
        self._scrolling.start()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Marks first, for the lines in sight only; then Qt's text over them."""
        if self._scene is not None:
            painter = QPainter(self.viewport())
            self._paint_under_text(painter, QRectF(event.rect()))
            painter.end()
        super().paintEvent(event)

    def _paint_under_text(self, painter: QPainter, area: QRectF) -> None:
        lines = list(self._geometry.seen_lines(area))
        if not lines or self._scene is None:
            return
        seen = Span(lines[0].line.span.start, lines[-1].line.span.end)
        pixel = 1 / self.devicePixelRatioF()
        repairs = RepairPainter(painter, self._scene, self._geometry, pixel)
        if self._scene.mode == "repair":
            repairs.paint_repaired(seen)
        else:
            MarkPainter(painter, self._scene, self._geometry, pixel).paint(seen)
            repairs.paint_suggestions(seen)
        for line in lines:
            self._paint_furniture(painter, line, repairs)
        self._gutter().paint(painter, seen)

    def _paint_furniture(self, painter: QPainter, line: SeenLine, repairs: RepairPainter) -> None:
        column = self.column()
        if self._scene is None:
            return
        if line.line.is_row:
            paint_fold_row(painter, line, (column.left(), column.right()), self._scene.theme)
        elif self._scene.mode == "repair":
            repairs.paint_boxes(line)
            if self.is_current_paragraph(line.line):
                repairs.paint_current_bar(line, column.left())

    # The pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take up an edge of the selected mark, or put the caret down."""
        self._pressed_at = event.position().toPoint()
        set_keyboard_focus(self, False)
        if event.button() == Qt.MouseButton.LeftButton and self._scene is not None:
            self._drag = edge_under(event.position(), self._scene, self._geometry)
        if self._drag is None:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the edge, or select; without a button, say by the pointer what a click would do."""
        if self._drag is not None and self._scene is not None:
            self._scene = self._scene.with_dragged(self._drag.at(self._offset_near(event.position())))
            self.viewport().update()
            return
        if event.buttons() == Qt.MouseButton.NoButton:
            self._show_pointer(event.position())
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the edge go; or tell what was clicked."""
        drag, self._drag = self._drag, None
        if drag is not None and self._scene is not None:
            span = self._scene.dragged
            self._scene = self._scene.with_dragged(None)
            self.viewport().update()
            if span is not None and span != drag.span:
                self.edges_dragged.emit(drag.mark, span)
            return
        super().mouseReleaseEvent(event)
        moved = (event.position().toPoint() - self._pressed_at).manhattanLength()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self.textCursor().hasSelection():
            self.annotation_clicked.emit(None)
        elif moved < CLICK_REACH_PX:
            self._click(self.hit_at(event.position()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Select the mark under the pointer and ask for the menu."""
        under = self.hit_at(QPointF(self.viewport().mapFromGlobal(event.globalPos())))
        if under.marks and self._selected not in under.marks:
            self.annotation_clicked.emit(under.marks[0])
        self.context_menu_requested.emit(event.globalPos())

    def hit_at(self, point: QPointF) -> Hit:
        """What lies under a point of the viewport."""
        lines = list(self._geometry.seen_lines(QRectF(self.viewport().rect())))
        if self._scene is None or not lines:
            return Hit()
        seen = Span(lines[0].line.span.start, lines[-1].line.span.end)
        return hit(point, self._scene, self._geometry, self._gutter(), seen)

    def _click(self, under: Hit) -> None:
        if under.finding is not None:
            self.finding_clicked.emit(under.finding)
        elif under.fold is not None:
            self.toggle_fold(under.fold)
        elif under.repair is not None:
            self.repair_clicked.emit(under.repair)
        else:
            self.annotation_clicked.emit(self._next_of(under.marks))

    def _next_of(self, marks: tuple[str, ...]) -> str | None:
        """The mark that a click selects: the innermost, or the next outer one of the selected."""
        if self._selected in marks:
            return marks[(marks.index(self._selected) + 1) % len(marks)]
        return marks[0] if marks else None

    def _show_pointer(self, point: QPointF) -> None:
        shape = Qt.CursorShape.IBeamCursor
        if self._scene is not None and edge_under(point, self._scene, self._geometry):
            shape = Qt.CursorShape.SizeHorCursor
        elif self.hit_at(point).is_control:
            shape = Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(shape)

    def _offset_near(self, point: QPointF) -> int:
        return self._view_text.offset_at(self.cursorForPosition(point.toPoint()).position())

    def _gutter(self) -> Gutter:
        assert self._scene is not None
        column = self.column()
        return Gutter(self._scene, self._geometry, column.left(), column.right(), column.left())

    def _set_scene(self) -> None:
        if self._document_shown is None:
            self._scene = None
            self.viewport().update()
            return
        self._scene = Scene(
            self._document_shown,
            self._labels,
            self._formats.theme,
            self._metrics,
            self._options.mode,
            self._hidden_hues,
            self._selected,
            self._selected_repair,
        )
        self.viewport().update()
