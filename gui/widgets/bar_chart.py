"""Charts of horizontal bars: painted in the window, and the same way into a picture."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look.fonts import ui_font
from gui.look.theme import Theme
from gui.widgets.row_list import draw_text

TITLE, ROW, BAR = 34, 24, 12
LABEL_SHARE, GAP = 0.28, 8
LABEL_WIDEST = 200


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a bar. ``hue`` is a label's, empty for ink; a ``faint`` one is not settled yet."""

    value: float
    hue: str = ""
    is_faint: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """A row: what it is of, its parts, and its figure in words."""

    label: str
    parts: tuple[Part, ...]
    words: str

    @property
    def total(self) -> float:
        """All parts together."""
        return sum(part.value for part in self.parts)


@dataclass(frozen=True, slots=True)
class Chart:
    """A title and bars. ``most`` is the value of a whole line, 0 for the longest bar's; ``note`` explains."""

    title: str
    bars: tuple[Bar, ...]
    note: str = ""
    most: float = 0.0

    @property
    def height(self) -> int:
        """In pixels."""
        return TITLE + ROW * len(self.bars)


def paint_chart(painter: QPainter, area: QRect, chart: Chart, theme: Theme) -> None:
    """Paint a chart into ``area``, which is as tall as it says."""
    head = QRect(area.left(), area.top(), area.width(), TITLE)
    width = draw_text(painter, head, chart.title, theme.ui.ink, font=ui_font(13, 600)) + 12
    draw_text(painter, head.adjusted(width, 0, 0, 0), chart.note, theme.ui.ink_3, font=ui_font(12))
    label = min(LABEL_WIDEST, int(area.width() * LABEL_SHARE))
    font = ui_font(12)
    value = max((QFontMetrics(font).horizontalAdvance(bar.words) for bar in chart.bars), default=0) + 2
    room = max(20, area.width() - label - value - GAP)
    most = chart.most or max((bar.total for bar in chart.bars), default=0) or 1
    for number, bar in enumerate(chart.bars):
        line = QRect(area.left(), area.top() + TITLE + number * ROW, area.width(), ROW)
        draw_text(painter, QRect(line.left(), line.top(), label - 8, ROW), bar.label, theme.ui.ink_2)
        left: float = line.left() + label
        for part in bar.parts:
            width_of_part = part.value / most * room
            stretch = QRect(
                int(left), line.top() + (ROW - BAR) // 2, max(1, int(left + width_of_part) - int(left)), BAR
            )
            if part.value:
                _paint_part(painter, stretch, part, theme)
            left += width_of_part
        place = QRect(int(left) + GAP, line.top(), value, ROW)
        draw_text(painter, place, bar.words, theme.ui.ink, font=font)


def _paint_part(painter: QPainter, stretch: QRect, part: Part, theme: Theme) -> None:
    """Settled is filled, unsettled is outlined: never by color alone."""
    color: QColor = theme.hue(part.hue).line if part.hue else theme.ui.ink_3
    if part.is_faint:
        painter.setPen(color)
        painter.setBrush(theme.ui.surface)
        painter.drawRect(stretch.adjusted(0, 0, -1, -1))
    else:
        painter.fillRect(stretch, color)


class ChartView(QWidget):
    """One chart in the window."""

    def __init__(self, chart: Chart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart = chart
        self._theme: Theme | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(chart.height)
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription("\n".join(f"{bar.label} {bar.words}" for bar in chart.bars))

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colors of ``theme``."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(480, self._chart.height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        if self._theme:
            paint_chart(QPainter(self), self.rect(), self._chart, self._theme)
