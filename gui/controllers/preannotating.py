"""Annotating all articles of the folder that have no annotations yet, while a person works on."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.dataset import Dataset
from gui.background import Background
from gui.controllers.folder import Folder
from gui.widgets.background_work import BackgroundWork
from gui.words.error_messages import message_of

if TYPE_CHECKING:
    from core.batch import Outcome

LANE = "annotate"
REFRESHED = 50
"""Articles after which the list is brought up to date."""

JOBS = max(2, min(4, (os.cpu_count() or 2) - 1))
"""Processes: the window's own keeps its time for the window."""


class Preannotating(QObject):
    """What is done is on the disk: stopping and beginning again goes on where it stopped."""

    noticed = Signal(str)

    def __init__(self, folder: Folder, work: BackgroundWork) -> None:
        super().__init__(folder)
        self._folder, self._work = folder, work
        self._background = Background(self, threads=1)
        self._is_running = self._is_stopped = False
        self._done = self._total = 0
        self._failed: list[Outcome] = []
        work.cancel_requested.connect(self._stop)

    def begin(self) -> None:
        """Annotate every article without annotations, from the open one on."""
        dataset = self._folder.dataset
        if dataset is None or self._is_running:
            return
        self._is_running, self._is_stopped, self._done, self._failed = True, False, 0, []
        self._work.show_work(self.tr("Annotating…"), 0, can_be_ended=True)
        here = self._folder.open_name
        self._background.gather(lambda: _waiting(dataset, here), partial(self._start, dataset), lane=LANE)

    def wait(self) -> None:
        """Stop, and let the article end that is being annotated, before the program does."""
        self._is_stopped = True
        self._background.wait()

    def _start(self, dataset: Dataset, names: list[str]) -> None:
        from core.annotating import annotate_file
        from core.batch import run

        self._total = len(names)
        task = partial(annotate_file, annotator=dataset.annotator)
        self._go_on(run(task, [dataset.path(name) for name in names], jobs=JOBS))

    def _go_on(self, outcomes: Iterator[Outcome]) -> None:
        def work() -> Outcome | None:
            if self._is_stopped:
                outcomes.close()  # type: ignore[attr-defined]
                return None
            return next(outcomes, None)

        def done(outcome: Outcome | None) -> None:
            if outcome is None:
                self._end()
                return
            self._done += 1
            if outcome.error:
                self._failed.append(outcome)
            if self._done % REFRESHED == 0:
                self._folder.look_again()
            words = self.tr("Annotating {0} of {1}").format(f"{self._done:,}", f"{self._total:,}")
            self._work.show_work(words, self._done / max(1, self._total), can_be_ended=True)
            self._go_on(outcomes)

        self._background.gather(work, done, lane=LANE)

    def _end(self) -> None:
        self._is_running = False
        self._work.show_work("", 0)
        self._folder.look_again()
        words = [self.tr("%n article(s) annotated", "", self._done - len(self._failed))]
        if self._failed:
            words.append(self.tr("%n could not be: {0}", "", len(self._failed)).format(self._first_failure()))
        self.noticed.emit(" · ".join(words))

    def _first_failure(self) -> str:
        error = self._failed[0].error
        return message_of(error) if error else ""

    def _stop(self) -> None:
        self._is_stopped = True


def _waiting(dataset: Dataset, here: str | None) -> list[str]:
    """The articles without a sidecar, those after the open one first; the open one is annotated as it is."""
    stamps, names = dataset.stamps(), list(dataset.names())
    place = names.index(here) + 1 if here in names else 0
    waiting = {name for name, stamp in stamps.items() if stamp.endswith(" ")} - {here}
    return [name for name in names[place:] + names[:place] if name in waiting]
