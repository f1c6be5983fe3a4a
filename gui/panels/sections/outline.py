"""The outline of an article: its headings, folded behind one row until they are wanted."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.document import Document
from core.text.spans import Span
from gui.look.fonts import ui_font
from gui.look.icons import icon
from gui.look.theme import Theme
from gui.panels.sections.section import TITLE_LEFT, SectionHead, Summary
from gui.widgets.row_list import RowDelegate, RowList, draw_text
from gui.widgets.row_model import ROW, RowModel

INDENT = 20
CHEVRON = 14


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading and its place."""

    words: str
    span: Span


class OutlineHead(SectionHead):
    """The row that opens the outline, softer than the head of a section."""

    def paint_face(self, painter: QPainter, theme: Theme) -> None:
        """Chevron, title, count."""
        ui = theme.ui
        if self.underMouse():
            painter.fillRect(self.rect(), ui.hover)
        chevron = "chevron-down" if self.isChecked() else "chevron-right"
        icon(chevron, ui.ink_2).paint(painter, TITLE_LEFT, (self.height() - CHEVRON) // 2, CHEVRON, CHEVRON)
        line = self.rect().adjusted(TITLE_LEFT + INDENT, 0, 0, 0)
        width = draw_text(painter, line, self.text(), ui.ink_2, font=ui_font(12))
        draw_text(painter, line.adjusted(width + 8, 0, 0, 0), self.summary.count, ui.ink_3, font=ui_font(12))


class HeadingDelegate(RowDelegate):
    """The words of a heading."""

    def paint_row(self, painter: QPainter, area: QRect, row: object, theme: Theme) -> None:
        """Paint one heading."""
        assert isinstance(row, Heading)
        draw_text(painter, area.adjusted(TITLE_LEFT + INDENT, 0, -12, 0), row.words, theme.ui.ink)


class Outline(QWidget):
    """The headings; activating one asks to show its place. An article with fewer than two has no outline."""

    place_activated = Signal(Span)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = OutlineHead()
        self.head.setFixedHeight(28)
        self._model: RowModel[Heading] = RowModel(lambda row: row.words)
        self.list = RowList(self._model, HeadingDelegate(self))
        self.list.activated.connect(lambda index: self.place_activated.emit(index.data(ROW).span))
        self.list.hide()
        self.head.toggled.connect(self.list.setVisible)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.list)

    def set_headings(self, headings: tuple[Heading, ...]) -> None:
        """List other headings."""
        self._model.set_rows(headings)
        self.head.set_summary(Summary(str(len(headings))))
        self.setVisible(len(headings) > 1)

    def set_title(self, title: str) -> None:
        """Say what the row opens."""
        self.head.setText(title)
        self.list.setAccessibleName(title)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colors of ``theme``."""
        self.head.set_theme(theme)
        self.list.set_theme(theme)


def headings_of(document: Document) -> tuple[Heading, ...]:
    """The headings of an article in reading order."""
    blocks = (block for block in document.article.blocks if block.kind == "heading")
    return tuple(Heading(block.span.of(document.text), block.span) for block in blocks)
