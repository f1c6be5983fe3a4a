"""Which manuscripts there are and in which forms: the one table behind the command line and the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from core.document import Document
from core.edits import Author
from core.manuscript.docx import as_docx
from core.manuscript.html import as_html
from core.manuscript.markdown import as_markdown
from core.manuscript.paragraphs import paragraphs_of, plain_text
from core.manuscript.tracked import as_tracked_docx
from core.schemes import Scheme
from core.wording.times import Language

Form = Callable[[Document, Author, Scheme, Language], bytes]
"""A document as ``by`` hands it on, as a file's bytes; the language is that of the program's own words."""


def _text(document: Document, by: Author, scheme: Scheme, language: Language) -> bytes:
    return (plain_text(paragraphs_of(document)) + "\n").encode("utf-8", "replace")


def _markdown(*, marked: bool) -> Form:
    return lambda document, by, scheme, language: as_markdown(paragraphs_of(document, marked=marked))


def _html(*, marked: bool) -> Form:
    def form(document: Document, by: Author, scheme: Scheme, language: Language) -> bytes:
        paragraphs = paragraphs_of(document, marked=marked)
        return as_html(paragraphs, title_of(document), scheme, is_hant=document.script.reading == "hant")

    return form


def _docx(*, marked: bool) -> Form:
    def form(document: Document, by: Author, scheme: Scheme, language: Language) -> bytes:
        paragraphs = paragraphs_of(document, marked=marked)
        return as_docx(paragraphs, title_of(document), scheme, author=by.name or "", at=by.now)

    return form


MANUSCRIPTS: Mapping[str, Mapping[str, Form]] = {
    "clean": {
        ".docx": _docx(marked=False),
        ".html": _html(marked=False),
        ".md": _markdown(marked=False),
        ".txt": _text,
    },
    "marked": {".docx": _docx(marked=True), ".html": _html(marked=True), ".md": _markdown(marked=True)},
    "changes": {".docx": lambda document, by, scheme, language: as_tracked_docx(document, by, language)},
}
"""What is handed on, by suffix: the restored text, the same with its marks, or with its changes tracked."""


def title_of(document: Document) -> str:
    """What a manuscript is called: as its article, else as its file."""
    return document.article.title or document.source.name
