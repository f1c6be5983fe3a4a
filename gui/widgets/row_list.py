"""Lists of painted rows: as tall as the rows, in a panel that scrolls as a whole, or scrolling by itself."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui.look.fonts import ui_font
from gui.look.metrics import load_metrics
from gui.look.theme import Theme
from gui.widgets.focus_ring import is_keyboard_focus, paint_focus_ring, set_keyboard_focus
from gui.widgets.overlay_scroll import OverlayScroll
from gui.widgets.row_model import ROW, AnyIndex, RowModel

LEFT, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


class RowDelegate(QStyledItemDelegate):
    """Paints the ground of a row; a subclass paints what stands on it."""

    height = load_metrics().layout.row_dense
    margin = 8
    radius = 4
    selected_ground = "press"

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None

    def set_theme(self, theme: Theme) -> None:
        """Take the colors of ``theme``."""
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """As wide as the list, as tall as the row says."""
        return QSize(0, self.row_height(index.data(ROW), option.widget.width()))

    @property
    def is_uniform(self) -> bool:
        """Whether all rows are of one height, which Qt then lays out at once."""
        return type(self).row_height is RowDelegate.row_height

    def row_height(self, row: object, width: int) -> int:
        """The height of ``row`` in a list of that ``width``, in pixels."""
        return self.height

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint the ground, the row, and the focus ring."""
        if self._theme is None:
            return
        painter.save()
        area = option.rect
        self._paint_ground(painter, option, area)
        self.paint_row(painter, area, index.data(ROW), self._theme)
        painter.restore()

    def paint_row(self, painter: QPainter, area: QRect, row: object, theme: Theme) -> None:
        """Paint what the row says; the subclass's part."""
        raise NotImplementedError

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect) -> None:
        assert self._theme is not None
        ground = area.adjusted(self.margin, 0, -self.margin, 0)
        state, ui = option.state, self._theme.ui
        color = getattr(ui, self.selected_ground) if state & QStyle.StateFlag.State_Selected else None
        if color is None and state & QStyle.StateFlag.State_MouseOver:
            color = ui.hover
        if color is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawRoundedRect(ground, self.radius, self.radius)
        if state & QStyle.StateFlag.State_HasFocus and is_keyboard_focus(option.widget):
            paint_focus_ring(painter, ground, ui.focus)


class RowList(QListView):
    """Arrows move, Enter or a click activates. ``row_reached`` asks the panel to scroll a row into sight."""

    row_reached = Signal(QRect)
    copy_requested = Signal()

    def __init__(
        self,
        model: RowModel[Any],
        delegate: RowDelegate,
        *,
        scrolls: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._rows, self._row_delegate, self._scrolls = model, delegate, scrolls
        delegate.setParent(self)
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(delegate.is_uniform)
        self._choose_height()
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.viewport().setAutoFillBackground(False)
        model.modelReset.connect(self.updateGeometry)
        self.clicked.connect(self.activated)

    def set_theme(self, theme: Theme) -> None:
        """Repaint in the colors of ``theme``."""
        self._row_delegate.set_theme(theme)
        self.viewport().update()

    def select_row(self, row: int | None) -> None:
        """Select a row, or none, without activating it."""
        if row is None:
            self.clearSelection()
            return
        self.setCurrentIndex(self.model().index(row, 0))
        self.row_reached.emit(self.visualRect(self.currentIndex()))

    def _choose_height(self) -> None:
        if self._scrolls:
            self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
            OverlayScroll(self)
            return
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        """As tall as all rows together."""
        rows = self._rows.rows
        if self._row_delegate.is_uniform:
            return self._row_delegate.height * len(rows)
        return sum(self._row_delegate.row_height(row, width) for row in rows)

    def sizeHint(self) -> QSize:
        """As tall as all rows together, at the width of now."""
        return QSize(0, 120 if self._scrolls else self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """Never less than all rows, or a few where the list scrolls by itself."""
        return QSize(0, 60) if self._scrolls else self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter activate on every platform."""
        set_keyboard_focus(self, True)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+C from the window while the list has the focus."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if not event.matches(QKeySequence.StandardKey.Copy):
                return super().event(event)
            event.accept()
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the rows anew where the width has changed."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()
        if self._scrolls and self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Hide the focus ring."""
        set_keyboard_focus(self, False)
        super().mousePressEvent(event)

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Tell the panel where the current row is."""
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus():
            self.row_reached.emit(self.visualRect(current))


def draw_text(
    painter: QPainter,
    area: QRect,
    text: str,
    color: QColor,
    *,
    font: QFont | None = None,
    align: Qt.AlignmentFlag = LEFT,
) -> int:
    """Write one line into ``area``, elided at its end; gives the width that it took."""
    font = font or ui_font(13)
    measure = QFontMetrics(font)
    shown = measure.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(area, int(align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)
    return measure.horizontalAdvance(shown)


def draw_end_of_text(
    painter: QPainter, area: QRect, text: str, color: QColor, *, font: QFont | None = None
) -> None:
    """Write the end of a line against the right edge of ``area``; what does not fit is left out before it."""
    measure = QFontMetrics(font or ui_font(13))
    while text and measure.horizontalAdvance(text) > area.width():
        text = text[1:]
    draw_text(painter, area, text, color, font=font, align=RIGHT)
