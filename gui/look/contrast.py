"""How far two colors are apart for the eye, as WCAG 2 reckons it."""

from __future__ import annotations

from PySide6.QtGui import QColor

ENOUGH = 4.5
"""The contrast from which small text is readable."""


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of two colors, 1 to 21."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(color: QColor) -> float:
    return 0.2126 * _linear(color.redF()) + 0.7152 * _linear(color.greenF()) + 0.0722 * _linear(color.blueF())


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
