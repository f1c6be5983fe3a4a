"""Web pages: the visible text in document order, one line a block. Nothing is run and nothing is fetched.

Navigation stays, for the structure to tell apart. The parser is lxml's in its event form, which builds no
tree: a page nested a million deep is just a page.
"""

from __future__ import annotations

import re

from lxml import etree

from core.decoding import decode
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

_DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]+(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\n\r\f]+")
_WIDE = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]"
_BREAK_BETWEEN_WIDE = re.compile(rf"(?<={_WIDE})[ \t]*\n[ \t\n]*(?={_WIDE})")


def read_html(data: bytes, encoding: str | None = None) -> SourceText:
    """The visible text of a page."""
    declared = _DECLARED.search(data[:4096])
    decoded = decode(data, encoding=encoding, declared=declared[1].decode("ascii") if declared else None)
    return SourceText(normalized(visible_text(normalized(decoded.text))), NAME, decoded)


def visible_text(page: str) -> str:
    r"""What a page shows, a line for each block.

    >>> visible_text("<title>t</title><p>重庆<b>日报</b><script>x</script><p>江&amp;河<br>二")
    '重庆日报\n江&河\n二'
    """
    lines = _Lines()
    parser = etree.HTMLParser(target=lines, encoding="utf-8", no_network=True, huge_tree=True)
    parser.feed(page.encode("utf-8"))
    parser.close()
    return lines.text()


class _Lines:
    """Gathers the text between blocks into lines, as the parser meets it."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._line: list[str] = []
        self._unseen = 0
        self._preformatted = 0

    def start(self, tag: str | bytes, attrib: dict[str | bytes, str | bytes]) -> None:
        """An element opens."""
        if self._unseen or tag in UNSEEN:
            self._unseen += 1
            return
        if tag in BLOCKS:
            self._break()
        elif tag in CELLS:
            self._line.append(" ")
        self._preformatted += tag == "pre"

    def end(self, tag: str | bytes) -> None:
        """An element closes, or the parser closes it."""
        if self._unseen:
            self._unseen -= 1
        elif tag in BLOCKS:
            self._break()
            self._preformatted -= tag == "pre"

    def data(self, data: str | bytes) -> None:
        """Characters, entities already replaced."""
        if self._unseen:
            return
        text = str(data)
        first, *rest = text.split("\n") if self._preformatted else [text]
        self._line.append(first)
        for line in rest:
            self._break()
            self._line.append(line)

    def comment(self, text: str | bytes) -> None:
        """Comments are not shown."""

    def close(self) -> None:
        """The page ends."""
        self._break()

    def text(self) -> str:
        """All lines."""
        return "\n".join(self._lines)

    def _break(self) -> None:
        line = _BREAK_BETWEEN_WIDE.sub("", "".join(self._line))
        line = _SPACE.sub(" ", line).strip(" ")
        if line:
            self._lines.append(line)
        self._line = []
