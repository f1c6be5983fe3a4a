"""Kinds of repairs in the words of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.repair_rows import visible as visible
from core.repairs import Repair
from gui.words.language import QT_TRANSLATE_NOOP

KINDS = {
    "gloss": QT_TRANSLATE_NOOP("Repairs", "Gloss"),
    "straddle": QT_TRANSLATE_NOOP("Repairs", "Straddled gloss"),
    "drift": QT_TRANSLATE_NOOP("Repairs", "Drift"),
    "split": QT_TRANSLATE_NOOP("Repairs", "Split"),
    "width": QT_TRANSLATE_NOOP("Repairs", "Width"),
    "dropped": QT_TRANSLATE_NOOP("Repairs", "Filtered"),
    "lost": QT_TRANSLATE_NOOP("Repairs", "Lost"),
    "duplicate": QT_TRANSLATE_NOOP("Repairs", "Doubled"),
    "entity": QT_TRANSLATE_NOOP("Repairs", "Entity"),
    "tag": QT_TRANSLATE_NOOP("Repairs", "Tag"),
    "encoding": QT_TRANSLATE_NOOP("Repairs", "Encoding"),
    "invisible": QT_TRANSLATE_NOOP("Repairs", "Invisible"),
    "linebreak": QT_TRANSLATE_NOOP("Repairs", "Line break"),
    "manual": QT_TRANSLATE_NOOP("Repairs", "By hand"),
}


PENDING = "pending"
"""What the suggestions of all kinds are filtered by."""

# Kinds that leave the text as long as it was, or that nobody misses: a dot under the character is enough.
DOTTED_KINDS = frozenset({"gloss", "width", "entity", "encoding"})


def kind_title(kind: str) -> str:
    """What a kind of repair is called."""
    return QCoreApplication.translate("Repairs", KINDS.get(kind, kind))


def change_in_words(repair: Repair) -> str:
    """The original and what stands in its place."""
    return f"{visible(repair.original)} → {visible(repair.replacement)}"
