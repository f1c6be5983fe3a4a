"""What every reader gives, and the one normalization that all of them make."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from core.article import Block
from core.files.decoding import DecodedText

_BREAKS = ("\r\n", "\r", "\x85", "\u2028", "\u2029")
_NOT_FOR_WIDGETS = re.compile("[\ud800-\udfff\ufdd0\ufdd1]")


@dataclass(frozen=True, slots=True)
class SourceText:
    """The source text and how it came about. ``reader`` names the reader and its version, ``plain/1``.

    ``known`` are blocks whose kind the file's markup tells: headings, links for navigation.
    """

    text: str
    reader: str
    decoded: DecodedText
    known: tuple[Block, ...] = ()


Reader = Callable[[bytes, str | None], SourceText]
"""Takes the bytes and the encoding that a person chose, if any."""


def normalized(text: str) -> str:
    r"""One kind of line break, and nothing that a text widget would change.

    >>> normalized("一\r\n二\x85三\ud800\xa0")
    '一\n二\n三\ufffd\xa0'
    """
    for line_break in _BREAKS:
        text = text.replace(line_break, "\n")
    return _NOT_FOR_WIDGETS.sub("\ufffd", text) if _holds_any(text) else text


def _holds_any(text: str) -> bool:
    """Whether any of those are there: much quicker to say than to look for each."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return "\ufdd0" in text or "\ufdd1" in text
