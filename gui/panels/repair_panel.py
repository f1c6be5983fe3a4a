"""The panel of the repairs view: the current repair, all that wait, and what was repaired."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from core.repair_rows import FormRow, SuggestionRow, repaired_forms, suggestions
from gui.look.fonts import ui_font
from gui.look.theme import Theme
from gui.panels.panel_head import PanelHead
from gui.panels.repair_card import RepairCard, percent
from gui.widgets.document_pane import DocumentPane
from gui.widgets.overlay_scroll import OverlayScroll
from gui.widgets.pane import Pane
from gui.widgets.row_list import RIGHT, RowDelegate, RowList, draw_end_of_text, draw_text
from gui.widgets.row_model import ROW, AnyIndex, RowModel
from gui.words.repair_words import KINDS, kind_title, visible

MARGIN = 16
GAP = 4
PERCENT_WIDTH = 44
KIND_WIDTH = 64


class SuggestionDelegate(RowDelegate):
    """A context line; all of them are aligned on the character that is suggested."""

    height = 26
    margin = radius = 0

    def paint_row(self, painter: QPainter, area: QRect, row: object, theme: Theme) -> None:
        """Paint one suggestion."""
        assert isinstance(row, SuggestionRow)
        middle = area.left() + int(area.width() * 0.34)
        before = QRect(area.left() + MARGIN, area.top(), middle - area.left() - MARGIN - GAP, area.height())
        draw_end_of_text(painter, before, row.before, theme.ui.ink)
        end = area.right() - MARGIN + 1
        box = QRect(middle, area.top(), end - PERCENT_WIDTH - middle, area.height())
        width = draw_text(painter, box, visible(row.repair.replacement), theme.ui.zhu, font=ui_font(13, 600))
        draw_text(painter, box.adjusted(width + GAP, 0, 0, 0), row.after, theme.ui.ink)
        share = QRect(end - PERCENT_WIDTH, area.top(), PERCENT_WIDTH, area.height())
        draw_text(
            painter, share, percent(row.repair.confidence), theme.ui.ink_2, font=ui_font(12), align=RIGHT
        )


class FormDelegate(RowDelegate):
    """Kind, the original struck, what stands in its place, how often."""

    height = 22

    def paint_row(self, painter: QPainter, area: QRect, row: object, theme: Theme) -> None:
        """Paint one form."""
        assert isinstance(row, FormRow)
        line = area.adjusted(MARGIN, 0, -MARGIN, 0)
        if row.leads:
            draw_text(painter, line, kind_title(row.kind), theme.ui.ink_2, font=ui_font(12))
        draw_text(painter, line, str(len(row.ids)), theme.ui.ink, align=RIGHT)
        struck = ui_font(12)
        struck.setStrikeOut(True)
        words = line.adjusted(_kind_width(), 0, -PERCENT_WIDTH, 0)
        original = QRect(words.left(), words.top(), words.width() * 2 // 3, words.height())
        width = draw_text(painter, original, visible(row.original), theme.ui.ink_3, font=struck)
        draw_text(painter, words.adjusted(width + 8, 0, 0, 0), visible(row.replacement), theme.ui.ink)


def _kind_width() -> int:
    """The longest name of a kind in the language of the window, and a gap."""
    measure = QFontMetrics(ui_font(12))
    return max(KIND_WIDTH, *(measure.horizontalAdvance(kind_title(kind)) + 2 * GAP for kind in KINDS))


class RepairPanel(DocumentPane):
    """Lists repairs and lets a person decide; each act is emitted, none is done here."""

    repair_activated = Signal(str)
    repairs_decided = Signal(tuple, str)

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__("panel", ("left",), parent=parent)
        self._selected: str | None = None
        self._last_form: tuple[FormRow | None, int] = (None, -1)
        self.card = RepairCard(actions)
        self.card.repairs_decided.connect(self.repairs_decided)
        self._waiting_head, self._done_head = PanelHead(), PanelHead()
        self._waiting: RowModel[SuggestionRow] = RowModel(_suggestion_words)
        self._done: RowModel[FormRow] = RowModel(_form_words, tip=_form_words)
        self.waiting = DecidingList(self._waiting, SuggestionDelegate(self))
        self.done = RowList(self._done, FormDelegate(self))
        self.waiting.activated.connect(lambda index: self.repair_activated.emit(index.data(ROW).repair.id))
        self.waiting.decided.connect(lambda row, status: self.repairs_decided.emit((row.repair.id,), status))
        self.done.activated.connect(self._go_to_form)
        self._lay_out()

    def select_repair(self, repair_id: str | None) -> None:
        """Show the current repair."""
        self._selected = repair_id
        if self.isVisible():
            self._show_selected()
        else:
            self.show_soon()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.show_soon()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        below = Pane("panel")
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 16)
        column.setSpacing(0)
        divider = Pane("line")
        divider.setFixedHeight(1)
        column.addWidget(self._waiting_head)
        column.addWidget(self.waiting)
        column.addSpacing(10)
        for widget in (divider, self._done_head, self.done):
            column.addWidget(widget)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(below)
        OverlayScroll(scroll)
        for rows in (self.waiting, self.done):
            rows.row_reached.connect(lambda area, rows=rows: _show_row(scroll, below, rows, area))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.card)
        layout.addWidget(scroll, 1)

    def show_document(self) -> None:
        """Fill both lists and the card."""
        waiting = suggestions(self.document) if self.document else ()
        done = repaired_forms(self.document) if self.document else ()
        self._waiting.set_rows(waiting)
        self._done.set_rows(done)
        self.waiting.setAccessibleName(self.tr("All pending"))
        self.done.setAccessibleName(self.tr("Repaired"))
        order = self.tr("In text order") if waiting else ""
        self._waiting_head.set_words(self.tr("All pending"), str(len(waiting)), order)
        count = sum(len(row.ids) for row in done)
        note = self.tr("Each can be reverted") if done else ""
        self._done_head.set_words(self.tr("Repaired"), str(count), note)
        self._show_selected()

    def _show_selected(self) -> None:
        self.card.set_repair(self.document, self._selected)
        ids = [row.repair.id for row in self._waiting.rows]
        self.waiting.select_row(ids.index(self._selected) if self._selected in ids else None)
        forms = self._done.rows
        self.done.select_row(next((n for n, row in enumerate(forms) if self._selected in row.ids), None))

    def _go_to_form(self, index: AnyIndex) -> None:
        """Go to the first place of a form, and on every further act to the next one."""
        row: FormRow = index.data(ROW)
        last, place = self._last_form
        place = (place + 1) % len(row.ids) if last == row else 0
        self._last_form = (row, place)
        self.repair_activated.emit(row.ids[place])


class DecidingList(RowList):
    """A list of suggestions; Delete rejects the current one, Ctrl+Enter accepts it."""

    decided = Signal(object, str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Decide by keys."""
        status = _decision(event)
        if status and self.currentIndex().isValid():
            self.decided.emit(self.currentIndex().data(ROW), status)
        else:
            super().keyPressEvent(event)


def _decision(event: QKeyEvent) -> str | None:
    if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
        return "rejected"
    is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    is_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return "applied" if is_enter and is_ctrl else None


def _show_row(scroll: QScrollArea, content: QWidget, rows: RowList, area: QRect) -> None:
    if rows.isVisible():
        center = rows.mapTo(content, QPoint(0, area.center().y()))
        scroll.ensureVisible(0, center.y(), 0, area.height())


def _suggestion_words(row: SuggestionRow) -> str:
    return f"{row.before}[{row.repair.replacement}]{row.after} {percent(row.repair.confidence)}"


def _form_words(row: FormRow) -> str:
    return f"{kind_title(row.kind)} {visible(row.original)} → {visible(row.replacement)} {len(row.ids)}"
