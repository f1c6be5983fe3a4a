"""How far two annotators agree: figures for each label, who confuses what with what, and every difference."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.schemes import Scheme
from core.text.spans import Span
from gui.pages.difference_delegate import DifferenceDelegate, DifferenceRow
from gui.pages.page import WorkPage
from gui.panels.panel_head import PanelHead
from gui.widgets.check_line import CheckLine
from gui.widgets.choice_button import ChoiceButton
from gui.widgets.pane import Words
from gui.widgets.row_list import RowList
from gui.widgets.row_model import ROW, AnyIndex, RowModel
from gui.widgets.sheet_table import SheetTable
from gui.words.difference_words import kind_in_words

if TYPE_CHECKING:
    from core.agreement.report import Comparison
    from core.report.sheet import Section, Sheet, Table

CHOICE_WIDTH = 160


class AgreementPage(WorkPage):
    """``set_annotators`` offers whom to compare, ``show_comparison`` shows what was found."""

    comparison_requested = Signal()
    place_requested = Signal(str, Span, str)
    """An article, a place in it, and the words that stood there."""

    csv_requested = Signal()
    html_requested = Signal()
    settling_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.csv, self.html, self.settle = self.add_act(), self.add_act(), self.add_act(primary=True)
        self.csv.clicked.connect(self.csv_requested)
        self.html.clicked.connect(self.html_requested)
        self.settle.clicked.connect(self.settling_requested)
        self.one, self.other = ChoiceButton(), ChoiceButton()
        self.unseen = CheckLine()
        self._and = Words(ink="ink_2")
        self.summary, self._facts = Words(weight=600), Words(ink="ink_2", pixels=12)
        self.figures, self.confusion = SheetTable(), SheetTable()
        self._figures_head, self._confusion_head = PanelHead(0), PanelHead(0)
        self._places_head = PanelHead(0)
        self._how = Words(ink="ink_3", pixels=12)
        self._delegate = DifferenceDelegate(self)
        self._rows: RowModel[DifferenceRow] = RowModel(lambda row: row.in_words, tip=lambda row: row.article)
        self.places = RowList(self._rows, self._delegate)
        self.places.activated.connect(self._open_place)
        self._lay_out()
        self.one.chosen.connect(self.comparison_requested)
        self.other.chosen.connect(self.comparison_requested)
        self.unseen.toggled.connect(self.comparison_requested)
        self.retranslate()
        self.show_nothing("")

    def set_annotators(self, annotators: Sequence[tuple[str, str]]) -> None:
        """Offer annotators (id, words); the first two are compared to begin with."""
        before = self.one.choice, self.other.choice
        for button in (self.one, self.other):
            button.set_choices(annotators)
        ids = [name for name, _ in annotators]
        if self.one.choice == self.other.choice and len(ids) > 1:
            first, second = before if before[0] != before[1] and set(before) <= set(ids) else ids[:2]
            self.one.choose(first)
            self.other.choose(second)

    def show_nothing(self, why: str) -> None:
        """Say why there is nothing to show, or that it is being worked out."""
        self.summary.setText(why)
        for part in self._results:
            part.setVisible(False)
        for button in (self.csv, self.html, self.settle):
            button.setEnabled(False)

    def show_comparison(self, rows: Sequence[DifferenceRow], sheet: Sheet, scheme: Scheme) -> None:
        """Show what was found; the sheet is the one that is exported, ``rows`` are ``rows_of`` the same."""
        self._delegate.scheme = scheme
        self.summary.setText(sheet.summary)
        self._facts.setText(" · ".join(f"{name} {value}" for name, value in sheet.facts[:-1]))
        figures, confusion, _ = (*sheet.sections, None, None)[:3]
        for head, section in ((self._figures_head, figures), (self._confusion_head, confusion)):
            head.set_words(section.title if section else "")
        for part in self._results:
            part.setVisible(True)
        table, how = _parts(figures)
        self.figures.set_table(table)
        self._how.setText(how)
        table, _ = _parts(confusion)
        self.confusion.set_table(table, _unlike(table))
        self._rows.set_rows(rows)
        self._places_head.set_words(self.tr("Differences"), str(len(rows)))
        for button in (self.csv, self.html):
            button.setEnabled(True)
        self.settle.setEnabled(True)  # the two may name other things by marks that are alike

    def retranslate(self) -> None:
        """Put every text into the language of the application."""
        super().retranslate()
        self.set_title(self.tr("Agreement of Two Annotators"))
        for button, words in (
            (self.csv, self.tr("CSV…")),
            (self.html, self.tr("HTML…")),
            (self.settle, self.tr("Settle Differences")),
        ):
            button.setText(words)
            button.setAccessibleName(words)
            button.updateGeometry()
        self._and.setText(self.tr("and"))
        self.unseen.setText(self.tr("Count automatic marks that nobody has looked at"))
        self.unseen.updateGeometry()
        self.one.setAccessibleName(self.tr("First annotator"))
        self.other.setAccessibleName(self.tr("Second annotator"))
        self.places.setAccessibleName(self.tr("Differences"))

    @property
    def _results(self) -> tuple[QWidget, ...]:
        heads = (self._figures_head, self._confusion_head, self._places_head)
        return (*heads, self._facts, self.figures, self.confusion, self._how, self.places)

    def _lay_out(self) -> None:
        chooser = QHBoxLayout()
        chooser.setSpacing(8)
        for button in (self.one, self.other):
            button.setFixedWidth(CHOICE_WIDTH)
        chooser.addWidget(self.one)
        chooser.addWidget(self._and)
        chooser.addWidget(self.other)
        chooser.addSpacing(12)
        chooser.addWidget(self.unseen)
        chooser.addStretch(1)
        column = self.scrolled()
        column.addLayout(chooser)
        self.summary.setWordWrap(True)
        self._how.setWordWrap(True)
        self._facts.setWordWrap(True)
        parts: tuple[QWidget, ...] = (
            self.summary,
            self._facts,
            self._figures_head,
            self.figures,
            self._how,
            self._confusion_head,
            self.confusion,
            self._places_head,
            self.places,
        )
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)

    def _open_place(self, index: AnyIndex) -> None:
        row: DifferenceRow = index.data(ROW)
        mark = next(filter(None, row.marks), None)
        if mark:
            self.place_requested.emit(row.article, mark.span, mark.span.of(row.text))


def _parts(section: Section | None) -> tuple[Table, str]:
    """The table of a section, and the sentence below it; empty ones where it has none."""
    from core.report.sheet import Note, Table  # with it comes all that makes reports

    parts = section.parts if section else ()
    table = next((part for part in parts if isinstance(part, Table)), Table((), ()))
    return table, next((part.text for part in parts if isinstance(part, Note)), "")


def _unlike(table: Table) -> set[tuple[int, int]]:
    """The cells of a confusion matrix where the two do not say the same."""
    return {
        (number, place)
        for number, row in enumerate(table.rows)
        for place, cell in enumerate(row.cells)
        if place and cell and row.cells[0] != table.columns[place].title
    }


def rows_of(comparison: Comparison) -> list[DifferenceRow]:
    """The differences as the page lists them; for another thread, as in a large folder they are many."""
    return [
        DifferenceRow(article.name, pair, article.text, kind_in_words(pair.kind), is_article_named=True)
        for article in comparison.articles
        for pair in article.disagreements
    ]
