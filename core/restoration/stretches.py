"""The damaged stretches of a page with the clean text behind each, from left to right."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from core.language.script import HANS, convert
from core.repairs import LOST
from core.restoration import codepage
from core.restoration.decoder import decode_run
from core.restoration.doubt import SURE, without_doubt
from core.restoration.gaps import Filling, fill
from core.restoration.hypotheses import Gloss, Run
from core.restoration.page import Page
from core.restoration.readings import LETTERS, first_reading
from core.text.spans import Span

_GLOSS = re.compile(rf"\([{LETTERS}]+\)")
_SIGNS = re.compile(rf"\(([{LETTERS}]+)\)|\?")
# So far ahead the next two clean characters are looked for.
_AHEAD = 20
# So many shifted characters make a run of drift out of a torn gloss or a split.
_DRIFTED = 3


class Stretch(NamedTuple):
    """A damaged stretch of the source; ``text`` is clean, in the source's script.

    A named tuple, as a page has a thousand.
    ``confidence`` is that of ``text``, whose doubtful places are lost; ``likeliest`` is the whole reading.
    ``rivals`` are other readings of the same bytes with their distance from it in nats. ``encodings`` are the
    one that it was written in and the one that it was read in by mistake.
    """

    span: Span
    text: str
    kind: str
    confidence: float = 1.0
    likeliest: str = ""
    glosses: tuple[Gloss, ...] = ()
    rivals: tuple[tuple[str, float], ...] = ()
    fillings: tuple[Filling, ...] = ()
    encodings: tuple[str, ...] = ()


def find_stretches(page: Page) -> tuple[Stretch, ...]:
    """All stretches that the chain tore, in order and apart.

    A page that glosses nothing must show one that is beyond doubt, or it has none.
    """
    found: list[Stretch] = []
    place = 0
    while sign := _SIGNS.search(page.source, place):
        place = sign.end()
        if sign[1]:
            stretch = _whole_gloss(page, sign) or _gloss_across_letter(page, found, sign)
        else:
            stretch = _torn_run(page, found, sign.start())
        if stretch is None:
            continue
        if found and found[-1].span.end > stretch.span.start:
            found.pop()
        found.append(stretch)
        place = stretch.span.end
    is_sure = page.glossed or any(s.kind != "lost" and s.confidence >= SURE for s in found)
    return tuple(found) if is_sure else ()


def _whole_gloss(page: Page, sign: re.Match[str]) -> Stretch | None:
    start = sign.start() - 1
    character = page.source[start] if start >= 0 else ""
    if character not in page.glossed or first_reading(character) != sign[1]:
        return None
    return Stretch(Span(start, sign.end()), character, "gloss", glosses=_gloss_on(character))


@cache
def _gloss_on(character: str) -> tuple[Gloss]:
    return (Gloss(0, character, is_torn=False),)


def _gloss_across_letter(page: Page, found: list[Stretch], sign: re.Match[str]) -> Stretch | None:
    """A gloss behind a letter: of the character that the letter makes with the byte before it.

    是 CAC7 and f 66 have 莊 C766 across them: 是f(zhuāng)-35.
    """
    place = sign.start() - 1
    letter = page.source[max(0, place) : sign.start()]
    before = (
        codepage.encode(_clean_before(page, found, place)[-1:]) if letter.isascii() and place > 0 else b""
    )
    if len(before) != 2 or not letter.isalpha():
        return None
    across = codepage.character(before[1], ord(letter))
    if not across or first_reading(across) != sign[1]:
        return None
    return Stretch(Span(place, sign.end()), letter, "straddle", glosses=(Gloss(0, across, is_torn=True),))


def _torn_run(page: Page, found: list[Stretch], place: int) -> Stretch | None:
    before = _clean_before(page, found, place)
    run = decode_run(page, before, place)
    if run is None:
        return None
    stretch = _filled(page, before, run)
    return _with_character_before(stretch, found, before[-1:]) if run.is_torn else stretch


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
    return stretch._replace(
        span=span,
        text=character + stretch.text,
        likeliest=character + stretch.likeliest,
        glosses=glosses,
        rivals=rivals,
    )


def _joined(first: Stretch, second: Stretch) -> Stretch:
    shift = len(first.text)
    glosses = (*first.glosses, *(replace(g, place=g.place + shift) for g in second.glosses))
    rivals = (
        *((text + second.text, cost) for text, cost in first.rivals),
        *((first.text + text, cost) for text, cost in second.rivals),
    )
    return Stretch(
        span=first.span.union(second.span),
        text=first.text + second.text,
        kind="lost" if "lost" in (first.kind, second.kind) else second.kind,
        confidence=min(first.confidence, second.confidence),
        likeliest=(first.likeliest or first.text) + second.likeliest,
        glosses=glosses,
        rivals=rivals,
        fillings=(*first.fillings, *second.fillings),
    )


def _filled(page: Page, before: str, run: Run) -> Stretch:
    """A run with its gaps filled where there is no doubt; the runners-up join the rival readings."""
    after = _GLOSS.sub("", page.source[run.span.end : run.span.end + _AHEAD])[:2]
    fillings = fill(page, before, run.text, after, run.gaps)
    text = run.text
    for filling in fillings:
        text = _put(text, filling.gap.place, filling.character)
    merged = ((_merge(text, rival, run.text), cost) for rival, cost in run.rivals)
    rivals = [(rival, cost) for rival, cost in merged if not _is_no_rival(rival, text)]
    for filling in fillings:
        rivals += _runners_up(text, filling)
    rivals.sort(key=lambda rival: rival[1])
    sure, confidence = without_doubt(text, rivals)
    return Stretch(
        span=run.span,
        text=sure,
        kind=_kind(run, sure),
        confidence=confidence,
        likeliest=text,
        glosses=run.glosses,
        rivals=tuple(rivals),
        fillings=fillings,
    )


def _runners_up(text: str, filling: Filling) -> list[tuple[str, float]]:
    if filling.character == LOST:
        return []
    best = filling.candidates[0][1]
    others = filling.candidates[1:]
    return [(_put(text, filling.gap.place, c), math.log(best / p)) for c, p in others if p > 0]


def _put(text: str, place: int, character: str) -> str:
    return text[:place] + character + text[place + 1 :]


def _merge(filled: str, rival: str, unfilled: str) -> str:
    """A rival reading, with what was filled into the best one where the two have the same gap."""
    if len(rival) != len(filled):
        return rival
    same = (f if r == u == LOST else r for f, r, u in zip(filled, rival, unfilled, strict=True))
    return "".join(same)


def _is_no_rival(rival: str, text: str) -> bool:
    """Whether a reading is the same in Simplified.

    A place that it leaves lost stands for all the other characters that fit there, and so speaks against
    the one in ``text``: 上海“ where 上。“ is read.
    """
    return len(rival) == len(text) and convert(rival, to=HANS) == convert(text, to=HANS)


def _kind(run: Run, text: str) -> str:
    if LOST in text:
        return "lost"
    if len(text) > _DRIFTED:
        return "drift"
    return "straddle" if run.is_torn else "split"
