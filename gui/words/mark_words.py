"""What is known of a mark, as rows of words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from core.document import Annotation, Document
from core.schemes import Scheme
from core.wording import value_in_words
from gui.words.label_names import label_title
from gui.words.language import QT_TRANSLATE_NOOP, window_language

STATUSES = {
    "auto": QT_TRANSLATE_NOOP("Marks", "Automatic, unreviewed"),
    "accepted": QT_TRANSLATE_NOOP("Marks", "Accepted"),
    "edited": QT_TRANSLATE_NOOP("Marks", "Edited"),
    "added": QT_TRANSLATE_NOOP("Marks", "Added by hand"),
    "rejected": QT_TRANSLATE_NOOP("Marks", "Rejected"),
}


def status_words(status: str) -> str:
    """A status in the language of the window."""
    return QCoreApplication.translate("Marks", STATUSES.get(status, status))


def mark_facts(
    document: Document, scheme: Scheme, mark: Annotation, note_keys: Sequence[str]
) -> list[tuple[str, str]]:
    """Status, place, value, what lies inside it, the thing it names, its note."""
    translate = QCoreApplication.translate
    source = translate("Marks", "source {0}–{1}").format(mark.source.start, mark.source.end)
    note = mark.note or translate("Marks", "add with {0}").format("+".join(note_keys))
    return [
        (translate("Marks", "Status"), status_words(mark.status)),
        (translate("Marks", "Place"), f"{mark.span.start}–{mark.span.end}\u3000{source}"),
        (translate("Marks", "Value"), value_in_words(mark.value or {}, mark.label, window_language())),
        (translate("Marks", "Inside"), _inside(document, mark)),
        (translate("Marks", "Belongs to"), _entity(document, mark)),
        (translate("Marks", "Was"), _was(scheme, document, mark)),
        (translate("Marks", "Note"), note),
    ]


def _inside(document: Document, mark: Annotation) -> str:
    inner = (
        other
        for other in document.live_annotations()
        if other.id != mark.id and mark.span.contains(other.span)
    )
    return "\u3000".join(f"{other.label} {other.quote}" for other in inner)


def _entity(document: Document, mark: Annotation) -> str:
    entity = next((entity for entity in document.entities if entity.id == mark.entity), None)
    if entity is None:
        return ""
    count = sum(other.entity == entity.id for other in document.live_annotations())
    return entity.name + "\u3000" + QCoreApplication.translate("Marks", "×{0}").format(count)


def _was(scheme: Scheme, document: Document, mark: Annotation) -> str:
    """The words and the label as the recognizer left them."""
    if mark.was is None:
        return ""
    words = mark.was.span.of(document.text)
    return f"{label_title(scheme, mark.was.label)} {words}"
