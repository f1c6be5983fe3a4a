"""Find with context lines, in the article or in the whole folder: places to go to, and to act on at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.dataset import Found
from core.errors import UserError
from core.schemes import Scheme
from core.text.find import MOST, Query, seeker
from gui.models.check_rows import CheckModel
from gui.panels.check_list import CheckList
from gui.panels.find_options import FindOptions
from gui.panels.hit_acts import HitActs
from gui.panels.hit_list import Hit, HitDelegate, hit_in_words
from gui.widgets.background_work import BackgroundWork
from gui.widgets.document_pane import DocumentPane
from gui.widgets.row_model import ROW
from gui.words.error_messages import message_of

DELAY = 60
"""Milliseconds after a key before all articles are searched."""

PATIENCE = 0.2
"""Seconds that a pattern may keep the window waiting."""


class FindPanel(DocumentPane):
    """Looks while a person types.

    In the article it looks by itself; ``folder_query_changed`` asks for places in the folder, which come by
    ``show_found``.
    """

    hit_activated = Signal(object)
    act_requested = Signal(object, tuple)
    folder_query_changed = Signal(object)
    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", ("left",), parent=parent)
        self.options = FindOptions()
        self.field = self.options.field
        self.field.installEventFilter(self)
        self.options.query_changed.connect(self._look)
        self.options.close_requested.connect(self.close_requested)
        self.model: CheckModel[Hit] = CheckModel(hit_in_words)
        self.list = CheckList(self.model, HitDelegate(self))
        self.list.activated.connect(lambda index: self.hit_activated.emit(index.data(ROW)))
        self.acts = HitActs()
        self.acts.act_chosen.connect(lambda act: self.act_requested.emit(act, self.model.checked()))
        self.acts.all_turned.connect(self._turn_all)
        self.model.checks_changed.connect(self._tell)
        self._count, self._state = 0, ""
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(DELAY)
        self._later.timeout.connect(self._look_in_folder)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 8, 0, 8)
        layout.setSpacing(6)
        layout.addWidget(self.options)
        layout.addWidget(self.acts.head)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.acts)
        self.work = BackgroundWork()
        layout.addWidget(self.work)
        self._retranslate()

    @property
    def is_in_folder(self) -> bool:
        """Whether it looks in all articles of the folder."""
        return self.options.scope == "folder"

    def show_document(self) -> None:
        """Look in the next document; what was found in the folder stays."""
        if not self.is_in_folder:
            self._look()

    def set_scheme(self, scheme: Scheme) -> None:
        """Offer the labels of a scheme."""
        self.options.set_scheme(scheme)
        self.acts.set_scheme(scheme)

    def look_for(self, words: str, scope: str = "article") -> None:
        """Look for ``words``, as the selected ones of the article; without any, keep what was typed."""
        self.options.choose_scope(scope)
        if words:
            self.field.setText(words.split("\n", 1)[0])
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def look_again(self) -> None:
        """Look in the folder once more, as its articles have changed; what a person has ticked is kept."""
        if self.is_in_folder and len(self.model.checked()) == len(self.model.rows):
            self._later.start()

    def show_found(self, found: Sequence[Found], *, is_first: bool, is_last: bool) -> None:
        """Show the next places in the folder; ``is_first`` begins anew."""
        hits = [
            Hit(place, article.name, is_first=number == 0)
            for article in found
            for number, place in enumerate(article.places)
        ]
        if is_first:
            self.model.set_rows(hits)
        else:
            self.model.add_rows(hits)
        self._state = "" if is_last else self.tr("searching…")
        self._count = len(self.model.rows)
        self._tell()

    def show_problem(self, error: UserError) -> None:
        """Say why it cannot be looked for."""
        self.model.set_rows(())
        self._count, self._state = 0, message_of(error)
        self._tell()

    def step(self, by: int) -> None:
        """Go to the next place, or with -1 to the one before, around the end."""
        count = len(self.model.rows)
        if count:
            index = self.list.currentIndex()
            row = (index.row() + by) % count if index.isValid() else (0 if by > 0 else count - 1)
            self.list.select_row(row)
            self.hit_activated.emit(self.model.rows[row])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the field: Enter steps on, Shift+Enter back, Down enters the list, Esc closes."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Down:
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_requested.emit()
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close by Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_requested.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Places found"))
        self._tell()

    def _look(self) -> None:
        self._later.stop()
        query = self.options.query
        self.acts.set_on_marks(query.is_in_marks)
        if self.is_in_folder:
            self._later.start()
        elif self.document is None or query.is_empty:
            self._show_places([])
        else:
            self._look_in_article(query)

    def _look_in_article(self, query: Query) -> None:
        assert self.document is not None
        try:
            seek = seeker(query, patience=PATIENCE)
            found = list(seek(self.document.text, self.document.live_annotations()))
        except UserError as error:
            self.show_problem(error)
        else:
            self._show_places([Hit(place) for place in found])

    def _look_in_folder(self) -> None:
        if self.options.query.is_empty:
            self._show_places([])
        self.folder_query_changed.emit(self.options.query)

    def _show_places(self, hits: list[Hit]) -> None:
        self._count, self._state = len(hits), ""
        self.model.set_rows(hits[:MOST])
        self._tell()

    def _tell(self) -> None:
        words = "" if self.options.query.is_empty else self.tr("%n place(s)", "", self._count)
        if articles := sum(hit.is_first for hit in self.model.rows):
            words = self.tr("{0} in {1}").format(words, self.tr("%n article(s)", "", articles))
        self.acts.tell(
            self._state if not self._count and self._state else " ".join((words, self._state)).strip(),
            chosen=len(self.model.checked()),
            listed=len(self.model.rows),
        )

    def _turn_all(self) -> None:
        self.model.check_all(len(self.model.checked()) < len(self.model.rows))
