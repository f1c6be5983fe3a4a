"""The dated times of an article as points on a line, apart as far as they are apart in time.

Arrows go from point to point, Enter or a click goes on to the next mark of its day.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.look.fonts import ui_font
from gui.look.theme import Theme
from gui.widgets.focus_ring import is_keyboard_focus, paint_focus_ring, set_keyboard_focus
from gui.widgets.row_list import draw_text

HEIGHT, LINE, SIDE = 92, 40, 28
POINT, NEAR = 4.5, 14
LEAST_GAP = 0.12
"""What two neighboring days are apart at least, beside the share of their distance in time."""


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """A day on the line: its ``year`` where that is new, and the ``gap`` from the point before (0 to 1)."""

    year: str
    day: str
    about: str
    gap: float
    ids: tuple[str, ...]
    is_publication: bool = False

    @property
    def words(self) -> str:
        """As a screen reader says it."""
        return f"{self.day} {self.about}" + (f" ×{len(self.ids)}" if len(self.ids) > 1 else "")


class TimelineChart(QWidget):
    """``point_reached`` tells the current point, ``activated`` the mark to go to.

    The words of the current point stand under the line.
    """

    point_reached = Signal(int)
    activated = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points: tuple[ChartPoint, ...] = ()
        self._shares: list[float] = []
        self._theme: Theme | None = None
        self._visited: tuple[int, int] = (-1, -1)
        self.current = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT)
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(480, HEIGHT)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colors of ``theme``."""
        self._theme = theme
        self.update()

    def set_points(self, points: Sequence[ChartPoint]) -> None:
        """Show other points, the first of them current."""
        self._points, place = tuple(points), 0.0
        places = [place := place + (point.gap + LEAST_GAP if n else 0) for n, point in enumerate(points)]
        last = places[-1] if places and places[-1] else 1.0
        self._shares = [each / last for each in places] if len(places) > 1 else [0.5] * len(places)
        self.current, self._visited = (0 if points else -1), (-1, -1)
        self._say()

    def place_of(self, point: int) -> QPointF:
        """Where a point lies in the widget."""
        return QPointF(SIDE + self._shares[point] * (self.width() - 2 * SIDE), LINE)

    def go(self, point: int) -> None:
        """Make a point the current one."""
        if self._points:
            self.current = max(0, min(len(self._points) - 1, point))
            self._say()
            self.point_reached.emit(self.current)

    def act(self) -> None:
        """Ask for the first mark of the current day, and on every further act for its next."""
        if self.current < 0:
            return
        point, turn = self._visited
        turn = (turn + 1) % len(self._points[self.current].ids) if point == self.current else 0
        self._visited = (self.current, turn)
        self.activated.emit(self._points[self.current].ids[turn])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End move, Enter and Space activate."""
        set_keyboard_focus(self, True)
        key, last = Qt.Key(event.key()), len(self._points) - 1
        moves = {
            Qt.Key.Key_Left: self.current - 1,
            Qt.Key.Key_Right: self.current + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if key in moves:
            self.go(moves[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.act()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the mark of the point that was clicked."""
        set_keyboard_focus(self, False)
        point = self._point_at(event.position())
        if point is not None:
            self.go(point)
            self.act()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what is at the point under the pointer."""
        point = self._point_at(event.position())
        self.setCursor(Qt.CursorShape.ArrowCursor if point is None else Qt.CursorShape.PointingHandCursor)
        words = "" if point is None else self._points[point].words
        QToolTip.showText(event.globalPosition().toPoint(), words, self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show which point is current."""
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        self.update()

    def _point_at(self, place: QPointF) -> int | None:
        if not self._points or abs(place.y() - LINE) > LINE:
            return None
        share = (place.x() - SIDE) / max(1, self.width() - 2 * SIDE)
        after = bisect_left(self._shares, share)
        near = [n for n in (after - 1, after) if 0 <= n < len(self._points)]
        best = min(near, key=lambda n: abs(self.place_of(n).x() - place.x()))
        return best if abs(self.place_of(best).x() - place.x()) <= NEAR else None

    def _say(self) -> None:
        self.setAccessibleDescription(self._points[self.current].words if self._points else "")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line, its points, the words that fit, and the current point in words."""
        if self._theme is None or not self._points:
            return
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.ui.line_strong, 1))
        painter.drawLine(self.place_of(0), self.place_of(len(self._points) - 1))
        self._paint_words(painter, theme)
        for number, point in enumerate(self._points):
            self._paint_point(painter, number, point, theme)
        caption = QRect(SIDE - 12, HEIGHT - 24, self.width() - 2 * SIDE + 24, 20)
        draw_text(painter, caption, self._points[self.current].words, theme.ui.ink)
        if self.hasFocus() and is_keyboard_focus(self):
            paint_focus_ring(painter, self.rect(), theme.ui.focus)

    def _paint_point(self, painter: QPainter, number: int, point: ChartPoint, theme: Theme) -> None:
        """Filled where several marks share the day, a square for the day of the article itself."""
        hue, center = theme.hue("time").line, self.place_of(number)
        painter.setPen(QPen(hue, 1.4))
        painter.setBrush(hue if len(point.ids) > 1 else theme.ui.surface)
        box = QRectF(center.x() - POINT, center.y() - POINT, 2 * POINT, 2 * POINT)
        if point.is_publication:
            painter.drawRect(box)
        else:
            painter.drawEllipse(box)
        if number == self.current:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.ui.ink, 1.4))
            painter.drawEllipse(box.adjusted(-3.5, -3.5, 3.5, 3.5))

    def _paint_words(self, painter: QPainter, theme: Theme) -> None:
        """Years above the line and days under it, as far as they do not touch."""
        font = ui_font(12)
        measure = QFontMetrics(font)
        for top, ink, words_of in ((8, theme.ui.ink, _year), (LINE + 6, theme.ui.ink_2, _day)):
            free = -1000.0
            for number, point in enumerate(self._points):
                words = words_of(point)
                width = measure.horizontalAdvance(words) + 4
                left = max(4.0, min(self.place_of(number).x() - width / 2, self.width() - width - 4.0))
                if words and left >= free:
                    draw_text(painter, QRect(int(left), top, width, 18), words, ink, font=font)
                    free = left + width + 8


def _year(point: ChartPoint) -> str:
    """The year where it is a new one."""
    return point.year


def _day(point: ChartPoint) -> str:
    """Without the year, which stands above the line."""
    rest = point.day[5:] if point.day[4:5] == "-" else point.day[4:]
    return point.day if rest == "–" else rest  # 2021– goes on
