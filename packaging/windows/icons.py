"""Draws the icons of the programs and of the documents, each size for itself, and packs them for Windows."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter, QPen

SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
INK, ZHU, PAPER, EDGE = (QColor(name) for name in ("#1B1E22", "#BE3A25", "#FFFFFF", "#C6CBD2"))


@dataclass(frozen=True, slots=True)
class Mark:
    """Where the mark stands in a square: cinnabar, a disc, and white lead, a ring; in pixels."""

    disc: tuple[float, float]
    disc_radius: float
    ring: tuple[float, float]
    ring_radius: float
    stroke: float


def scaled_mark(size: float, left: float = 0, top: float = 0) -> Mark:
    """The mark of the logo, which is drawn in a square of 16, at another size and place."""
    unit, middle = size / 16, top + size / 2
    return Mark((left + 5.4 * unit, middle), 4.5 * unit, (left + 10.9 * unit, middle), 3.85 * unit, unit)


def draw_mark(painter: QPainter, mark: Mark) -> None:
    """Paint the disc in front of the ring."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(INK, mark.stroke))
    painter.drawEllipse(QPointF(*mark.ring), mark.ring_radius, mark.ring_radius)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ZHU)
    painter.drawEllipse(QPointF(*mark.disc), mark.disc_radius, mark.disc_radius)


def app_icon(size: int) -> QImage:
    """The icon of the programs."""
    image, painter = _canvas(size)
    inset = max(1, round(size / 32)) / 2
    painter.setPen(QPen(EDGE, max(1.0, size / 128)))
    painter.setBrush(PAPER)
    painter.drawRoundedRect(QRectF(inset, inset, size - 2 * inset, size - 2 * inset), size * 0.2, size * 0.2)
    draw_mark(painter, scaled_mark(size * 0.86, size * 0.07, size * 0.07))
    painter.end()
    return image


def document_icon(size: int) -> QImage:
    """The icon of the articles that open with Danqian."""
    return app_icon(size)


def write_ico(draw: Callable[[int], QImage], sizes: Iterable[int] = SIZES) -> bytes:
    """An .ico of what ``draw`` makes: bitmaps, as old dialogs want, and PNG from 128 pixels on."""
    frames = [(size, _png(draw(size)) if size >= 128 else _bitmap(draw(size))) for size in sizes]
    place = 6 + 16 * len(frames)
    head = struct.pack("<HHH", 0, 1, len(frames))
    body = b""
    for size, data in frames:
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(data), place + len(body))
        body += data
    return head + body


def _canvas(size: int) -> tuple[QImage, QPainter]:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return image, painter


def _png(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return bytes(data.data())


def _bitmap(image: QImage) -> bytes:
    """The rows from below, blue first, then a mask of one bit that all systems since XP ignore."""
    size = image.width()
    rows = bytes(image.constBits())
    pixels = b"".join(rows[y * size * 4 : (y + 1) * size * 4] for y in reversed(range(size)))
    mask = bytes((size + 31) // 32 * 4 * size)
    head = struct.pack("<IiiHHIIiiII", 40, size, 2 * size, 1, 32, 0, len(pixels) + len(mask), 0, 0, 0, 0)
    return head + pixels + mask
