"""The legend, which is the filter: a click hides a hue, Alt+click leaves only it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QSizePolicy, QWidget

from gui.look.fonts import ui_font
from gui.look.theme import Theme
from gui.widgets.buttons import ThemedButton
from gui.widgets.row_list import RIGHT, draw_text
from gui.words.language import QT_TRANSLATE_NOOP

COLUMNS = 3
LEFT, RIGHT_MARGIN, GAP = 28, 12, 14
SWATCH = 16
HUES = {
    "per": QT_TRANSLATE_NOOP("Legend", "Persons"),
    "org": QT_TRANSLATE_NOOP("Legend", "Organizations"),
    "loc": QT_TRANSLATE_NOOP("Legend", "Places"),
    "time": QT_TRANSLATE_NOOP("Legend", "Times"),
    "qty": QT_TRANSLATE_NOOP("Legend", "Quantities"),
    "term": QT_TRANSLATE_NOOP("Legend", "Terms"),
}


class LegendEntry(ThemedButton):
    """One hue: its mark as it is drawn in the article, its name, how many there are."""

    def __init__(self, hue: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._hue, self._count = hue, 0
        self.setCheckable(True)
        self.setChecked(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A third of the panel."""
        return QSize(88, 25)

    def set_count(self, count: int) -> None:
        """Say how many marks the hue has."""
        self._count = count
        self.setAccessibleName(f"{self.text()} {count}")
        self.setToolTip(self.accessibleName())
        self.update()

    def full_width(self) -> int:
        """The width at which nothing is cut off."""
        measure = QFontMetrics(ui_font(12))
        return SWATCH + 8 + measure.horizontalAdvance(self.text()) + 8 + measure.horizontalAdvance("000")

    def paint_face(self, painter: QPainter, theme: Theme) -> None:
        """Swatch, name, count; a hidden hue is struck."""
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.ui.hover)
            painter.drawRoundedRect(self.rect().adjusted(-4, 0, 4, 0), 4, 4)
        if self.isChecked():
            paint_swatch(painter, QRect(0, (self.height() - 12) // 2, SWATCH, 12), self._hue, theme)
        font = ui_font(12)
        font.setStrikeOut(not self.isChecked())
        ink = theme.ui.ink_2 if self.isChecked() else theme.ui.ink_3
        words = self.rect().adjusted(SWATCH + 8, 0, 0, 0)
        count = draw_text(painter, words, str(self._count), theme.ui.ink_3, font=ui_font(12), align=RIGHT)
        draw_text(painter, words.adjusted(0, 0, -count - 4, 0), self.text(), ink, font=font)


class Legend(QWidget):
    """All hues in three columns; emits the hidden ones."""

    hues_hidden = Signal(frozenset)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = {hue: LegendEntry(hue) for hue in HUES}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(LEFT, 4, RIGHT_MARGIN, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(0)
        self._columns = 0
        for hue, entry in self._entries.items():
            entry.clicked.connect(lambda _=False, hue=hue: self._click(hue))
        self._arrange(COLUMNS)

    def set_titles(self, titles: Mapping[str, str]) -> None:
        """Name the hues; one that is not named takes its usual name."""
        for hue, entry in self._entries.items():
            entry.setText(titles.get(hue) or QCoreApplication.translate("Legend", HUES[hue]))
        self._fit()

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Say how many marks each hue has."""
        for hue, entry in self._entries.items():
            entry.set_count(counts.get(hue, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many columns as the names leave room for."""
        self._fit()

    def entry(self, hue: str) -> LegendEntry:
        """The button of a hue."""
        return self._entries[hue]

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colors of ``theme``."""
        for entry in self._entries.values():
            entry.set_theme(theme)

    def _fit(self) -> None:
        widest = max(entry.full_width() for entry in self._entries.values())
        room = self.width() - LEFT - RIGHT_MARGIN + GAP
        self._arrange(COLUMNS if COLUMNS * (widest + GAP) <= room else COLUMNS - 1)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for place, entry in enumerate(self._entries.values()):
            self._grid.addWidget(entry, place // columns, place % columns)
        for column in range(COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _click(self, hue: str) -> None:
        if QApplication.keyboardModifiers() & Qt.KeyboardModifier.AltModifier:
            self._leave_only(hue)
        hidden = frozenset(name for name, entry in self._entries.items() if not entry.isChecked())
        self.hues_hidden.emit(hidden)

    def _leave_only(self, hue: str) -> None:
        """Hide all others; where they are hidden already, show everything again."""
        others = [entry for name, entry in self._entries.items() if name != hue]
        are_hidden = not any(entry.isChecked() for entry in others)
        for entry in others:
            entry.setChecked(are_hidden)
        self._entries[hue].setChecked(True)


def paint_swatch(painter: QPainter, area: QRect, hue: str, theme: Theme) -> None:
    """Draw a small mark of ``hue`` into ``area``, as it stands under a word."""
    color = theme.hue(hue)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    bottom = QRectF(area.left(), area.bottom() - 1, area.width(), 2)
    if hue == "qty":
        painter.fillRect(bottom, color.line)
    elif hue == "time":
        painter.fillRect(bottom, color.line)
        for left in (area.left(), area.right() - 1):
            painter.fillRect(QRectF(left, area.bottom() - 5, 2, 5), color.line)
    else:
        if theme.edges_for_tints:
            painter.setPen(QPen(color.line, 1))
            painter.drawRect(area.adjusted(0, 0, -1, -1))
        painter.fillRect(area.adjusted(1, 1, -1, -1) if theme.edges_for_tints else area, color.tint)
        painter.fillRect(QRectF(area.left(), area.bottom(), area.width(), 1), color.line)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
