"""Texts that another tool labelled, as articles of their own with marks."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import count

from core import edits, pipeline
from core.document import Document
from core.edits import Author
from core.exchange.format import Labelled
from core.mentions import Mention
from core.offsets import OffsetMap, Replacement
from core.repairs import reading_map
from core.source import source_of
from core.spans import Span

_CRLF = re.compile("\r\n")
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\ud800-\udfff]')
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class ImportedArticle:
    """A file to write, ``data`` under ``name``, and the document of it."""

    name: str
    data: bytes
    document: Document


def import_articles(labelled: Iterable[Labelled], by: Author, origin: str) -> Iterator[ImportedArticle]:
    """An article for each text, its marks accepted by ``by``; ``origin`` names where they come from."""
    taken: set[str] = set()
    for number, item in enumerate(labelled, 1):
        name = _free(_safe(item.name or f"{number:04}"), taken)
        taken.add(name.casefold())
        yield _article(item, name, by, origin)


def _article(item: Labelled, name: str, by: Author, origin: str) -> ImportedArticle:
    breaks = OffsetMap(Replacement(Span(*match.span()), "\n") for match in _CRLF.finditer(item.text))
    data = _CRLF.sub("\n", item.text).encode("utf-8", "replace")
    document = pipeline.open_article(source_of(data, name), encoding="utf-8")
    to_reading = reading_map(document.repairs).forward
    spans = ((to_reading(breaks.forward(span)), label) for span, label in item.spans)
    mentions = [Mention(span, label, origin=origin) for span, label in spans if span]
    marked = edits.merge_mentions(document, mentions)
    return ImportedArticle(
        name, data, edits.set_statuses(marked, [a.id for a in marked.annotations], "accepted", by)
    )


def _free(stem: str, taken: Collection[str]) -> str:
    """A file's name that no other article has."""
    names = (f"{stem}.txt" if n == 1 else f"{stem} {n}.txt" for n in count(1))
    return next(name for name in names if name.casefold() not in taken)


def _safe(name: str) -> str:
    """The last part of a name without what no file may be called.

    >>> _safe("../../etc/pass:wd.txt"), _safe(".."), _safe("con")
    ('pass_wd', 'article', 'con_')
    """
    last = re.split(r"[/\\]", name)[-1].removesuffix(".txt")
    stem = _NOT_IN_NAMES.sub("_", last)[:_LONGEST_NAME].strip(" .") or "article"
    return f"{stem}_" if _DEVICE.fullmatch(stem) else stem
