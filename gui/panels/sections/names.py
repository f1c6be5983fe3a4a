"""Names with their counts and variants, label by label."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.document import Document
from core.overview import NameRow, names
from core.schemes import Scheme
from gui.look.fonts import ui_font
from gui.look.theme import Theme
from gui.panels.sections.asked_delegate import NUMBER_ROOM, AskedDelegate
from gui.panels.sections.section import MARGIN, TITLE_LEFT, Section, Summary, row_with
from gui.widgets.row_list import RIGHT, RowList, draw_text
from gui.widgets.row_model import ROW, RowModel
from gui.widgets.tab_row import TabRow
from gui.words.label_names import label_hue, label_title, labels_of_group

BAR_LEFT = 17
BAR = 4
SINGLE, DOUBLE = 25, 44


class NameDelegate(AskedDelegate):
    """A bar of the label's hue, the name, a namesake's home, its count; below it the other forms."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.scheme: Scheme | None = None

    def row_height(self, row: object, width: int) -> int:
        """One line, or two where the name has other forms."""
        assert isinstance(row, NameRow)
        return DOUBLE if row.variants else SINGLE

    def paint_row(self, painter: QPainter, area: QRect, row: object, theme: Theme) -> None:
        """Paint one name."""
        assert isinstance(row, NameRow)
        hue = theme.hue(label_hue(self.scheme, row.label) if self.scheme else "term")
        painter.fillRect(QRectF(area.left() + BAR_LEFT, area.top() + 6, BAR, 14), hue.line)
        line = QRect(area.left() + TITLE_LEFT, area.top() + 2, area.width() - TITLE_LEFT - MARGIN, 21)
        count = draw_text(painter, line, str(row.count), theme.ui.ink_2, align=RIGHT)
        right = line.right() - count - NUMBER_ROOM / 2 - 4
        if self.paint_asked(painter, QPointF(right, line.center().y() + 0.5), row.ids, theme):
            count += NUMBER_ROOM
        room = line.adjusted(0, 0, -count - 8, 0)
        width = draw_text(painter, room, row.name, theme.ui.ink)
        if row.home:
            draw_text(painter, room.adjusted(width + 8, 0, 0, 0), row.home, theme.ui.ink_2, font=ui_font(12))
        if row.variants:
            below = line.translated(0, 19)
            draw_text(painter, below, variants_in_words(row), theme.ui.ink_2, font=ui_font(12))


@dataclass(frozen=True, slots=True)
class NamesFound:
    """The names of an article, and the scheme by which they are called."""

    names: tuple[NameRow, ...]
    scheme: Scheme


class NameList(RowList):
    """A double click and Right open the card of a name."""

    opened = Signal(object)

    def __init__(self, model: RowModel[NameRow], delegate: NameDelegate) -> None:
        super().__init__(model, delegate)
        self.doubleClicked.connect(self.opened.emit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Right."""
        if event.key() == Qt.Key.Key_Right and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class NamesSection(Section):
    """One tab a label; rows by count or in the order of the text."""

    name_opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("names", parent)
        self._delegate = NameDelegate(self)
        self._model: RowModel[NameRow] = RowModel(self._in_words)
        self._found: tuple[NameRow, ...] = ()
        self._label = ""
        self._by_count = True
        self.list = NameList(self._model, self._delegate)
        self.list.opened.connect(lambda index: self.name_opened.emit(index.data(ROW).ids[0]))
        self.list.activated.connect(lambda index: self.activate_next(index.data(ROW).ids))
        self.tabs = TabRow()
        self.tabs.chosen.connect(self._choose)
        around = QHBoxLayout()
        around.setContentsMargins(8, 0, MARGIN, 4)
        around.addWidget(self.tabs)
        self.body_layout.addLayout(around)
        self.add_list(self.list)

    @staticmethod
    def compute(document: Document, scheme: Scheme) -> NamesFound:
        """The names of all labels."""
        return NamesFound(names(document, labels_of_group(scheme, "names")), scheme)

    def show_rows(self, rows: NamesFound) -> None:
        """Fill the tabs and the list."""
        self._found, self._delegate.scheme = rows.names, rows.scheme
        self._say_order()
        counts = Counter(row.label for row in rows.names)
        labels = [label for label in labels_of_group(rows.scheme, "names") if counts[label]]
        if self._label not in labels:
            self._label = max(labels, key=lambda label: counts[label], default="")
        titles = ((label, label_title(rows.scheme, label)) for label in labels)
        self.tabs.set_tabs([(label, f"{title} {counts[label]}") for label, title in titles], self._label)
        self.tabs.setVisible(bool(labels))
        self._fill()

    def show_selected(self) -> None:
        """Show the tab and the row of the selected mark."""
        row = next((row for row in self._found if self._selected in row.ids), None)
        if row and row.label != self._label and self.is_open:
            self.tabs.button(row.label).setChecked(True)
            self._choose(row.label)
        self.list.select_row(row_with(self._model.rows, self._selected))

    def table(self) -> list[tuple[str, ...]]:
        """Name, count, other forms."""
        return [(row.name, str(row.count), *(form for form, _ in row.variants)) for row in self._model.rows]

    def turn_order(self) -> None:
        """By count, or as they come in the text."""
        self._by_count = not self._by_count
        self._say_order()
        self._fill()

    def _in_words(self, row: NameRow) -> str:
        return name_in_words(row) + self._delegate.asked_in_words(row.ids)

    def _choose(self, label: str) -> None:
        self._label = label
        self._fill()

    def _fill(self) -> None:
        rows = [row for row in self._found if row.label == self._label]
        self._model.set_rows(sorted(rows, key=lambda row: -row.count) if self._by_count else rows)

    def _say_order(self) -> None:
        words = self.tr("By count") if self._by_count else self.tr("In text order")
        self.set_order_words(words)
        self.head.set_summary(Summary(str(len(self._found)), words))


def variants_in_words(row: NameRow) -> str:
    """The other forms of a name and how often each occurs."""
    forms = "\u3000".join(f"{form} {count}" for form, count in row.variants)
    return QCoreApplication.translate("NamesSection", "also {0}").format(forms)


def name_in_words(row: NameRow) -> str:
    """A row as a screen reader says it."""
    name = f"{row.name} {row.home}".strip()
    return f"{name} {row.count}" + (f" {variants_in_words(row)}" if row.variants else "")
