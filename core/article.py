"""An article: its blocks, what it says about itself, and the form in which recognizers read it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from core.text.spans import Span

BLOCK_KINDS = (
    "navigation",
    "title",
    "dateline",
    "heading",
    "lead",
    "body",
    "quote",
    "caption",
    "digest",
    "credit",
    "boilerplate",
)
UNREAD_KINDS = frozenset({"navigation", "boilerplate"})


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the reading text that plays one part in the article.

    Blocks are ordered, do not overlap and hold no line break at their ends; a paragraph is one block.
    """

    kind: str
    span: Span
    unknown: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Article:
    """What the article says about itself. ``published`` is ISO 8601 as precise as the page says."""

    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    editor: str | None = None
    blocks: tuple[Block, ...] = ()
    unknown: dict[str, Any] = field(default_factory=dict)

    @property
    def date(self) -> date | None:
        """The day of publication, which relative times are counted from."""
        try:
            return date.fromisoformat((self.published or "")[:10])
        except ValueError:
            return None

    def kind_at(self, place: int) -> str:
        """The kind of the block at a place of the text; empty outside of all."""
        before = bisect_right(self.blocks, place, key=lambda block: block.span.start)
        block = self.blocks[before - 1] if before else None
        return block.kind if block and place < block.span.end else ""


@dataclass(frozen=True, slots=True)
class ReadingText:
    """What a recognizer is given.

    ``text`` is the article as it stands and ``simplified`` the same text in Simplified characters,
    character for character: rules match on ``simplified``, places and quotes are ``text``'s.
    ``anchor`` is the article's own date.
    """

    text: str
    simplified: str
    blocks: tuple[Block, ...]
    anchor: date | None = None

    @classmethod
    def of_body(cls, text: str, simplified: str, anchor: date | None = None) -> ReadingText:
        """A text without structure: every line is body."""
        return cls(text, simplified, tuple(_lines_as_body(text)), anchor)

    def passages(self) -> Iterator[Block]:
        """The blocks that are read: all but navigation and boilerplate."""
        return (block for block in self.blocks if block.kind not in UNREAD_KINDS)


def _lines_as_body(text: str) -> Iterator[Block]:
    place = 0
    for line in text.split("\n"):
        if line.strip():
            yield Block("body", Span(place, place + len(line)))
        place += len(line) + 1
