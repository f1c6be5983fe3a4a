"""The focus ring: 2 px inside the widget, shown only while a person works by keyboard.

Qt keeps that knowledge on the window (``WA_KeyboardFocusChange``) and sets it for Tab and shortcuts; what
arrow keys and the mouse mean for it is told here.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

WIDTH = 2
RADIUS = 4


def is_keyboard_focus(widget: QWidget) -> bool:
    """Whether the focus is to be shown in ``widget``'s window."""
    return widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)


def set_keyboard_focus(widget: QWidget, by_keyboard: bool) -> None:
    """Note that the last act in ``widget`` was a key, or the mouse."""
    widget.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange, by_keyboard)


def paint_focus_ring(painter: QPainter, area: QRect, color: QColor) -> None:
    """Draw the ring just inside ``area``."""
    half = WIDTH / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color, WIDTH))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(area).adjusted(half, half, -half, -half), RADIUS, RADIUS)
