"""Dealing the articles of the folder out to annotators."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from core.assignment import Assignment, assign, read_assignment, write_assignment
from core.dataset import Dataset
from core.errors import UserError
from gui.controllers.conversation import Conversation
from gui.words.language import listed


class Assigning(QObject):
    """Asks for names and writes the assignment into the folder."""

    noticed = Signal(str)
    assigned = Signal()

    def __init__(self, dataset: Callable[[], Dataset | None], conversation: Conversation) -> None:
        super().__init__(conversation)
        self._dataset, self._conversation = dataset, conversation

    def ask(self) -> None:
        """Let the user name the annotators."""
        dataset = self._dataset()
        if dataset is None:
            return
        try:
            before = read_assignment(dataset.folder)
        except UserError as error:
            self._conversation.tell(error)
            return
        articles = dataset.names()

        def chosen(names: list[str], overlap: float, is_blind: bool) -> None:
            self._assign(dataset, before, articles, names, overlap, is_blind)

        self._conversation.choose_assignment(before or Assignment(), len(articles), chosen)

    def _assign(
        self,
        dataset: Dataset,
        before: Assignment | None,
        articles: tuple[str, ...],
        names: list[str],
        overlap: float,
        is_blind: bool,
    ) -> None:
        try:
            made = assign(articles, names, overlap=overlap, before=before, is_blind=is_blind)
            write_assignment(dataset.folder, made)
        except UserError as error:
            self._conversation.tell(error)
            return
        counts = listed(f"{name} {len(given)}" for name, given in made.articles.items())
        self.noticed.emit(self.tr("Assigned: {0}; shared: {1}").format(counts, made.shared))
        self.assigned.emit()
