"""Acts on places that were found: a step of the open article's history, or one act on many files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.dataset import Found
from core.edits import Author
from core.errors import SchemeBroken, UserError
from core.files.safe_files import real_path
from core.schemes import SCHEME_FILE
from gui.background import Background
from gui.controllers.conversation import Conversation
from gui.controllers.folder import Folder
from gui.controllers.saving import Saving
from gui.panels.hit_list import Hit
from gui.session import Session
from gui.widgets.background_work import BackgroundWork

if TYPE_CHECKING:
    from core.bulk import Change, Journal
    from core.bulk.acting import Act
    from core.bulk.planning import Plan

LANE = "everywhere"


class _Stopped(Exception):
    """A person does not want the act after all."""


@dataclass(frozen=True, slots=True)
class _Done:
    """An act that was carried out, and where the open article's history stood then."""

    journal: Journal
    files: frozenset[str]
    article: Path | None
    step: int


@dataclass(slots=True)
class _Outcome:
    """What came of an act: its journal, its counts, and which files it changed."""

    journal: Journal
    told: Plan
    files: frozenset[str] = field(default=frozenset())


class Everywhere(QObject):
    """Carries out one act at a time; it is undone as one, in its place in the order of all acts."""

    noticed = Signal(str)
    changed = Signal()
    """Something can be undone or redone, or nothing any more."""

    _advanced = Signal(int, bool)

    def __init__(
        self,
        session: Session,
        saving: Saving,
        folder: Folder,
        work: BackgroundWork,
        conversation: Conversation,
        author: Callable[[], Author],
        reload: Callable[[], None],
    ) -> None:
        super().__init__(session)
        self._session, self._saving, self._folder = session, saving, folder
        self._work, self._conversation, self._author, self._reload = work, conversation, author, reload
        self._background = Background(self, threads=1)
        self._done: list[_Done] = []
        self._undone: list[_Done] = []
        self._is_busy = self._is_stopped = False
        self._total = 0
        self._advanced.connect(self._show_progress)
        work.cancel_requested.connect(self._stop)
        session.edited.connect(self._forget_undone)

    @property
    def can_undo(self) -> bool:
        """Whether the last act of all was one on many files."""
        return bool(self._done) and not self._is_busy and self._is_next(self._done[-1], is_back=True)

    @property
    def can_redo(self) -> bool:
        """Whether the act that was undone last was one on many files."""
        return bool(self._undone) and not self._is_busy and self._is_next(self._undone[-1], is_back=False)

    def act(self, act: tuple[str, str], hits: Sequence[Hit]) -> None:
        """Do something (its kind and label) to places: all of the open article, or all of the folder."""
        from core.bulk.acting import Act  # recognition takes long to load

        wish = Act(*act)
        if not hits or self._is_busy:
            return
        if all(not hit.article for hit in hits):
            self._act_here(wish, hits)
        else:
            self._saving.when_saved(lambda: self._act_in_folder(wish, hits))

    def change_files(
        self,
        begin: Callable[[], tuple[Iterable[Change], Plan]],
        total: int,
        then: Callable[[Plan], None],
    ) -> None:
        """Carry out another act on files, undone in its turn; ``total`` is 0 where nobody counted."""
        if self._is_busy:
            return
        self._total = total

        def done(outcome: _Outcome) -> None:
            self._undone.clear()
            self._finish(outcome, self._done)
            then(outcome.told)

        self._run(begin, done)

    def undo(self) -> None:
        """Take the last act on many files back; what was done since to these files stays."""
        if self.can_undo:
            self._saving.when_saved(lambda: self._take_back(self._done, self._undone))

    def redo(self) -> None:
        """Do again what was taken back last."""
        if self.can_redo:
            self._saving.when_saved(lambda: self._take_back(self._undone, self._done))

    def wait(self) -> None:
        """Let an act end that is being carried out, before the program does."""
        self._background.wait()

    def _act_here(self, act: Act, hits: Sequence[Hit]) -> None:
        from core.bulk.acting import perform

        document = self._session.document
        if document is not None:
            places = [hit.place for hit in hits]
            changed, count = perform(document, act, places, self._author(), self._session.scheme)
            self._session.edit(changed, self._name_of(act))
            self.noticed.emit(self.tr("%n place(s) changed", "", count))

    def _act_in_folder(self, act: Act, hits: Sequence[Hit]) -> None:
        from core.bulk.planning import Plan, plan

        dataset, told = self._folder.dataset, Plan()
        if dataset is None:
            return
        chosen = _by_article(hits)
        by = replace(self._author(), name=dataset.annotator)
        self.change_files(lambda: (plan(dataset.folder, chosen, act, by, told), told), len(chosen), self.tell)

    def _take_back(self, source: list[_Done], target: list[_Done]) -> None:
        from core.bulk import take_back
        from core.bulk.planning import Plan, undone

        act = source.pop()
        self._total = len(act.files)

        def done(outcome: _Outcome) -> None:
            self._finish(outcome, target)
            self.noticed.emit(self.tr("%n article(s) changed back", "", len(outcome.files)))

        def failed(error: Exception) -> None:
            source.append(act)
            if isinstance(error, SchemeBroken):
                words = self.tr("Nothing was changed back: put the label scheme right, then try again")
                self.noticed.emit(words)
            self._fail(error)

        self._run(lambda: (take_back(act.journal, undone), Plan()), done, failed)

    def _run(
        self,
        begin: Callable[[], tuple[Iterable[Change], Plan]],
        done: Callable[[_Outcome], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Carry out changes on another thread."""
        self._is_busy, self._is_stopped = True, False
        self._show_progress(0, is_planned=False)
        self.changed.emit()

        def work() -> _Outcome:
            from core.bulk import carry_out

            changes, told = begin()
            journal = carry_out(self._watched(changes), advance=self._advance)
            return _Outcome(journal, told, frozenset(str(step.path) for step in journal.steps()))

        self._background.run(LANE, work, done, failed or self._fail)

    def _watched(self, changes: Iterable[Change]) -> Iterable[Change]:
        for number, change in enumerate(changes, 1):
            self._advance(number, is_planned=False)
            yield change

    def _advance(self, done: int, *, is_planned: bool = True) -> None:
        """On the other thread: tell this one, and end where a person wants that."""
        self._advanced.emit(done, is_planned)
        if self._is_stopped:
            raise _Stopped

    def _finish(self, outcome: _Outcome, acts: list[_Done]) -> None:
        self._rest()
        if outcome.files:
            self._session.forget_histories()
            has_new_scheme = any(Path(file).name == SCHEME_FILE for file in outcome.files)
            if has_new_scheme or str(real_path(self._saving.target)) in outcome.files:
                self._session.undo_stack.clear()
                self._reload()
            step = self._session.undo_stack.index()
            acts.append(_Done(outcome.journal, outcome.files, self._session.path, step))
        self._folder.look_again()
        self.changed.emit()

    def _fail(self, error: Exception) -> None:
        self._rest()
        self.changed.emit()
        if isinstance(error, _Stopped):
            self.noticed.emit(self.tr("Stopped: nothing was changed"))
        else:
            self._conversation.tell_any(error)

    def _forget_undone(self) -> None:
        """Something else was done since: nothing that was undone comes after it."""
        if self._undone and not self._is_busy:
            self._undone.clear()
            self.changed.emit()

    def _rest(self) -> None:
        self._is_busy = False
        self._work.show_work("", 0)

    def tell(self, told: Plan) -> None:
        """Say what came of an act on places."""
        words = [self.tr("%n place(s) changed", "", told.places)]
        if told.missed:
            words.append(self.tr("%n place(s) were no longer there", "", told.missed))
        if told.problems:
            words.append(self.tr("%n article(s) left as they are", "", len(told.problems)))
        self.noticed.emit(" · ".join(words))
        if told.problems and isinstance(told.problems[0], UserError):
            self._conversation.tell(told.problems[0])

    def _show_progress(self, done: int, is_planned: bool) -> None:
        """How far it is: what each file will hold is worked out for all of them before one is written."""
        if self._is_busy:
            words = self.tr("Changing {0} of {1}") if self._total else self.tr("Changing {0}")
            if not is_planned:
                words = self.tr("Preparing {0} of {1}") if self._total else self.tr("Preparing {0}")
            words = words.format(f"{done:,}", f"{self._total:,}")
            self._work.show_work(words, done / max(1, self._total), can_be_ended=True)

    def _stop(self) -> None:
        self._is_stopped = True

    def _is_next(self, act: _Done, *, is_back: bool) -> bool:
        stack = self._session.undo_stack
        if act.article != self._session.path:
            return not (stack.canUndo() if is_back else stack.canRedo())
        return stack.index() <= act.step if is_back else stack.index() >= act.step

    def _name_of(self, act: Act) -> str:
        return {
            "mark": self.tr("Mark All"),
            "relabel": self.tr("Relabel All"),
            "accept": self.tr("Accept All"),
            "reject": self.tr("Reject All"),
        }[act.kind]


def _by_article(hits: Iterable[Hit]) -> list[Found]:
    """The chosen places of each article, in their order."""
    chosen: dict[str, list[Hit]] = {}
    for hit in hits:
        chosen.setdefault(hit.article, []).append(hit)
    return [Found(name, tuple(hit.place for hit in places)) for name, places in chosen.items()]
