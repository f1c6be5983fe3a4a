"""The panel of the annotator's view: the selected mark, the keys, and what waits for review."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRect, Signal
from PySide6.QtGui import QAction, QPainter, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.document import Annotation
from core.overview import unreviewed
from core.schemes import Scheme
from gui.look.fonts import latin_font
from gui.look.theme import Theme
from gui.panels.article_label_form import ArticleLabelForm
from gui.panels.key_hints import KeyHint, KeyHints
from gui.panels.mark_card import MarkCard, confidence_words
from gui.panels.panel_head import PanelHead
from gui.panels.relation_list import RelationList
from gui.widgets.document_pane import DocumentPane
from gui.widgets.row_list import RIGHT, RowDelegate, RowList, draw_text
from gui.widgets.row_model import ROW, RowModel
from gui.words.label_names import label_hue

CODE_LEFT, CODE_WIDTH, CODE_MOST = 16, 46, 96
CONFIDENCE_WIDTH = 36
HINTS_FROM = 720
HINTS = (
    ("mark.right_in", "mark.right_out"),
    ("mark.left_out", "mark.left_in"),
    ("go.inner_mark",),
    ("mark.same",),
)


class WaitingDelegate(RowDelegate):
    """Label code, words, confidence."""

    height = 26

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.scheme: Scheme | None = None

    def paint_row(self, painter: QPainter, area: QRect, row: object, theme: Theme) -> None:
        """Paint one mark."""
        assert isinstance(row, Annotation)
        hue = theme.hue(label_hue(self.scheme, row.label) if self.scheme else "term")
        code = QRect(area.left() + CODE_LEFT, area.top(), CODE_MOST, area.height())
        width = draw_text(painter, code, row.label, hue.text, font=latin_font(11, 600))
        words = area.adjusted(CODE_LEFT + max(CODE_WIDTH, width + 6), 0, -CODE_LEFT, 0)
        draw_text(painter, words, confidence_words(row.confidence), theme.ui.ink_2, align=RIGHT)
        draw_text(painter, words.adjusted(0, 0, -CONFIDENCE_WIDTH, 0), row.quote, theme.ui.ink)


class AnnotatePanel(DocumentPane):
    """Shows the selected mark and lists the unreviewed ones, the least certain first."""

    annotation_activated = Signal(str)
    label_requested = Signal(str)
    attribute_answered = Signal(str, object)
    article_label_answered = Signal(str, tuple)
    relation_removed = Signal(str)
    leave_requested = Signal()

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__("panel", ("left",), parent=parent)
        self._scheme: Scheme | None = None
        self._selected: str | None = None
        self.card = MarkCard(actions)
        self.card.label_requested.connect(self.label_requested)
        self.card.attribute_answered.connect(self.attribute_answered)
        self.relations, self.article_labels = RelationList(), ArticleLabelForm()
        self.relations.annotation_activated.connect(self.annotation_activated)
        self.relations.delete_requested.connect(self.relation_removed)
        self.article_labels.answered.connect(self.article_label_answered)
        for part in (self.card, self.relations, self.article_labels):
            part.leave_requested.connect(self.leave_requested)
        self._hints = [KeyHint([actions[name] for name in names]) for names in HINTS]
        self._head = PanelHead()
        self._model: RowModel[Annotation] = RowModel(_waiting_words)
        self._delegate = WaitingDelegate(self)
        self.list = RowList(self._model, self._delegate, scrolls=True)
        self.list.activated.connect(lambda index: self.annotation_activated.emit(index.data(ROW).id))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 0, 0)
        layout.setSpacing(0)
        self._key_hints = KeyHints(self._hints)
        for widget in (self.card, self.relations, self.article_labels, self._key_hints, self._head):
            layout.addWidget(widget)
        layout.addWidget(self.list, 1)
        self._retranslate()

    def set_scheme(self, scheme: Scheme) -> None:
        """Take the label scheme."""
        self._scheme = self._delegate.scheme = scheme
        self.article_labels.set_scheme(scheme)
        self._make_room()
        self.show_soon()

    def focus_attributes(self) -> bool:
        """Give the focus to the first attribute of the selected mark; False where it has none."""
        return self.card.attributes.focus_first()

    def focus_article_labels(self) -> bool:
        """Give the focus to the first question about the article; False where nothing is asked."""
        return self.article_labels.focus_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the hints out where there is little room."""
        super().resizeEvent(event)
        self._make_room()

    def select_annotation(self, annotation_id: str | None) -> None:
        """Show the selected mark."""
        self._selected = annotation_id
        if self.isVisible():
            self._show_selected()
        else:
            self.show_soon()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.show_soon()
        super().changeEvent(event)

    def _make_room(self) -> None:
        scheme = self._scheme
        asks = scheme is not None and bool(
            scheme.article_labels or scheme.relations or any(label.attributes for label in scheme.labels)
        )
        self._key_hints.setVisible(self.height() >= (HINTS_FROM if asks else 0))

    def _retranslate(self) -> None:
        self.article_labels.retranslate()
        words = (
            self.tr("Right edge"),
            self.tr("Left edge"),
            self.tr("Overlapping mark"),
            self.tr("Everywhere alike"),
        )
        for hint, text in zip(self._hints, words, strict=True):
            hint.set_words(text)

    def show_document(self) -> None:
        """Fill the list and the card."""
        rows = unreviewed(self.document) if self.document else ()
        self._model.set_rows(rows)
        order = self.tr("Least certain first") if rows else ""
        self.list.setAccessibleName(self.tr("To review"))
        self._head.set_words(self.tr("To review"), str(len(rows)), order)
        self.article_labels.set_labels(self.document.labels if self.document else {})
        self._show_selected()

    def _show_selected(self) -> None:
        known = {mark.id for mark in self.document.annotations} if self.document else set()
        selected = self._selected if self._selected in known else None
        self.card.set_mark(self.document, self._scheme, selected)
        if self._scheme:
            self.relations.set_relations(self.document, self._scheme, selected)
        ids = [mark.id for mark in self._model.rows]
        self.list.select_row(ids.index(selected) if selected in ids else None)


def _waiting_words(mark: Annotation) -> str:
    return f"{mark.label} {mark.quote} {confidence_words(mark.confidence)}"
