"""The parts of an article as the window calls them, in a word each."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gui.words.language import QT_TRANSLATE_NOOP

PARTS = {
    "title": QT_TRANSLATE_NOOP("Parts", "Title"),
    "dateline": QT_TRANSLATE_NOOP("Parts", "Dateline"),
    "heading": QT_TRANSLATE_NOOP("Parts", "Heading"),
    "lead": QT_TRANSLATE_NOOP("Parts", "Lead"),
    "body": QT_TRANSLATE_NOOP("Parts", "Body"),
    "quote": QT_TRANSLATE_NOOP("Parts", "Quotation"),
    "caption": QT_TRANSLATE_NOOP("Parts", "Caption"),
    "digest": QT_TRANSLATE_NOOP("Parts", "Digest"),
    "credit": QT_TRANSLATE_NOOP("Parts", "Credit"),
}


def part_title(kind: str) -> str:
    """What a kind of block is called; nothing for what is not read."""
    return QCoreApplication.translate("Parts", PARTS[kind]) if kind in PARTS else ""
