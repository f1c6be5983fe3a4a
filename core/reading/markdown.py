"""Markdown: the words without the marks, a line for each paragraph, headings by their marks.

CommonMark leaves ``**“一区两群”**区县`` as it is, for want of a space; writers of Chinese mean it bold, and
so it is read here.
"""

from __future__ import annotations

import html
import re

from core.files.decoding import decode
from core.reading.lines import Lines
from core.reading.source_text import SourceText, normalized

NAME = "markdown/1"

_FRONT_MATTER = re.compile(r"\A---\n(?:.*\n)*?(?:---|\.\.\.)(?:\n|\Z)")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))??[ \t]*#*[ \t]*")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*")
_RULE = re.compile(r"[ \t]*([*_-])(?:[ \t]*\1){2,}[ \t]*")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_QUOTE = re.compile(r"\A {0,3}>[ \t]?")
_ITEM = re.compile(r"\A[ \t]*[*+-][ \t]+(?:\[[ xX]\][ \t]+)?")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t:]*-{2,}[ \t:|-]*")
_DEFINITION = re.compile(r" {0,3}\[[^\]]{1,200}\]:[ \t]*\S.*")

_INLINE = (
    (re.compile(r"!\[[^\]\n]{0,500}\](?:\([^)\n]{0,2000}\)|\[[^\]\n]{0,200}\])"), ""),
    (re.compile(r"\[([^\]\n]{1,500})\](?:\([^)\n]{0,2000}\)|\[[^\]\n]{0,200}\])"), r"\1"),
    (re.compile(r"<((?:https?|mailto):[^<>\s]{1,2000})>"), r"\1"),
    (re.compile(r"</?[A-Za-z][^<>]{0,500}>|<!--.{0,2000}?-->"), ""),
    (re.compile(r"(\*{1,3}|~~|`+)(?=\S)([^\n]{1,400}?)(?<=\S)\1"), r"\2"),
)
"""Pictures go; of links, tags and emphasis the words stay."""

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_ASIDE = 0xF0000
"""Escaped signs are put aside here, among characters for private use, while the marks are looked for."""
_BACK = {_ASIDE + code: chr(code) for code in range(128)}


def read_markdown(data: bytes, encoding: str | None = None) -> SourceText:
    """The words of a Markdown file."""
    decoded = decode(data, encoding=encoding)
    lines = words_of_markdown(normalized(decoded.text))
    return SourceText(normalized(lines.text()), NAME, decoded, lines.known())


def words_of_markdown(text: str) -> Lines:
    r"""The words, a line for each paragraph.

    >>> words_of_markdown("# 标题\n\n第一**段**，\n[链接](http://x)。\n- 项").text()
    '标题\n第一段，链接。\n项'
    """
    writer = _Writer()
    for line in _FRONT_MATTER.sub("", text, count=1).split("\n"):
        writer.take(line)
    writer.end_paragraph()
    return writer.lines


class _Writer:
    """Takes the lines of a file, and writes paragraphs."""

    def __init__(self) -> None:
        self.lines = Lines()
        self._paragraph: list[str] = []
        self._is_quote = False
        self._fence = ""

    def take(self, line: str) -> None:
        """One more line of the file."""
        if self._fence:
            self._take_code(line)
            return
        unquoted = _QUOTE.sub("", line)
        if (unquoted != line) != self._is_quote:
            self.end_paragraph()
            self._is_quote = unquoted != line
        if fence := _FENCE.match(unquoted):
            self.end_paragraph()
            self._fence = fence[1]
        else:
            self._take_text(unquoted)

    def end_paragraph(self, kind: str | None = None) -> None:
        """Write what was gathered, as ``kind``."""
        words = _ESCAPED.sub(lambda match: chr(_ASIDE + ord(match[1])), "\n".join(self._paragraph))
        for pattern, replacement in _INLINE:
            words = pattern.sub(replacement, words)
        words = html.unescape(words).translate(_BACK)
        self.lines.add(words, kind=kind or ("quote" if self._is_quote else None))
        self.lines.end()
        self._paragraph = []

    def _take_code(self, line: str) -> None:
        if line.strip().startswith(self._fence):
            self._fence = ""
        else:
            self.lines.add(line)
            self.lines.end()

    def _take_text(self, line: str) -> None:
        heading, underline = _HEADING.fullmatch(line), _UNDERLINE.fullmatch(line)
        if underline and self._paragraph:
            self.end_paragraph("title" if underline[1][0] == "=" else "heading")
        elif heading:
            self.end_paragraph()
            self._paragraph = [heading[2] or ""]
            self.end_paragraph("title" if len(heading[1]) == 1 else "heading")
        elif not line.strip() or any(p.fullmatch(line) for p in (_RULE, _TABLE_RULE, _DEFINITION)):
            self.end_paragraph()
        else:
            self._take_words(line)

    def _take_words(self, line: str) -> None:
        words = _ITEM.sub("", line)
        if words != line or line.lstrip().startswith("|"):
            self.end_paragraph()
            words = words.strip().strip("|").replace("|", " ")
        self._paragraph.append(words.removesuffix("\\"))
        if line.endswith(("  ", "\\")):
            self.end_paragraph()
