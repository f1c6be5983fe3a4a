"""Lines of text gathered from markup, with what the markup says of each."""

from __future__ import annotations

import re
from collections import Counter

from core.article import Block
from core.text.spans import Span

LINKED = 0.8
"""A line of which so much is links is navigation."""

LONGEST_SITE_NAME = 8
"""Characters of a main heading that may just be the site's name."""

_SPACE = re.compile(r"[ \t\n\r\f]+")
_WIDE = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]"
_BREAK_BETWEEN_WIDE = re.compile(rf"(?<={_WIDE})[ \t]*\n[ \t\n]*(?={_WIDE})")


class Lines:
    """Gathers words into lines; ``kind`` is what the markup calls the line that is being written."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._kinds: list[str | None] = []
        self._words: list[str] = []
        self._linked = 0
        self._kind: str | None = None

    def add(self, words: str, *, kind: str | None = None, is_linked: bool = False) -> None:
        """Write on in the current line."""
        self._words.append(words)
        if words.strip():
            self._kind = self._kind or kind
            self._linked += len(words.strip()) if is_linked else 0

    def end(self) -> None:
        """End the line; a blank one is none. A line break between Chinese characters is no space."""
        line = _BREAK_BETWEEN_WIDE.sub("", "".join(self._words))
        line = _SPACE.sub(" ", line).strip(" ")
        if line:
            is_navigation = self._kind is None and self._linked >= LINKED * len(line)
            self._lines.append(line)
            self._kinds.append("navigation" if is_navigation else self._kind)
        self._words, self._linked, self._kind = [], 0, None

    def text(self) -> str:
        """All lines."""
        return "\n".join(self._lines)

    def known(self) -> tuple[Block, ...]:
        """The lines of which the kind is known. A main heading is the title if it is the only one."""
        is_title = Counter(self._kinds)["title"] == 1
        blocks: list[Block] = []
        place = 0
        for line, kind in zip(self._lines, self._kinds, strict=True):
            is_doubtful = kind == "title" and not (is_title and len(line) > LONGEST_SITE_NAME)
            if kind and not is_doubtful:
                blocks.append(Block(kind, Span(place, place + len(line))))
            place += len(line) + 1
        return tuple(blocks)
