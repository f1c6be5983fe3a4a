"""The inverse of the chain where bytes were torn apart: a search for the clean text behind a damaged run.

The observed text is read as bytes and re-paired. A *hypothesis* has read the source up to a place and
holds the clean characters so far, and, while it is out of step with the source, the *lead* byte of the
next one. Each token of the source (a character, a gloss, a ``?``) moves it on in every way in which the
chain can have made that token. The language model and the page's glosses weigh the hypotheses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from core.repairs import LOST
from core.restoration import codepage
from core.restoration.language import language, normalized
from core.restoration.page import Page
from core.restoration.readings import LETTERS, first_reading, glossed_with
from core.spans import Span

_GLOSS = re.compile(rf"\(([{LETTERS}]+)\)")
_TORN_GLOSS = re.compile(rf"\?([{LETTERS}]+)\)")
_RESIDUE = re.compile(r"\?(?:/[a-z]\w*>|#x[0-9a-fA-F]{2,5};|#\d{2,6};)")
_MARKS = {",": 0xAC, "!": 0xA1, "?": 0xBF}
_FULL_WIDTH = 0xA3

# Costs in nats, beside those of the language model.
_LITERAL = 3.0
_EATEN = 4.0
_VANISHED = 6.0
_GLOSS_UNSEEN = 2.0
_GLOSS_MISSING = 8.0
_MARGIN = 14.0
_WIDTH = 24
_LONGEST = 400
_CONTEXT = 2


@dataclass(frozen=True, slots=True)
class Gloss:
    """A gloss on ``character``, after the clean character at ``place`` or, torn, inside it."""

    place: int
    character: str
    is_torn: bool


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One way to read the source up to ``place``.

    ``lead`` is the first byte of a clean character whose second has not been read, 0 when in step;
    ``last`` the byte before it. ``codes`` are the clean characters as the language model numbers them.
    ``is_torn``: a gloss stands inside the character that ``lead`` begins. ``guessed`` are the places in
    ``text`` whose character the bytes do not settle. ``settled`` is the length when last back in step.
    """

    cost: float
    place: int
    text: str
    codes: tuple[int, int]
    last: int
    lead: int = 0
    is_torn: bool = False
    guessed: tuple[int, ...] = ()
    glosses: tuple[Gloss, ...] = ()
    settled: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Run:
    """A damaged run of the source and the clean text behind it, with the readings that came next.

    ``rivals`` hold each other reading and by how many nats it is worse. Places in ``guessed`` and
    ``glosses`` count in ``text``.
    """

    span: Span
    text: str
    guessed: tuple[int, ...]
    glosses: tuple[Gloss, ...]
    rivals: tuple[tuple[str, float], ...] = ()

    @property
    def is_torn(self) -> bool:
        """Whether it begins with a gloss that stands across two characters."""
        return any(gloss.is_torn and gloss.place == 0 for gloss in self.glosses)


def decode_run(page: Page, before: str, place: int) -> Run | None:
    """Read the run whose ``?`` stands at ``place`` after the clean text ``before``; None if it is none."""
    first = _begin(before, place)
    finished = list(_search(page, first))
    finished = [h for h in finished if h.settled[0] > place]
    if not finished:
        return None
    best = finished[0]
    rivals = tuple((h.text[: h.settled[1]], h.cost - best.cost) for h in finished[1:])
    end, length = best.settled
    glosses = tuple(gloss for gloss in best.glosses if gloss.place < length)
    return Run(Span(place, end), best.text[:length], best.guessed, glosses, rivals)


def _begin(before: str, place: int) -> Hypothesis:
    context = normalized("。。" + before[-2:])[-2:]
    first, second = language().encode(context)
    pair = codepage.encode(before[-1:]) or b"\n"
    return Hypothesis(0.0, place, "", (first, second), pair[-1])


def _search(page: Page, first: Hypothesis) -> list[Hypothesis]:
    """Advance the hypotheses together, the hindmost first, until all are in step and past the run."""
    agenda = {first.place: [first]}
    end = min(len(page.source), first.place + _LONGEST)
    while agenda:
        place = min(agenda)
        group = _best(agenda.pop(place))
        if place >= end:
            group = [h for h in group if not h.lead]
        if not agenda and _is_over(page, group, first.place, end):
            return group
        if place >= end:
            continue
        for hypothesis in group:
            for following in _advance(page, hypothesis):
                agenda.setdefault(following.place, []).append(following)
    return []


