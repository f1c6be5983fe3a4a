"""Draws the strokes of ``mark_geometry`` with a QPainter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from gui.article.mark_geometry import FAINT, INK, LINE, TINT, ZHU, Bar, Disc, Stroke, Wave
from gui.look.theme import Hue, Theme

WAVE_PEN = 1.0
RING_PEN = 1.2


def paint_strokes(painter: QPainter, strokes: Iterable[Stroke], hue: Hue, theme: Theme) -> None:
    """Draw ``strokes`` in order; straight ones without antialiasing, round ones with it."""
    painter.save()
    inks = {INK: theme.ui.ink, ZHU: theme.ui.zhu, LINE: hue.line, TINT: hue.tint, FAINT: hue.faint}
    for (kind, ink), group in groupby(strokes, key=lambda stroke: (type(stroke), stroke.ink)):
        color = inks[ink]
        if kind is Bar:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawRects([QRectF(bar.x, bar.y, bar.width, bar.height) for bar in _bars(group)])
            continue
        for stroke in group:
            if isinstance(stroke, Disc):
                _paint_disc(painter, stroke, color)
            elif isinstance(stroke, Wave):
                _paint_wave(painter, stroke, color)
    painter.restore()


def _bars(strokes: Iterable[Stroke]) -> Iterator[Bar]:
    return (stroke for stroke in strokes if isinstance(stroke, Bar))


def _paint_disc(painter: QPainter, disc: Disc, color: QColor) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color, RING_PEN) if disc.is_open else Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush if disc.is_open else color)
    radius = disc.diameter / 2 - (RING_PEN / 2 if disc.is_open else 0)
    painter.drawEllipse(QPointF(disc.x, disc.y), radius, radius)
    painter.restore()


def _paint_wave(painter: QPainter, wave: Wave, color: QColor) -> None:
    """Half waves of quadratic curves, cut off at the right end."""
    path = QPainterPath(QPointF(wave.left, wave.y + wave.height / 2))
    x, half, is_up = wave.left, wave.length / 2, True
    while x < wave.right:
        peak = wave.y + (-wave.height / 2 if is_up else wave.height * 1.5)
        path.quadTo(QPointF(x + half / 2, peak), QPointF(x + half, wave.y + wave.height / 2))
        x, is_up = x + half, not is_up
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(QRectF(wave.left, wave.y - 2, wave.right - wave.left, wave.height + 4))
    painter.setPen(QPen(color, WAVE_PEN))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.restore()
