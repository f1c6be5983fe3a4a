"""Keeps what is on the screen in its place while the page is written again."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QTextEdit

from gui.article.page_geometry import PageGeometry


@dataclass(frozen=True, slots=True)
class ViewAnchor:
    """The first row in sight: the offset that it begins with, and how far down it stands."""

    offset: int
    y: float

    @classmethod
    def of(cls, edit: QTextEdit, page: PageGeometry) -> ViewAnchor | None:
        """The anchor of what is seen; None at the very top, which stays the top."""
        if edit.verticalScrollBar().value() == 0:
            return None
        position = edit.cursorForPosition(QPoint(edit.viewport().width() // 2, 1)).position()
        block = edit.document().findBlock(position)
        row = block.layout().lineForTextPosition(position - block.position())
        start = block.position() + (row.textStart() if row.isValid() else 0)
        top = _row_top(page, block, start) - edit.verticalScrollBar().value()
        return cls(page.view_text.offset_at(start), top)

    def restore(self, edit: QTextEdit, page: PageGeometry) -> None:
        """Scroll so that the row with the offset stands where it stood."""
        position = page.view_text.start_position(self.offset)
        block = edit.document().findBlock(position)
        bar = edit.verticalScrollBar()
        value = round(_row_top(page, block, position) - self.y)
        # Qt lays a long document out bit by bit and learns its height late.
        bar.setMaximum(max(bar.maximum(), value))
        bar.setValue(value)


def _row_top(page: PageGeometry, block: QTextBlock, position: int) -> float:
    top = page.block_rectangle(block).top()
    row = block.layout().lineForTextPosition(position - block.position())
    return top + row.y() if row.isValid() else top
