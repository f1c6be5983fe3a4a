"""Draws the pictures of the installer: its icons, and the two bitmaps of its pages at 100% and 150%."""

from __future__ import annotations

import os
from pathlib import Path

from icons import INK, PAPER, ZHU, app_icon, document_icon, draw_mark, scaled_mark, write_ico
from product import NAME, TITLE
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter

SCALES = (100, 150)
WELCOME, HEADER = (138, 314), (150, 57)
"""Width and height in pixels at 100%. They are shown as high as their places: the first is narrower than its
place is in any font, or it would lie on the words beside it."""

_PANEL, _PALE = QColor("#F7F8F9"), QColor("#4E545C")


def draw_pictures(folder: Path) -> None:
    """Write ``app.ico``, ``document.ico`` and the bitmaps into ``folder``."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QGuiApplication.instance() or QGuiApplication([])
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "app.ico").write_bytes(write_ico(app_icon))
    (folder / "document.ico").write_bytes(write_ico(document_icon))
    for scale in SCALES:
        welcome(scale / 100).save(str(folder / f"welcome-{scale}.bmp"))
        header(scale / 100).save(str(folder / f"header-{scale}.bmp"))
    del app


def welcome(scale: float) -> QImage:
    """The picture at the left of the first and the last page: the mark over the name."""
    image, painter = _page(WELCOME, scale, _PANEL)
    draw_mark(painter, scaled_mark(92, 23, 48))
    painter.setFont(_font("Noto Serif CJK SC", 44, QFont.Weight.DemiBold))
    painter.setPen(INK)
    painter.drawText(QRectF(0, 154, 138, 60), Qt.AlignmentFlag.AlignCenter, TITLE)
    painter.setFont(_font("Noto Sans CJK SC", 13, QFont.Weight.Normal))
    painter.setPen(_PALE)
    painter.drawText(QRectF(0, 212, 138, 22), Qt.AlignmentFlag.AlignCenter, NAME)
    painter.fillRect(QRectF(53, 246, 32, 1.5), ZHU)
    painter.end()
    return image


def header(scale: float) -> QImage:
    """The picture at the top right of the other pages: the mark alone."""
    image, painter = _page(HEADER, scale, PAPER)
    draw_mark(painter, scaled_mark(44, 72, 6.5))
    painter.end()
    return image


def _page(size: tuple[int, int], scale: float, ground: QColor) -> tuple[QImage, QPainter]:
    image = QImage(round(size[0] * scale), round(size[1] * scale), QImage.Format.Format_RGB888)
    image.fill(ground)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    return image, painter


def _font(family: str, pixels: int, weight: QFont.Weight) -> QFont:
    font = QFont(family)
    font.setPixelSize(pixels)
    font.setWeight(weight)
    return font
