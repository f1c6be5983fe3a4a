"""Fonts by role. The Chinese family comes first: with a Latin one first, “ ” … · come out of it.

The system's own font comes last, for a machine that has none of those named: Qt would take just any.
"""

from __future__ import annotations

import sys
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from core.assets import load_toml

_SYSTEMS = {"win32": "windows", "darwin": "macos"}


def ui_font(pixels: int, weight: int = 400) -> QFont:
    """The font of panels, menus and buttons."""
    return _font(("ui",), pixels, weight)


def article_font(pixels: int, weight: int = 400, *, face: str = "hei", is_hant: bool = False) -> QFont:
    """The reading font; ``face`` is ``hei`` or ``song``. Traditional text takes the TC family of it first."""
    roles = (f"article_{face}", "article_hei")
    return _font((f"article_{face}_hant", *roles) if is_hant else roles, pixels, weight)


def latin_font(pixels: int, weight: int = 400) -> QFont:
    """The font of keycaps and label codes, which hold no Chinese."""
    return _font(("latin", "ui"), pixels, weight)


def _font(roles: tuple[str, ...], pixels: int, weight: int) -> QFont:
    system = _SYSTEMS.get(sys.platform, "linux")
    table = _families()
    named = [name for role in roles for name in table[role][system]]
    own = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    font = QFont()
    font.setFamilies(list(dict.fromkeys([*named, own])))
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight(weight))
    return font


@cache
def _families() -> dict[str, dict[str, list[str]]]:
    return load_toml("themes/fonts.toml")
