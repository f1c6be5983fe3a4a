"""Plain text: the file as it is, but for its line breaks."""

from __future__ import annotations

from core.files.decoding import decode
from core.reading.source_text import SourceText, normalized

NAME = "plain/1"


def read_plain(data: bytes, encoding: str | None = None) -> SourceText:
    """The whole text."""
    decoded = decode(data, encoding=encoding)
    return SourceText(normalized(decoded.text), NAME, decoded)
