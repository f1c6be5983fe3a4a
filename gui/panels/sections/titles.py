"""The sections of the side panel by their ids, and what they are called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gui.words.language import QT_TRANSLATE_NOOP

TITLES = {
    "article": QT_TRANSLATE_NOOP("Sections", "Article"),
    "findings": QT_TRANSLATE_NOOP("Sections", "Findings"),
    "names": QT_TRANSLATE_NOOP("Sections", "Names"),
    "figures": QT_TRANSLATE_NOOP("Sections", "Figures"),
    "times": QT_TRANSLATE_NOOP("Sections", "Times"),
    "repairs": QT_TRANSLATE_NOOP("Sections", "Repairs"),
}


def section_title(section: str) -> str:
    """The title in the language of the window."""
    return QCoreApplication.translate("Sections", TITLES[section])
