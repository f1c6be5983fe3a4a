"""Opening an article with its sidecar: the document as it was saved, on the article as it is now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from core.document import Document
from core.errors import FileMissing, FileUnreadable, SidecarBroken, SidecarTooNew, UserError
from core.files.source import Source
from core.repairs import applied
from core.sidecar.anchoring import Anchored, anchor
from core.sidecar.fields import Malformed
from core.sidecar.parsing import Newer, ParsedSidecar, parse

LARGEST = 512 << 20


@dataclass(frozen=True, slots=True)
class Opened:
    """A document from its sidecar.

    ``digest`` is that of the sidecar's bytes, which saving compares. ``anchored`` is there when the
    article has changed since: nothing may then be saved over before a person agreed.
    """

    document: Document
    digest: str
    is_read_only: bool = False
    anchored: Anchored | None = None


def load(sidecar: Path, source: Source) -> Opened:
    """The document that ``sidecar`` holds about ``source``."""
    return load_data(read_sidecar(sidecar), sidecar, source)


def load_data(data: bytes, sidecar: Path, source: Source) -> Opened:
    """The document that ``data`` holds about ``source``: what ``sidecar`` holds, or what a journal kept."""
    parsed = _parsed(sidecar, data)
    digest = sha256(data).hexdigest()
    document = _on_article(parsed.document, source)
    if document is not None:
        return Opened(document, digest, parsed.is_newer)
    from core import pipeline  # only a changed article is read afresh

    fresh = pipeline.open_article(source, script=parsed.document.script.reading)
    anchored = anchor(parsed.document, fresh)
    return Opened(anchored.document, digest, parsed.is_newer, anchored)


def stored_in(sidecar: Path) -> Document:
    """The document as a sidecar holds it, without looking at its article: ``source_text`` is empty."""
    return _parsed(sidecar, read_sidecar(sidecar)).document


def under_name(document: Document, name: str) -> Document:
    """The document of an article that is called ``name`` by now, whatever it was called when saved."""
    is_same = document.source.name == name
    return document if is_same else replace(document, source=replace(document.source, name=name))


def read_sidecar(sidecar: Path) -> bytes:
    """The bytes of a sidecar."""
    try:
        size = sidecar.stat().st_size
        if size > LARGEST:
            raise SidecarBroken(sidecar, f"{size} bytes are more than any sidecar has")
        return sidecar.read_bytes()
    except FileNotFoundError as error:
        raise FileMissing(sidecar, "no such file") from error
    except OSError as error:
        raise FileUnreadable(sidecar, error.strerror or str(error)) from error


def _parsed(sidecar: Path, data: bytes) -> ParsedSidecar:
    try:
        return parse(data)
    except Newer as error:
        raise SidecarTooNew(sidecar, str(error)) from error
    except Malformed as error:
        raise SidecarBroken(sidecar, str(error)) from error


def _on_article(stored: Document, source: Source) -> Document | None:
    """The stored document with its source text; None where the two do not belong together any more."""
    if source.sha256 != stored.source.sha256:
        return None
    from core.reading import read  # encodings and HTML take long to load, and a list of files needs neither

    try:
        source_text = read(source, encoding=stored.source.encoding)
    except UserError:
        return None
    document = under_name(replace(stored, source_text=source_text.text), source.name)
    is_same_reader = source_text.reader == stored.source.reader
    return document if is_same_reader and _fits(document) else None


def _fits(document: Document) -> bool:
    """Whether repairs and marks stand where they say.

    The text may differ from what the repairs give today in characters, as conversion tables grow, but not
    in length: it is the sidecar's that counts.
    """
    length, end = len(document.source_text), 0
    for repair in document.repairs:
        if repair.span.start < end or repair.span.of(document.source_text) != repair.original:
            return False
        end = repair.span.end
    length += sum(len(repair.replacement) - len(repair.span) for repair in applied(document.repairs))
    quotes = [(a.span, a.quote) for a in document.annotations]
    quotes += [(place.span, place.quote) for finding in document.findings for place in finding.places]
    return (
        length == len(document.text)
        and all(span.of(document.text) == quote for span, quote in quotes)
        and all(block.span.end <= length for block in document.article.blocks)
    )
