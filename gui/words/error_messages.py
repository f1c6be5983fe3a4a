"""What the window says of an error: one sentence that tells what happened and what became of the work."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core import errors
from gui.words.error_details import detail_in_words
from gui.words.file_names import shown_name
from gui.words.language import QT_TRANSLATE_NOOP
from gui.words.scheme_problems import problems_in_words

# %1 is the name of the file, %2 the detail.
MESSAGES: dict[type[errors.UserError], str] = {
    errors.FileMissing: QT_TRANSLATE_NOOP("Errors", "“%1” is no longer there."),
    errors.FileUnreadable: QT_TRANSLATE_NOOP("Errors", "“%1” can't be read: %2."),
    errors.NotText: QT_TRANSLATE_NOOP("Errors", "“%1” is not an article that Danqian can read: %2."),
    errors.FileTooLarge: QT_TRANSLATE_NOOP("Errors", "“%1” is too large to open: %2."),
    errors.SidecarBroken: QT_TRANSLATE_NOOP(
        "Errors", "The annotations of “%1” can't be read: %2. They were left as they are."
    ),
    errors.SidecarTooNew: QT_TRANSLATE_NOOP(
        "Errors", "“%1” was annotated with a newer version: it opens for reading only."
    ),
    errors.SourceChanged: QT_TRANSLATE_NOOP("Errors", "“%1” has changed since it was annotated."),
    errors.SidecarChanged: QT_TRANSLATE_NOOP(
        "Errors", "Somebody else has saved annotations of “%1” meanwhile. Nothing was overwritten."
    ),
    errors.ExportFailed: QT_TRANSLATE_NOOP("Errors", "“%1” could not be written: %2."),
    errors.SaveFailed: QT_TRANSLATE_NOOP(
        "Errors", "The annotations of “%1” were not saved: %2. What you did is still here."
    ),
    errors.SchemeBroken: QT_TRANSLATE_NOOP("Errors", "The label scheme “%1” is not valid: %2."),
    errors.ModelBroken: QT_TRANSLATE_NOOP("Errors", "“%1” does not hold what was learnt, or is damaged."),
    errors.PatternBroken: QT_TRANSLATE_NOOP("Errors", "The pattern is not a regular expression: %2."),
    errors.PatternTooSlow: QT_TRANSLATE_NOOP("Errors", "The pattern “%2” takes too long; make it simpler."),
    errors.BadRequest: QT_TRANSLATE_NOOP("Errors", "That can't be done: %2."),
}


def message_of(error: errors.UserError) -> str:
    """The sentence for an error, in the language of the window."""
    for kind in type(error).__mro__:
        if kind in MESSAGES:
            sentence = QCoreApplication.translate("Errors", MESSAGES[kind])
            break
    else:
        sentence = "%1: %2"
    name = shown_name(error.path.name) if error.path else ""
    if isinstance(error, errors.SchemeBroken) and error.problems:
        detail = problems_in_words(error.problems)
    else:
        detail = detail_in_words(error.detail)
    return sentence.replace("%1", name).replace("%2", detail)
