"""Draws the icons of the programs and of the documents, each size for itself, and packs them for Windows."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter, QPen, QPolygonF

SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
INK, ZHU, PAPER, EDGE, LINE = map(QColor, ("#1B1E22", "#BE3A25", "#FFFFFF", "#C6CBD2", "#868C95"))


@dataclass(frozen=True, slots=True)
class Mark:
    """Where the mark stands: cinnabar, a disc, and white lead, a ring half behind it; all in pixels."""

    disc: QPointF
    ring: QPointF
    radius: float
    stroke: float


_HAND_SET = {
    # size: height of the centres, their places from the left, radius, stroke: on whole pixels
    16: (8.0, 5.0, 11.0, 4.0, 1.0),
    20: (10.0, 7.0, 13.0, 4.0, 1.0),
    24: (12.0, 9.0, 15.0, 5.0, 1.0),
    32: (16.0, 11.0, 21.0, 7.0, 1.5),
    40: (20.0, 14.0, 26.0, 9.0, 2.0),
    48: (24.0, 17.0, 31.0, 11.0, 2.0),
}
"""Small icons whose edges would fall between pixels if the logo were scaled down to them."""

_HAND_SET_ON_PAGE = {16: (10.5, 5.5, 9.5, 2.5, 1.0), 20: (13.0, 7.0, 12.0, 3.0, 1.0)}
"""The same for the icon of articles, where a ring that is scaled down would close."""


def scaled_mark(side: float, left: float = 0, top: float = 0) -> Mark:
    """The mark of the logo, which is drawn in a square of 16, in one with another side."""
    unit, middle = side / 16, top + side / 2
    disc, ring = QPointF(left + 5 * unit, middle), QPointF(left + 11 * unit, middle)
    return Mark(disc, ring, 4.5 * unit, unit)


def draw_mark(painter: QPainter, mark: Mark) -> None:
    """Paint the disc in front of the ring; ``radius`` is to the outer edge of both."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(INK, mark.stroke))
    inner = mark.radius - mark.stroke / 2
    painter.drawEllipse(mark.ring, inner, inner)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ZHU)
    painter.drawEllipse(mark.disc, mark.radius, mark.radius)


def app_icon(size: int) -> QImage:
    """The icon of the programs: the mark on a plate, so that it shows on a dark taskbar too."""
    image, painter = _canvas(size)
    edge = max(1.0, size / 96)
    plate = QRectF(0, 0, size, size).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
    painter.setPen(QPen(EDGE, edge))
    painter.setBrush(PAPER)
    painter.drawRoundedRect(plate, size * 0.2, size * 0.2)
    draw_mark(painter, _mark_on_plate(size))
    painter.end()
    return image


def document_icon(size: int) -> QImage:
    """The icon of articles: a page with a folded corner, lines where there is room, and the mark."""
    image, painter = _canvas(size)
    edge, fold = max(1.0, size / 96), round(size * 0.28)
    left, right = round(size * 0.13) + edge / 2, size - round(size * 0.13) - edge / 2
    top, bottom = edge / 2, size - edge / 2
    corner = [QPointF(right - fold, top), QPointF(right, top + fold)]
    page = QPolygonF([QPointF(left, top), *corner, QPointF(right, bottom), QPointF(left, bottom)])
    painter.setPen(QPen(LINE, edge))
    painter.setBrush(PAPER)
    painter.drawPolygon(page)
    painter.drawPolyline([corner[0], QPointF(right - fold, top + fold), corner[1]])
    if size >= 32:
        painter.setPen(QPen(LINE, max(1.0, round(size / 32))))
        for row, end in ((0.26, right - fold - size * 0.1), (0.4, right - size * 0.12)):
            height = round(size * row) + painter.pen().widthF() / 2
            painter.drawLine(QPointF(left + size * 0.12, height), QPointF(end, height))
    draw_mark(painter, _mark_on_page(size, right - left))
    painter.end()
    return image


def _mark_on_page(size: int, width: float) -> Mark:
    if size in _HAND_SET_ON_PAGE:
        return _hand_set(*_HAND_SET_ON_PAGE[size])
    side = round(width * 0.82)
    return _on_pixels(scaled_mark(side, (size - side) / 2, size * 0.72 - side / 2))


def _on_pixels(mark: Mark) -> Mark:
    """The nearest mark whose edges stand between pixels."""
    disc, ring = (QPointF(round(place.x()), round(place.y())) for place in (mark.disc, mark.ring))
    return Mark(disc, ring, int(mark.radius), max(1.0, mark.stroke))


def _mark_on_plate(size: int) -> Mark:
    if size not in _HAND_SET:
        return scaled_mark(size * 0.84, size * 0.08, size * 0.08)
    return _hand_set(*_HAND_SET[size])


def _hand_set(height: float, disc: float, ring: float, radius: float, stroke: float) -> Mark:
    return Mark(QPointF(disc, height), QPointF(ring, height), radius, stroke)


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
