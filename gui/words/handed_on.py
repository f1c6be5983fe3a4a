"""The forms in which an article and its report are handed on, in the words of a file dialog."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gui.words.language import QT_TRANSLATE_NOOP

Form = tuple[str, str, str]
"""The words, what is written (``report clean marked changes``), and the suffix."""

REPORTS: tuple[Form, ...] = (
    (QT_TRANSLATE_NOOP("HandedOn", "Proof report, PDF (*.pdf)"), "report", ".pdf"),
    (QT_TRANSLATE_NOOP("HandedOn", "Proof report, Word (*.docx)"), "report", ".docx"),
    (QT_TRANSLATE_NOOP("HandedOn", "Proof report, web page (*.html)"), "report", ".html"),
)
MANUSCRIPTS: tuple[Form, ...] = (
    (QT_TRANSLATE_NOOP("HandedOn", "Restored text, Word (*.docx)"), "clean", ".docx"),
    (QT_TRANSLATE_NOOP("HandedOn", "Restored text, web page (*.html)"), "clean", ".html"),
    (QT_TRANSLATE_NOOP("HandedOn", "Restored text, Markdown (*.md)"), "clean", ".md"),
    (QT_TRANSLATE_NOOP("HandedOn", "Restored text, plain (*.txt)"), "clean", ".txt"),
    (QT_TRANSLATE_NOOP("HandedOn", "Text with its marks, Word (*.docx)"), "marked", ".docx"),
    (QT_TRANSLATE_NOOP("HandedOn", "Text with its marks, web page (*.html)"), "marked", ".html"),
    (QT_TRANSLATE_NOOP("HandedOn", "Text with its marks, Markdown (*.md)"), "marked", ".md"),
    (QT_TRANSLATE_NOOP("HandedOn", "Changes tracked, Word (*.docx)"), "changes", ".docx"),
)


def words_of(form: Form) -> str:
    """The words of a form in the language of the window."""
    return QCoreApplication.translate("HandedOn", form[0])
