"""Reading: a file's bytes become the source text, in which repairs are counted and which never changes."""

from __future__ import annotations

from collections.abc import Mapping

from core.errors import NotText
from core.files.decoding import is_binary
from core.files.source import Source
from core.reading.docx import read_docx
from core.reading.eml import read_eml
from core.reading.epub import read_epub
from core.reading.html import read_html
from core.reading.markdown import read_markdown
from core.reading.mhtml import read_mhtml
from core.reading.pdf import read_pdf
from core.reading.plain import read_plain
from core.reading.source_text import Reader, SourceText

READERS: Mapping[str, Reader] = {
    "plain": read_plain,
    "html": read_html,
    "mhtml": read_mhtml,
    "markdown": read_markdown,
    "docx": read_docx,
    "pdf": read_pdf,
    "epub": read_epub,
    "eml": read_eml,
}
"""By the kind of the source."""

__all__ = ["READERS", "SourceText", "read"]


def read(source: Source, *, encoding: str | None = None) -> SourceText:
    """The text of a source, in the ``encoding`` that a person chose or in the one that fits best."""
    try:
        text = READERS[source.kind](source.data, encoding)
    except NotText as error:
        raise NotText(source.path, error.detail) from error
    if encoding is None and is_binary(source.data, text.decoded):
        raise NotText(source.path, "binary data")
    return text
