"""Line icons: one SVG each in ``currentColor``, drawn in the color that is asked for."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from core.assets import load_text


class _SvgEngine(QIconEngine):
    """Draws one SVG at whatever size and scale it is asked for, so that it stays sharp at 150%."""

    def __init__(self, name: str, color: QColor, disabled: QColor) -> None:
        super().__init__()
        self._name, self._color, self._disabled = name, color, disabled

    def paint(self, painter: QPainter, rect: object, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw into ``rect``."""
        color = self._disabled if mode == QIcon.Mode.Disabled else self._color
        _renderer(self._name, color.name()).render(painter, QRectF(rect))  # type: ignore[call-overload]

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The icon as a picture of ``size`` device pixels."""
        image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        self.paint(painter, image.rect(), mode, state)
        painter.end()
        return QPixmap.fromImage(image)

    def clone(self) -> QIconEngine:
        """A second engine for a copied icon."""
        return _SvgEngine(self._name, self._color, self._disabled)


def icon(name: str, color: QColor, disabled: QColor | None = None) -> QIcon:
    """The icon ``resources/icons/NAME.svg`` in ``color``; FileNotFoundError where there is none."""
    return QIcon(_SvgEngine(name, color, disabled or color))


@lru_cache(maxsize=256)
def _renderer(name: str, color: str) -> QSvgRenderer:
    svg = load_text(f"icons/{name}.svg").replace("currentColor", color)
    return QSvgRenderer(QByteArray(svg.encode()))