def _best(group: list[Hypothesis]) -> list[Hypothesis]:
    group.sort(key=lambda h: h.cost)
    return [h for h in group[:_WIDTH] if h.cost <= group[0].cost + _MARGIN]


def _is_over(page: Page, group: list[Hypothesis], start: int, end: int) -> bool:
    if not group or any(h.lead for h in group) or group[0].place == start:
        return False
    place = group[0].place
    if place >= end or page.source[place] == "\n":
        return True
    return page.source[place] not in "?(" and place >= max(h.settled[0] for h in group) + _CONTEXT


def _advance(page: Page, h: Hypothesis) -> Iterator[Hypothesis]:
    character = page.source[h.place]
    if character == "?":
        yield from _read_question_mark(page, h)
    elif character == "(" and (gloss := _GLOSS.match(page.source, h.place)):
        yield from _read_gloss(page, h, gloss)
    elif h.lead:
        yield from _read_out_of_step(page, h, character)
    else:
        yield _read_literally(h, character)


def _read_literally(h: Hypothesis, character: str) -> Hypothesis:
    pair = codepage.encode(character)
    return _append(h, h.place + 1, character, last=pair[-1])


def _read_gloss(page: Page, h: Hypothesis, gloss: re.Match[str]) -> Iterator[Hypothesis]:
    """A whole gloss stands after the two bytes it explains, aligned to clean characters or not."""
    if not h.lead:
        if h.text[-1:] and first_reading(h.text[-1]) == gloss[1]:
            settled = (gloss.end(), len(h.text)) if h.settled[0] == h.place else h.settled
            seen = Gloss(len(h.text) - 1, h.text[-1], is_torn=False)
            yield _see(page, h, gloss.end(), seen, settled=settled)
        else:
            yield _read_literally(h, "(")
        return
    pair = bytes((h.last, h.lead))
    if pair in glossed_with(gloss[1]):
        seen = Gloss(len(h.text), codepage.decode(pair), is_torn=True)
        yield _see(page, h, gloss.end(), seen, is_torn=True)


def _see(page: Page, h: Hypothesis, place: int, gloss: Gloss, **changes: Any) -> Hypothesis:
    cost = h.cost + page.gloss_cost(gloss.character)
    return replace(h, place=place, cost=cost, glosses=(*h.glosses, gloss), **changes)


def _read_out_of_step(page: Page, h: Hypothesis, character: str) -> Iterator[Hypothesis]:
    pair = codepage.encode(character)
    if len(pair) == 2:
        yield from _read_pair(page, h, pair, h.place + 1)
        return
    if len(pair) > 2:
        return
    if pair != b"?" and (pair[0] == 0x80 or pair[0] >= 0x40):
        yield from _complete(page, h, pair[0], h.place + 1)
    if 0x21 <= pair[0] <= 0x7E and character != "?":
        yield from _read_pair(page, h, bytes((_FULL_WIDTH, pair[0] + 0x80)), h.place + 1)


def _read_pair(page: Page, h: Hypothesis, pair: bytes, place: int) -> Iterator[Hypothesis]:
    """The pair's first byte ends a clean character, its second begins one or is a letter on its own."""
    for completed in _complete(page, h, pair[0], place, is_followed=True):
        if pair[1] > 0x80:
            yield replace(completed, lead=pair[1], settled=h.settled)
        elif pair[1] < 0x80:
            yield _append(completed, place, chr(pair[1]), last=pair[1], settles=True)


def _complete(
    page: Page, h: Hypothesis, trail: int, place: int, *, is_followed: bool = False
) -> Iterator[Hypothesis]:
    """The character of ``h.lead`` and ``trail``; one that the page glosses must be followed by its gloss."""
    character = _characters().get((h.lead, trail))
    if character is None:
        return
    cost = 0.0
    if character in page.glossed and not h.is_torn:
        has_gloss = not is_followed and page.source.startswith(f"({first_reading(character)})", place)
        cost = 0.0 if has_gloss else _GLOSS_MISSING
    yield _append(h, place, character, last=trail, cost=cost, settles=True)


