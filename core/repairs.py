"""Repairs: explained replacements on the source text, and the reading text that they give."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from core import offsets
from core.offsets import OffsetMap, Replacement
from core.spans import Span

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
    ``status`` is ``applied suggested rejected``.
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
    unknown: dict[str, Any] = field(default_factory=dict)


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
