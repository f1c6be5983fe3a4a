"""Formats of the printed report. Everything is laid out in dots, 300 to the inch, whatever the screen."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextFormat

from gui.look.fonts import article_font
from gui.look.theme import Theme, load_theme

DOTS_PER_INCH = 300
DECORATION = QTextFormat.Property.UserProperty.value + 1
"""The property of a block that says what is painted beside it: one of the names below."""

HEADING, MINOR, QUOTATION, FACTS_FIRST, FACTS_LAST = "heading", "minor", "quotation", "first", "last"
MOMENT, PUBLICATION = "moment", "publication"
QUESTION = "question"
"""A paragraph of a question before its first quotation: nothing beside it, but no page ends behind it."""


def points(length: float) -> float:
    """Points in dots."""
    return length * DOTS_PER_INCH / 72


def mm(length: float) -> float:
    """Millimeters in dots."""
    return length * DOTS_PER_INCH / 25.4


@cache
def theme() -> Theme:
    """Paper is white."""
    return load_theme("light")


def serif(size: float, weight: int = 400) -> QFont:
    """The face of the article, ``size`` in points."""
    return article_font(round(points(size)), weight, face="song")


def sans(size: float, weight: int = 400) -> QFont:
    """The face of heads and labels, ``size`` in points."""
    return article_font(round(points(size)), weight)


def ink(font: QFont, color: QColor | None = None) -> QTextCharFormat:
    """A manner of writing."""
    made = QTextCharFormat()
    made.setFont(font)
    made.setForeground(color or theme().ui.ink)
    return made


def block(
    line: float = 1.5,
    before: float = 0,
    after: float = 0,
    *,
    left: float = 0,
    first: float = 0,
    is_right: bool = False,
    decoration: str = "",
) -> QTextBlockFormat:
    """A paragraph: line height in letters, room before and after in points, indents in dots."""
    made = QTextBlockFormat()
    made.setLineHeight(100 * line, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    made.setTopMargin(points(before))
    made.setBottomMargin(points(after))
    made.setLeftMargin(left)
    made.setTextIndent(first)
    if is_right:
        made.setAlignment(Qt.AlignmentFlag.AlignRight)
    if decoration:
        made.setProperty(DECORATION, decoration)
    return made
