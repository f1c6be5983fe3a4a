"""Two texts side by side, a row for each paragraph, so that both scroll as one; differences are numbered.

What only the left one has is struck, what only the right one has underlined, both on a ground: color alone
tells nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextLength,
    QTextTable,
    QTextTableFormat,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from core.text.comparison import Piece, Row
from gui.look.fonts import article_font, ui_font
from gui.look.theme import Theme
from gui.pages.page import WorkPage
from gui.widgets.keycaps import keys_of
from gui.widgets.overlay_scroll import OverlayScroll

MOST_SHOWN = 1_000
"""Rows up to which all are shown; of more, those that differ, with one before and one behind."""

NUMBER_WIDTH, PADDING, LINE = 44, 8, 1.6
SCROLLED_TO = 0.25
"""How far down the page a difference is brought, as a share of its height."""


class VersionsPage(WorkPage):
    """``show_rows`` takes what was compared; the arrows go from difference to difference."""

    own_keys = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right})

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.previous, self.next = self.add_act(), self.add_act(primary=True)
        self.previous.clicked.connect(lambda: self.go(-1))
        self.next.clicked.connect(lambda: self.go(1))
        self.text = QTextEdit()
        self.text.setReadOnly(True)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.text.setViewportMargins(16, 8, 16, 8)
        OverlayScroll(self.text)
        self.content.addWidget(self.text, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._heads = ("", "")
        self._rows: tuple[Row, ...] = ()
        self._starts: list[int] = []
        self._body_px = 16
        self.current = -1
        self.retranslate()

    @property
    def count(self) -> int:
        """How many paragraphs differ."""
        return len(self._starts)

    def show_rows(self, rows: Sequence[Row], heads: tuple[str, str], body_px: int) -> None:
        """Show rows under the names of the two texts."""
        self._rows, self._heads, self._body_px = tuple(rows), heads, body_px
        self._write()
        self.go(1)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colors of ``theme``, and stay at the same difference."""
        super().set_theme(theme)
        place = self.current
        self._write()
        self.go(place - self.current)

    def go(self, step: int) -> None:
        """Bring the next (1) or previous (-1) difference into sight."""
        if not self._starts:
            return
        self.current = max(0, min(len(self._starts) - 1, self.current + step))
        cursor = QTextCursor(self.text.document())
        cursor.setPosition(self._starts[self.current])
        self.text.setTextCursor(cursor)
        bar, height = self.text.verticalScrollBar(), self.text.viewport().height()
        bar.setValue(round(bar.value() + self.text.cursorRect().top() - SCROLLED_TO * height))
        self._say()

    def retranslate(self) -> None:
        """Put every text into the language of the application."""
        super().retranslate()
        self.previous.setText(self.tr("Previous Difference"))
        self.next.setText(self.tr("Next Difference"))
        self.previous.set_keys(keys_of("Left"))
        self.next.set_keys(keys_of("Right"))
        self.text.setAccessibleName(self.tr("Both texts, paragraph by paragraph"))
        self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows to the sides go from difference to difference, the others scroll."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self.go(step)
        elif event.key() == Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        else:
            self._scroll(event.key())

    def _scroll(self, key: int) -> None:
        bar, keys = self.text.verticalScrollBar(), Qt.Key
        step = {
            keys.Key_Up: -bar.singleStep(),
            keys.Key_Down: bar.singleStep(),
            keys.Key_PageUp: -bar.pageStep(),
            keys.Key_PageDown: bar.pageStep(),
            keys.Key_Space: bar.pageStep(),
            keys.Key_Home: -bar.maximum(),
            keys.Key_End: bar.maximum(),
        }.get(keys(key), 0)
        bar.setValue(bar.value() + step)

    def _say(self) -> None:
        """Title and place: which difference of how many."""
        if self._starts:
            place = self.tr("Difference %1 of %2")
            caption = place.replace("%1", str(self.current + 1)).replace("%2", str(self.count))
        else:
            caption = self.tr("No differences")
        self.set_title(" · ".join(filter(None, self._heads)), caption)
        self.previous.setEnabled(self.current > 0)
        self.next.setEnabled(self.current + 1 < self.count)

    def _write(self) -> None:
        """Write the table anew: a number for what differs, and the two texts."""
        self._starts, self.current = [], -1
        self.text.clear()
        if self._theme is None or not self._rows:
            self._say()
            return
        shown = shown_rows(self._rows)
        writer = self.text.textCursor()
        writer.beginEditBlock()  # the table is laid out once, not at each word that goes into it
        table = writer.insertTable(len(shown) + 1, 3, _table_format(self._theme))
        for column, words in enumerate(("", *self._heads)):
            self._fill(table, 0, column, (Piece(words),), head=True)
        for number, row in enumerate(shown, 1):
            self._fill(table, number, 1, row.left)
            self._fill(table, number, 2, row.right)
            if row.is_changed:
                self._starts.append(table.cellAt(number, 0).firstCursorPosition().position())
                self._fill(table, number, 0, (Piece(str(len(self._starts))),), head=True)
        writer.endEditBlock()
        self._say()

    def _fill(
        self, table: QTextTable, row: int, column: int, pieces: Sequence[Piece], *, head: bool = False
    ) -> None:
        cursor = table.cellAt(row, column).firstCursorPosition()
        shape = QTextBlockFormat()
        shape.setLineHeight(100 * LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.setBlockFormat(shape)
        for piece in pieces:
            cursor.insertText(piece.text, self._manner(column, piece.is_changed, head))

    def _manner(self, column: int, is_changed: bool, head: bool) -> QTextCharFormat:
        assert self._theme is not None
        ui, made = self._theme.ui, QTextCharFormat()
        made.setFont(ui_font(12) if head else article_font(self._body_px))
        made.setForeground(ui.ink_3 if head else ui.ink)
        if is_changed:
            made.setBackground(QColor(ui.zhu_soft))
            made.setFontStrikeOut(column == 1)
            made.setFontUnderline(column == 2)
        return made


def shown_rows(rows: Sequence[Row]) -> list[Row]:
    """The rows of a page: all, or of very many those that differ with their neighbors."""
    if len(rows) <= MOST_SHOWN:
        return list(rows)
    near = {n + step for n, row in enumerate(rows) if row.is_changed for step in (-1, 0, 1)}
    return [row for n, row in enumerate(rows) if n in near][:MOST_SHOWN]


def _table_format(theme: Theme) -> QTextTableFormat:
    form = QTextTableFormat()
    form.setBorder(0)
    form.setCellSpacing(0)
    form.setCellPadding(PADDING)
    form.setHeaderRowCount(1)
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    half = QTextLength(QTextLength.Type.PercentageLength, 48)
    number = QTextLength(QTextLength.Type.FixedLength, NUMBER_WIDTH)
    form.setColumnWidthConstraints([number, half, half])
    return form
