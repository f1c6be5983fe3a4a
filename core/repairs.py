"""Repairs: explained replacements on the source text, and the reading text that they give."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from core.text import offsets
from core.text.offsets import OffsetMap, Replacement
from core.text.spans import Span

REPAIR_KINDS = (
    "gloss",
    "straddle",
    "drift",
    "split",
    "width",
    "dropped",
    "lost",
    "duplicate",
    "entity",
    "tag",
    "encoding",
    "invisible",
    "linebreak",
    "manual",
)
LOST = "▯"


@dataclass(frozen=True, slots=True)
class Repair:
    """One replacement on the source text with its reasons.

    ``span`` counts in the source text, ``replacement`` is in the reading script. ``proved`` means that
    the forward model of the damage turns the replacement into the original and no other reading does;
    ``reason`` names what a proof must leave aside (``width script filtered``) or why there is none.
    ``status`` is ``applied suggested rejected``. ``absorbed`` are the repairs that a correction by hand took
    the place of; they come back when it is taken back.
    """

    id: str
    span: Span
    original: str
    replacement: str
    kind: str
    confidence: float = 1.0
    proved: bool = False
    status: str = "applied"
    evidence: str = ""
    reason: str | None = None
    absorbed: tuple[Repair, ...] = ()
    unknown: dict[str, Any] = field(default_factory=dict)

    @property
    def is_applied(self) -> bool:
        """Whether the reading text shows the replacement."""
        return self.status == "applied"


def applied(repairs: Iterable[Repair]) -> Iterator[Repair]:
    """Those that the reading text shows."""
    return (repair for repair in repairs if repair.is_applied)


def reading_map(repairs: Iterable[Repair]) -> OffsetMap:
    """The way between the source and the reading text, given all repairs of a document."""
    return OffsetMap(Replacement(repair.span, repair.replacement) for repair in applied(repairs))


def in_reading(repairs: Iterable[Repair]) -> Iterator[tuple[Repair, Span]]:
    """Each repair of a document with its stretch of the reading text, which may show the original."""
    shift = 0
    for repair in repairs:
        length = len(repair.replacement) if repair.is_applied else len(repair.span)
        start = repair.span.start + shift
        shift += length - len(repair.span)
        yield repair, Span(start, start + length)


@dataclass(frozen=True, slots=True)
class Composition:
    """The reading text, and the way between it and the source."""

    text: str
    map: OffsetMap


def compose(
    source: str, repairs: Iterable[Repair], convert: Callable[[str], str] = lambda text: text
) -> Composition:
    """The source after ``repairs`` (ordered, apart), then in the reading script.

    ``convert`` keeps the length. A replacement is in the reading script already and stays to the letter.
    """
    replacements = [Replacement(repair.span, repair.replacement) for repair in repairs]
    offset_map = OffsetMap(replacements)
    converted = convert(offsets.apply(source, replacements))
    pieces: list[str] = []
    place, shift = 0, 0
    for span, text in ((r.span, r.text) for r in replacements):
        start = span.start + shift
        pieces += (converted[place:start], text)
        place = start + len(text)
        shift += len(text) - len(span)
    pieces.append(converted[place:])
    return Composition("".join(pieces), offset_map)
