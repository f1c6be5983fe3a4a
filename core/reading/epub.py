"""E-books (.epub): the chapters in the order of the spine, each read as the page that it is.

Pictures, fonts, styles and scripts in the archive are not touched, nor is anything outside it.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

from core.errors import NotText
from core.files.decoding import DecodedText, decode
from core.reading.archive import Archive, opened
from core.reading.html import declared_encoding, visible_lines
from core.reading.lines import Lines
from core.reading.source_text import SourceText, normalized

NAME = "epub/1"
MOST_CHAPTERS = 5_000
CONTAINER, RIGHTS = "META-INF/container.xml", "META-INF/encryption.xml"
PAGES = frozenset({"application/xhtml+xml", "text/html", "text/x-oeb1-document"})


def read_epub(data: bytes, encoding: str | None = None) -> SourceText:
    """The text of an .epub; ``encoding`` is for chapters of old books, most are UTF-8."""
    lines = Lines()
    try:
        with opened(data, ".epub") as archive:
            for page in _chapters(archive):
                decoded = decode(page, encoding=encoding, declared=declared_encoding(page))
                visible_lines(normalized(decoded.text), lines)
    except etree.XMLSyntaxError as error:
        raise NotText(None, "a damaged or locked .epub") from error
    text = lines.text()
    return SourceText(normalized(text), NAME, DecodedText(text, "utf-8"), lines.known())


def _chapters(archive: Archive) -> Iterator[bytes]:
    """The pages that the spine lists, without those that only navigate."""
    package = _package_name(archive)
    root = _parsed(archive.read(package))
    locked = _locked(archive)
    items = {item.get("id"): item for item in root.iterfind(".//{*}manifest/{*}item")}
    chapters = [items.get(ref.get("idref")) for ref in root.iterfind(".//{*}spine/{*}itemref")]
    for item in chapters[:MOST_CHAPTERS]:
        if item is None or item.get("media-type") not in PAGES or "nav" in (item.get("properties") or ""):
            continue
        name = _inside(package, item.get("href") or "")
        if name in locked:
            raise NotText(None, "an .epub locked by its publisher")
        if name in archive.names:
            yield archive.read(name)


def _package_name(archive: Archive) -> str:
    found = _parsed(archive.read(CONTAINER)).find(".//{*}rootfile")
    return (found.get("full-path") or "") if found is not None else ""


def _locked(archive: Archive) -> frozenset[str]:
    """The members that are encrypted. Fonts often are, so that nobody takes them out."""
    if RIGHTS not in archive.names:
        return frozenset()
    references = _parsed(archive.read(RIGHTS)).iterfind(".//{*}CipherReference")
    return frozenset(unquote(reference.get("URI") or "") for reference in references)


def _inside(package: str, href: str) -> str:
    """The member that a link of the package names."""
    path = unquote(href.partition("#")[0])
    return posixpath.normpath(posixpath.join(posixpath.dirname(package), path))


def _parsed(data: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(data, parser)
