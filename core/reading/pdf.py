"""PDF files with a text layer: the letters with their places, from which ``pdf_layout`` makes the lines.

PDFium reads the file; nothing in it is run, fetched or drawn. It is not safe in several threads, so one file
is read at a time. A scanned page holds only a picture: a file of nothing else is refused.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from threading import Lock
from unicodedata import normalize

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from core.errors import NotText
from core.files.decoding import DecodedText
from core.reading.pdf_layout import Page, lines_of_pages
from core.reading.pdf_rows import Letter
from core.reading.source_text import SourceText, normalized

NAME = "pdf/1"
MOST_LETTERS = 5_000_000
"""What a file may hold: an article has thousands, a book a million."""

_ONE_AT_A_TIME = Lock()
_PASSWORD = pdfium_c.FPDF_ERR_PASSWORD
_KANGXI = range(0x2F00, 0x2FD6)
"""Radicals, which some fonts of PDFs have in the places of the characters that look like them."""


def read_pdf(data: bytes, encoding: str | None = None) -> SourceText:
    """The text of a .pdf; its encoding is its own."""
    with _ONE_AT_A_TIME:
        pages = _pages(data)
    if not any(page.letters for page in pages):
        raise NotText(None, "a .pdf without a text layer, of scanned pages; recognize its characters first")
    lines = lines_of_pages(pages)
    text = lines.text()
    return SourceText(normalized(text), NAME, DecodedText(text, "utf-8"), lines.known())


def _pages(data: bytes) -> list[Page]:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        is_locked = getattr(error, "err_code", None) == _PASSWORD
        locked = "a .pdf locked with a password; save it without one first"
        raise NotText(None, locked if is_locked else "a damaged .pdf") from error
    try:
        return list(_read_pages(document))
    finally:
        document.close()


def _read_pages(document: pdfium.PdfDocument) -> Iterator[Page]:
    count = 0
    for number in range(len(document)):
        try:
            page = document[number]
        except pdfium.PdfiumError:  # this one is damaged, others may be whole
            continue
        try:
            words = page.get_textpage()
        except pdfium.PdfiumError:
            page.close()
            continue
        count += words.count_chars()
        if count > MOST_LETTERS:
            raise NotText(None, f"a .pdf of more than {MOST_LETTERS // 1_000_000} million characters")
        yield Page(page.get_height(), tuple(_letters(words)))
        words.close()
        page.close()


def _letters(words: pdfium.PdfTextPage) -> Iterator[Letter]:
    """The letters of a page in the file's order, with boxes as tall as their font."""
    box = pdfium_c.FS_RECTF()
    high = 0
    for index in range(words.count_chars()):
        code = pdfium_c.FPDFText_GetUnicode(words, index)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if high and 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00
        high = 0
        if code > 0x10FFFF or pdfium_c.FPDFText_IsGenerated(words, index) == 1:
            continue
        if pdfium_c.FPDFText_GetLooseCharBox(words, index, ctypes.byref(box)):
            is_hyphen = pdfium_c.FPDFText_IsHyphen(words, index) == 1
            character = "-" if is_hyphen else _character(code)
            yield Letter(character, box.left, box.bottom, box.right, box.top)


def _character(code: int) -> str:
    character = chr(code)
    return normalize("NFKC", character) if code in _KANGXI else character
