"""Find with context lines: every place of the words, aligned on them, to go to or to mark in one act."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QStyleOptionViewItem, QVBoxLayout, QWidget

from core.find import MOST, Occurrence, find, folded, in_context
from core.schemes import Scheme
from gui.look.fonts import ui_font
from gui.look.theme import Theme
from gui.models.check_rows import CheckModel
from gui.widgets.buttons import IconButton, KeycapButton, TextButton
from gui.widgets.choice_button import ChoiceButton
from gui.widgets.document_pane import DocumentPane
from gui.widgets.pane import Words
from gui.widgets.row_list import RowDelegate, RowList, draw_end_of_text, draw_text
from gui.widgets.row_model import ROW, AnyIndex
from gui.widgets.search_field import SearchField
from gui.words.label_names import label_title

MARGIN = 12
BOX = 14
BOX_COLUMN = 34
BEFORE_SHARE = 0.36


class OccurrenceDelegate(RowDelegate):
    """A box to tick, and the place in its line; what was found is bold."""

    height = 26
    margin = radius = 0

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint the row, then its box."""
        super().paint(painter, option, index)
        if self._theme:
            box = box_of(option.rect)
            is_on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
            paint_box(painter, QRectF(box), is_on, self._theme)

    def paint_row(self, painter: QPainter, area: QRect, row: object, theme: Theme) -> None:
        """Paint the line."""
        assert isinstance(row, Occurrence)
        line = area.adjusted(BOX_COLUMN, 0, -MARGIN, 0)
        width, bold = int(line.width() * BEFORE_SHARE), ui_font(13, 600)
        before = QRect(line.left(), line.top(), width, line.height())
        draw_end_of_text(painter, before, row.before, theme.ui.ink_2)
        rest = line.adjusted(width + 1, 0, 0, 0)
        taken = draw_text(painter, rest, row.words, theme.ui.ink, font=bold)
        draw_text(painter, rest.adjusted(taken + 1, 0, 0, 0), row.after, theme.ui.ink_2)


class OccurrenceList(RowList):
    """Space or a click on the box ticks; everything else goes to the place."""

    def __init__(self, model: CheckModel[Occurrence], delegate: RowDelegate) -> None:
        super().__init__(model, delegate, scrolls=True)
        self._checks = model

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick by Space."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._checks.toggle(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tick where the box was pressed."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.position().x() < BOX_COLUMN:
            self._checks.toggle(index)
        else:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let a tick be only a tick."""
        if event.position().x() >= BOX_COLUMN:
            super().mouseReleaseEvent(event)


class FindPanel(DocumentPane):
    """Looks while a person types. Places found are emitted as the article's own spans."""

    span_activated = Signal(object)
    mark_requested = Signal(tuple, str)
    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", ("left",), parent=parent)
        self._folded: tuple[str, str] = ("", "")
        self.field = SearchField()
        self.field.textChanged.connect(self._look)
        self.field.installEventFilter(self)
        self._close = IconButton("close")
        self._close.clicked.connect(self.close_requested)
        self._count = Words(ink="ink_2", pixels=12)
        self._all = TextButton()
        self._all.clicked.connect(self._turn_all)
        self.model: CheckModel[Occurrence] = CheckModel(_words)
        self.list = OccurrenceList(self.model, OccurrenceDelegate(self))
        self.list.activated.connect(lambda index: self.span_activated.emit(index.data(ROW).span))
        self.labels = ChoiceButton()
        self.mark = KeycapButton("")
        self.mark.clicked.connect(self._request_marks)
        self.model.checks_changed.connect(self._tell)
        self._lay_out()
        self._retranslate()

    def show_document(self) -> None:
        """Look in the next document."""
        self._look()

    def set_scheme(self, scheme: Scheme) -> None:
        """Offer the labels of a scheme."""
        titles = ((spec.name, label_title(scheme, spec.name)) for spec in scheme.labels)
        self.labels.set_choices([(name, f"{name} {title}") for name, title in titles])

    def look_for(self, words: str) -> None:
        """Look for ``words``, as the selected ones of the article; without any, keep what was typed."""
        if words:
            self.field.setText(words.split("\n", 1)[0])
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def step(self, by: int) -> None:
        """Go to the next place, or with -1 to the one before, around the end."""
        count = len(self.model.rows)
        if count:
            index = self.list.currentIndex()
            row = (index.row() + by) % count if index.isValid() else (0 if by > 0 else count - 1)
            self.list.select_row(row)
            self.span_activated.emit(self.model.rows[row].span)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the field: Enter steps on, Shift+Enter back, Down enters the list, Esc closes."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Down:
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_requested.emit()
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close by Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_requested.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        head, counts, acts = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.field, 1)
        head.addWidget(self._close)
        counts.addWidget(self._count, 1)
        counts.addWidget(self._all)
        acts.addWidget(self.labels, 1)
        acts.addWidget(self.mark)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 8, 0, 8)
        layout.setSpacing(6)
        for part in (head, counts, self.list, acts):
            if isinstance(part, QHBoxLayout):
                part.setContentsMargins(MARGIN, 0, MARGIN, 0)
                layout.addLayout(part)
            else:
                layout.addWidget(part, 1)

    def _retranslate(self) -> None:
        self.field.set_hint(self.tr("Find in this article"))
        self._close.setAccessibleName(self.tr("Close"))
        self._close.setToolTip(self.tr("Close"))
        self.list.setAccessibleName(self.tr("Places found"))
        self.labels.setAccessibleName(self.tr("Label"))
        self._tell()

    def _look(self) -> None:
        if self.document is None:
            self.model.set_rows(())
            return
        text = self.document.text
        if text != self._folded[0]:
            self._folded = (text, folded(text))
        spans = list(find(self._folded[1], folded(self.field.text())))
        self.model.set_rows(in_context(text, spans[:MOST]))
        self._tell(len(spans))

    def _tell(self, found: int | None = None) -> None:
        rows, checked = self.model.rows, self.model.checked()
        count = len(rows) if found is None else found
        self._count.setText(self.tr("%n place(s)", "", count) if self.field.text() else "")
        self._all.setVisible(bool(rows))
        self._all.set_words(self.tr("None") if len(checked) == len(rows) else self.tr("All"))
        self.mark.setText(self.tr("Mark %n place(s)", "", len(checked)))
        self.mark.updateGeometry()
        self.mark.setEnabled(bool(checked))

    def _turn_all(self) -> None:
        self.model.check_all(len(self.model.checked()) < len(self.model.rows))

    def _request_marks(self) -> None:
        spans = tuple(row.span for row in self.model.checked())
        self.mark_requested.emit(spans, self.labels.choice)


def box_of(row: QRect) -> QRect:
    """Where the box of a row is."""
    return QRect(row.left() + MARGIN, row.center().y() - BOX // 2 + 1, BOX, BOX)


def paint_box(painter: QPainter, area: QRectF, is_on: bool, theme: Theme) -> None:
    """Draw a box, ticked or not."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.ui.ink if is_on else theme.ui.control, 1))
    painter.setBrush(theme.ui.ink if is_on else theme.ui.surface)
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    if is_on:
        center = area.center()
        painter.setPen(QPen(theme.ui.on_ink, 1.5))
        tick = [center + QPointF(x, y) for x, y in ((-3, 0.2), (-0.9, 2.4), (3.2, -2.2))]
        painter.drawPolyline(QPolygonF(tick))
    painter.restore()


def _words(row: Occurrence) -> str:
    return f"{row.before}{row.words}{row.after}"
