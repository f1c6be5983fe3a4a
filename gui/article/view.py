"""The article as a person points at it and corrects it.

It shows the document and asks to change it: what was clicked, dragged or selected goes out by signal.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from core.document import Annotation, Document
from core.schemes import Scheme
from gui.article.marked_text import MarkedText
from gui.article.pointer import EdgeDrag, Hit, edge_under, hit
from gui.article.pointer_card import CardText, PointerCard, finding_card, mark_card, repair_card
from gui.look.theme import Theme
from gui.widgets.announcing import announce
from gui.widgets.focus_frame import FocusFrame
from gui.widgets.focus_ring import set_keyboard_focus

CLICK_REACH_PX = 4
CARET_KEYS = frozenset({
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End
})  # fmt: skip
HELD = (
    Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class ArticleView(MarkedText):
    """Tells what the pointer does to the marks."""

    annotation_clicked = Signal(object)
    words_taken = Signal()
    repair_clicked = Signal(str)
    finding_clicked = Signal(str)
    edges_dragged = Signal(str, object)
    context_menu_requested = Signal(QPoint)

    def __init__(self, theme: Theme, scheme: Scheme, parent: QWidget | None = None) -> None:
        self._drag: EdgeDrag | None = None
        self._pressed_at = QPoint()
        super().__init__(theme, scheme, parent)
        self._focus_frame = FocusFrame(self, theme)
        self._card = PointerCard(self, theme)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(self.tr("Article"))

    def set_theme(self, theme: Theme) -> None:
        """Use the colors of ``theme``."""
        super().set_theme(theme)
        self._focus_frame.set_theme(theme)
        self._card.set_theme(theme)

    def select_annotation(self, annotation_id: str | None) -> None:
        """Frame a mark as the selected one, or none; an edge in the hand is let go unmoved."""
        self._drag = None
        super().select_annotation(annotation_id)
        self._say_selected()

    def set_document(self, document: Document | None) -> None:
        """Show ``document``; the selected mark may be another since."""
        super().set_document(document)
        self._say_selected()

    def _say_selected(self) -> None:
        """Let a screen reader say the selected mark, when it is selected and when it changes."""
        nested = self._scene.selected_mark if self._scene is not None else None
        words = (
            ", ".join((nested.mark.quote, *mark_card(nested.mark, self._scheme).lines())) if nested else ""
        )
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
            announce(self, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """An arrow alone leaves the selected mark and goes on with the caret from its start."""
        if self._selected and event.key() in CARET_KEYS and not event.modifiers() & HELD:
            self.annotation_clicked.emit(None)
        super().keyPressEvent(event)
        self.follow_caret()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take up an edge of the selected mark, or put the caret down."""
        self._pressed_at = event.position().toPoint()
        set_keyboard_focus(self, False)
        if event.button() == Qt.MouseButton.LeftButton:
            self._drag = self._edge_at(event.position())
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
        if self._card.isVisible() and self._card_of(self.hit_at(event.position())) is None:
            self._card.hide()
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
            self.words_taken.emit()
        elif moved < CLICK_REACH_PX:
            self._click(self.hit_at(event.position()))
        self.follow_caret()

    def leaveEvent(self, event: QEvent) -> None:
        """Take the card away."""
        self._card.hide()
        super().leaveEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Show the card of the mark under a resting pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_card(QPointF(event.pos()))
            return True
        if event.type() in (QEvent.Type.Leave, QEvent.Type.Wheel, QEvent.Type.MouseButtonPress):
            self._card.hide()
        return super().viewportEvent(event)

    def _show_card(self, point: QPointF) -> None:
        under = self.hit_at(point)
        card = None if self._drag is not None else self._card_of(under)
        if card is None:
            self._card.hide()
            return
        below = QRect(round(point.x()), round(point.y()) - 10, 1, 20)
        area = self.area_of(self._mark(under).span) if under.marks and not under.is_control else None
        if area is not None:
            below = area.toAlignedRect()
        below.moveTo(self.viewport().mapTo(self, below.topLeft()))
        self._card.show_card(card, below)

    def _card_of(self, under: Hit) -> CardText | None:
        """What is known of what lies under the pointer."""
        document = self._document_shown
        if document is None:
            return None
        if under.finding is not None:
            return next(finding_card(f) for f in document.findings if f.id == under.finding)
        if under.repair is not None:
            return next(repair_card(r) for r in document.repairs if r.id == under.repair)
        mark = self._mark(under) if under.marks else None
        return None if mark is None else mark_card(mark, self._scheme)

    def _mark(self, under: Hit) -> Annotation:
        """The mark that a card is about: the selected one, or the innermost."""
        assert self._document_shown is not None
        return self._document_shown.annotation(
            self._selected if self._selected in under.marks else under.marks[0]
        )

    def changeEvent(self, event: QEvent) -> None:
        """Say what this is in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Article"))
        super().changeEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Select the mark under the pointer, unless words are selected, and ask for the menu."""
        under = self.hit_at(QPointF(self.viewport().mapFromGlobal(event.globalPos())))
        is_free = not self.textCursor().hasSelection()
        if is_free and under.marks and self._selected not in under.marks:
            self.annotation_clicked.emit(under.marks[0])
        self.context_menu_requested.emit(event.globalPos())

    def hit_at(self, point: QPointF) -> Hit:
        """What lies under a point of the viewport."""
        area = QRectF(self.viewport().rect()).translated(self.scrolled())
        lines = list(self._geometry.seen_lines(area))
        if self._scene is None or not lines:
            return Hit()
        seen = self._geometry.seen_span(lines, area)
        return hit(point + self.scrolled(), self._scene, self._geometry, self._gutter(), seen)

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
        if self._edge_at(point) is not None:
            shape = Qt.CursorShape.SizeHorCursor
        elif self.hit_at(point).is_control:
            shape = Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(shape)

    def _edge_at(self, point: QPointF) -> EdgeDrag | None:
        if self._scene is None:
            return None
        return edge_under(point + self.scrolled(), self._scene, self._geometry)

    def _offset_near(self, point: QPointF) -> int:
        return self._view_text.offset_at(self.cursorForPosition(point.toPoint()).position())
