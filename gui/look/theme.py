"""Themes: every color of the window by its name, read from ``resources/themes``.

A color is named once, there. Widgets ask the ``Theme`` that they were given; ``palette`` and ``stylesheet``
carry it to what Qt draws by itself.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette

from core.assets import load_text, load_toml

THEME_NAMES = ("light", "dark", "sepia", "contrast-light", "contrast-dark")


@dataclass(frozen=True, slots=True)
class UiColors:
    """The colors of the window itself; what each is for stands in LOOK's table of tokens.

    Three grounds (``window panel surface``), four inks (``ink ink_2 ink_3 ink_off``), and cinnabar
    (``zhu``), which only ever means that a person must look.
    """

    window: QColor
    panel: QColor
    surface: QColor
    raised: QColor
    hover: QColor
    press: QColor
    line: QColor
    line_strong: QColor
    control: QColor
    ink: QColor
    ink_2: QColor
    ink_3: QColor
    ink_off: QColor
    on_ink: QColor
    selection: QColor
    focus: QColor
    zhu: QColor
    zhu_soft: QColor
    on_zhu: QColor


@dataclass(frozen=True, slots=True)
class Hue:
    """The four strengths of a label's color; figures and times have no grounds."""

    text: QColor
    line: QColor
    tint: QColor
    faint: QColor


@dataclass(frozen=True, slots=True)
class Theme:
    """A set of colors. With ``edges_for_tints`` a name's ground is drawn as an edge instead."""

    name: str
    is_dark: bool
    edges_for_tints: bool
    ui: UiColors
    hues: dict[str, Hue]

    def hue(self, name: str) -> Hue:
        """The hue of that name; a label without one is grey."""
        return self.hues.get(name, self.hues["term"])


@cache
def load_theme(name: str) -> Theme:
    """The theme of that name; KeyError where it lacks a color."""
    table = load_toml(f"themes/{name}.toml")
    ui = UiColors(**{field.name: QColor(table["ui"][field.name]) for field in fields(UiColors)})
    clear = QColor(Qt.GlobalColor.transparent)
    hues = {
        hue: Hue(*(QColor(row[part]) if part in row else clear for part in ("text", "line", "tint", "faint")))
        for hue, row in table["hue"].items()
    }
    return Theme(name, table["is_dark"], table["edges_for_tints"], ui, hues)


def palette(theme: Theme) -> QPalette:
    """The theme as Qt's own roles, for what it draws without us."""
    ui, role = theme.ui, QPalette.ColorRole
    made = QPalette()
    for ground, color in (
        (role.Window, ui.window),
        (role.WindowText, ui.ink),
        (role.Base, ui.surface),
        (role.AlternateBase, ui.panel),
        (role.Text, ui.ink),
        (role.PlaceholderText, ui.ink_3),
        (role.Button, ui.raised),
        (role.ButtonText, ui.ink),
        (role.BrightText, ui.on_ink),
        (role.Highlight, ui.selection),
        (role.HighlightedText, ui.ink),
        (role.ToolTipBase, ui.surface),
        (role.ToolTipText, ui.ink),
        (role.Link, ui.ink),
        (role.Light, ui.surface),
        (role.Midlight, ui.line),
        (role.Mid, ui.line_strong),
        (role.Dark, ui.control),
        (role.Shadow, ui.line_strong),
        (role.Accent, ui.ink),
    ):
        made.setColor(ground, color)
    for text in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, text, ui.ink_off)
    return made


def stylesheet(theme: Theme) -> str:
    """The little QSS that a palette cannot say: rows, fields, buttons, scroll bars."""
    colors = {field.name: getattr(theme.ui, field.name).name() for field in fields(UiColors)}
    return Template(load_text("themes/window.qss")).substitute(colors)
