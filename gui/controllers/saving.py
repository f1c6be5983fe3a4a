"""Saving: the sidecar of the open article, and every question that comes before something could be lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from itertools import count
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core import sidecar
from core.document import Document
from core.errors import SaveFailed, SidecarChanged, UserError
from core.files.source import Source
from core.sidecar.merge import Merged, merge
from gui.background import Background
from gui.controllers.conversation import Conversation
from gui.controllers.core_work import Opening, save_over_recognized
from gui.dialogs.question import ask_after_conflict, ask_after_failure, ask_to_replace
from gui.session import Session
from gui.words.error_messages import message_of

Then = Callable[[], None]


class Saving(QObject):
    """Knows where the open document is saved and what was there when it was last seen.

    What is written is ``stamped`` with the time that was spent on it.
    """

    noticed = Signal(str)
    saved = Signal()

    def __init__(
        self,
        session: Session,
        background: Background,
        conversation: Conversation,
        stamped: Callable[[Document], Document] = lambda document: document,
    ) -> None:
        super().__init__(session)
        self._session, self._background, self._conversation = session, background, conversation
        self._stamped = stamped
        self._opening: Opening | None = None
        self._target = Path()
        self._digest: str | None = None
        self._base: Document | None = None
        self._is_moved_agreed = False
        self._saved_at: datetime | None = None

    @property
    def target(self) -> Path:
        """The sidecar that the next save writes."""
        return self._target

    @property
    def digest(self) -> str | None:
        """The digest of the sidecar as it was last seen; None where there was none."""
        return self._digest

    @property
    def source(self) -> Source | None:
        """The file that is open."""
        return self._opening.source if self._opening else None

    @property
    def saved_at(self) -> datetime | None:
        """When the document was last saved here."""
        return self._saved_at

    def wait(self) -> None:
        """Let everything that is being written end, before the program does."""
        self._background.wait()

    def begin(self, opening: Opening) -> None:
        """Take another article."""
        self._opening, self._target, self._digest = opening, opening.sidecar, opening.digest
        self._base = opening.document
        self._is_moved_agreed = opening.anchored is None
        self._saved_at = None

    def begin_with(self, document: Document) -> None:
        """Count changes from ``document``: the open article with its automatic marks."""
        self._base = document

    def when_saved(self, act: Then) -> None:
        """Do what works on a folder's sidecars: what is unsaved goes into the open one's before."""
        if self._session.is_unsaved:
            self.save(act)
        else:
            act()

    def save(self, then: Then | None = None) -> None:
        """Write the sidecar, then do ``then``; ask first where something would be lost by it."""
        document, opening = self._session.document, self._opening
        if document is None or opening is None:
            return
        if self._session.is_read_only:
            self.noticed.emit(self.tr("Opened for reading only"))
        elif opening.refusal and self._digest == opening.digest and self._target == opening.sidecar:
            self._conversation.ask(
                lambda theme, parent: ask_to_replace(theme, message_of(opening.refusal), parent),  # type: ignore[arg-type]
                {"aside": lambda: self._put_aside(then), "elsewhere": lambda: self.save_elsewhere(then)},
            )
        elif not self._is_moved_agreed:
            self.show_moved(then)
        else:
            self._write(document, then)

    def show_moved(self, then: Then | None = None) -> None:
        """Show what became of the marks of a changed article; only what the user takes over is saved."""
        anchored = self._opening.anchored if self._opening else None
        if anchored is not None:
            scheme = self._session.scheme
            self._conversation.show_moved(self._name(), anchored, scheme, lambda: self._take_over(then))

    def save_elsewhere(self, then: Then | None = None) -> None:
        """Let the user pick another place for the sidecar: a folder that cannot be written, say."""

        def take(path: Path) -> None:
            self._target, self._digest = path, sidecar.digest_of(path)
            self.save(then)

        filters = [self.tr("Annotations (*.danqian.json)")]
        self._conversation.choose_target(self.tr("Save Annotations"), self._target, filters, take)

    def _write(self, document: Document, then: Then | None) -> None:
        target, digest, written = self._target, self._digest, self._stamped(document)
        self._background.run(
            "save",
            lambda: save_over_recognized(written, target, digest),
            lambda new_digest: self._finish(document, new_digest, then),
            lambda error: self._fail(error, then),
        )

    def _finish(self, document: Document, digest: str, then: Then | None) -> None:
        self._digest, self._base, self._saved_at = digest, document, datetime.now().astimezone()
        self._session.mark_saved(document)
        self.saved.emit()
        if then:
            then()

    def _fail(self, error: Exception, then: Then | None) -> None:
        if isinstance(error, SidecarChanged):
            self._conversation.ask(
                lambda theme, parent: ask_after_conflict(theme, self._name(), parent),
                {"merge": lambda: self._merge(then), "keep_both": lambda: self._keep_both(then)},
            )
        elif isinstance(error, SaveFailed):
            failure = error
            self._conversation.ask(
                lambda theme, parent: ask_after_failure(theme, message_of(failure), parent),
                {"retry": lambda: self.save(then), "elsewhere": lambda: self.save_elsewhere(then)},
            )
        elif isinstance(error, UserError):
            self._conversation.tell(error)
        else:
            raise error

    def _merge(self, then: Then | None) -> None:
        """Bring what the other one saved together with what is open, and save that."""
        base, ours, opening = self._base, self._session.document, self._opening
        if base is None or ours is None or opening is None:
            return
        target, source, nesting = self._target, opening.source, self._session.scheme.nesting

        def work() -> tuple[Merged, str]:
            theirs = sidecar.load(target, source)
            return merge(base, ours, theirs.document, nesting=nesting), theirs.digest

        def done(outcome: tuple[Merged, str]) -> None:
            merged, self._digest = outcome
            self._session.edit(merged.document, self.tr("Merge"))
            if merged.conflicts:
                self.noticed.emit(self.tr("%n mark(s) differ; yours were kept", "", len(merged.conflicts)))
            self.save(then)

        self._background.run("save", work, done, lambda error: self._fail(error, then))

    def _keep_both(self, then: Then | None) -> None:
        """Save beside the other one's sidecar, under a number as the annotator's name."""
        article = self._target.name.removesuffix(".danqian.json")
        names = (self._target.with_name(f"{article}.{number}.danqian.json") for number in count(2))
        self._target = next(path for path in names if not path.exists())
        self._digest = None
        self.save(then)
        self.noticed.emit(self.tr("Saved as “{0}”").format(self._target.name))

    def _put_aside(self, then: Then | None) -> None:
        """Give a sidecar that could not be read another name, so that saving loses nothing."""
        stamp = datetime.now().strftime("%Y%m%d-%H%M%S")
        try:
            self._target.rename(self._target.with_name(f"{self._target.name}.{stamp}"))
        except OSError as error:
            self._fail(SaveFailed(self._target, error.strerror or str(error)), then)
            return
        self._digest = None
        if self._opening:
            self._opening = replace(self._opening, refusal=None)
        self.save(then)

    def _take_over(self, then: Then | None) -> None:
        self._is_moved_agreed = True
        self.save(then)

    def _name(self) -> str:
        return self._session.path.name if self._session.path else ""
