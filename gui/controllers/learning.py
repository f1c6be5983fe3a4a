"""Learning names from the reviewed articles of the open folder; using what was learnt, and going back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core import sidecar
from core.dataset import Dataset
from core.document import Document
from core.errors import ExportFailed, UserError
from core.schemes import Scheme, scheme_for
from gui.background import Background
from gui.controllers.conversation import Conversation
from gui.pages.learning_page import LearningPage, LearntRow
from gui.words.label_names import label_hue, label_title

if TYPE_CHECKING:
    from core.learning.training import Learnt

LANE = "learning"
READING = 0.3
"""The share of the work that reading the sidecars is taken to be."""


class _Stopped(Exception):
    """A person does not want to wait."""


class Learning(QObject):
    """Fills the page of learning for the folder that is open; it goes on while the page is left.

    ``when_saved`` does an act once the open article is saved.
    """

    noticed = Signal(str)
    adopted = Signal()
    """From now on recognition uses something else."""

    _advanced = Signal(float)

    def __init__(
        self,
        page: LearningPage,
        dataset: Callable[[], Dataset | None],
        when_saved: Callable[[Callable[[], None]], None],
        conversation: Conversation,
    ) -> None:
        super().__init__(page)
        self._page, self._dataset = page, dataset
        self._when_saved, self._conversation = when_saved, conversation
        self._background = Background(self, threads=1)
        self._shown: Dataset | None = None
        self._learnt: Learnt | None = None
        self._is_running = self._is_stopped = False
        self._advanced.connect(self._show_progress)
        page.learning_requested.connect(self.learn)
        page.use_requested.connect(self._use)
        page.return_requested.connect(self._go_back)
        page.work.cancel_requested.connect(self._stop)

    def begin(self) -> None:
        """Show what is in use, and what was learnt from this folder since it was opened."""
        dataset = self._dataset()
        if dataset is None:
            return
        if dataset != self._shown and not self._is_running:
            self._shown, self._learnt = dataset, None
            self._page.show_nothing("")
            about = (dataset.folder.name, dataset.annotator or "")
            self._page.show_folder(" · ".join(filter(None, about)))
        self._show_in_use()

    def learn(self) -> None:
        """Learn from what this annotator has reviewed in the folder."""
        if self._shown is not None and not self._is_running:
            self._when_saved(self._run)

    def wait(self) -> None:
        """Stop, before the program ends."""
        self._is_stopped = True
        self._background.wait()

    def _run(self) -> None:
        dataset = self._shown
        if dataset is None or self._is_running:
            return
        self._is_running, self._is_stopped, self._learnt = True, False, None
        self._page.show_nothing("")
        self._page.learn.setEnabled(False)
        self._show_progress(0)

        def work() -> tuple[Learnt | None, Scheme]:
            from core.learning.training import learn

            scheme = scheme_for(dataset.folder / "article")
            advance = lambda share: self._advance(READING + (1 - READING) * share)  # noqa: E731
            return learn(self._documents(dataset), scheme, advance=advance), scheme

        self._background.run(LANE, work, self._take, self._fail)

    def _documents(self, dataset: Dataset) -> Iterator[Document]:
        """On the other thread, what the annotator's sidecars hold, those that can be read."""
        names = dataset.names()
        for place, name in enumerate(names):
            self._advance(READING * place / len(names))
            target = dataset.sidecar(name)
            if target.exists():
                try:
                    document = sidecar.stored_in(target)
                except UserError:
                    continue
                yield document

    def _advance(self, share: float) -> None:
        """On the other thread: tell this one, and end where a person wants that."""
        self._advanced.emit(share)
        if self._is_stopped:
            raise _Stopped

    def _show_progress(self, share: float) -> None:
        if self._is_running:
            self._page.work.show_work(self.tr("Learning…"), share, can_be_ended=True)

    def _take(self, found: tuple[Learnt | None, Scheme]) -> None:
        self._rest()
        learnt, scheme = found
        if learnt is None:
            self._page.show_nothing(
                self.tr("Too little was reviewed in this folder: finish some articles, then learn from them")
            )
            return
        self._learnt = learnt
        called = scheme.found_as
        titles = {
            label: label_title(scheme, called.get(label, label))
            for label in (*learnt.as_shipped, *(score.label for score in learnt.scores if score.label))
        }
        rows = [
            LearntRow(
                titles.get(score.label) or self.tr("All"),
                label_hue(scheme, called.get(score.label, score.label)) if score.label else "",
                score.count,
                100 * score.before,
                100 * score.after,
            )
            for score in learnt.scores
        ]
        left = [titles[label] for label in learnt.as_shipped]
        self._page.show_learnt(rows, learnt.sentences, learnt.held_back, left)
        self.noticed.emit(self.tr("Names were learnt: Dataset → Learn from Corrections shows how well"))

    def _fail(self, error: Exception) -> None:
        self._rest()
        if isinstance(error, _Stopped):
            self._page.show_nothing(self.tr("Stopped: nothing was learnt"))
        else:
            self._conversation.tell_any(error)

    def _rest(self) -> None:
        self._is_running = False
        self._page.learn.setEnabled(True)
        self._page.work.show_work("", 0)

    def _stop(self) -> None:
        self._is_stopped = True

    def _use(self) -> None:
        from core.recognition.learnt import adopt

        if (learnt := self._learnt) is not None:
            self._change(lambda: adopt(learnt.head))
            self._page.use.setEnabled(False)

    def _go_back(self) -> None:
        from core.recognition.learnt import go_back

        self._change(go_back)
        self._page.use.setEnabled(self._learnt is not None)

    def _change(self, change: Callable[[], None]) -> None:
        """Change what recognition uses, and say what that means for what is marked already."""
        from core.recognition.learnt import adopted_path

        try:
            change()
        except OSError as error:
            self._conversation.tell(ExportFailed(adopted_path(), error.strerror or str(error)))
            return
        self._show_in_use()
        self.adopted.emit()
        self.noticed.emit(self.tr("Articles opened from now on; Mark → Recognize Again renews this one"))

    def _show_in_use(self) -> None:
        from core.recognition.learnt import adopted_path, can_go_back

        path = adopted_path()
        since = datetime.fromtimestamp(path.stat().st_mtime) if path.exists() else None
        self._page.show_in_use(f"{since:%Y-%m-%d %H:%M}" if since else "", can_go_back=can_go_back())
