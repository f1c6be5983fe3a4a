"""The card of the selected mark: its words, its label with confidence, what is known of it, what to do."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from core.document import Annotation, Document
from core.schemes import Scheme
from gui.look.fonts import latin_font
from gui.look.theme import Theme
from gui.panels.attribute_form import AttributeForm
from gui.widgets.action_button import ActionButton
from gui.widgets.buttons import ThemedButton
from gui.widgets.fact_rows import FactRows
from gui.widgets.keycaps import keys_of, paint_keycaps
from gui.widgets.pane import Pane, Words
from gui.widgets.row_list import RIGHT, draw_text
from gui.words.label_names import find_label, label_hue, label_title
from gui.words.mark_words import mark_facts

CODE_LEFT, TITLE_LEFT = 38, 82


class LabelCandidate(ThemedButton):
    """A label that the mark has or had: key, code, title, confidence; pressing it asks for that label."""

    def __init__(
        self, label: str, scheme: Scheme, confidence: float | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(label_title(scheme, label), parent)
        self.label, self._hue, self._confidence = label, label_hue(scheme, label), confidence
        spec = find_label(scheme, label)
        self._keys = keys_of(spec.key) if spec and spec.key else ()
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{label} {self.text()} {confidence_words(confidence)}")

    def sizeHint(self) -> QSize:
        """As wide as the card."""
        return QSize(120, 28)

    def nextCheckState(self) -> None:
        """Stay as it is: only the document decides which one is checked."""

    def paint_face(self, painter: QPainter, theme: Theme) -> None:
        """Paint the row."""
        if ground := self.ground_color(theme):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(self.rect(), 4, 4)
        middle = QRect(8, 0, 0, self.height()).center()
        paint_keycaps(
            painter, middle, self._keys[-1:], theme.ui.ink_2, theme.ui.line_strong, theme.ui.surface
        )
        line = self.rect().adjusted(0, 0, -8, 0)
        code = QRect(CODE_LEFT, 0, TITLE_LEFT - CODE_LEFT - 4, self.height())
        draw_text(painter, code, self.label, theme.hue(self._hue).text, font=latin_font(12, 600))
        draw_text(painter, line.adjusted(TITLE_LEFT, 0, -40, 0), self.text(), theme.ui.ink)
        draw_text(painter, line, confidence_words(self._confidence), theme.ui.ink, align=RIGHT)


class MarkCard(Pane):
    """Shows one annotation; its buttons are the window's own actions."""

    label_requested = Signal(str)
    attribute_answered = Signal(str, object)
    leave_requested = Signal()

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__("panel", ("bottom",), edge_token="line", parent=parent)
        self._shown: tuple[Document, Scheme, Annotation] | None = None
        self._note_action = actions["mark.note"]
        self._quote = Words(pixels=18, weight=600)
        self._quote.setWordWrap(True)
        self._candidates = QVBoxLayout()
        self._candidates.setSpacing(0)
        self._candidates.setContentsMargins(0, 0, 0, 0)
        self._facts = FactRows(50)
        self.attributes = AttributeForm(50)
        self.attributes.answered.connect(self.attribute_answered)
        self.attributes.leave_requested.connect(self.leave_requested)
        self._accept = ActionButton(actions["mark.confirm"], primary=True)
        self._reject = ActionButton(actions["mark.reject"])
        self._lay_out()
        self._retranslate()
        self.set_mark(None, None, None)

    def set_mark(self, document: Document | None, scheme: Scheme | None, annotation_id: str | None) -> None:
        """Show the annotation of that id, or say that none is selected."""
        self._shown = None
        if document and scheme and annotation_id:
            self._shown = (document, scheme, document.annotation(annotation_id))
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._fill()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        rows = QWidget()
        rows.setLayout(self._candidates)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._accept)
        buttons.addWidget(self._reject)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 12, 8, 16)
        layout.setSpacing(8)
        for widget, left in ((self._quote, 8), (rows, 0), (self._facts, 8), (self.attributes, 8)):
            widget.setContentsMargins(left, 0, left, 0)
            layout.addWidget(widget)
        buttons.setContentsMargins(8, 6, 8, 0)
        layout.addLayout(buttons)

    def _retranslate(self) -> None:
        self._accept.set_words(self.tr("Accept"))
        self._reject.set_words(self.tr("Reject"))

    def _fill(self) -> None:
        shown = self._shown
        self._accept.setVisible(shown is not None)
        self._reject.setVisible(shown is not None)
        self._clear_candidates()
        if shown is None:
            self._quote.setText(self.tr("No mark selected"))
            self._facts.set_rows([])
            self.attributes.set_attributes((), {})
            return
        document, scheme, mark = shown
        self._quote.setText(mark.quote)
        self._add_candidates(scheme, mark)
        self._facts.set_rows(mark_facts(document, scheme, mark, keys_of(self._note_action.shortcut())))
        spec = find_label(scheme, mark.label)
        self.attributes.set_attributes(spec.attributes if spec else (), mark.attributes)

    def _clear_candidates(self) -> None:
        while item := self._candidates.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()

    def _add_candidates(self, scheme: Scheme, mark: Annotation) -> None:
        """The label of now, and the recognizer's own where a person chose another."""
        rows: list[tuple[str, float | None]] = [(mark.label, None if mark.was else mark.confidence)]
        if mark.was and mark.was.label != mark.label:
            rows.append((mark.was.label, mark.confidence))
        for label, confidence in rows:
            row = LabelCandidate(label, scheme, confidence)
            row.setChecked(label == mark.label)
            row.clicked.connect(lambda _=False, label=label: self.label_requested.emit(label))
            if self._theme:
                row.set_theme(self._theme)
            self._candidates.addWidget(row)


def confidence_words(confidence: float | None) -> str:
    """A confidence with two digits, nothing where there is none."""
    return "" if confidence is None else f"{confidence:.2f}"
