"""Word documents: paragraphs as lines, headings by their styles; pictures, notes and deleted text stay out.

Only two members of the archive are read, and no more of them than an article can have: an archive that
unpacks to gigabytes is refused. The XML is read as events, with entities left unexpanded.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from core.errors import NotText
from core.files.decoding import DecodedText
from core.reading.archive import Archive, opened
from core.reading.lines import Lines
from core.reading.source_text import SourceText, normalized

NAME = "docx/1"
_SKIPPED = frozenset({"Fallback", "rt", "del", "moveFrom"})
_BREAKS = frozenset({"br", "cr"})
_TITLE = re.compile(r"title|标题", re.IGNORECASE)
_HEADING = re.compile(r"(?:heading|标题)\s*\d", re.IGNORECASE)


def read_docx(data: bytes, encoding: str | None = None) -> SourceText:
    """The text of a .docx; its encoding is its own."""
    try:
        with opened(data, ".docx") as archive:
            body = _Body(_styles(archive))
            _parse(archive.read("word/document.xml"), body)
    except etree.XMLSyntaxError as error:
        raise NotText(None, "a damaged or locked .docx") from error
    lines = body.lines
    decoded = DecodedText(lines.text(), "utf-8")
    return SourceText(normalized(lines.text()), NAME, decoded, lines.known())


def _styles(archive: Archive) -> dict[str, str]:
    """What the styles of the document make of a paragraph: a title or a heading."""
    styles = _Styles()
    if "word/styles.xml" in archive.names:
        _parse(archive.read("word/styles.xml"), styles)
    return styles.kinds


def _parse(data: bytes, target: _Styles | _Body) -> None:
    parser = etree.XMLParser(
        target=target, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    parser.feed(data)
    parser.close()


class _Events:
    """What the parser asks of a target besides elements and characters."""

    def comment(self, text: str | bytes) -> None:
        """Comments are not read."""

    def close(self) -> None:
        """The part ends."""

    def data(self, data: str | bytes) -> None:
        """Characters."""


class _Styles(_Events):
    """Takes the events of ``styles.xml``. Names are English in the file whatever Word shows, ids are not."""

    def __init__(self) -> None:
        self.kinds: dict[str, str] = {}
        self._style = ""

    def start(self, tag: str | bytes, attrib: dict[str | bytes, str | bytes]) -> None:
        """A style, or its name."""
        value = _attributes(attrib)
        if _name(tag) == "style":
            self._style = value.get("styleId", "")
        elif _name(tag) == "name":
            if _HEADING.match(value.get("val", "")):
                self.kinds[self._style] = "heading"
            elif _TITLE.fullmatch(value.get("val", "")):
                self.kinds[self._style] = "title"

    def end(self, tag: str | bytes) -> None:
        """Nothing ends that matters."""


class _Body(_Events):
    """Takes the events of ``document.xml``, and writes the lines."""

    def __init__(self, styles: Mapping[str, str]) -> None:
        self.lines = Lines()
        self._styles = styles
        self._kind: str | None = None
        self._skipped = 0
        self._is_text = False

    def start(self, tag: str | bytes, attrib: dict[str | bytes, str | bytes]) -> None:
        """An element opens."""
        name = _name(tag)
        if self._skipped or name in _SKIPPED:
            self._skipped += 1
        elif name == "p":
            self.lines.end()
            self._kind = None
        elif name == "pStyle":
            self._kind = self._styles.get(_attributes(attrib).get("val", ""))
        elif name == "t":
            self._is_text = True
        elif name in _BREAKS:
            self.lines.end()
        elif name == "tab":
            self.lines.add(" ")
        elif name == "noBreakHyphen":
            self.lines.add("-", kind=self._kind)

    def end(self, tag: str | bytes) -> None:
        """An element closes."""
        if self._skipped:
            self._skipped -= 1
        elif _name(tag) == "p":
            self.lines.end()
        elif _name(tag) == "t":
            self._is_text = False

    def data(self, data: str | bytes) -> None:
        """Characters, which count only as text."""
        if self._is_text and not self._skipped:
            self.lines.add(str(data), kind=self._kind)


def _name(tag: str | bytes) -> str:
    """The name of an element of WordprocessingML, or of a compatibility wrapper around some."""
    return str(tag).rpartition("}")[2]


def _attributes(attrib: Mapping[str | bytes, str | bytes]) -> dict[str, str]:
    return {_name(key): str(value) for key, value in attrib.items()}
