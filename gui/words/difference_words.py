"""How two annotators differ, and what was decided, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gui.words.language import QT_TRANSLATE_NOOP

KINDS = {
    "edges": QT_TRANSLATE_NOOP("Differences", "other edges"),
    "label": QT_TRANSLATE_NOOP("Differences", "other label"),
    "both": QT_TRANSLATE_NOOP("Differences", "label and edges"),
    "missing": QT_TRANSLATE_NOOP("Differences", "only one has it"),
    "attribute": QT_TRANSLATE_NOOP("Differences", "attribute"),
    "value": QT_TRANSLATE_NOOP("Differences", "value"),
    "entity": QT_TRANSLATE_NOOP("Differences", "what it names"),
    "relation": QT_TRANSLATE_NOOP("Differences", "relation"),
    "answer": QT_TRANSLATE_NOOP("Differences", "article label"),
}
NOTHING = "—"
"""Stands for what one of the two does not say."""

CHOICES = {
    "": QT_TRANSLATE_NOOP("Differences", "open"),
    "left": QT_TRANSLATE_NOOP("Differences", "left"),
    "right": QT_TRANSLATE_NOOP("Differences", "right"),
    "both": QT_TRANSLATE_NOOP("Differences", "both of them"),
    "neither": QT_TRANSLATE_NOOP("Differences", "neither"),
    "edit": QT_TRANSLATE_NOOP("Differences", "edited"),
}


def kind_in_words(kind: str) -> str:
    """How the two differ."""
    return QCoreApplication.translate("Differences", KINDS[kind])


def choice_in_words(choice: str) -> str:
    """What was decided; empty for nothing yet."""
    return QCoreApplication.translate("Differences", CHOICES[choice])
