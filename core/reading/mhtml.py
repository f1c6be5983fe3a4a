"""Web pages saved as one file (.mhtml): the page in it is read as HTML; what it came with is left alone."""

from __future__ import annotations

import email
from email.message import Message
from itertools import islice

from core.errors import NotText
from core.reading.html import read_html
from core.reading.source_text import SourceText

NAME = "mhtml/1"
MOST_PARTS = 10_000
PAGES = frozenset({"text/html", "application/xhtml+xml"})


def read_mhtml(data: bytes, encoding: str | None = None) -> SourceText:
    """The visible text of the first page in the file."""
    try:
        page = _first_page(email.message_from_bytes(data))
    except RecursionError as error:
        raise NotText(None, "a saved page of parts nested without end") from error
    if page is None:
        raise NotText(None, "a saved page without a page in it")
    payload = page.get_payload(decode=True)
    text = read_html(
        payload if isinstance(payload, bytes) else b"", encoding, declared=page.get_content_charset()
    )
    return SourceText(text.text, NAME, text.decoded, text.known)


def _first_page(message: Message) -> Message | None:
    parts = islice(message.walk(), MOST_PARTS)
    return next((part for part in parts if part.get_content_type() in PAGES), None)
