"""Articles: opening them, and the window's title."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QTextDocumentFragment

from core.assets import path_of
from core.document import MOST_MARKED
from core.errors import UserError
from core.files.source import Source, read_source
from core.house import PEOPLE
from core.sidecar import article_of, checked_annotator, is_sidecar
from gui import garbage
from gui.background import Background
from gui.controllers import core_work
from gui.controllers.appearance import Appearance
from gui.controllers.blinding import Blinding
from gui.controllers.closing import Closing
from gui.controllers.conversation import Conversation
from gui.controllers.core_work import Opening
from gui.controllers.own_articles import own_copy
from gui.controllers.reading_ahead import ReadingAhead
from gui.controllers.recognizing import Recognizing
from gui.controllers.saving import Saving
from gui.session import Session
from gui.widgets.dropping import local_paths
from gui.words.file_names import shown_name

SAMPLE = "chongqing.txt"
PREVIEWED = 64 << 10
"""Bytes of a file that are shown in every encoding."""

PAINTED = 200
"""Milliseconds after which the window is painted: loading models at the same time would hold that up."""


class Articles(QObject):
    """Opens an article in two steps, its text first and its marks when they are found."""

    noticed = Signal(str)
    recent_changed = Signal()
    folder_changed = Signal()
    opened = Signal()

    def __init__(
        self,
        session: Session,
        saving: Saving,
        closing: Closing,
        recognizing: Recognizing,
        background: Background,
        conversation: Conversation,
        appearance: Appearance,
        blinding: Blinding,
        ahead: ReadingAhead,
    ) -> None:
        super().__init__(session)
        self._blinding, self._ahead = blinding, ahead
        self._session, self._saving, self._closing = session, saving, closing
        self._recognizing, self._background = recognizing, background
        self._conversation, self._appearance = conversation, appearance
        self.folder: Path | None = None
        self._others: tuple[Path | None, int] = (None, 0)

    # Opening

    def begin(self, paths: list[Path]) -> None:
        """Open what the program was started with; without it, load what the first article will need."""
        if paths:
            self.open_paths(paths)
        else:
            QTimer.singleShot(PAINTED, self, self._warm_up)

    def _warm_up(self) -> None:
        self._background.run(
            "warm up", core_work.warm_up, lambda _: garbage.keep(), self._conversation.tell_any
        )

    def open_paths(self, paths: list[Path] | list[str]) -> None:
        """Open the first of ``paths``: an article, a folder with its first, or the article of a sidecar.

        The others become recent articles. All waits until no dialog is open, which might be about the article
        that is open now.
        """
        if paths:
            self._conversation.when_free(lambda: self._open_first([Path(path) for path in paths]))

    def _open_first(self, paths: list[Path]) -> None:
        first, *others = [article_of(path) if is_sidecar(path) else path for path in paths]
        for other in reversed(others):
            self._remember_path(other)
        self._others = (first, len(others))
        if first.is_dir():
            self.open_folder(first)
        else:
            self.open(first)

    def open(self, path: Path, *, encoding: str | None = None) -> None:
        """Open an article, once what is open now is safe."""
        self._closing.when_safe(lambda: self._read(path, encoding))

    def reload(self) -> None:
        """Open the article again, as its sidecar was written by an act on many."""
        if self._session.path is not None:
            self._read(self._session.path, None)

    def open_folder(self, folder: Path) -> None:
        """Show the articles of a folder; ``Stepping`` opens one of them."""
        self.folder = folder
        self._appearance.settings = replace(self._appearance.settings, last_folder=str(folder))
        self.folder_changed.emit()

    def choose_file(self) -> None:
        """Let the user pick an article."""
        folder = self._appearance.settings.last_folder
        self._conversation.choose_files(self.tr("Open Article"), folder, self.open_paths)

    def choose_folder(self) -> None:
        """Let the user pick a folder."""
        folder = self._appearance.settings.last_folder
        self._conversation.choose_folder(self.tr("Open Folder"), folder, self.open_folder)

    def open_sample(self) -> None:
        """Open the example, as a copy in the user's own folder, where its sidecar can stand."""
        self._open_own(SAMPLE, path_of(f"samples/{SAMPLE}").read_bytes())

    def paste(self) -> None:
        """Open the files that the clipboard holds, or its words as a new article."""
        data = QGuiApplication.clipboard().mimeData()
        words = data.text() or QTextDocumentFragment.fromHtml(data.html()).toPlainText()
        if paths := local_paths(data):
            self.open_paths(paths)
        elif words.strip():
            self.open_words(words)
        else:
            self.noticed.emit(self.tr("The clipboard holds no text"))

    def open_words(self, words: str) -> None:
        """Open words as a new article in the user's own folder."""
        title = "".join(c for c in words.strip().split("\n")[0][:24] if c.isalnum()) or self.tr("Pasted")
        self._open_own(f"{title}.txt", words.encode("utf-8", "replace"))

    def _open_own(self, name: str, data: bytes) -> None:
        try:
            path = own_copy(name, data)
        except UserError as error:
            self._conversation.tell(error)
        else:
            self.open_paths([path])

    def choose_encoding(self) -> None:
        """Let the user see the open article in other encodings, and open it again in one of them."""
        path = self._session.path
        if path is None or self._session.document is None:
            return
        try:
            source = read_source(path)
        except UserError as error:
            self._conversation.tell(error)
        else:
            self._ask_encoding(source, (self._session.document.source.encoding,))

    def _ask_encoding(self, source: Source, likely: tuple[str, ...]) -> None:
        path, beginning = source.path, source.data[:PREVIEWED]
        if path is not None:
            self._conversation.choose_encoding(
                path.name,
                lambda encoding: core_work.text_in(beginning, encoding),
                likely,
                lambda encoding: self.open(path, encoding=encoding),
            )

    def _read(self, path: Path, encoding: str | None) -> None:
        annotator = self._appearance.settings.annotator or None
        garbage.settle()
        self._background.run(
            "open",
            lambda: core_work.open_file(path, annotator, encoding=encoding),
            self._show,
            self._conversation.tell_any,
        )

    def _show(self, opening: Opening) -> None:
        self._recognizing.cancel()
        document = opening.document
        if not opening.is_marked:
            document = replace(document, annotator=self._appearance.settings.annotator or None)
        path = opening.source.path
        is_hidden = self._blinding.hides(document, path)
        ready = None if opening.is_marked or is_hidden else self._ahead.marked(path, document, opening.house)
        document = ready or self._blinding.hidden(document, path)
        self._saving.begin(replace(opening, document=document))
        self._session.open(
            document, path, scheme=opening.scheme, house=opening.house, is_read_only=opening.is_read_only
        )
        self._remember_path(path)
        self._tell_state(opening)
        self._tell_others(path)
        self.opened.emit()
        if not (opening.is_marked or is_hidden or ready) and len(document.text) <= MOST_MARKED:
            self._recognizing.begin()

    def _tell_state(self, opening: Opening) -> None:
        """Say what the user must know about the article just opened."""
        if opening.refusal:
            self._conversation.tell(opening.refusal)
        elif opening.doubts:
            self._ask_encoding(opening.source, opening.doubts)
        elif opening.no_house:
            self._conversation.tell(opening.no_house)
        elif opening.anchored:
            self._saving.show_moved()
        elif opening.house.misread:
            lines = ", ".join(map(str, opening.house.misread))
            words = self.tr("{0}: no post after a tab in line {1}; passed over")
            self.noticed.emit(words.format(PEOPLE, lines))
        elif opening.document.source.undecodable:
            self.noticed.emit(
                self.tr("%n place(s) could not be decoded", "", opening.document.source.undecodable)
            )
        elif strange := opening.scheme.lacking(opening.document):
            words = self.tr("Labels that the scheme lacks: {0}. The menu Mark has the label scheme.")
            self.noticed.emit(words.format(" ".join(strange)))
        elif opening.document.lost.annotations:
            count = len(opening.document.lost.annotations)
            self.noticed.emit(
                self.tr("%n mark(s) lost their place when the article changed: see the menu Mark", "", count)
            )
        elif len(opening.document.text) > MOST_MARKED:
            self.noticed.emit(
                self.tr("This file is very long: it was not marked. Mark → Recognize Again does it.")
            )

    def _tell_others(self, path: Path | None) -> None:
        first, count = self._others
        if path == first and count:
            self.noticed.emit(
                self.tr("One article at a time: %n more are under File → Recent Articles", "", count)
            )
        self._others = (None, 0)

    def choose_annotator(self) -> None:
        """Ask for the annotator's name, under which the next articles are marked and saved."""
        self._conversation.ask_words(
            self.tr("Annotator's Name"),
            self.tr("Marks are saved in a file of this name beside each article; empty for the plain one."),
            self._appearance.settings.annotator,
            self._set_annotator,
        )

    def _set_annotator(self, name: str) -> None:
        try:
            checked = checked_annotator(name.strip()) if name.strip() else ""
        except UserError as error:
            self._conversation.tell(error)
            return
        self._appearance.settings = replace(self._appearance.settings, annotator=checked)
        if self._session.path is not None:
            self.open(self._session.path)

    # What is told

    def title(self) -> str:
        """The window's title; ``[*]`` is where Qt marks what is unsaved."""
        path = self._session.path
        if path is None:
            return QGuiApplication.applicationDisplayName()
        is_in_folder = self.folder is not None and path.is_relative_to(self.folder)
        place = f"{self.folder.name} / {path.name}" if self.folder and is_in_folder else path.name
        return f"{shown_name(place)}[*] — {QGuiApplication.applicationDisplayName()}"

    def saved_in_words(self) -> str:
        """Whether the annotations are saved, for the status row."""
        if self._session.is_read_only:
            return self.tr("Read only")
        if self._session.is_unsaved:
            return self.tr("Unsaved")
        if self._saving.saved_at is None:
            return ""
        return self.tr("Saved {0}").format(f"{self._saving.saved_at:%H:%M}")

    def copy_text(self) -> None:
        """Put the reading text on the clipboard."""
        if self._session.document:
            QGuiApplication.clipboard().setText(self._session.document.text)
            self.noticed.emit(self.tr("The article's text was copied"))

    def _remember_path(self, path: Path | None) -> None:
        if path is not None:
            settings = self._appearance.settings.with_recent(str(path))
            self._appearance.settings = replace(settings, last_folder=str(path.parent))
            self.recent_changed.emit()
