"""Web pages: the visible text in document order, one line a block. Nothing is run and nothing is fetched.

Navigation stays, for the structure to tell apart. The parser is lxml's in its event form, which builds no
tree: a page nested a million deep is just a page.
"""

from __future__ import annotations

import re

from lxml import etree

from core.files.decoding import decode
from core.reading.lines import Lines
from core.reading.source_text import SourceText, normalized

NAME = "html/1"

_BLOCKS = """
    address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre
    section summary table tbody tfoot thead title tr ul
"""
_UNSEEN = """
    applet audio canvas datalist embed head iframe math noframes noscript object option rp rt script select
    style svg template textarea video
"""
BLOCKS, UNSEEN, CELLS = frozenset(_BLOCKS.split()), frozenset(_UNSEEN.split()), frozenset({"td", "th"})
KINDS = {
    "nav": "navigation",
    "footer": "boilerplate",
    "figcaption": "caption",
    "blockquote": "quote",
    "h1": "title",
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), "heading"),
}
"""What an element makes of the lines in it."""

_DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]+(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)


def read_html(data: bytes, encoding: str | None = None, *, declared: str | None = None) -> SourceText:
    """The visible text of a page; ``declared`` is the encoding that something around it tells."""
    decoded = decode(data, encoding=encoding, declared=declared_encoding(data) or declared)
    lines = visible_lines(normalized(decoded.text))
    return SourceText(normalized(lines.text()), NAME, decoded, lines.known())


def declared_encoding(data: bytes) -> str | None:
    r"""The encoding that a page says it is in.

    >>> declared_encoding(b'<meta charset="gb2312">')
    'gb2312'
    """
    told = _DECLARED.search(data[:4096])
    return told[1].decode("ascii") if told else None


def visible_lines(page: str, lines: Lines | None = None) -> Lines:
    r"""What a page shows, a line for each block; behind the ``lines`` of other pages, if any.

    >>> visible_lines("<title>t</title><p>重庆<b>日报</b><script>x</script><p>江&amp;河<br>二").text()
    '重庆日报\n江&河\n二'
    """
    target = _Page(Lines() if lines is None else lines)
    parser = etree.HTMLParser(target=target, encoding="utf-8", no_network=True, huge_tree=True)
    parser.feed(page.encode("utf-8"))
    parser.close()
    return target.lines


class _Page:
    """Takes the parser's events, and writes the lines."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self._unseen = 0
        self._preformatted = 0
        self._links = 0
        self._kinds: list[str] = []

    def start(self, tag: str | bytes, attrib: dict[str | bytes, str | bytes]) -> None:
        """An element opens."""
        if self._unseen or tag in UNSEEN:
            self._unseen += 1
            return
        if tag in BLOCKS:
            self.lines.end()
        elif tag in CELLS:
            self.lines.add(" ")
        self._enter(str(tag), 1)
        if kind := KINDS.get(str(tag)):
            self._kinds.append(kind)

    def end(self, tag: str | bytes) -> None:
        """An element closes, or the parser closes it."""
        if self._unseen:
            self._unseen -= 1
            return
        if tag in BLOCKS:
            self.lines.end()
        self._enter(str(tag), -1)
        if tag in KINDS and self._kinds:
            self._kinds.pop()

    def data(self, data: str | bytes) -> None:
        """Characters, entities already replaced."""
        if self._unseen:
            return
        first, *rest = str(data).split("\n") if self._preformatted else [str(data)]
        self._add(first)
        for line in rest:
            self.lines.end()
            self._add(line)

    def comment(self, text: str | bytes) -> None:
        """Comments are not shown."""

    def close(self) -> None:
        """The page ends."""
        self.lines.end()

    def _add(self, words: str) -> None:
        kind = self._kinds[-1] if self._kinds else None
        self.lines.add(words, kind=kind, is_linked=self._links > 0)

    def _enter(self, tag: str, step: int) -> None:
        self._preformatted += step if tag == "pre" else 0
        self._links += step if tag == "a" else 0
