"""Editing the label scheme of the open article's dataset; annotations of its folder follow new names."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.edits import Author
from core.errors import UserError
from core.schemes import GUIDELINES_FILE, SCHEME_FILE, Scheme, guidelines_of, toml_of
from core.schemes.draft import Draft
from gui.controllers.closing import Closing
from gui.controllers.conversation import Conversation
from gui.controllers.everywhere import Everywhere
from gui.session import Session

if TYPE_CHECKING:
    from core.bulk import Change
    from core.bulk.planning import Plan


class Scheming(QObject):
    """Opens the editor and saves the scheme's file and every sidecar that follows, as one act."""

    noticed = Signal(str)
    saved = Signal()

    def __init__(
        self,
        session: Session,
        closing: Closing,
        everywhere: Everywhere,
        conversation: Conversation,
        author: Callable[[], Author],
    ) -> None:
        super().__init__(session)
        self._session, self._closing, self._everywhere = session, closing, everywhere
        self._conversation, self._author = conversation, author

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

        def begin() -> tuple[Iterable[Change], Plan]:
            from core.bulk.planning import Plan
            from core.bulk.scheme_saving import scheme_changes

            told = Plan()
            return scheme_changes(file, toml, change, by, told, guidelines=guidelines), told

        self._everywhere.change_files(begin, 0, self._tell)

    def _tell(self, told: Plan) -> None:
        self.saved.emit()
        self.noticed.emit(self.tr("Scheme saved; %n file(s) of annotations followed", "", told.places))
        if told.problems and isinstance(told.problems[0], UserError):
            self._conversation.tell(told.problems[0])
