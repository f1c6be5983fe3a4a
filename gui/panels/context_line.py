"""A repair in its line at 20 px: what comes before, the replacement in a box, what comes after."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.repair_rows import SuggestionRow
from gui.look.fonts import article_font
from gui.look.metrics import load_metrics
from gui.look.theme import Theme
from gui.words.repair_words import visible

BEFORE_SHARE = 0.5
PADDING, GAP = 6, 5


class ContextLine(QWidget):
    """Cut at both ends so that the box and as much around it as there is room for are seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: SuggestionRow | None = None
        self._theme: Theme | None = None
        self._type = load_metrics().sizes["context"]
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_row(self, row: SuggestionRow | None) -> None:
        """Show another repair."""
        self._row = row
        if row:
            self.setAccessibleName(f"{row.before}[{row.repair.replacement}]{row.after}")
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colors of ``theme``."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """One line of the context's type size."""
        return QSize(120, self._type.line)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        if self._theme is None or self._row is None:
            return
        painter = QPainter(self)
        font = article_font(self._type.size)
        painter.setFont(font)
        measure = QFontMetricsF(font)
        before, box, after = self._fit(measure, self._row)
        baseline = (self.height() + measure.ascent() - measure.descent()) / 2
        left = self._write(painter, measure, self.contentsRect().left(), baseline, before)
        left = self._paint_box(painter, measure, left + (GAP if before else 0), baseline, box, self._theme)
        self._write(painter, measure, left + GAP, baseline, after)

    def _fit(self, measure: QFontMetricsF, row: SuggestionRow) -> tuple[str, str, str]:
        whole = self.contentsRect().width() - 2 * PADDING
        box = visible(row.repair.replacement) or "▯"
        box = measure.elidedText(box, Qt.TextElideMode.ElideRight, whole)
        room = self.contentsRect().width() - measure.horizontalAdvance(box) - 2 * (PADDING + GAP)
        before, after = row.before, row.after
        while before and measure.horizontalAdvance(before) > room * BEFORE_SHARE:
            before = before[1:]
        rest = room - measure.horizontalAdvance(before)
        while after and measure.horizontalAdvance(after) > rest:
            after = after[:-1]
        return before, box, after

    def _write(
        self, painter: QPainter, measure: QFontMetricsF, left: float, baseline: float, text: str
    ) -> float:
        if self._theme:
            painter.setPen(self._theme.ui.ink)
        painter.drawText(QPointF(left, baseline), text)
        return left + measure.horizontalAdvance(text)

    def _paint_box(
        self,
        painter: QPainter,
        measure: QFontMetricsF,
        left: float,
        baseline: float,
        text: str,
        theme: Theme,
    ) -> float:
        """The replacement on ``zhu_soft`` while it is undecided, on plain ground when it is applied."""
        waits = self._row is not None and self._row.repair.status == "suggested"
        width = measure.horizontalAdvance(text) + 2 * PADDING
        frame = QRectF(left + 0.5, baseline - measure.ascent() * 0.98, width - 1, self._type.size + 9)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.ui.zhu if waits else theme.ui.control, 1.2))
        painter.setBrush(theme.ui.zhu_soft if waits else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, 2, 2)
        painter.setPen(theme.ui.zhu if waits else theme.ui.ink)
        painter.drawText(QPointF(left + PADDING, baseline), text)
        return left + width
