"""Everyday damage in office files: stray entities, invisible characters, hard line breaks.

Nothing here depends on the chain of mirror sites. On a page without its damage these are suggestions.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from core.restoration.language import language, normalized
from core.restoration.stretches import Stretch
from core.spans import Span

_ENTITY = re.compile(
    r"&amp;(?:nbsp|quot|amp|lt|gt|ldquo|rdquo|middot|mdash|hellip|#\d{2,6}|#x[0-9a-fA-F]{2,5});"
    r"|&(?:nbsp|ensp|emsp|quot|ldquo|rdquo|lsquo|rsquo|middot|mdash|hellip|#\d{2,6}|#x[0-9a-fA-F]{2,5});"
)
# An entity that lost its ampersand: only those of Chinese signs are told from other text.
_BARE_ENTITY = re.compile(
    r"(?<![&A-Za-z0-9])#(?:x(?:ff[0-5]|30[01]|201)[0-9a-fA-F]|(?:6[5-9]\d{3}|122[89]\d|82[12]\d));"
)
_INVISIBLE = re.compile("[\u200b\u2060\ufeff\u00ad\u200e\u200f\u202a-\u202e]+")
_MARKS = ",，"
_DUPLICATE = re.compile("[,，]*(?:，[,，]+|[,，]+，)|[,，]+(?=[。；])(?<=，)[。；]|[。；](?=[,，]*，)[,，]+")
_CODE = re.compile(r"</?[a-z]+[^<>]*>|[{};]\s*\n", re.IGNORECASE)
_STOPS = "。！？；：…”》）"
_LEAST_WIDTH = 16
_LEAST_LINES = 4
_TOLERANCE = 2
# A character that costs less than this after two others goes on where they stopped; most must.
_LIKELY = 6.0
_READ_ON = 0.6
# Fewer entities than this may be what the text is about.
_LEAST_ENTITIES = 3


def find_entities(text: str) -> Iterator[Stretch]:
    """Entities that were escaped twice or never resolved; a page of HTML or code is left alone.

    >>> [(s.span.of("他说&amp;quot;好"), s.text) for s in find_entities("他说&amp;quot;好")]
    [('&amp;quot;', '"')]
    """
    if ("&" not in text and "#" not in text) or _CODE.search(text):
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
    """Zero-width characters and marks of direction beside Chinese; inside emoji they have a meaning."""
    for junk in _INVISIBLE.finditer(text):
        before, after = text[junk.start() - 1 : junk.start()], text[junk.end() : junk.end() + 1]
        if _is_chinese(before) or _is_chinese(after):
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


def find_line_breaks(text: str) -> Iterator[Stretch]:
    """Line breaks inside sentences, from mail and PDF: several full lines of one width in a row.

    The words must read on across them, as lines of equal width are also found in verse and tables.
    """
    if text.count("\n") < _LEAST_LINES:
        return
    for block in _blocks(text):
        breaks = [line for line in block if _reads_on(text, line.end)]
        if len(block) >= _LEAST_LINES and len(breaks) >= _READ_ON * len(block):
            for line in block:
                end = line.start + len(text[line.start : line.end].rstrip())
                yield Stretch(Span(end, line.end + 1), "", "linebreak", 0.95)


def _blocks(text: str) -> Iterator[list[Span]]:
    """Groups of lines of nearly one width that are cut off, without the line that ends each group."""
    block: list[Span] = []
    place = 0
    for line in text.split("\n"):
        span = Span(place, place + len(line))
        place = span.end + 1
        if block and abs(len(line) - len(block[0])) > _TOLERANCE:
            yield block
            block = []
        if len(line) >= _LEAST_WIDTH and _is_cut_off(text, span.end):
            block.append(span)
        elif block:
            yield block
            block = []


def _is_cut_off(text: str, end: int) -> bool:
    before, after = text[end - 1 : end].strip(), text[end + 1 : end + 2]
    return (_is_chinese(before) and before not in _STOPS) and "\u3400" <= after <= "\u9fff"


def _reads_on(text: str, end: int) -> bool:
    return language().text_cost(normalized(text[end + 1]), normalized(text[end - 2 : end])) < _LIKELY