def _read_question_mark(page: Page, h: Hypothesis) -> Iterator[Hypothesis]:
    torn = _TORN_GLOSS.match(page.source, h.place)
    if torn:
        yield from _read_torn_gloss(page, h, torn)
    mark = _MARKS.get(page.source[h.place + 1 : h.place + 2])
    if h.lead:
        yield from _read_eaten(page, h)
        if mark is not None and not torn:
            yield from _guess(page, h, h.place + 1)
        yield from _read_pair(page, h, b"\xa3\xbf", h.place + 1)
        return
    if mark is not None:
        yield from _read_split(h, mark)
    literal = _read_literally(h, "?")
    yield replace(literal, cost=literal.cost + _LITERAL)


def _read_torn_gloss(page: Page, h: Hypothesis, torn: re.Match[str]) -> Iterator[Hypothesis]:
    """The bracket of a gloss was eaten with the byte before it, which the reading gives back."""
    first = h.lead or h.last
    for pair in glossed_with(torn[1]):
        if pair[0] != first:
            continue
        seen = Gloss(len(h.text), codepage.decode(pair), is_torn=not h.lead)
        if h.lead:
            completed = _append(h, torn.end(), seen.character, last=pair[1], settles=True)
            yield _see(page, completed, torn.end(), seen)
        elif pair[1] > 0x80:
            yield _see(page, h, torn.end(), seen, lead=pair[1], is_torn=True)


def _read_split(h: Hypothesis, mark: int) -> Iterator[Hypothesis]:
    """The stream was cut before A3: that byte ended a character, and its mark's second byte begins one."""
    for character in _ending_in(_FULL_WIDTH):
        following = _append(h, h.place + 2, character, last=_FULL_WIDTH)
        yield replace(following, lead=mark)


def _read_eaten(page: Page, h: Hypothesis) -> Iterator[Hypothesis]:
    """The last byte of the run took an ASCII byte with it: of a tag or entity, or one that is lost."""
    residue = _RESIDUE.match(page.source, h.place)
    if residue:
        yield from _guess(page, h, residue.end())
        return
    for guess in _guess(page, h, h.place + 1):
        text = guess.text + LOST
        settled = (guess.place, len(text))
        yield replace(guess, cost=guess.cost + _EATEN, text=text, last=0x20, settled=settled)


def _guess(page: Page, h: Hypothesis, place: int) -> Iterator[Hypothesis]:
    """Every likely character that begins with ``h.lead``; one that the page glosses would show its gloss."""
    for trail, character in _beginning_with(h.lead):
        if trail >= 0x80 and (h.is_torn or character not in page.glossed):
            guess = _append(h, place, character, last=trail, settles=True)
            yield replace(guess, guessed=(*h.guessed, len(h.text)))


def _append(
    h: Hypothesis, place: int, character: str, *, last: int, cost: float = 0.0, settles: bool = False
) -> Hypothesis:
    code = _codes().get(character, 0) if character in _codes() else _encode(character)
    text = h.text + character
    return Hypothesis(
        cost=h.cost + cost + language().code_cost(*h.codes, code),
        place=place,
        text=text,
        codes=(h.codes[1], code),
        last=last,
        guessed=h.guessed,
        glosses=h.glosses,
        settled=(place, len(text)) if settles else h.settled,
    )


def _encode(character: str) -> int:
    return language().encode(normalized(character))[0]


@cache
def _characters() -> dict[tuple[int, int], str]:
    """All characters of two bytes, by their bytes."""
    decoded = (
        (a, b, bytes((a, b)).decode("gbk", "ignore")) for a in range(0x81, 0xFF) for b in range(0x40, 0xFF)
    )
    return {(a, b): text for a, b, text in decoded if len(text) == 1}


@cache
def _codes() -> dict[str, int]:
    characters = list(_characters().values())
    codes = language().encode(normalized("".join(characters)))
    return dict(zip(characters, codes, strict=True))


@cache
def _beginning_with(lead: int) -> tuple[tuple[int, str], ...]:
    """Characters that the language model knows, by their first byte."""
    return tuple((b, text) for (a, b), text in _characters().items() if a == lead and _codes()[text])


@cache
def _ending_in(trail: int) -> tuple[str, ...]:
    return tuple(text for (_, b), text in _characters().items() if b == trail and _codes()[text])
