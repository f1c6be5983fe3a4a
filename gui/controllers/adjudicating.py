"""Deciding on the differences of two annotators, article by article; every decision is saved at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core.adjudication import Decision, Difference, MarkDifference, may_take_both
from core.edits import Author
from core.errors import UserError
from core.schemes import Scheme, default_scheme, scheme_for
from core.settling import Extent, Opened, Settled, extents, open_article, save_result
from core.sidecar import checked_annotator
from core.text.find import nearest
from gui.background import Background
from gui.controllers.conversation import Conversation
from gui.pages.difference_rows import difference_row
from gui.pages.settling_page import ArticleRow, SettlingPage
from gui.words.label_names import title_of

LANE, LIST_LANE = "difference", "differences"
Step = tuple[str, Difference, Decision | None, Decision | None]
"""An article, a difference, and what was decided before and after."""


class Adjudicating(QObject):
    """Fills the page of differences and writes the third sidecars."""

    noticed = Signal(str)
    started = Signal()

    def __init__(
        self,
        page: SettlingPage,
        background: Background,
        conversation: Conversation,
        author: Callable[[], Author],
    ) -> None:
        super().__init__(page)
        self._page, self._background, self._conversation = page, background, conversation
        self._author = author
        self._writing = Background(self, threads=1)
        self._work: Settled | None = None
        self._scheme: Scheme = default_scheme()
        self._extents: dict[str, Extent] = {}
        self._open: Opened | None = None
        self._written: dict[str, Opened] = {}
        self._done: list[Step] = []
        self._undone: list[Step] = []
        page.article_chosen.connect(self.open)
        page.decided.connect(self.answer)
        page.undo_requested.connect(lambda: self._step(self._done, self._undone, -1))
        page.redo_requested.connect(lambda: self._step(self._undone, self._done, 1))
        page.next_requested.connect(self._go_on)

    def begin(self, folder: Path, pair: tuple[str | None, str | None]) -> None:
        """Ask what the result is called, and list the differences of the two."""

        def named(words: str) -> None:
            try:
                third = checked_annotator(words.strip())
            except UserError as error:
                self._conversation.tell(error)
                return
            if not third or third in pair:
                self.noticed.emit(self.tr("The result needs a name of its own"))
                return
            self._start(Settled(folder, pair[0], pair[1], third))

        self._conversation.ask_words(
            self.tr("Settle Differences"),
            self.tr("The result is a sidecar of its own beside each article. Its name:"),
            self.tr("settled"),
            named,
        )

    def open(self, name: str) -> None:
        """Show the differences of an article."""
        work = self._work
        if work is not None:
            self._writing.wait()
            self._background.run(
                LANE, lambda: open_article(work, name), self._show_opened, self._conversation.tell_any
            )

    def answer(self, row: int, choice: str) -> None:
        """Decide on a difference, or take the same decision back."""
        opened = self._open
        if opened is None or not 0 <= row < len(opened.adjudication.differences):
            return
        difference = opened.adjudication.differences[row]
        if choice != "edit":
            self._decide(difference, Decision(choice))
        elif isinstance(difference, MarkDifference):
            self._edit(difference)

    def wait(self) -> None:
        """Wait until everything is written."""
        self._writing.wait()

    # Reading

    def _start(self, work: Settled) -> None:
        self._work, self._open = work, None
        self._written, self._done, self._undone = {}, [], []
        self._extents = {}
        self._page.set_people(_shown(work.one), _shown(work.other), work.third)
        self._page.set_articles([], "")
        self._page.show_differences([], 0, both=[])
        self._page.set_undo(False)
        self.started.emit()
        self._background.run(
            LIST_LANE,
            lambda: (list(extents(work)), scheme_for(work.folder / "article")),
            self._list,
            self._conversation.tell_any,
        )

    def _list(self, found: tuple[list[Extent], Scheme]) -> None:
        listed, self._scheme = found
        self._page.set_scheme(self._scheme)
        self._extents = {extent.name: extent for extent in listed}
        if listed:
            self.open(next((each.name for each in listed if each.open_count), listed[0].name))
        else:
            self.noticed.emit(self.tr("The two have no differences"))
        self._show_articles("")

    def _show_opened(self, opened: Opened | None) -> None:
        if opened is not None:
            self._open = self._written[opened.name] = opened
            self._show(self._first_open())

    def _first_open(self, after: int = -1) -> int:
        """The next open difference, around the end; where there is none, the one after."""
        assert self._open is not None
        state = self._open.adjudication
        rows = range(len(state.differences))
        ordered = [*rows[after + 1 :], *rows[: after + 1]]
        return next((row for row in ordered if state.decision(state.differences[row]) is None), max(after, 0))

    # Deciding

    def _decide(self, difference: Difference, decision: Decision) -> None:
        assert self._open is not None
        before = self._open.adjudication.decision(difference)
        after = None if decision == before else decision
        self._done.append((self._open.name, difference, before, after))
        self._undone.clear()
        self._apply(difference, after)
        self._go_on()

    def _edit(self, difference: MarkDifference) -> None:
        opened = self._open
        mark = difference.pair.one or difference.pair.other
        if opened is None or mark is None:
            return
        before = opened.adjudication.decision(difference)
        is_edited = before is not None and before.choice == "edit"
        label, span = (before.label, before.span) if before and is_edited else (mark.label, mark.span)
        text = opened.adjudication.one.text
        labels = [(spec.name, f"{spec.name}　{title_of(spec)}") for spec in self._scheme.labels]
        self._conversation.edit_mark(
            span.of(text),
            label,
            labels,
            lambda words: nearest(text, words, span),
            lambda label, span: self._decide(difference, Decision("edit", label, span)),
        )

    def _apply(self, difference: Difference, decision: Decision | None) -> None:
        """Take a decision over and write the third sidecar."""
        assert self._open is not None
        state = self._open.adjudication.decided(difference, decision)
        self._open = replace(self._open, adjudication=state)
        self._write(self._open)
        name = self._open.name
        self._extents[name] = Extent(name, state.open_count, len(state.differences))
        self._show(self._page.current)

    def _write(self, opened: Opened) -> None:
        """Save what is decided, on another thread: it alone knows the third sidecars as they are."""
        assert self._work is not None
        work, written, name = self._work, self._written, opened.name
        by = Author(work.third, self._author().now)

        def save() -> None:
            written[name] = save_result(work, written[name], opened.adjudication, by)

        self._writing.run(name, save, lambda _: None, self._conversation.tell_any)

    def _go_on(self) -> None:
        """To the next open difference, in the next article where this one has none left."""
        if self._open is None:
            return
        if self._open.adjudication.open_count:
            self._show(self._first_open(self._page.current))
            return
        names = list(self._extents)
        here = names.index(self._open.name) if self._open.name in names else -1
        ordered = [*names[here + 1 :], *names[: here + 1]]
        following = next((name for name in ordered if self._extents[name].open_count), None)
        if following is None:
            self.noticed.emit(self.tr("All differences are settled"))
        else:
            self.open(following)

    def _step(self, source: list[Step], target: list[Step], direction: int) -> None:
        """Undo or redo a decision, in whichever article it was made."""
        if not source or self._work is None:
            return
        name, difference, before, after = step = source.pop()
        target.append(step)
        if self._open is None or self._open.name != name:
            self._writing.wait()
            opened = open_article(self._work, name)
            if opened is None:
                return
            self._open = self._written[name] = opened
        self._apply(difference, before if direction < 0 else after)
        rows = [each.key for each in self._open.adjudication.differences]
        self._show(rows.index(difference.key) if difference.key in rows else 0)

    # Showing

    def _show(self, row: int) -> None:
        assert self._open is not None
        state, scheme, name = self._open.adjudication, self._scheme, self._open.name
        rows = [difference_row(name, state, each, scheme) for each in state.differences]
        both = [may_take_both(each, scheme) for each in state.differences]
        self._page.show_differences(rows, row, both=both)
        self._page.set_undo(bool(self._done))
        self._show_articles(self._open.name)

    def _show_articles(self, current: str) -> None:
        rows = [ArticleRow(each.name, each.open_count, each.total) for each in self._extents.values()]
        self._page.set_articles(rows, current)


def _shown(name: str | None) -> str:
    return name or "—"
