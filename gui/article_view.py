"""The article as a person points at it and corrects it.

It shows the document and asks to change it: what was clicked, dragged or selected goes out by signal.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from core.schemes import Scheme
from gui.article_pointer import EdgeDrag, Hit, edge_under, hit
from gui.focus_frame import FocusFrame
from gui.focus_ring import set_keyboard_focus
from gui.mark_tooltip import MarkTooltip, ValueWords
from gui.marked_text import MarkedText
from gui.theme import Theme

CLICK_REACH_PX = 4


class ArticleView(MarkedText):
    """Tells what the pointer does to the marks."""

    annotation_clicked = Signal(object)
    repair_clicked = Signal(str)
    finding_clicked = Signal(str)
    edges_dragged = Signal(str, object)
    context_menu_requested = Signal(QPoint)

    def __init__(self, theme: Theme, scheme: Scheme, parent: QWidget | None = None) -> None:
        self._drag: EdgeDrag | None = None
        self._pressed_at = QPoint()
        self._value_words: ValueWords = lambda mark: ""
        super().__init__(theme, scheme, parent)
        self._focus_frame = FocusFrame(self, theme)
        self._tooltip = MarkTooltip(self, theme)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(self.tr("Article"))

    def set_theme(self, theme: Theme) -> None:
        """Use the colors of ``theme``."""
        super().set_theme(theme)
        self._focus_frame.set_theme(theme)
        self._tooltip.set_theme(theme)

    def set_value_words(self, value_words: ValueWords) -> None:
        """Let the card under the pointer word the values of marks by ``value_words``."""
        self._value_words = value_words

    def select_annotation(self, annotation_id: str | None) -> None:
        """Frame a mark as the selected one, or none; an edge in the hand is let go unmoved."""
        self._drag = None
        super().select_annotation(annotation_id)

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
        if self._tooltip.isVisible() and not self.hit_at(event.position()).marks:
            self._tooltip.hide()
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

    def leaveEvent(self, event: QEvent) -> None:
        """Take the card away."""
        self._tooltip.hide()
        super().leaveEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Show the card of the mark under a resting pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tooltip(QPointF(event.pos()))
            return True
        if event.type() in (QEvent.Type.Leave, QEvent.Type.Wheel, QEvent.Type.MouseButtonPress):
            self._tooltip.hide()
        return super().viewportEvent(event)

    def _show_tooltip(self, point: QPointF) -> None:
        marks = self.hit_at(point).marks
        if not marks or self._document_shown is None or self._drag is not None:
            self._tooltip.hide()
            return
        mark = self._document_shown.annotation(self._selected if self._selected in marks else marks[0])
        area = self.area_of(mark.span)
        if area is not None:
            below = area.toAlignedRect()
            below.moveTo(self.viewport().mapToGlobal(below.topLeft()))
            self._tooltip.show_mark(mark, self._scheme, self._value_words(mark), below)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Select the mark under the pointer and ask for the menu."""
        under = self.hit_at(QPointF(self.viewport().mapFromGlobal(event.globalPos())))
        if under.marks and self._selected not in under.marks:
            self.annotation_clicked.emit(under.marks[0])
        self.context_menu_requested.emit(event.globalPos())

    def hit_at(self, point: QPointF) -> Hit:
        """What lies under a point of the viewport."""
        area = QRectF(self.viewport().rect())
        lines = list(self._geometry.seen_lines(area))
        if self._scene is None or not lines:
            return Hit()
        seen = self._geometry.seen_span(lines, area)
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
