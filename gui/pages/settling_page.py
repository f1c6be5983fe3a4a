"""The differences of two annotators, one article after another: side by side, and a key for each answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.schemes import Scheme
from gui.look.fonts import ui_font
from gui.look.metrics import load_metrics
from gui.look.theme import Theme
from gui.pages.difference_delegate import GUTTER, DifferenceDelegate, DifferenceRow
from gui.pages.page import WorkPage
from gui.widgets.buttons import KeycapButton
from gui.widgets.keycaps import keys_of
from gui.widgets.pane import Pane, Words
from gui.widgets.row_list import RIGHT, RowDelegate, RowList, draw_text
from gui.widgets.row_model import ROW, AnyIndex, RowModel

ANSWERS = ("left", "right", "both", "neither", "edit")
KEYS: dict[Qt.Key, str] = {
    Qt.Key.Key_1: "left",
    Qt.Key.Key_2: "right",
    Qt.Key.Key_3: "both",
    Qt.Key.Key_4: "neither",
    Qt.Key.Key_5: "edit",
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
}
NARROW = 900
"""Pixels of the page under which the list of articles makes room."""


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article with how many of its differences are open."""

    name: str
    open_count: int
    total: int


class ArticleDelegate(RowDelegate):
    """The name, and at the right how many are open; a settled one is lighter."""

    height = load_metrics().layout.row

    def paint_row(self, painter: QPainter, area: QRect, row: object, theme: Theme) -> None:
        """Paint one article."""
        assert isinstance(row, ArticleRow)
        line = area.adjusted(16, 0, -16, 0)
        count = str(row.open_count) if row.open_count else "✓"
        width = draw_text(painter, line, count, theme.ui.ink_2, font=ui_font(12), align=RIGHT) + 8
        ink = theme.ui.ink if row.open_count else theme.ui.ink_2
        draw_text(painter, line.adjusted(0, 0, -width, 0), row.name, ink)


