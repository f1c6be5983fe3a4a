"""Draws the pictures of the installer: its icons, and the two bitmaps of its pages at 100% and 150%."""

from __future__ import annotations

import os
from pathlib import Path

from icons import PAPER, app_icon, document_icon, draw_mark, scaled_mark, write_ico
from PySide6.QtGui import QGuiApplication, QImage, QPainter

SCALES = (100, 150)
WELCOME, HEADER = (164, 314), (150, 57)
"""Width and height that NSIS gives them at 100%, in pixels."""


def draw_pictures(folder: Path) -> None:
    """Write ``app.ico``, ``document.ico``, ``setup.ico`` and the bitmaps into ``folder``."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QGuiApplication.instance() or QGuiApplication([])
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "app.ico").write_bytes(write_ico(app_icon))
    (folder / "document.ico").write_bytes(write_ico(document_icon))
    (folder / "setup.ico").write_bytes(write_ico(app_icon))
    for scale in SCALES:
        welcome(scale / 100).save(str(folder / f"welcome-{scale}.bmp"))
        header(scale / 100).save(str(folder / f"header-{scale}.bmp"))
    del app


def welcome(scale: float) -> QImage:
    """The picture at the left of the first and the last page."""
    image, painter = _page(WELCOME, scale)
    draw_mark(painter, scaled_mark(96, 34, 60))
    painter.end()
    return image


def header(scale: float) -> QImage:
    """The picture at the top right of the other pages."""
    image, painter = _page(HEADER, scale)
    draw_mark(painter, scaled_mark(36, 104, 10))
    painter.end()
    return image


def _page(size: tuple[int, int], scale: float) -> tuple[QImage, QPainter]:
    image = QImage(round(size[0] * scale), round(size[1] * scale), QImage.Format.Format_RGB888)
    image.fill(PAPER)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    return image, painter
