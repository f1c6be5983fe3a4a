"""Everyday damage in office files: stray entities, invisible characters, doubled punctuation.

Nothing here depends on the chain of mirror sites. On a page without its damage these are suggestions.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from core.restoration.stretches import Stretch
from core.text.spans import Span

_ENTITY = re.compile(
    r"&amp;(?:nbsp|quot|amp|lt|gt|ldquo|rdquo|middot|mdash|hellip|#\d{2,6}|#x[0-9a-fA-F]{2,5});"
    r"|&(?:nbsp|ensp|emsp|quot|ldquo|rdquo|lsquo|rsquo|middot|mdash|hellip|#\d{2,6}|#x[0-9a-fA-F]{2,5});"
)
# An entity that lost its ampersand: only those of Chinese signs are told from other text.
_BARE_ENTITY = re.compile(
    r"(?<![&A-Za-z0-9])#(?:x(?:ff[0-5]|30[01]|201)[0-9a-fA-F]|(?:6[5-9]\d{3}|122[89]\d|82[12]\d));"
)
# Of the private area what fonts of icons and symbols use, and U+E5E5, the blank A3A0 of GBK; before it are
# old emoji, and within it are characters that GBK had before Unicode.
_INVISIBLE = re.compile(
    "[\u200b\u2060\ufeff\u00ad\u200e\u200f\u202a-\u202e\ufffc\x00-\x08\x0e-\x1f\x7f\ue538-\ue814\ue865-\uf8ff]+"
)
_MARKS = ",，"
_DUPLICATE = re.compile("[,，]*(?:，[,，]+|[,，]+，)|[,，]+(?=[。；])(?<=，)[。；]|[。；](?=[,，]*，)[,，]+")
_CODE = re.compile(r"</?[a-z]+[^<>]*>|[{};]\s*\n", re.IGNORECASE)
# Fewer entities than this may be what the text is about.
_LEAST_ENTITIES = 3


def find_entities(text: str) -> Iterator[Stretch]:
    """Entities that were escaped twice or never resolved; a page of HTML or code is left alone.

    >>> [(s.span.of("他说&amp;quot;好"), s.text) for s in find_entities("他说&amp;quot;好")]
    [('&amp;quot;', '"')]
    """
    if ("&" not in text and "#" not in text) or _CODE.search(_ENTITY.sub("", text)):
        return
    entities = list(_ENTITY.finditer(text))
    for entity in entities:
        if len(entities) >= _LEAST_ENTITIES or entity[0].startswith("&amp;"):
            yield Stretch(Span(*entity.span()), _resolved(entity[0]), "entity", 0.98)
    for entity in _BARE_ENTITY.finditer(text):
        yield Stretch(Span(*entity.span()), _resolved("&" + entity[0]), "entity", 0.99)


def _resolved(entity: str) -> str:
    return html.unescape(html.unescape(entity)).replace("\xa0", " ")


def find_invisible(text: str) -> Iterator[Stretch]:
    """Zero-width, control and private-use characters beside Chinese or digits; emoji have some in them."""
    for junk in _INVISIBLE.finditer(text):
        before, after = text[junk.start() - 1 : junk.start()], text[junk.end() : junk.end() + 1]
        if any(_is_chinese(c) or c.isdigit() for c in (before, after)):
            yield Stretch(Span(*junk.span()), "", "invisible", 0.99)


def _is_chinese(character: str) -> bool:
    return "\u3000" <= character <= "\u9fff" or "\uff00" <= character <= "\uffef"


def find_duplicates(text: str) -> Iterator[Stretch]:
    """Commas that stand double, or before or after a full stop; of a full stop and commas it stays.

    One of them is full-width: on a page where all were folded it came from an entity.

    >>> [(s.span.of("工作,，做，。"), s.text) for s in find_duplicates("工作,，做，。")]
    [(',，', '，'), ('，。', '。')]
    """
    for marks in _DUPLICATE.finditer(text):
        stops = [mark for mark in marks[0] if mark not in _MARKS]
        yield Stretch(Span(*marks.span()), stops[0] if stops else "，", "duplicate", 0.99)
