"""The acts of the menu Dataset: which page each shows, and the way back from there to an article."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from core.text.spans import Span
from gui.pages.page import WorkPage
from gui.workplace import Workplace

OF_ARTICLE = ("mark", "go")
"""Menus whose acts mean nothing while a page hides the article."""

NEED_FOLDER = (
    "edit.find_folder",
    "data.agreement", "data.settle", "data.statistics", "data.neighbors", "data.learn", "data.assign",
    "data.export",
)  # fmt: skip
NOT_BLIND = ("data.agreement", "data.settle")
"""What shows a colleague's marks."""


class DatasetActs(QObject):
    """Lives as long as the window; made after ``Acts``, whose enabling it narrows."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.window)
        self._all, self._parts, self._pages = workplace, workplace.parts, workplace.page_work
        self._asleep: list[QAction] = []
        self._on_menu()
        self._hear_pages()
        self._hear_news()
        self._enable()

    def _on_menu(self) -> None:
        workplace, parts = self._all, self._parts
        acts: dict[str, Callable[[], None]] = {
            "edit.find_folder": self._find,
            "data.agreement": self._agree,
            "data.settle": self._settle,
            "data.statistics": self._count,
            "data.neighbors": workplace.neighboring.begin,
            "data.learn": self._learn,
            "data.assign": workplace.assigning.ask,
            "data.export": workplace.exchanging.export,
            "data.import": workplace.exchanging.import_,
        }
        for action_id, act in acts.items():
            parts.actions_table[action_id].triggered.connect(lambda _=False, act=act: act())
        blind = parts.actions_table["data.blind"]
        blind.setChecked(workplace.blinding.is_chosen)
        blind.toggled.connect(workplace.blinding.choose)
        parts.find_panel.close_requested.connect(self._end_finding)

    def _hear_pages(self) -> None:
        pages = self._pages
        pages.closed.connect(self._close)
        pages.filled.connect(self._show)
        pages.settling_requested.connect(self._settle)
        pages.place_requested.connect(self._go_to)
        pages.difference_requested.connect(self._go_to_difference)
        pages.article_requested.connect(self._open)
        pages.annotation_requested.connect(self._go_to_mark)
        pages.finding_requested.connect(self._go_to_question)
        self._parts.top_row.mode_chosen.connect(self._leave_page)

    def _hear_news(self) -> None:
        workplace, session = self._all, self._all.session
        workplace.exchanging.imported.connect(workplace.articles.open_folder)
        workplace.blinding.changed.connect(self._follow_blindness)
        workplace.assigning.assigned.connect(workplace.folder.take_assignment)
        for signal in (
            session.document_opened,
            session.document_changed,
            session.selection_changed,
            workplace.folder.listed,
            workplace.assigning.assigned,
        ):
            signal.connect(self._enable)
        for notices in (workplace.assigning, workplace.exchanging, workplace.neighboring):
            notices.noticed.connect(self._parts.status_row.set_notice)

    # Pages

    def _agree(self) -> None:
        self._show(self._pages.agreement_page)
        self._pages.comparing.begin()

    def _count(self) -> None:
        self._show(self._pages.statistics_page)
        is_blind = self._all.blinding.is_on
        agreement = (lambda _: ()) if is_blind else self._pages.comparing.figures()
        self._pages.counting.begin(agreement, is_blind=is_blind)

    def _learn(self) -> None:
        self._show(self._pages.learning_page)
        self._pages.learning.begin()

    def _settle(self) -> None:
        """The differences of the two who were compared in this folder; without that, choose them first."""
        folder = self._all.folder.place
        if folder is None:
            return
        comparing = self._pages.comparing
        if not (comparing.is_of_open_folder and self._pages.agreement_page.settle.isEnabled()):
            self._agree()
            return
        self._pages.adjudicating.begin(folder, comparing.pair)

    def _show(self, page: WorkPage) -> None:
        """Put a page in the place of the article, whose acts sleep meanwhile."""
        for spec, action in self._parts.actions_table:
            if spec.menu in OF_ARTICLE and action.isEnabled():
                action.setEnabled(False)
                self._asleep.append(action)
        self._parts.show_page(page)

    def _leave_page(self) -> None:
        """Back to the article, whose mode was chosen."""
        if self._parts.is_page_shown:
            self._close()

    def _close(self) -> None:
        self._pages.wait_for_decisions()
        self._wake()
        self._parts.set_open(self._all.session.document is not None)
        self._all.folder.look_again()

    def _wake(self) -> None:
        for action in self._asleep:
            action.setEnabled(self._all.session.document is not None)
        self._asleep.clear()
        self._enable()

    def _find(self) -> None:
        """Look in the folder, which needs no article to be open."""
        self._leave_page()
        if self._all.session.document is None:
            self._parts.set_open(True)
        self._parts.show_find(self._all.words_in_hand(), "folder")

    def _end_finding(self) -> None:
        if self._all.session.document is None:
            self._parts.set_open(False)

    # To an article

    def _open(self, name: str) -> None:
        folder = self._all.folder.place
        if folder is not None:
            self._close()
            self._all.articles.open(folder / name)

    def _go_to(self, name: str, span: Span, words: str) -> None:
        self._close()
        self._all.stepping.go_to(name, span, words)

    def _go_to_difference(self, row: int) -> None:
        difference = self._pages.settling_page.row(row)
        mark = next(filter(None, difference.marks), None)
        if mark:
            self._go_to(difference.article, mark.span, mark.span.of(difference.text))

    def _go_to_mark(self, annotation_id: str) -> None:
        self._close()
        self._all.session.select(annotation_id)

    def _go_to_question(self, finding_id: str) -> None:
        self._close()
        self._all.questioning.look_at(finding_id, 0)

    # What can be done now

    def _enable(self) -> None:
        actions, blinding = self._parts.actions_table, self._all.blinding
        has_folder, is_blind = self._all.folder.place is not None, blinding.is_on
        self._parts.files_panel.set_blind(is_blind)
        for action_id in NEED_FOLDER:
            actions[action_id].setEnabled(has_folder and not (is_blind and action_id in NOT_BLIND))
        document = self._all.session.document
        if document is not None and blinding.hides(document, self._all.session.path):
            actions["mark.recognize"].setEnabled(False)

    def _follow_blindness(self) -> None:
        """Open the article again, and look again, with or without suggestions."""
        self._enable()
        self._parts.find_panel.look_again()
        path = self._all.session.path
        if path is not None:
            self._all.articles.open(path)
