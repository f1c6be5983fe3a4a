"""The card of a name: what it is, how it is written, what is said of it, its figures, every place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.entities.card import CardFigure, EntityCard, Said
from core.schemes import Scheme
from core.text.find import Occurrence
from core.text.spans import Span
from gui.look.fonts import ui_font
from gui.look.theme import Theme
from gui.widgets.buttons import IconButton, KeycapButton
from gui.widgets.fact_rows import FactRows
from gui.widgets.pane import Pane, Words
from gui.widgets.row_list import RIGHT, RowDelegate, RowList, draw_end_of_text, draw_text
from gui.widgets.row_model import ROW, AnyIndex, RowModel
from gui.words.label_names import label_title, relation_title

MARGIN = 16
BEFORE_SHARE = 0.36
AMOUNT_WIDTH = 84


@dataclass(frozen=True, slots=True)
class CardRow:
    """A caption, or something that the article says at a place; ``mark`` is there for a mention."""

    caption: str = ""
    what: Said | CardFigure | Occurrence | None = None
    title: str = ""

    @property
    def span(self) -> Span | None:
        """Where it stands."""
        return self.what.span if self.what else None


class CardDelegate(RowDelegate):
    """Captions; posts and relations; figures in columns; places in their lines."""

    height = 24

    def paint_row(self, painter: QPainter, area: QRect, row: object, theme: Theme) -> None:
        """Paint one row."""
        assert isinstance(row, CardRow)
        line, ui = area.adjusted(MARGIN, 0, -MARGIN, 0), theme.ui
        if isinstance(row.what, Occurrence):
            self._paint_place(painter, line, row.what, theme)
        elif isinstance(row.what, CardFigure):
            measure = QFontMetrics(ui_font(13))
            amount = QRect(line.left(), line.top(), AMOUNT_WIDTH, line.height())
            draw_text(painter, amount, f"{row.what.amount}{row.what.unit}", ui.ink, align=RIGHT)
            left = AMOUNT_WIDTH + measure.averageCharWidth()
            draw_text(painter, line.adjusted(left, 0, 0, 0), row.what.about, ui.ink_2)
        elif row.what is not None:
            taken = draw_text(painter, line, row.title, ui.ink_2, font=ui_font(12)) if row.title else -8
            draw_text(painter, line.adjusted(taken + 8, 0, 0, 0), row.what.words, ui.ink)
        else:
            draw_text(painter, line, row.caption, ui.ink_2, font=ui_font(12, 600))

    def _paint_place(self, painter: QPainter, line: QRect, place: Occurrence, theme: Theme) -> None:
        width = int(line.width() * BEFORE_SHARE)
        before = QRect(line.left(), line.top(), width, line.height())
        draw_end_of_text(painter, before, place.before, theme.ui.ink_2)
        rest = line.adjusted(width + 1, 0, 0, 0)
        taken = draw_text(painter, rest, place.words, theme.ui.ink, font=ui_font(13, 600))
        draw_text(painter, rest.adjusted(taken + 1, 0, 0, 0), place.after, theme.ui.ink_2)


class CardModel(RowModel[CardRow]):
    """Rows of which captions cannot be chosen."""

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """What stands somewhere can be selected."""
        if index.isValid() and index.data(ROW).what is None:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)


class NamePanel(Pane):
    """Shows a card, asks to go to its places and to say otherwise which marks name one thing."""

    place_activated = Signal(object, object)
    """The span of a place, and the mark on it where it is a mention."""
    rename_requested = Signal()
    merge_requested = Signal()
    part_requested = Signal(str)
    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", ("left",), parent=parent)
        self._shown: tuple[EntityCard, Scheme] | None = None
        self._name = Words(pixels=18, weight=600)
        self._name.setWordWrap(True)
        self._close = IconButton("close")
        self._close.clicked.connect(self.close_requested)
        self._facts = FactRows(64)
        self.model = CardModel(_in_words, tip=_in_words)
        self.list = RowList(self.model, CardDelegate(self), scrolls=True)
        self.list.activated.connect(self._go)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._enable())
        self.rename, self.merge, self.part = KeycapButton(""), KeycapButton(""), KeycapButton("")
        self.rename.clicked.connect(self.rename_requested)
        self.merge.clicked.connect(self.merge_requested)
        self.part.clicked.connect(self._ask_to_part)
        self._lay_out()
        self._retranslate()

    @property
    def card(self) -> EntityCard | None:
        """What is shown."""
        return self._shown[0] if self._shown else None

    def show_card(self, card: EntityCard, scheme: Scheme, *, can_merge: bool) -> None:
        """Show an entity; the row that was current stays so."""
        here = self.list.currentIndex().row()
        self._shown = (card, scheme)
        self._name.setText(card.name)
        self._facts.set_rows(self._facts_of(card, scheme))
        self.model.set_rows(tuple(self._rows(card, scheme)))
        self.list.setCurrentIndex(self.model.index(min(max(here, 1), len(self.model.rows) - 1), 0))
        self.rename.setEnabled(card.entity is not None)
        self.merge.setEnabled(can_merge)
        self._enable()

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
        head, buttons = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        buttons.setSpacing(8)
        for button in (self.rename, self.merge, self.part):
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 12, 0, 12)
        layout.setSpacing(8)
        for inner in (head, buttons):
            inner.setContentsMargins(MARGIN, 0, MARGIN - 4, 0)
        self._facts.setContentsMargins(MARGIN, 0, MARGIN, 0)
        layout.addLayout(head)
        layout.addWidget(self._facts)
        layout.addWidget(self.list, 1)
        layout.addLayout(buttons)
        self.setFocusProxy(self.list)

    def _retranslate(self) -> None:
        self.rename.setText(self.tr("Rename…"))
        self.merge.setText(self.tr("Merge…"))
        self.merge.setToolTip(self.tr("The name means the same as another one"))
        self.part.setText(self.tr("Part"))
        self.part.setToolTip(self.tr("The chosen place names another thing than the others"))
        self._close.setAccessibleName(self.tr("Close"))
        self.list.setAccessibleName(self.tr("Said of the Name"))

    def _facts_of(self, card: EntityCard, scheme: Scheme) -> list[tuple[str, str]]:
        forms = "\u3000".join(f"{form} {count}" for form, count in card.forms)
        return [
            (self.tr("Kind"), label_title(scheme, card.label)),
            (self.tr("Code"), "\u3000".join(filter(None, (card.code, card.home)))),
            (self.tr("Written"), forms),
        ]

    def _rows(self, card: EntityCard, scheme: Scheme) -> Iterator[CardRow]:
        if card.said:
            yield CardRow(self.tr("Posts and relations"))
        for said in card.said:
            yield CardRow("", said, "" if said.kind == "post" else relation_title(scheme, said.kind))
        if card.figures:
            yield CardRow(self.tr("Figures {0}").format(len(card.figures)))
        yield from (CardRow("", figure) for figure in card.figures)
        yield CardRow(self.tr("Places {0}").format(len(card.mentions)))
        yield from (CardRow("", mention) for mention in card.mentions)

    def _go(self, index: AnyIndex) -> None:
        row: CardRow = index.data(ROW)
        if row.span is not None:
            self.place_activated.emit(row.span, row.what.mark if isinstance(row.what, Occurrence) else None)

    def _enable(self) -> None:
        """Only a mention that is not the only one can name something else."""
        many = self.card is not None and len(self.card.mentions) > 1
        self.part.setEnabled(many and self._current_mark() is not None)

    def _current_mark(self) -> str | None:
        index = self.list.currentIndex()
        what = index.data(ROW).what if index.isValid() else None
        return what.mark if isinstance(what, Occurrence) else None

    def _ask_to_part(self) -> None:
        if mark := self._current_mark():
            self.part_requested.emit(mark)


def _in_words(row: CardRow) -> str:
    """A row as a screen reader says it."""
    what = row.what
    if isinstance(what, Occurrence):
        return f"{what.before}{what.words}{what.after}"
    if isinstance(what, CardFigure):
        return f"{what.amount}{what.unit} {what.about}".strip()
    return f"{row.title} {what.words}".strip() if what else row.caption
