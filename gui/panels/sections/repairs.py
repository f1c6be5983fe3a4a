"""Repairs in short: how many of each kind, and what waits for a decision."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from core.document import Document
from core.repair_rows import RepairRow, SuggestionRow, repairs_by_kind, suggestions
from core.schemes import Scheme
from gui.look.fonts import ui_font
from gui.look.theme import Theme
from gui.panels.sections.section import MARGIN, TITLE_LEFT, Section, Summary
from gui.widgets.pane import Words
from gui.widgets.row_list import RIGHT, RowDelegate, RowList, draw_text
from gui.widgets.row_model import ROW, AnyIndex, RowModel
from gui.words.repair_words import change_in_words, kind_title, visible

KIND_WIDTH = 64
COUNT_WIDTH = 44
BEFORE, AFTER = 2, 2

Row = RepairRow | tuple[SuggestionRow, ...]


class RepairKindDelegate(RowDelegate):
    """Kind, example, count; what waits is written in cinnabar."""

    height = 22

    def paint_row(self, painter: QPainter, area: QRect, row: object, theme: Theme) -> None:
        """Paint one kind, or all that waits."""
        kind = QRect(area.left() + TITLE_LEFT, area.top(), KIND_WIDTH - 8, area.height())
        end = area.right() + 1 - MARGIN
        count = QRect(end - COUNT_WIDTH, area.top(), COUNT_WIDTH, area.height())
        example = QRect(
            kind.left() + KIND_WIDTH, area.top(), count.left() - kind.left() - KIND_WIDTH, area.height()
        )
        if isinstance(row, RepairRow):
            draw_text(painter, kind, kind_title(row.kind), theme.ui.ink_2, font=ui_font(12))
            draw_text(painter, example, change_in_words(row.example), theme.ui.ink)
            draw_text(painter, count, str(len(row.ids)), theme.ui.ink, align=RIGHT)
        elif isinstance(row, tuple):
            draw_text(painter, kind, pending_word(), theme.ui.zhu, font=ui_font(12))
            self._paint_suggestion(painter, example, row[0], theme)
            draw_text(painter, count, str(len(row)), theme.ui.zhu, align=RIGHT)

    def _paint_suggestion(self, painter: QPainter, area: QRect, row: SuggestionRow, theme: Theme) -> None:
        parts = (
            (row.before[-BEFORE:], theme.ui.ink),
            (f"[{visible(row.repair.replacement)}]", theme.ui.zhu),
            (row.after[:AFTER], theme.ui.ink),
        )
        for text, ink in parts:
            area = area.adjusted(draw_text(painter, area, text, ink), 0, 0, 0)


class RepairsSection(Section):
    """One row a kind; activating one asks to show its first place, in the repairs view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("repairs", parent)
        self._model: RowModel[Row] = RowModel(_words, tip=_words)
        self.list = RowList(self._model, RepairKindDelegate(self))
        self.list.activated.connect(self._activate)
        self._nothing = Words(ink="ink_2")
        self._nothing.setContentsMargins(TITLE_LEFT, 0, MARGIN, 0)
        self.body_layout.addWidget(self._nothing)
        self.add_list(self.list)

    @staticmethod
    def compute(document: Document, scheme: Scheme) -> tuple[Row, ...]:
        """One row a kind, and one for all that waits."""
        waiting = suggestions(document)
        rows: tuple[Row, ...] = repairs_by_kind(document)
        return (*rows, waiting) if waiting else rows

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Fill the list."""
        count = sum(len(row.ids) if isinstance(row, RepairRow) else len(row) for row in rows)
        waiting = len(rows[-1]) if rows and isinstance(rows[-1], tuple) else 0
        self.head.set_summary(Summary(str(count), f"{pending_word()} {waiting}" if waiting else ""))
        self._model.set_rows(rows)
        self._nothing.setText(self.tr("Nothing had to be repaired"))
        self._nothing.setVisible(not rows)

    def table(self) -> list[tuple[str, ...]]:
        """Kind, example, count."""
        rows = (row for row in self._model.rows if isinstance(row, RepairRow))
        return [(kind_title(row.kind), change_in_words(row.example), str(len(row.ids))) for row in rows]

    def _activate(self, index: AnyIndex) -> None:
        row: Row = index.data(ROW)
        self.repair_activated.emit(row.ids[0] if isinstance(row, RepairRow) else row[0].repair.id)


def pending_word() -> str:
    """What an undecided repair is called."""
    return QCoreApplication.translate("Repairs", "Pending")


def _words(row: Row) -> str:
    if isinstance(row, RepairRow):
        return f"{kind_title(row.kind)} {change_in_words(row.example)} {len(row.ids)}"
    return f"{pending_word()} {len(row)}"
