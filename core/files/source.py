"""The article's file: its bytes, their digest, and what kind of file they are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from core.errors import FileMissing, FileTooLarge, FileUnreadable, NotText, OldDocument

MEGABYTE = 1 << 20
LARGEST = 256 * MEGABYTE
"""Bytes that a file may have to be opened."""

KINDS = {
    ".htm": "html",
    ".html": "html",
    ".xhtml": "html",
    ".shtml": "html",
    ".mht": "mhtml",
    ".mhtml": "mhtml",
    ".md": "markdown",
    ".markdown": "markdown",
    ".docx": "docx",
    ".pdf": "pdf",
    ".epub": "epub",
    ".eml": "eml",
}
_ARCHIVES = frozenset({"docx", "epub"})
_PDF = re.compile(rb"[\s\0]{0,64}%PDF-")
_HTML_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html)[\s>]", re.IGNORECASE)
_FOREIGN = {
    b"{\\rtf": "an RTF document; save it as .docx first",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "an archive",
    b"Rar!": "an archive",
    b"7z\xbc\xaf": "an archive",
    b"MZ\x90": "a program",
    b"\x7fELF": "a program",
}
OLD = "an old Office document (.doc, .wps, .xls); save it as .docx first"
LOCKED = "an Office document locked with a password; save it without one first"
_LOCKED_OFFICE = "EncryptedPackage".encode("utf-16-le")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it is on disk. ``kind`` names its reader; ``path`` is None for what was piped or pasted."""

    path: Path | None
    name: str
    data: bytes
    sha256: str
    kind: str

    @property
    def size(self) -> int:
        """In bytes."""
        return len(self.data)


def read_source(path: Path, *, largest: int = LARGEST) -> Source:
    """The file at ``path``; a ``UserError`` where it is missing, unreadable, too large or no text."""
    return source_of(read_bytes(path, largest=largest), path.name, path)


def read_bytes(path: Path, *, largest: int = LARGEST) -> bytes:
    """The bytes of a file; a ``UserError`` where it is missing, unreadable or too large."""
    try:
        size = path.stat().st_size
        if size > largest:
            raise FileTooLarge(path, f"{-(-size // MEGABYTE)} MB, at most {largest // MEGABYTE} MB")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise FileMissing(path, "no such file") from error
    except (OSError, ValueError) as error:  # ValueError: a zero byte in the name
        raise FileUnreadable(path, getattr(error, "strerror", None) or str(error)) from error


def source_of(data: bytes, name: str, path: Path | None = None) -> Source:
    """Bytes from anywhere as a source; ``name`` tells the kind where the bytes do not."""
    return Source(path, name, data, sha256(data).hexdigest(), _kind(data, name, path))


def _kind(data: bytes, name: str, path: Path | None) -> str:
    kind = KINDS.get(Path(name).suffix.lower(), "plain")
    if data.startswith(_OLD_OFFICE):
        is_locked = _LOCKED_OFFICE in data
        raise OldDocument(path, LOCKED if is_locked else OLD)
    if data.startswith(_ZIP) and kind not in _ARCHIVES:
        raise NotText(path, "an archive")
    if _PDF.match(data):
        return "pdf"
    if kind in _ARCHIVES or kind == "pdf":
        return kind
    for start, what in _FOREIGN.items():
        if data.startswith(start):
            raise NotText(path, what)
    return "html" if kind == "plain" and _HTML_START.match(data) else kind
