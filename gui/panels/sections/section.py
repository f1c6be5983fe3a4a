"""A section: a head that opens and closes it and says what is inside, and a body with the rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from core.document import Document
from core.schemes import Scheme
from gui.look.fonts import ui_font
from gui.look.icons import icon
from gui.look.metrics import load_metrics
from gui.look.theme import Theme
from gui.panels.sections.asked_delegate import AskedDelegate
from gui.panels.sections.titles import section_title
from gui.widgets.buttons import TextButton, ThemedButton
from gui.widgets.focus_ring import set_keyboard_focus
from gui.widgets.pane import Pane
from gui.widgets.row_list import RIGHT, RowList, draw_text

MARGIN = 12
TITLE_LEFT = 28
CHEVRON = 16


@dataclass(frozen=True, slots=True)
class Summary:
    """What a head says beside its title: a count, and at the right what is inside while it is closed."""

    count: str = ""
    words: str = ""


class SectionHead(ThemedButton):
    """The title row. Enter and Space open and close, Right opens, Left closes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.summary = Summary()
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(load_metrics().layout.section_head)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(120, self.height())

    def set_summary(self, summary: Summary) -> None:
        """Say what is inside."""
        self.summary = summary
        self.setAccessibleName(f"{self.text()} {summary.count}".rstrip())
        self.setAccessibleDescription(summary.words)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Right, close by Left."""
        set_keyboard_focus(self, True)
        wanted = {Qt.Key.Key_Right: True, Qt.Key.Key_Left: False}.get(Qt.Key(event.key()))
        if wanted is None:
            super().keyPressEvent(event)
        elif wanted != self.isChecked():
            self.click()

    def paint_face(self, painter: QPainter, theme: Theme) -> None:
        """Chevron, title, count, and the summary while closed."""
        ui, area = theme.ui, self.rect()
        if self.underMouse():
            painter.fillRect(area, ui.hover)
        chevron = "chevron-down" if self.isChecked() else "chevron-right"
        icon(chevron, ui.ink_2).paint(painter, MARGIN - 4, (self.height() - CHEVRON) // 2, CHEVRON, CHEVRON)
        line = QRect(TITLE_LEFT, 0, self.width() - TITLE_LEFT - MARGIN, self.height())
        width = draw_text(painter, line, self.text(), ui.ink, font=ui_font(13, 600))
        width += 8 + draw_text(
            painter, line.adjusted(width + 8, 0, 0, 0), self.summary.count, ui.ink_3, font=ui_font(12)
        )
        if not self.isChecked():
            rest = line.adjusted(width + 12, 0, 0, 0)
            draw_text(painter, rest, self.summary.words, ui.ink_2, font=ui_font(12), align=RIGHT)


class Section(Pane):
    """The base of the six. ``compute`` gathers what it shows, on any thread; ``show_rows`` shows that.

    A subclass gives both.
    """

    is_slow = False
    """Whether gathering the rows takes so long that it would be felt at every key."""

    annotation_activated = Signal(str)
    repair_activated = Signal(str)
    toggled = Signal(bool)

    def __init__(self, section_id: str, parent: QWidget | None = None) -> None:
        super().__init__("panel", ("bottom",), edge_token="line", parent=parent)
        self.section_id = section_id
        self._rows: Any = None
        self._selected: str | None = None
        self._last_place: tuple[tuple[str, ...], int] = ((), -1)
        self.head = SectionHead()
        self.order = TextButton(pixels=12, parent=self)
        self.order.hide()
        self.order.clicked.connect(self.turn_order)
        self.body = QWidget()
        self.body.hide()
        self.body_layout = QVBoxLayout(self.body)
        self.body_layout.setContentsMargins(0, 0, 0, MARGIN)
        self.body_layout.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 1)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.body)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.order.raise_()
        self.head.toggled.connect(self._toggle)
        self.retranslate()

    @property
    def is_open(self) -> bool:
        """Whether the body is shown."""
        return self.head.isChecked()

    def set_open(self, is_open: bool) -> None:
        """Show or hide the body."""
        self.head.setChecked(is_open)

    @staticmethod
    def compute(document: Document, scheme: Scheme) -> Any:
        """What a document holds for this section, as a value; it may be called on another thread."""
        raise NotImplementedError

    def show_rows(self, rows: Any) -> None:
        """Show what ``compute`` gave, in head and body; the subclass's part."""
        raise NotImplementedError

    def set_rows(self, rows: Any) -> None:
        """Take the rows of the next document; None where nothing is open."""
        self._rows = rows
        if rows is None:
            self.head.set_summary(Summary())
        else:
            self.show_rows(rows)
            self.show_selected()

    def select_annotation(self, annotation_id: str | None) -> None:
        """Show which row stands for the selected mark."""
        self._selected = annotation_id
        self.show_selected()

    def show_selected(self) -> None:
        """Select the row of the selected mark; a section without marks has nothing to do."""

    def set_asked(self, asked: Mapping[str, tuple[int, ...]]) -> None:
        """Take the numbers of the questions about each mark."""
        for delegate, rows in self._asked_lists():
            delegate.asked = asked
            rows.viewport().update()

    def look_at_question(self, number: int | None) -> None:
        """Show which rows the selected question is about."""
        for delegate, rows in self._asked_lists():
            delegate.looked_at = number
            rows.viewport().update()

    def _asked_lists(self) -> Iterator[tuple[AskedDelegate, RowList]]:
        for rows in self.findChildren(RowList):
            if isinstance(delegate := rows.itemDelegate(), AskedDelegate):
                yield delegate, rows

    def add_list(self, rows: RowList) -> None:
        """Put a list into the body; Ctrl+C in it copies ``table`` for a spreadsheet."""
        rows.copy_requested.connect(self._copy)
        rows.setAccessibleName(section_title(self.section_id))
        self.body_layout.addWidget(rows)

    def table(self) -> list[tuple[str, ...]]:
        """The rows as cells, for copying; none where the section is no table."""
        return []

    def activate_next(self, ids: tuple[str, ...]) -> None:
        """Ask for the first of the places that a row stands for, and on every further act for the next."""
        before, place = self._last_place
        place = (place + 1) % len(ids) if before == ids else 0
        self._last_place = (ids, place)
        self.annotation_activated.emit(ids[place])

    def set_order_words(self, words: str) -> None:
        """Say at the right of the open head in which order the rows stand; a click turns it."""
        self.order.set_words(words)
        self._place_order()

    def turn_order(self) -> None:
        """Take the next order; for sections that have several."""

    def retranslate(self) -> None:
        """Speak another language."""
        self.head.setText(section_title(self.section_id))
        for rows in self.findChildren(RowList):
            rows.setAccessibleName(section_title(self.section_id))

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.set_rows(self._rows)
        super().changeEvent(event)

    def resizeEvent(self, event: object) -> None:
        """Keep the order at the right edge."""
        self._place_order()

    def _copy(self) -> None:
        lines = ("\t".join(row) for row in self.table())
        QGuiApplication.clipboard().setText("\n".join(lines))

    def _toggle(self, is_open: bool) -> None:
        self.body.setVisible(is_open)
        self._place_order()
        self.toggled.emit(is_open)

    def _place_order(self) -> None:
        self.order.setVisible(self.is_open and bool(self.order.text()))
        size = self.order.sizeHint()
        top = (self.head.height() - size.height()) // 2
        self.order.setGeometry(
            QRect(self.width() - size.width() - MARGIN + 8, top, size.width(), size.height())
        )


class HasIds(Protocol):
    """A row that stands for marks."""

    @property
    def ids(self) -> tuple[str, ...]:
        """The marks."""
        ...


def row_with(rows: Sequence[HasIds], annotation_id: str | None) -> int | None:
    """The place of the row that stands for a mark."""
    return next((place for place, row in enumerate(rows) if annotation_id in row.ids), None)
