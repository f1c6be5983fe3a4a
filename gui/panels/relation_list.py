"""The relations of the article, or of the selected mark: which, from where to where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.document import Document, Relation
from core.edits import relations_of
from core.schemes import Scheme
from gui.look.fonts import ui_font
from gui.look.theme import Theme
from gui.panels.panel_head import PanelHead
from gui.widgets.pane import Pane
from gui.widgets.row_list import RowDelegate, RowList, draw_text
from gui.widgets.row_model import ROW, RowModel
from gui.words.label_names import relation_title

MARGIN, TITLE_WIDTH = 16, 76
MOST_SHOWN = 4
LEADS_TO, COMES_FROM = "→ ", "← "


@dataclass(frozen=True, slots=True)
class RelationRow:
    """One relation: its title, its marks in words; ``from_id`` and ``to_id`` are the marks."""

    id: str
    title: str
    words: str
    from_id: str
    to_id: str


class RelationDelegate(RowDelegate):
    """Title, the words of both marks."""

    height = 26

    def paint_row(self, painter: QPainter, area: QRect, row: object, theme: Theme) -> None:
        """Paint one relation; the title keeps its column unless it is longer."""
        assert isinstance(row, RelationRow)
        line = area.adjusted(MARGIN, 0, -MARGIN, 0)
        title = QRect(line.left(), line.top(), line.width() // 2, line.height())
        taken = draw_text(painter, title, row.title, theme.ui.ink_2, font=ui_font(12))
        words = line.adjusted(max(TITLE_WIDTH, taken + 8), 0, 0, 0)
        draw_text(painter, words, row.words, theme.ui.ink)


class RelationsView(RowList):
    """Enter goes to the other end, Delete takes the relation away, Esc goes back to the article."""

    delete_requested = Signal(str)
    leave_requested = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a relation away by Delete."""
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and index.isValid():
            self.delete_requested.emit(index.data(ROW).id)
        elif event.key() == Qt.Key.Key_Escape:
            self.leave_requested.emit()
        else:
            super().keyPressEvent(event)


class RelationList(Pane):
    """Lists the selected mark's relations, or all where none is selected; hidden where there are none."""

    annotation_activated = Signal(str)
    delete_requested = Signal(str)
    leave_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", ("bottom",), edge_token="line", parent=parent)
        self._selected: str | None = None
        self._head = PanelHead()
        self._model: RowModel[RelationRow] = RowModel(
            lambda row: f"{row.title}: {row.words}", tip=lambda row: f"{row.title}: {row.words}"
        )
        self.list = RelationsView(self._model, RelationDelegate(self), scrolls=True)
        self.list.activated.connect(lambda index: self._go(index.data(ROW)))
        self.list.delete_requested.connect(self.delete_requested)
        self.list.leave_requested.connect(self.leave_requested)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(self.list)
        self.hide()

    def set_relations(self, document: Document | None, scheme: Scheme, selected: str | None) -> None:
        """List the relations of ``selected``, or all of the document."""
        self._selected = selected
        rows = rows_of(document, scheme, selected) if document else []
        self._model.set_rows(rows)
        shown = min(len(rows), MOST_SHOWN)
        self.list.setFixedHeight(shown * RelationDelegate.height)
        self.list.setVisible(bool(rows))
        self.setVisible(bool(rows) or bool(scheme.relations))
        self.list.setAccessibleName(self.tr("Relations"))
        self._head.set_words(
            self.tr("Relations"), str(len(rows)), self.tr("of this mark") if selected else ""
        )

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language; the rows are made anew by the panel."""
        if event.type() == QEvent.Type.LanguageChange:
            self._head.set_words(self.tr("Relations"), str(len(self._model.rows)))
        super().changeEvent(event)

    def _go(self, row: RelationRow) -> None:
        """Go to the end that is not selected."""
        self.annotation_activated.emit(row.to_id if row.from_id == self._selected else row.from_id)


def rows_of(document: Document, scheme: Scheme, selected: str | None) -> list[RelationRow]:
    """The relations in words, in reading order; of a selected mark's only the other end is told."""
    quotes = {mark.id: mark.quote for mark in document.annotations}
    return [
        RelationRow(
            relation.id,
            relation_title(scheme, relation.label),
            _words_of(relation, quotes, selected),
            relation.from_id,
            relation.to_id,
        )
        for relation in relations_of(document, selected)
    ]


def _words_of(relation: Relation, quotes: Mapping[str, str], selected: str | None) -> str:
    if relation.from_id == selected:
        return f"{LEADS_TO}{quotes[relation.to_id]}"
    if relation.to_id == selected:
        return f"{COMES_FROM}{quotes[relation.from_id]}"
    return f"{quotes[relation.from_id]} {LEADS_TO}{quotes[relation.to_id]}"
