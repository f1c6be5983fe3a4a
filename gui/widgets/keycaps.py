"""Keycaps: the keys of a shortcut, each in its own small box."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look.fonts import latin_font
from gui.look.metrics import load_metrics
from gui.look.theme import Theme

HEIGHT = 18
PADDING = 5
GAP = 3
RADIUS = 3
PRINTED = {
    "Left": "←",
    "Right": "→",
    "Up": "↑",
    "Down": "↓",
    "Return": "Enter",
    "PgDown": "PgDn",
}
PRINTED_ON_A_MAC = {"Ctrl": "⌘", "Shift": "⇧", "Alt": "⌥", "Meta": "⌃"}


def keys_of(shortcut: QKeySequence | str) -> tuple[str, ...]:
    """The keys of a shortcut as they are printed on a keyboard, in any language of the window.

    >>> keys_of("Ctrl+Shift+Right")
    ('Ctrl', 'Shift', '→')
    """
    text = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.PortableText)
    parts = [*text[:-1].split("+")[:-1], "+"] if text.endswith("++") else text.split("+")
    printed = PRINTED | (PRINTED_ON_A_MAC if sys.platform == "darwin" else {})
    return tuple(printed.get(part, part) for part in parts if part)


def keycaps_width(keys: Sequence[str]) -> int:
    """How wide the boxes of ``keys`` are together."""
    return sum(_widths(keys)) + GAP * max(0, len(keys) - 1)


def paint_keycaps(
    painter: QPainter,
    left_center: QPoint,
    keys: Sequence[str],
    ink: QColor,
    edge: QColor,
    ground: QColor | None,
) -> None:
    """Draw the boxes from ``left_center`` to the right."""
    painter.setFont(_font())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    left, top = left_center.x(), left_center.y() - HEIGHT // 2
    for key, width in zip(keys, _widths(keys), strict=True):
        box = QRectF(left + 0.5, top + 0.5, width - 1, HEIGHT - 1)
        painter.setPen(QPen(edge, 1))
        painter.setBrush(ground if ground is not None else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        painter.setPen(ink)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), key)
        left += width + GAP


class Keycaps(QWidget):
    """The boxes as a widget of their own."""

    def __init__(self, keys: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = tuple(keys)
        self._theme: Theme | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("+".join(self._keys))

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colors of ``theme``."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Just the boxes."""
        return QSize(keycaps_width(self._keys), HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the boxes."""
        if self._theme:
            ui = self._theme.ui
            place = QPoint(0, self.height() // 2)
            paint_keycaps(QPainter(self), place, self._keys, ui.ink_2, ui.line_strong, ui.surface)


def _font() -> QFont:
    return latin_font(load_metrics().sizes["key"].size)


def _widths(keys: Sequence[str]) -> list[int]:
    measure = QFontMetrics(_font())
    return [max(HEIGHT - 1, measure.horizontalAdvance(key) + 2 * PADDING) for key in keys]
