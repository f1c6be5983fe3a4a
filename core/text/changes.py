"""What became of the source text, piece by piece: kept, taken out, put in.

The kept and taken pieces together are the source, the kept and put ones the reading text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from core.document import Document
from core.repairs import Repair, applied

KEPT, TAKEN, PUT = "kept", "taken", "put"


@dataclass(frozen=True, slots=True)
class Change:
    """A piece; ``by_hand`` where a person made it."""

    kind: str
    text: str
    by_hand: bool = False


def changes_of(document: Document) -> Iterator[Change]:
    """The pieces in order. Characters that only changed script are taken and put as well."""
    source, reading = 0, 0
    for repair in applied(document.repairs):
        length = repair.span.start - source
        yield from _converted(
            document.source_text[source : repair.span.start], document.text[reading : reading + length]
        )
        yield from _repaired(repair)
        source, reading = repair.span.end, reading + length + len(repair.replacement)
    yield from _converted(document.source_text[source:], document.text[reading:])


def _converted(source: str, reading: str) -> Iterator[Change]:
    """Texts of one length, character by character."""
    if source == reading:
        yield from _piece(KEPT, source)
        return
    for is_same, pairs in groupby(zip(source, reading, strict=True), key=lambda pair: pair[0] == pair[1]):
        before, after = zip(*pairs, strict=True)
        if is_same:
            yield from _piece(KEPT, "".join(before))
        else:
            yield from _piece(TAKEN, "".join(before))
            yield from _piece(PUT, "".join(after))


def _repaired(repair: Repair) -> Iterator[Change]:
    """What the original and the replacement begin and end with alike is kept."""
    old, new = repair.original, repair.replacement
    start = _alike(old, new)
    tail = _alike(old[start:][::-1], new[start:][::-1])
    by_hand = repair.kind == "manual"
    yield from _piece(KEPT, old[:start])
    yield from _piece(TAKEN, old[start : len(old) - tail], by_hand)
    yield from _piece(PUT, new[start : len(new) - tail], by_hand)
    yield from _piece(KEPT, old[len(old) - tail :])


def _alike(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _piece(kind: str, text: str, by_hand: bool = False) -> Iterator[Change]:
    if text:
        yield Change(kind, text, by_hand)
