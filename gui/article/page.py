"""The page: writes the lines of the view into Qt's document, one text block for each line."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QTextCursor, QTextDocument

from gui.article.formats import ArticleFormats
from gui.article.view_text import Line, LineChange, Run


class ArticlePage:
    """Keeps a ``QTextDocument`` equal to a list of lines."""

    def __init__(self, document: QTextDocument, formats: ArticleFormats) -> None:
        self._document = document
        self.formats = formats
        self._last: Line | None = None
        self._margins = (0, 0, 0)
        document.setUndoRedoEnabled(False)

    def clear(self) -> None:
        """Take everything off the page."""
        self._document.clear()
        self._last = None
        self._margins = (0, 0, 0)

    def set_margins(self, beside: int, above: int, below: int) -> None:
        """Leave that much free at both sides, above and below the text."""
        if self._margins != (beside, above, below):
            self._margins = (beside, above, below)
            frame = self._document.rootFrame()
            made = frame.frameFormat()
            made.setLeftMargin(beside)
            made.setRightMargin(beside)
            made.setTopMargin(above)
            made.setBottomMargin(below)
            frame.setFrameFormat(made)

    def append(self, lines: Iterable[Line]) -> None:
        """Write further lines at the end."""
        cursor = QTextCursor(self._document)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        for line in lines:
            self._write(cursor, line, self._last, needs_block=self._last is not None)
            self._last = line
        cursor.endEditBlock()

    def update(self, old: list[Line], new: list[Line], change: LineChange) -> None:
        """Make the page that shows ``old`` show ``new``: only lines that look otherwise are written."""
        if change.is_empty:
            return
        first, end, new_end = change.first, change.end, change.new_end
        if end == new_end:
            for number in range(first, end):
                self._exchange(number, old, new)
        else:
            # Neither side may be empty: a line that stays is written again along with them.
            more = 1 if first == 0 and end < len(old) else 0
            new_end += more
            self._replace(max(0, first - 1), end + more, new, new_end)
        self._space(new_end, new)
        self._last = new[-1]

    def _exchange(self, number: int, old: list[Line], new: list[Line]) -> None:
        """Write one line again if it looks otherwise; else only its distance from the one above."""
        if old[number].looks_like(new[number]):
            self._space(number, new)
        else:
            self._replace(number, number + 1, new, number + 1)

    def _space(self, number: int, lines: list[Line]) -> None:
        """Set the space above a line again, whose upper neighbour may be another."""
        if 0 < number < len(lines):
            cursor = QTextCursor(self._document.findBlockByNumber(number))
            made = self.formats.block_format(lines[number], lines[number - 1])
            if cursor.blockFormat() != made:
                cursor.setBlockFormat(made)

    def _replace(self, first: int, end: int, new: list[Line], new_end: int) -> None:
        """Write ``new[first:new_end]`` in place of the blocks from ``first`` up to ``end``."""
        cursor = QTextCursor(self._document.findBlockByNumber(first))
        last = self._document.findBlockByNumber(end - 1)
        cursor.beginEditBlock()
        cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        for number in range(first, new_end):
            before = new[number - 1] if number else None
            self._write(cursor, new[number], before, needs_block=number > first)
        cursor.endEditBlock()

    def _write(self, cursor: QTextCursor, line: Line, before: Line | None, *, needs_block: bool) -> None:
        block_format = self.formats.block_format(line, before)
        first = line.runs[0] if line.runs else Run("", line.span)
        char_format = self.formats.char_format(line, first)
        if needs_block:
            cursor.insertBlock(block_format, char_format)
        else:
            cursor.setBlockFormat(block_format)
            cursor.setBlockCharFormat(char_format)
        for run in line.runs:
            cursor.insertText(run.text, self.formats.char_format(line, run))
