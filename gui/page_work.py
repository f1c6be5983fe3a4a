"""The pages that take the article's place, and what fills them: each is made when it is first asked for.

Most days nobody asks for most of them, and the window is there the sooner.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from core.dataset import Dataset
from core.edits import Author
from core.text.spans import Span
from gui.background import Background
from gui.controllers.appearance import Appearance
from gui.controllers.conversation import Conversation
from gui.controllers.settling import Settling
from gui.pages.page import WorkPage
from gui.session import Session
from gui.window_parts import WindowParts

if TYPE_CHECKING:
    from gui.controllers.adjudicating import Adjudicating
    from gui.controllers.comparing import Comparing
    from gui.controllers.counting import Counting
    from gui.controllers.learning import Learning
    from gui.controllers.settled_list import SettledList
    from gui.controllers.tabulating import Tabulating
    from gui.controllers.versions import Versions
    from gui.pages.agreement_page import AgreementPage
    from gui.pages.figures_page import FiguresPage
    from gui.pages.learning_page import LearningPage
    from gui.pages.settled_page import SettledPage
    from gui.pages.settling_page import SettlingPage
    from gui.pages.statistics_page import StatisticsPage
    from gui.pages.versions_page import VersionsPage

Page = TypeVar("Page", bound=WorkPage)


class PageWork(QObject):
    """Pages and their controllers by name; what any of them tells is told by this one's signals."""

    closed = Signal()
    noticed = Signal(str)
    filled = Signal(WorkPage)
    """A page holds what was asked for and is to be shown."""

    settling_requested = Signal()
    article_requested = Signal(str)
    place_requested = Signal(str, Span, str)
    difference_requested = Signal(int)
    annotation_requested = Signal(str)
    finding_requested = Signal(str)
    recognition_changed = Signal()
    """From now on recognition uses something else."""

    def __init__(
        self,
        parts: WindowParts,
        session: Session,
        background: Background,
        conversation: Conversation,
        appearance: Appearance,
        author: Callable[[], Author],
        dataset: Callable[[], Dataset | None],
        when_saved: Callable[[Callable[[], None]], None],
        settling: Settling,
    ) -> None:
        super().__init__(session)
        self._parts, self._session, self._background = parts, session, background
        self._conversation, self._appearance, self._author = conversation, appearance, author
        self._dataset, self._when_saved, self._settling = dataset, when_saved, settling

    def wait(self) -> None:
        """Let everything end that is being written, before the program does."""
        self.wait_for_decisions()
        if "learning" in vars(self):
            self.learning.wait()

    def wait_for_decisions(self) -> None:
        """Let the decisions be written that were taken on differences."""
        if "adjudicating" in vars(self):
            self.adjudicating.wait()

    # Pages

    @cached_property
    def agreement_page(self) -> AgreementPage:
        """How far two annotators agree."""
        from gui.pages.agreement_page import AgreementPage

        page = self._added(AgreementPage())
        page.settling_requested.connect(self.settling_requested)
        page.place_requested.connect(self.place_requested)
        return page

    @cached_property
    def settling_page(self) -> SettlingPage:
        """Their differences, to decide on."""
        from gui.pages.settling_page import SettlingPage

        page = self._added(SettlingPage())
        page.place_requested.connect(self.difference_requested)
        return page

    @cached_property
    def statistics_page(self) -> StatisticsPage:
        """The figures of the folder."""
        from gui.pages.statistics_page import StatisticsPage

        page = self._added(StatisticsPage())
        page.article_requested.connect(self.article_requested)
        return page

    @cached_property
    def learning_page(self) -> LearningPage:
        """What names were learnt from corrections."""
        from gui.pages.learning_page import LearningPage

        return self._added(LearningPage())

    @cached_property
    def versions_page(self) -> VersionsPage:
        """The article beside another version of it."""
        from gui.pages.versions_page import VersionsPage

        return self._added(VersionsPage())

    @cached_property
    def figures_page(self) -> FiguresPage:
        """The figures and times of the article."""
        from gui.pages.figures_page import FiguresPage

        page = self._added(FiguresPage())
        page.annotation_requested.connect(self.annotation_requested)
        return page

    @cached_property
    def settled_page(self) -> SettledPage:
        """The questions that are settled."""
        from gui.pages.settled_page import SettledPage

        page = self._added(SettledPage())
        page.finding_requested.connect(self.finding_requested)
        return page

    # What fills them

    @cached_property
    def comparing(self) -> Comparing:
        """Works out the agreement."""
        from gui.controllers.comparing import Comparing

        made = Comparing(self.agreement_page, self._dataset, self._background, self._conversation)
        made.noticed.connect(self.noticed)
        return made

    @cached_property
    def adjudicating(self) -> Adjudicating:
        """Carries the decisions out."""
        from gui.controllers.adjudicating import Adjudicating

        made = Adjudicating(self.settling_page, self._background, self._conversation, self._author)
        made.noticed.connect(self.noticed)
        made.started.connect(lambda: self.filled.emit(self.settling_page))
        return made

    @cached_property
    def counting(self) -> Counting:
        """Counts the folder."""
        from gui.controllers.counting import Counting

        made = Counting(self.statistics_page, self._dataset, self._background, self._conversation)
        made.noticed.connect(self.noticed)
        return made

    @cached_property
    def learning(self) -> Learning:
        """Learns from corrections."""
        from gui.controllers.learning import Learning

        made = Learning(self.learning_page, self._dataset, self._when_saved, self._conversation)
        made.noticed.connect(self.noticed)
        made.adopted.connect(self.recognition_changed)
        return made

    @cached_property
    def versions(self) -> Versions:
        """Compares versions."""
        from gui.controllers.versions import Versions

        made = Versions(
            self._session, self.versions_page, self._background, self._conversation, self._appearance
        )
        made.noticed.connect(self.noticed)
        made.started.connect(lambda: self.filled.emit(self.versions_page))
        return made

    @cached_property
    def tabulating(self) -> Tabulating:
        """Gathers the figures."""
        from gui.controllers.tabulating import Tabulating

        made = Tabulating(self._session, self.figures_page, self._background, self._conversation)
        made.started.connect(lambda: self.filled.emit(self.figures_page))
        return made

    @cached_property
    def settled_list(self) -> SettledList:
        """Lists what is settled."""
        from gui.controllers.settled_list import SettledList

        made = SettledList(self._session, self.settled_page, self._settling)
        made.started.connect(lambda: self.filled.emit(self.settled_page))
        return made

    def _added(self, page: Page) -> Page:
        self._parts.add_page(page, self._appearance.theme)
        page.closed.connect(self.closed)
        return page
