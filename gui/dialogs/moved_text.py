"""What became of the marks of an article that has changed: three lists, exact, moved and lost."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from core.document import Annotation
from core.schemes import Scheme
from core.sidecar import Anchored
from core.text.find import Occurrence, in_context
from gui.dialogs.dialog import ThemedDialog
from gui.look.fonts import latin_font, ui_font
from gui.look.theme import Theme
from gui.widgets.row_list import RowDelegate, RowList, draw_end_of_text, draw_text
from gui.widgets.row_model import RowModel
from gui.widgets.tab_row import TabRow
from gui.words.label_names import label_hue

CODE_WIDTH = 84
BEFORE_SHARE = 0.3
Row = tuple[str, Occurrence]


class MovedDelegate(RowDelegate):
    """Label code, and the mark in its line; a lost one has no line any more."""

    height = 28
    margin = 0

    def __init__(self, parent: QWidget, scheme: Scheme) -> None:
        super().__init__(parent)
        self._scheme = scheme

    def paint_row(self, painter: QPainter, area: QRect, row: object, theme: Theme) -> None:
        """Paint one mark."""
        assert isinstance(row, tuple)
        label, place = row
        line = area.adjusted(8, 0, -8, 0)
        code = QRect(line.left(), line.top(), CODE_WIDTH - 8, line.height())
        hue = theme.hue(label_hue(self._scheme, label))
        draw_text(painter, code, label, hue.text, font=latin_font(11, 600))
        words = line.adjusted(CODE_WIDTH, 0, 0, 0)
        if place.before or place.after:
            before = QRect(words.left(), words.top(), int(words.width() * BEFORE_SHARE), words.height())
            draw_end_of_text(painter, before, place.before, theme.ui.ink_2)
            words = words.adjusted(before.width() + 1, 0, 0, 0)
        taken = draw_text(painter, words, place.words, theme.ui.ink, font=ui_font(13, 600))
        draw_text(painter, words.adjusted(taken + 1, 0, 0, 0), place.after, theme.ui.ink_2)


class MovedText(ThemedDialog):
    """``answered`` brings ``take`` or ``later``: nothing is saved over until a person has agreed."""

    answered = Signal(str)

    def __init__(
        self, theme: Theme, name: str, anchored: Anchored, scheme: Scheme, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "", parent)
        self.heading.setText(self.tr("“{0}” has changed since it was marked").format(name))
        self.setWindowTitle(name)
        self._lists = lists_of(anchored)
        self._answer = "later"
        self.add_words(self.tr("Marks were looked for by their words. Lost ones are kept in the list below."))
        self.tabs = TabRow()
        self.tabs.chosen.connect(self._show)
        self._model: RowModel[Row] = RowModel(lambda row: f"{row[0]} {row[1].words}")
        self.list = RowList(self._model, MovedDelegate(self, scheme), scrolls=True)
        self.body.addWidget(self.tabs)
        self.body.addWidget(self.list, 1)
        self.take = self.add_button(self.tr("Take Over"), primary=True)
        self.take.clicked.connect(self._take)
        self.add_button(self.tr("Only Look")).clicked.connect(self.reject)
        self.finished.connect(lambda _: self.answered.emit(self._answer))
        self._choose_first()
        self.resize(640, 480)
        self.set_theme(theme)

    def _choose_first(self) -> None:
        """Begin with what needs a person: lost ones, else moved ones."""
        titles = {"lost": self.tr("Lost"), "moved": self.tr("Moved"), "exact": self.tr("In place")}
        chosen = next((name for name in titles if self._lists[name]), "exact")
        tabs = [(name, f"{title} {len(self._lists[name])}") for name, title in titles.items()]
        self.tabs.set_tabs(tabs, chosen)
        self._show(chosen)

    def _show(self, name: str) -> None:
        self.list.setAccessibleName(self.tabs.button(name).text())
        self._model.set_rows(self._lists[name])

    def _take(self) -> None:
        self._answer = "take"
        self.accept()


def lists_of(anchored: Anchored) -> dict[str, tuple[Row, ...]]:
    """The marks of each fate; those that still stand, in their lines."""
    marks = {mark.id: mark for mark in anchored.document.annotations}
    text = anchored.document.text
    return {
        "lost": tuple((mark.label, Occurrence(mark.span, "", mark.quote, "")) for mark in anchored.lost),
        "moved": _in_lines(text, (marks[name] for name in anchored.moved if name in marks)),
        "exact": _in_lines(text, (marks[name] for name in anchored.exact if name in marks)),
    }


def _in_lines(text: str, marks: Iterable[Annotation]) -> tuple[Row, ...]:
    found = list(marks)
    places = in_context(text, [mark.span for mark in found])
    return tuple((mark.label, place) for mark, place in zip(found, places, strict=True))
