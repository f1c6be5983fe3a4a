"""Questions to the editor, the open ones or those that are settled; none of them changes the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from core.document import Document, Finding
from core.questions import finding_numbers, questions_of_marks
from core.questions.rows import PlaceRow, question_rows
from core.schemes import Scheme
from gui.panels.sections.question_delegate import QuestionDelegate, Shown, quotation_of, said_below
from gui.panels.sections.section import MARGIN, TITLE_LEFT, Section, Summary
from gui.panels.sections.totals import Totals, TotalsRow, totals_of
from gui.widgets.pane import Words
from gui.widgets.row_list import RowList
from gui.widgets.row_model import ROW, AnyIndex, RowModel
from gui.widgets.tab_row import TabRow
from gui.words.language import window_language
from gui.words.part_words import part_title
from gui.words.question_words import SEVERITIES, question_words, severity_word

OPEN, SETTLED = "open", "settled"


@dataclass(frozen=True, slots=True)
class Questions:
    """The questions of an article, what they come to, the numbers at each mark, and what agrees.

    ``is_asked`` is false while its marks are still to be found: until then nothing can be said of it.
    """

    is_asked: bool
    shown: tuple[Shown, ...]
    totals: Totals
    asked: Mapping[str, tuple[int, ...]]
    agreements: tuple[str, ...]


class QuestionList(RowList):
    """Enter and a click ask for the next place, Left and Right for the one before and after.

    A click on the line of a place asks for that one.
    """

    place_chosen = Signal(str, object)

    def __init__(self, model: RowModel[Shown], delegate: QuestionDelegate) -> None:
        super().__init__(model, delegate)
        self._questions = delegate
        self._clicked: int | None = None
        self.activated.connect(self._choose)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Note which line of a question is clicked."""
        place = event.position().toPoint()
        index = self.indexAt(place)
        if index.isValid():
            area = self.visualRect(index)
            self._clicked = self._questions.place_at(index.data(ROW), area.width(), place.y() - area.top())
        super().mouseReleaseEvent(event)
        self._clicked = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step through the places of a question."""
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        if step is None or not self.currentIndex().isValid():
            super().keyPressEvent(event)
            return
        shown: Shown = self.currentIndex().data(ROW)
        selected, place = self._questions.selected
        if shown.row.places:
            wanted = place + step if selected == shown.row.finding.id else 0
            self.place_chosen.emit(shown.row.finding.id, wanted % len(shown.row.places))

    def _choose(self, index: AnyIndex) -> None:
        self.place_chosen.emit(index.data(ROW).row.finding.id, self._clicked)


class FindingsSection(Section):
    """Questions in the order of the text. The menu of a row (its key too) settles one or opens it again."""

    is_slow = True

    finding_activated = Signal(str, object)
    """A question, and which of its places; None for the next."""
    finding_settled = Signal(str, object)
    note_requested = Signal(str)
    article_requested = Signal(str)
    """Another article of the folder, which a question is about."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("findings", parent)
        self._model: RowModel[Shown] = RowModel(_in_words, tip=_tip)
        self._delegate = QuestionDelegate(self)
        self._found: tuple[Shown, ...] = ()
        self._asked: Mapping[str, tuple[int, ...]] = {}
        self._wanted, self._is_asked = OPEN, False
        self.list = QuestionList(self._model, self._delegate)
        self.list.place_chosen.connect(self.finding_activated)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._offer_decisions)
        self.totals = TotalsRow()
        self.totals.setContentsMargins(TITLE_LEFT, 0, MARGIN, 4)
        self.tabs = TabRow()
        self.tabs.chosen.connect(self._choose)
        around = QHBoxLayout()
        around.setContentsMargins(8, 0, MARGIN, 2)
        around.addWidget(self.tabs)
        self._agreement = Words(ink="ink_2")
        self._agreement.setContentsMargins(TITLE_LEFT, 4, MARGIN, 0)
        self._agreement.setWordWrap(True)
        self._nothing = Words(ink="ink_2")
        self._nothing.setContentsMargins(TITLE_LEFT, 0, MARGIN, 0)
        self.body_layout.addWidget(self.totals)
        self.body_layout.addLayout(around)
        self.body_layout.addWidget(self._nothing)
        self.add_list(self.list)
        self.body_layout.addWidget(self._agreement)
        for words in (self.totals, self.tabs, self._agreement, self._nothing):
            words.hide()

    @staticmethod
    def compute(document: Document, scheme: Scheme) -> Questions:
        """The questions, what they come to, and what agrees."""
        from core.checks import agreements  # what asks is not needed until there is something to ask

        numbers = finding_numbers(document)
        asked = {
            mark: tuple(numbers[finding] for finding in ids)
            for mark, ids in questions_of_marks(document).items()
        }
        rows = (Shown(row, quotation_of(document.text, row)) for row in question_rows(document))
        is_asked = bool(document.models or document.annotations or document.findings)
        return Questions(is_asked, tuple(rows), totals_of(document, scheme), asked, agreements(document))

    def show_rows(self, rows: Questions) -> None:
        """List them, and say in the head how many there are of each severity."""
        self._found, self._asked, self._is_asked = rows.shown, rows.asked, rows.is_asked
        self._delegate.forget_heights()
        is_open = [shown.row.number is not None for shown in rows.shown]
        opened, settled = sum(is_open), len(is_open) - sum(is_open)
        waiting = (shown.row.finding for shown in rows.shown if shown.row.number is not None)
        severities = Counter(finding.severity for finding in waiting)
        words = (f"{severity_word(name)} {severities[name]}" for name in SEVERITIES if severities[name])
        self.head.set_summary(Summary(str(opened), "\u3000".join(words)))
        self.totals.show_totals(rows.totals)
        self.totals.setVisible(rows.is_asked)
        if not settled:
            self._wanted = OPEN
        tabs = [(OPEN, self.tr("Open {0}").format(opened)), (SETTLED, self.tr("Settled {0}").format(settled))]
        self.tabs.set_tabs(tabs, self._wanted)
        self.tabs.setVisible(bool(settled))
        self._agreement.setText(self._agreed(rows.agreements))
        self._agreement.setVisible(bool(rows.agreements))
        self._fill()

    def select_finding(self, finding_id: str | None, place: int = 0) -> None:
        """Show which question is looked at, and where."""
        self._delegate.selected = (finding_id or "", place)
        shown = next((each for each in self._found if each.row.finding.id == finding_id), None)
        if shown:
            self._choose(SETTLED if shown.row.number is None else OPEN)
        rows = [each.row.finding.id for each in self._model.rows]
        self.list.select_row(rows.index(finding_id) if finding_id in rows else None)
        self.list.viewport().update()

    @property
    def asked(self) -> Mapping[str, tuple[int, ...]]:
        """The numbers of the open questions about each mark."""
        return self._asked

    def number_of(self, finding_id: str | None) -> int | None:
        """By which number a question is called; None where it is settled or gone."""
        numbers = (shown.row.number for shown in self._found if shown.row.finding.id == finding_id)
        return next(numbers, None)

    def table(self) -> list[tuple[str, ...]]:
        """Severity, question, what stands below, the quoted places."""
        return [
            (
                severity_word(shown.row.finding.severity),
                question_words(shown.row.finding)[0],
                said_below(shown, question_words(shown.row.finding)[1]),
                *(place.quote for place in shown.row.places),
            )
            for shown in self._model.rows
        ]

    def changeEvent(self, event: QEvent) -> None:
        """Break the lines anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._delegate.forget_heights()
            self.list.scheduleDelayedItemsLayout()
            self.list.updateGeometry()

    def _agreed(self, agreements: tuple[str, ...]) -> str:
        from core.checks.wording import in_language

        language = window_language()
        said = ("；" if language == "zh" else "; ").join(in_language(line, language) for line in agreements)
        words = self.tr("Checked: {0}").format(said)
        return f"✓\u3000{words}" if said else ""

    def _choose(self, wanted: str) -> None:
        if wanted != self._wanted:
            self._wanted = wanted
            self.tabs.button(wanted).setChecked(True)
            self._fill()

    def _fill(self) -> None:
        rows = [shown for shown in self._found if (shown.row.number is not None) == (self._wanted == OPEN)]
        self._model.set_rows(rows)
        self._nothing.setText(self.tr("Nothing to ask"))
        self._nothing.setVisible(self._is_asked and not rows)
        selected, place = self._delegate.selected
        if selected in [shown.row.finding.id for shown in rows]:
            self.select_finding(selected, place)

    def _offer_decisions(self, place: QPoint) -> None:
        index = self.list.indexAt(place)
        index = index if index.isValid() else self.list.currentIndex()
        if index.isValid():
            menu = self._menu_of(index.data(ROW))
            menu.popup(self.list.viewport().mapToGlobal(self.list.visualRect(index).bottomLeft()))

    def _menu_of(self, shown: Shown) -> QMenu:
        finding, menu = shown.row.finding, QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        decisions: list[tuple[str | None, str]] = [
            ("right", self.tr("The article is right")),
            ("mistake", self.tr("It is a mistake")),
            ("ignored", self.tr("Ignore here")),
            ("always", self.tr("Ignore always in this folder")),
        ]
        if finding.decision is not None:
            decisions.append((None, self.tr("Ask again")))
        for decision, words in decisions:
            if decision != finding.decision or decision is None:
                action = menu.addAction(words)
                action.triggered.connect(
                    lambda _=False, decision=decision: self.finding_settled.emit(finding.id, decision)
                )
        if finding.decision is not None:
            menu.addAction(self.tr("Note…")).triggered.connect(lambda: self.note_requested.emit(finding.id))
        self._add_articles(menu, finding)
        return menu

    def _add_articles(self, menu: QMenu, finding: Finding) -> None:
        """A way to each article that says otherwise."""
        from core.checks.neighbors import articles_of  # what asks is there once there is a question

        for name in articles_of(finding):
            action = menu.addAction(self.tr("Open %1").replace("%1", name))
            action.triggered.connect(lambda _=False, name=name: self.article_requested.emit(name))


def _in_words(shown: Shown) -> str:
    """A question as a screen reader says it."""
    finding, number = shown.row.finding, shown.row.number
    question, reason = question_words(finding)
    below = said_below(shown, reason)
    said = [
        f"{number}. {question}" if number else question,
        *(place_in_words(place) for place in shown.compared),
    ]
    quoted = shown.quotation.words if shown.quotation else ""
    return " ".join(filter(None, [*said, below, quoted, f"({severity_word(finding.severity)})"]))


def place_in_words(place: PlaceRow) -> str:
    """A place of a question: part, value, what it is about."""
    part, amount = part_title(place.part), f"{place.amount}{place.unit}"
    return " ".join(filter(None, (part, amount, place.about)))


def _tip(shown: Shown) -> str:
    """All of it, one line a place."""
    question, reason = question_words(shown.row.finding)
    places = [place_in_words(place) for place in shown.row.places]
    return "\n".join(filter(None, (question, *places, said_below(shown, reason))))
