"""Handing on: the proof report and the restored article as files, on paper, and on the clipboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from core.edits import Author
from core.errors import ExportFailed
from core.files.safe_files import replace_file
from core.text.spans import Span
from gui.background import Background
from gui.controllers.conversation import Conversation
from gui.controllers.report_work import Request
from gui.session import Session
from gui.words.handed_on import MANUSCRIPTS, REPORTS, Form, words_of
from gui.words.language import window_language


class HandingOn(QObject):
    """Writes what the user asks for; the article itself and its annotations stay as they are."""

    noticed = Signal(str)

    def __init__(
        self,
        session: Session,
        background: Background,
        conversation: Conversation,
        author: Callable[[], Author],
        selected: Callable[[], Span | None],
        window: QWidget,
    ) -> None:
        super().__init__(session)
        self._session, self._background, self._conversation = session, background, conversation
        self._author, self._selected, self._window = author, selected, window

    def export_report(self) -> None:
        """Let the user choose where the proof report goes, and in which form."""
        self._choose(self.tr("Export Proof Report"), self.tr("proof"), REPORTS)

    def export_article(self) -> None:
        """Let the user choose where the restored article goes: clean, marked up, or with tracked changes."""
        self._choose(self.tr("Export Article"), self.tr("restored"), MANUSCRIPTS)

    def print_report(self) -> None:
        """Print the proof report on what the user chooses."""
        from gui.printing.paper import print_on_paper

        if request := self._request():
            print_on_paper(request.sheet(), self._window)

    def preview(self) -> None:
        """Show the pages of the proof report as they will be printed."""
        from gui.printing.paper import preview_pages

        if request := self._request():
            preview_pages(request.sheet(), self._window)

    def copy_with_formats(self) -> None:
        """Put the selection, else the article, on the clipboard with its paragraphs and headings."""
        if request := self._request():
            words, page = request.rich_text(self._selected())
            data = QMimeData()
            data.setText(words)
            data.setHtml(page)
            QGuiApplication.clipboard().setMimeData(data)
            self.noticed.emit(self.tr("Copied with formats"))

    def _request(self) -> Request | None:
        document = self._session.document
        if document is None:
            return None
        return Request(document, self._author(), self._session.scheme, window_language())

    def _choose(self, title: str, kind: str, forms: Sequence[Form]) -> None:
        request, path = self._request(), self._session.path
        if request is None:
            return
        folder = path.parent if path else Path.home()
        suggested = folder / f"{Path(request.document.source.name).stem}-{kind}{forms[0][2]}"
        offered = [(words_of(form), form[2]) for form in forms]
        self._conversation.choose_form(
            title, suggested, offered, lambda chosen, form: self._write(request, chosen, forms[form])
        )

    def _write(self, request: Request, path: Path, form: Form) -> None:
        """Make the file in the background and put it in its place whole."""
        _, what, suffix = form

        def work() -> None:
            try:
                replace_file(path, request.file(what, suffix))
            except OSError as error:
                raise ExportFailed(path, error.strerror or str(error)) from error

        said = self.tr("Wrote {0}").format(path.name)
        self._background.run("export", work, lambda _: self.noticed.emit(said), self._conversation.tell_any)
