"""The damaged stretches of a page with the clean text behind each, from left to right."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from core.repairs import LOST
from core.restoration.decoder import Gloss, Run, decode_run
from core.restoration.page import Page
from core.restoration.readings import LETTERS, first_reading
from core.spans import Span

_SIGNS = re.compile(rf"\(([{LETTERS}]+)\)|\?")
# A guess at a half-eaten character is kept from this probability on; below, its place is lost.
_SURE_GUESS = 0.95
# So many shifted characters make a run of drift out of a torn gloss or a split.
_DRIFTED = 3


@dataclass(frozen=True, slots=True)
class Stretch:
    """A damaged stretch of the source; ``text`` is clean, in the source's script.

    ``rivals`` are other readings of the same bytes with their distance in nats.
    """

    span: Span
    text: str
    kind: str
    glosses: tuple[Gloss, ...] = ()
    rivals: tuple[tuple[str, float], ...] = ()


def find_stretches(page: Page) -> tuple[Stretch, ...]:
    """All stretches that the chain tore, in order and apart."""
    found: list[Stretch] = []
    place = 0
    while sign := _SIGNS.search(page.source, place):
        place = sign.end()
        stretch = _whole_gloss(page, sign) if sign[1] else _torn_run(page, found, sign.start())
        if stretch is None:
            continue
        if found and found[-1].span.end > stretch.span.start:
            found.pop()
        found.append(stretch)
        place = stretch.span.end
    return tuple(found)


def _whole_gloss(page: Page, sign: re.Match[str]) -> Stretch | None:
    start = sign.start() - 1
    character = page.source[start] if start >= 0 else ""
    if character not in page.glossed or first_reading(character) != sign[1]:
        return None
    return Stretch(Span(start, sign.end()), character, "gloss", (Gloss(0, character, is_torn=False),))


def _torn_run(page: Page, found: list[Stretch], place: int) -> Stretch | None:
    before = _clean_before(page, found, place)
    run = decode_run(page, before, place)
    if run is None:
        return None
    if not run.is_torn:
        return _as_stretch(run, _kind(run))
    return _with_character_before(_as_stretch(run, _kind(run)), found, before[-1:])


def _clean_before(page: Page, found: list[Stretch], place: int) -> str:
    """The two clean characters in front of a place."""
    if not found:
        return page.source[max(0, place - 2) : place]
    last = found[-1]
    return (last.text + page.source[last.span.end : place])[-2:]


def _with_character_before(stretch: Stretch, found: list[Stretch], character: str) -> Stretch:
    """A torn gloss stands across the character before it, which may have a gloss of its own."""
    start = stretch.span.start
    if found and found[-1].span.end == start:
        return _joined(found[-1], stretch)
    glosses = tuple(replace(gloss, place=gloss.place + 1) for gloss in stretch.glosses)
    rivals = tuple((character + text, cost) for text, cost in stretch.rivals)
    span = Span(start - 1, stretch.span.end)
    return replace(stretch, span=span, text=character + stretch.text, glosses=glosses, rivals=rivals)


def _joined(first: Stretch, second: Stretch) -> Stretch:
    shift = len(first.text)
    glosses = (*first.glosses, *(replace(g, place=g.place + shift) for g in second.glosses))
    rivals = (
        *((text + second.text, cost) for text, cost in first.rivals),
        *((first.text + text, cost) for text, cost in second.rivals),
    )
    return Stretch(first.span.union(second.span), first.text + second.text, second.kind, glosses, rivals)


def _as_stretch(run: Run, kind: str) -> Stretch:
    return Stretch(run.span, run.text, kind, run.glosses, run.rivals)


def _kind(run: Run) -> str:
    if LOST in run.text:
        return "lost"
    if len(run.text) > _DRIFTED:
        return "drift"
    return "straddle" if run.is_torn else "split"