class SettlingPage(WorkPage):
    """Emits what a person decides; ``set_articles`` and ``show_differences`` tell it what there is."""

    article_chosen = Signal(str)
    decided = Signal(int, str)
    undo_requested = Signal()
    redo_requested = Signal()
    place_requested = Signal(int)
    next_requested = Signal()
    own_keys = frozenset({*KEYS, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter})

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._third = ""
        self._both: tuple[bool, ...] = ()
        self._articles: RowModel[ArticleRow] = RowModel(
            lambda row: f"{row.name} {row.open_count}/{row.total}"
        )
        self.articles = RowList(self._articles, ArticleDelegate(self), scrolls=True)
        self.articles.activated.connect(self._choose_article)
        self._rows: RowModel[DifferenceRow] = RowModel(lambda row: row.in_words)
        self._delegate = DifferenceDelegate(self)
        self.differences = RowList(self._rows, self._delegate, scrolls=True)
        self.differences.doubleClicked.connect(lambda index: self.place_requested.emit(index.row()))
        self.undo = self.add_act()
        self.undo.clicked.connect(self.undo_requested)
        self._names = Words(weight=600), Words(weight=600)
        self._notice = Words(ink="ink_2", pixels=12)
        self.answers = {name: KeycapButton("", (str(number),)) for number, name in enumerate(ANSWERS, 1)}
        for name, button in self.answers.items():
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, name=name: self._answer(name))
        self._lay_out()
        self.setFocusProxy(self.differences)
        self.retranslate()

    @property
    def current(self) -> int:
        """The row of the difference that is looked at; -1 for none."""
        return self.differences.currentIndex().row()

    def row(self, number: int) -> DifferenceRow:
        """A difference that is listed."""
        return self._rows.rows[number]

    def set_people(self, one: str, other: str, third: str) -> None:
        """Say whose marks stand left and right, and what the result is called."""
        for words, name in zip(self._names, (one, other), strict=True):
            words.setText(name)
        self._third = third
        self.retranslate()

    def set_scheme(self, scheme: Scheme) -> None:
        """Draw marks in the hues of ``scheme``."""
        self._delegate.scheme = scheme

    def set_articles(self, rows: Sequence[ArticleRow], current: str) -> None:
        """List the articles that have differences, one of them open."""
        self._articles.set_rows(rows)
        place = next((place for place, row in enumerate(rows) if row.name == current), None)
        self.articles.select_row(place)
        left = sum(row.open_count for row in rows)
        self._notice.setText(self.tr("%n difference(s) open", "", left))

    def show_differences(self, rows: Sequence[DifferenceRow], current: int, *, both: Sequence[bool]) -> None:
        """Show the differences of the open article; ``both`` says where what both say may stand together."""
        self._both = tuple(both)
        self._rows.set_rows(rows)
        self.differences.select_row(current if rows else None)
        self._enable()

    def set_undo(self, can_undo: bool) -> None:
        """Say whether there is something to take back."""
        self.undo.setEnabled(can_undo)

    def retranslate(self) -> None:
        """Put every text into the language of the application."""
        super().retranslate()
        caption = self.tr("Result: {0}").format(self._third) if self._third else ""
        self.set_title(self.tr("Settle Differences"), caption)
        words = {
            "left": self.tr("Left"),
            "right": self.tr("Right"),
            "both": self.tr("Both of Them"),
            "neither": self.tr("Neither"),
            "edit": self.tr("Edit…"),
        }
        for name, button in (*self.answers.items(), ("undo", self.undo)):
            button.setText(words.get(name, self.tr("Undo")))
            button.setAccessibleName(button.text())
            button.updateGeometry()
        self.undo.set_keys(keys_of("Ctrl+Z"))
        self.articles.setAccessibleName(self.tr("Articles with differences"))
        self.differences.setAccessibleName(self.tr("Differences"))

    def is_own(self, event: QKeyEvent) -> bool:
        """The answers' keys, and undo and redo, which are the page's own here."""
        return super().is_own(event) or _step_of(event) is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer, undo, or go to the next open one."""
        step = _step_of(event)
        if step is not None:
            (self.undo_requested if step < 0 else self.redo_requested).emit()
        elif event.key() in KEYS and super().is_own(event):
            self._answer(KEYS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the page's keys before the lists do, which look for rows by what is typed."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if is_enter and watched is self.differences:
                self.next_requested.emit()
                return True
            if _step_of(event) is not None or (event.key() in KEYS and super().is_own(event)):
                self.keyPressEvent(event)
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        heads = Pane("panel", ("bottom",))
        row = QHBoxLayout(heads)
        row.setContentsMargins(GUTTER + 12, 6, 16, 6)
        row.setSpacing(0)
        for words in self._names:
            row.addWidget(words, 1)
        bar = Pane("panel", ("top",))
        bar.setFixedHeight(load_metrics().layout.label_bar)
        answers = QHBoxLayout(bar)
        answers.setContentsMargins(16, 0, 16, 0)
        answers.setSpacing(8)
        for button in self.answers.values():
            answers.addWidget(button)
        answers.addSpacing(8)
        answers.addWidget(self._notice, 1)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(heads)
        right.addWidget(self.differences, 1)
        right.addWidget(bar)
        self._files = Pane("panel", ("right",))
        self._files.setFixedWidth(load_metrics().layout.files)
        column = QVBoxLayout(self._files)
        column.setContentsMargins(0, 8, 1, 8)
        column.addWidget(self.articles)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._files)
        body.addLayout(right, 1)
        self.content.addLayout(body, 1)
        self.differences.selectionModel().currentChanged.connect(lambda *_: self._enable())
        self._rows.modelReset.connect(self._enable)
        for rows in (self.differences, self.articles):
            rows.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
            rows.installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the differences the room where there is little."""
        self._files.setVisible(self.width() >= NARROW)

    def _enable(self) -> None:
        row = self.current
        for button in self.answers.values():
            button.setEnabled(row >= 0)
        self.answers["both"].setEnabled(0 <= row < len(self._both) and self._both[row])
        self.answers["edit"].setEnabled(row >= 0 and self.row(row).said is None)

    def _answer(self, name: str) -> None:
        if self.answers[name].isEnabled():
            self.decided.emit(self.current, name)

    def _choose_article(self, index: AnyIndex) -> None:
        row: ArticleRow = index.data(ROW)
        self.article_chosen.emit(row.name)


def _step_of(event: QKeyEvent) -> int | None:
    """-1 for undo, 1 for redo, None for any other key."""
    if event.matches(QKeySequence.StandardKey.Undo):
        return -1
    return 1 if event.matches(QKeySequence.StandardKey.Redo) else None
