"""Applying what was decided on the names of one article to its folder, after showing where that would act."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.dataset import Dataset, Index
from core.edits import Author
from gui.background import Background
from gui.controllers.conversation import Conversation
from gui.controllers.everywhere import Everywhere
from gui.controllers.folder import Folder
from gui.session import Session
from gui.words.label_names import label_hue, label_title

if TYPE_CHECKING:
    from core.bulk import Change
    from core.bulk.decisions import Decision
    from core.bulk.planning import Plan
    from gui.dialogs.decision_choice import DecisionChoice, DecisionRow

LANE = "spreading"
Reach = dict["Decision", tuple[int, int]]
"""On how many places, in how many articles, each decision would act."""


class Spreading(QObject):
    """Looks through the folder in the background; what a person ticks is carried out as one act."""

    noticed = Signal(str)
    _advanced = Signal(int, int)

    def __init__(
        self,
        session: Session,
        folder: Folder,
        everywhere: Everywhere,
        when_saved: Callable[[Callable[[], None]], None],
        conversation: Conversation,
        author: Callable[[], Author],
    ) -> None:
        super().__init__(session)
        self._session, self._folder, self._everywhere = session, folder, everywhere
        self._when_saved, self._conversation, self._author = when_saved, conversation, author
        self._background = Background(self, threads=1)
        self._dialog: DecisionChoice | None = None
        self._advanced.connect(self._show_progress)

    def ask(self) -> None:
        """Show what the decisions of the open article mean for the folder, and apply what is ticked."""
        from core.bulk.decisions import decisions_of

        document = self._session.document
        if document is None or self._folder.open_name is None:
            return
        decisions = decisions_of(document, self._session.scheme)
        if decisions:
            self._when_saved(lambda: self._look(decisions))
        else:
            self.noticed.emit(self.tr("No name of this article has been decided on yet"))

    def wait(self) -> None:
        """Let the article end that is being looked through, before the program does."""
        self._dialog = None
        self._background.wait()

    def _look(self, decisions: Sequence[Decision]) -> None:
        dataset, index, here = self._folder.dataset, self._folder.index, self._folder.open_name
        if dataset is None or index is None or here is None:
            return
        by = replace(self._author(), name=dataset.annotator)
        dialog = self._dialog = self._conversation.choose_decisions(
            lambda chosen: self._apply(dataset, index, chosen, by, here), self._leave
        )

        def work() -> Reach:
            from core.bulk.planning import Plan, spread

            names = _holding(dataset, index, decisions)
            places: Counter[Decision] = Counter()
            articles: Counter[Decision] = Counter()
            steps = spread(dataset.folder, names, decisions, by, Plan(), here)
            for done, (_, counts) in enumerate(steps):
                self._advanced.emit(done, len(names))
                places.update(counts)
                articles.update(counts.keys())
                if self._dialog is not dialog:
                    break
            return {each: (places[each], articles[each]) for each in decisions if places[each]}

        self._background.run(LANE, work, self._show, self._conversation.tell_any)

    def _apply(
        self, dataset: Dataset, index: Index, chosen: Sequence[Decision], by: Author, here: str
    ) -> None:
        from core.bulk.planning import Plan, spread

        def changes(told: Plan) -> Iterator[Change]:
            names = _holding(dataset, index, chosen)
            steps = spread(dataset.folder, names, chosen, by, told, here)
            return (change for change, _ in steps if change)

        def begin() -> tuple[Iterator[Change], Plan]:
            told = Plan()
            return changes(told), told

        self._everywhere.change_files(begin, 0, self._everywhere.tell)

    def _show_progress(self, done: int, total: int) -> None:
        if self._dialog is not None:
            self._dialog.show_progress(done, total)

    def _show(self, reach: Reach) -> None:
        if self._dialog is not None:
            self._dialog.show_rows([self._row(decision, *counts) for decision, counts in reach.items()])

    def _row(self, decision: Decision, places: int, articles: int) -> DecisionRow:
        from gui.dialogs.decision_choice import DecisionRow

        scheme = self._session.scheme
        title = label_title(scheme, decision.label)
        verdict = title if decision.is_name else self.tr("not {0}").format(title)
        reach = self.tr("%n place(s)", "", places) + " · " + self.tr("%n article(s)", "", articles)
        return DecisionRow(decision, verdict, label_hue(scheme, decision.label), reach, places)

    def _leave(self) -> None:
        self._dialog = None


def _holding(dataset: Dataset, index: Index, decisions: Sequence[Decision]) -> list[str]:
    """The articles that hold any of the words, and those that have not been read yet."""
    wanted = {name for each in decisions for name in index.with_words(each.folded)}
    known = index.states()
    return [name for name in dataset.names() if name in wanted or name not in known]
