"""Editing the label scheme of the open article's dataset; annotations of its folder follow new names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core.edits import Author
from core.schemes import GUIDELINES_FILE, SCHEME_FILE, Scheme, guidelines_of, toml_of
from core.schemes.draft import Draft
from gui.background import Background
from gui.controllers import core_work
from gui.controllers.closing import Closing
from gui.controllers.conversation import Conversation
from gui.controllers.core_work import SchemeSaved
from gui.session import Session


class Scheming(QObject):
    """Opens the editor and saves: the scheme's file and every sidecar that follows, all or nothing."""

    noticed = Signal(str)
    saved = Signal()

    def __init__(
        self,
        session: Session,
        closing: Closing,
        background: Background,
        conversation: Conversation,
        author: Callable[[], Author],
        reopen: Callable[[Path], None],
    ) -> None:
        super().__init__(session)
        self._session, self._closing, self._background = session, closing, background
        self._conversation, self._author, self._reopen = conversation, author, reopen

    def edit(self) -> None:
        """Open the editor, once what is open is safe: its sidecar may have to follow."""
        self._closing.when_safe(self._open_editor)

    def _open_editor(self) -> None:
        path = self._session.path
        if path is None:
            return
        scheme = self._session.scheme
        file = scheme.path or path.with_name(SCHEME_FILE)
        guidelines = ""
        if scheme.path is None:
            guidelines = guidelines_of(scheme)
            scheme = replace(scheme, guidelines=GUIDELINES_FILE, path=file)
        place = self.tr("Kept in {0}; every article of the folder “{1}” follows it.")
        self._conversation.edit_scheme(
            scheme,
            place.format(file.name, file.parent.name),
            lambda draft: self._save(file, scheme, draft, guidelines),
        )

    def _save(self, file: Path, before: Scheme, draft: Draft, guidelines: str) -> None:
        if draft.scheme == before and file.exists():
            return
        toml, change, by = toml_of(draft.scheme), draft.change, self._author()
        self._background.run(
            "scheme",
            lambda: core_work.save_scheme(file, toml, change, by, guidelines),
            self._finish,
            self._conversation.tell_any,
        )

    def _finish(self, outcome: SchemeSaved) -> None:
        self.saved.emit()
        if self._session.path is not None:
            self._reopen(self._session.path)
        if outcome.problems:
            self._conversation.tell(outcome.problems[0])
        self.noticed.emit(self.tr("Scheme saved; %n file(s) of annotations followed", "", outcome.followed))
