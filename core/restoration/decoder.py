"""The inverse of the chain where bytes were torn apart: a search for the clean text behind a damaged run.

The observed text is read as bytes and paired anew. A *hypothesis* has read the source up to a place and
holds the clean characters so far, and, while it is out of step with the source, the *lead* byte of the
next one. Each token of the source (a character, a gloss, a ``?``) moves it on in every way in which the
chain can have made that token. The language model and the page's glosses weigh the hypotheses.

A character of which a byte was lost is a *gap*; ``core.restoration.gaps`` fills it or leaves it lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from core.repairs import LOST
from core.restoration import codepage
from core.restoration.language import BOUNDARY, encode_character, language
from core.restoration.page import Page
from core.restoration.readings import LETTERS, first_reading, glossed_with
from core.spans import Span

_GLOSS = re.compile(rf"\(([{LETTERS}]+)\)")
_TORN_GLOSS = re.compile(rf"\?([{LETTERS}]+)\)")
_RESIDUE = re.compile(r"\?(?:/[a-z]\w*>|#x[0-9a-fA-F]{2,5};|#\d{2,6};)")
_MARKS = {",": 0xAC, "!": 0xA1, "?": 0xBF}
_FULL_WIDTH = 0xA3
# Second bytes of characters that make a private-use pair with what follows them, or one that is not assigned.
_VANISHING = frozenset((*range(0xA1, 0xA8), *range(0xAA, 0xB0), *range(0xF8, 0xFF)))
_UNASSIGNED = frozenset((0xA2, 0xA4, 0xA5, 0xA6, 0xA7, 0xA8, 0xA9, 0xD7))
UNKNOWN = -1

# Costs in nats, beside those of the language model.
_LITERAL = 3.0
_GAP = 5.0
_EATEN = 4.0
_EATEN_BEFORE_MARK = 7.0
_VANISHED = 4.5
_BAD_PAIR = 6.0
_GLOSS_MISSING = 8.0
# A run whose clean text costs more a character has probably lost a pair without a mark.
_DOUBTFUL = 6.5
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
class Gap:
    """A clean character at ``place`` with one byte lost: ``lead`` or ``trail`` is ``UNKNOWN``, or both."""

    place: int
    lead: int
    trail: int
    is_glossed: bool = False


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One way to read the source up to ``place``.

    ``lead`` is the first byte of a clean character whose second has not been read: 0 when in step,
    ``UNKNOWN`` when it vanished. ``last`` is the byte before it. ``codes`` are the last two clean characters
    as the language model numbers them. ``is_torn``: a gloss stands inside the character that ``lead``
    begins. ``settled`` are the place and the length of ``text`` when last out of step.
    """

    cost: float
    place: int
    text: str
    codes: tuple[int, int]
    last: int
    lead: int = 0
    is_torn: bool = False
    gaps: tuple[Gap, ...] = ()
    glosses: tuple[Gloss, ...] = ()
    settled: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Run:
    """A damaged run of the source and the clean text behind it, with the readings that came next.

    ``rivals`` hold each other reading and by how many nats it is worse. Places in ``gaps`` and
    ``glosses`` count in ``text``.
    """

    span: Span
    text: str
    gaps: tuple[Gap, ...]
    glosses: tuple[Gloss, ...]
    rivals: tuple[tuple[str, float], ...] = ()

    @property
    def is_torn(self) -> bool:
        """Whether it begins with a gloss that stands across two characters."""
        return any(gloss.is_torn and gloss.place == 0 for gloss in self.glosses)


def decode_run(page: Page, before: str, place: int) -> Run | None:
    """Read the run whose ``?`` stands at ``place`` after the clean text ``before``; None if it is none."""
    first = _begin(before, place)
    finished = _Search(page, first, may_vanish=False).finished()
    if _is_doubtful(finished, place):
        finished += _Search(page, first, may_vanish=True).finished()
        finished.sort(key=lambda h: h.cost / max(1, h.place - place))
    if not finished or finished[0].settled[0] <= place:
        return None
    best = finished[0]
    end, length = best.settled
    rivals = {h.text[: h.settled[1]]: h.cost - best.cost for h in finished[:0:-1] if h.place == best.place}
    rivals.pop(best.text[:length], None)
    glosses = tuple(gloss for gloss in best.glosses if gloss.place < length)
    gaps = tuple(gap for gap in best.gaps if gap.place < length)
    return Run(
        Span(place, end), best.text[:length], gaps, glosses, tuple(sorted(rivals.items(), key=_distance))
    )


def _distance(rival: tuple[str, float]) -> float:
    return rival[1]


def _begin(before: str, place: int) -> Hypothesis:
    first, second = (encode_character(c) for c in (BOUNDARY + before)[-2:])
    last = (codepage.encode(before[-1:]) or b"\n")[-1]
    # A byte of a pair is 40 or above; a sign on its own was the full-width one, whose byte is torn now.
    return Hypothesis(0.0, place, "", (first, second), last + 0x80 if 0x21 <= last < 0x40 else last)


def _is_doubtful(finished: list[Hypothesis], place: int) -> bool:
    if not finished:
        return True
    return finished[0].cost > _DOUBTFUL * (len(finished[0].text) + 1)


class _Search:
    """Hypotheses advance together, the hindmost first, until all are in step and past the run."""

    def __init__(self, page: Page, first: Hypothesis, *, may_vanish: bool) -> None:
        self.page = page
        self.first = first
        self.may_vanish = may_vanish
        self.end = min(len(page.source), first.place + _LONGEST)

    def finished(self) -> list[Hypothesis]:
        """The surviving hypotheses, the likeliest first."""
        agenda = {self.first.place: [self.first]}
        while agenda:
            place = min(agenda)
            group = _best(agenda.pop(place))
            if place >= self.end:
                group = [h for h in group if not h.lead]
            if not agenda and self._is_over(group):
                return group
            if place < self.end:
                for following in (f for h in group for f in self._advance(h)):
                    agenda.setdefault(following.place, []).append(following)
        return []

    def _is_over(self, group: list[Hypothesis]) -> bool:
        if not group or any(h.lead for h in group) or group[0].place == self.first.place:
            return False
        place = group[0].place
        if place >= self.end or self.page.source[place] == "\n":
            return True
        return self.page.source[place] not in "?(" and place >= max(h.settled[0] for h in group) + _CONTEXT

    def _advance(self, h: Hypothesis) -> Iterator[Hypothesis]:
        character = self.page.source[h.place]
        if character == "?":
            yield from self._read_question_mark(h)
        elif character == "(" and (gloss := _GLOSS.match(self.page.source, h.place)):
            yield from self._read_gloss(h, gloss)
        elif h.lead:
            yield from self._read_out_of_step(h, character)
        else:
            yield _literal(h, character)
        if h.lead > 0 and self.may_vanish:
            for vanished in self._lose_pair(h, _VANISHING, _VANISHED):
                yield from self._advance(vanished)

    def _read_gloss(self, h: Hypothesis, gloss: re.Match[str]) -> Iterator[Hypothesis]:
        """A whole gloss stands after the two bytes it explains, aligned to clean characters or not."""
        if not h.lead:
            if h.text[-1:] and first_reading(h.text[-1]) == gloss[1]:
                yield self._see(h, gloss.end(), Gloss(len(h.text) - 1, h.text[-1], is_torn=False))
            else:
                yield _literal(h, "(")
        elif h.lead > 0 and bytes((h.last, h.lead)) in glossed_with(gloss[1]):
            across = codepage.decode(bytes((h.last, h.lead)))
            yield self._see(h, gloss.end(), Gloss(len(h.text), across, is_torn=True), lead=h.lead)

    def _see(self, h: Hypothesis, place: int, gloss: Gloss, lead: int = 0) -> Hypothesis:
        is_next = h.settled[0] == h.place
        return Hypothesis(
            cost=h.cost + self.page.gloss_cost(gloss.character),
            place=place,
            text=h.text,
            codes=h.codes,
            last=h.last,
            lead=lead,
            is_torn=lead > 0,
            gaps=h.gaps,
            glosses=(*h.glosses, gloss),
            settled=(place, len(h.text)) if is_next else h.settled,
        )

    def _read_out_of_step(self, h: Hypothesis, character: str) -> Iterator[Hypothesis]:
        data = codepage.encode(character)
        if len(data) == 2:
            yield from self._read_pair(h, data, h.place + 1)
        elif len(data) == 1:
            if data[0] == 0x80 or data[0] >= 0x40:
                yield from self._complete(h, data[0], h.place + 1)
            if 0x21 <= data[0] <= 0x7E:
                yield from self._read_pair(h, bytes((_FULL_WIDTH, data[0] + 0x80)), h.place + 1)

    def _read_pair(self, h: Hypothesis, pair: bytes, place: int) -> Iterator[Hypothesis]:
        """The pair's first byte ends a clean character; its second begins one, or is a letter."""
        for completed in self._complete(h, pair[0], place, is_followed=True):
            if pair[1] > 0x80:
                yield _begin_character(completed, pair[1])
            elif pair[1] < 0x80:
                yield _append(completed, place, chr(pair[1]), last=pair[1], settles=True)

    def _complete(
        self, h: Hypothesis, trail: int, place: int, *, is_followed: bool = False
    ) -> Iterator[Hypothesis]:
        """The character of ``h.lead`` and ``trail``; one that the page glosses must be followed by its gloss."""
        if h.lead == UNKNOWN:
            yield _leave_gap(h, place, trail=trail)
            return
        character = codepage.character(h.lead, trail)
        if not character:
            return
        cost = 0.0
        if character in self.page.glossed and not h.is_torn:
            has_gloss = not is_followed and self.page.has_gloss(character, place)
            cost = 0.0 if has_gloss else _GLOSS_MISSING
        cost += self.page.form_cost(character)
        yield _append(h, place, character, last=trail, cost=cost, settles=True)

    def _read_question_mark(self, h: Hypothesis) -> Iterator[Hypothesis]:
        torn = _TORN_GLOSS.match(self.page.source, h.place)
        if torn:
            yield from self._read_torn_gloss(h, torn)
        mark = _MARKS.get(self.page.source[h.place + 1 : h.place + 2])
        if h.lead:
            yield from self._read_end_of_run(h, is_split=mark is not None and not torn)
            return
        if mark is not None:
            yield _begin_character(_leave_gap(h, h.place + 2, lead=UNKNOWN, trail=_FULL_WIDTH), mark)
        literal = _literal(h, "?")
        yield _at_cost(literal, _LITERAL)

    def _read_torn_gloss(self, h: Hypothesis, torn: re.Match[str]) -> Iterator[Hypothesis]:
        """The bracket of a gloss was eaten with the byte before it, which the reading gives back."""
        first = h.lead or h.last
        for pair in glossed_with(torn[1]):
            if first not in (pair[0], UNKNOWN):
                continue
            seen = Gloss(len(h.text), codepage.decode(pair), is_torn=not h.lead)
            if h.lead:
                completed = _append(h, torn.end(), seen.character, last=pair[1], settles=True)
                yield self._see(completed, torn.end(), seen)
            elif pair[1] > 0x80:
                yield self._see(h, torn.end(), seen, lead=pair[1])

    def _read_end_of_run(self, h: Hypothesis, *, is_split: bool) -> Iterator[Hypothesis]:
        """A ``?`` out of step: the run's last byte with an ASCII byte, or cut off, or one of three other things."""
        residue = _RESIDUE.match(self.page.source, h.place)
        if residue:
            yield _leave_gap(h, residue.end())
            return
        eaten = _leave_gap(h, h.place + 1)
        yield _append_lost(eaten, _EATEN_BEFORE_MARK if is_split else _EATEN)
        if is_split:
            yield eaten
        yield from self._read_pair(h, b"\xa3\xbf", h.place + 1)
        if h.lead > 0 and self.may_vanish:
            for lost in self._lose_pair(h, _UNASSIGNED, _BAD_PAIR):
                yield _moved(lost, h.place + 1)

    def _lose_pair(self, h: Hypothesis, trails: frozenset[int], cost: float) -> Iterator[Hypothesis]:
        """A pair is gone: the end of one clean character and the beginning of the next."""
        likely = self._likely(h, trails)
        for character, trail in likely:
            yield _begin_character(_append(h, h.place, character, last=trail, cost=cost), UNKNOWN)
        yield _begin_character(_at_cost(_leave_gap(h, h.place), cost), UNKNOWN)

    def _likely(self, h: Hypothesis, trails: frozenset[int]) -> list[tuple[str, int]]:
        """The two likeliest characters that begin with ``h.lead`` and end in one of ``trails``."""
        model = language()
        ranked = sorted(
            (model.code_cost(*h.codes, encode_character(character)), character, trail)
            for trail, character in codepage.beginning_with(h.lead)
            if trail in trails and (h.is_torn or character not in self.page.glossed)
        )
        return [(character, trail) for _, character, trail in ranked[:2]]


def _best(group: list[Hypothesis]) -> list[Hypothesis]:
    group.sort(key=lambda h: h.cost)
    return [h for h in group[:_WIDTH] if h.cost <= group[0].cost + _MARGIN]


def _literal(h: Hypothesis, character: str) -> Hypothesis:
    return _append(h, h.place + 1, character, last=codepage.encode(character)[-1])


def _append(
    h: Hypothesis, place: int, character: str, *, last: int, cost: float = 0.0, settles: bool = False
) -> Hypothesis:
    code = encode_character(character)
    text = h.text + character
    return Hypothesis(
        cost=h.cost + cost + language().code_cost(*h.codes, code),
        place=place,
        text=text,
        codes=(h.codes[1], code),
        last=last,
        gaps=h.gaps,
        glosses=h.glosses,
        settled=(place, len(text)) if settles else h.settled,
    )


def _leave_gap(h: Hypothesis, place: int, *, lead: int | None = None, trail: int = UNKNOWN) -> Hypothesis:
    """A clean character of which only one byte is known, or none."""
    gap = Gap(len(h.text), h.lead if lead is None else lead, trail, is_glossed=h.is_torn)
    text = h.text + LOST
    settled = (place, len(text))
    return Hypothesis(
        h.cost + _GAP, place, text, (h.codes[1], 0), trail, 0, False, (*h.gaps, gap), h.glosses, settled
    )


def _append_lost(h: Hypothesis, cost: float) -> Hypothesis:
    """An ASCII byte that was eaten."""
    text = h.text + LOST
    settled = (h.place, len(text))
    return Hypothesis(h.cost + cost, h.place, text, h.codes, 0x20, 0, False, h.gaps, h.glosses, settled)


def _begin_character(h: Hypothesis, lead: int) -> Hypothesis:
    return Hypothesis(h.cost, h.place, h.text, h.codes, h.last, lead, False, h.gaps, h.glosses, h.settled)


def _at_cost(h: Hypothesis, cost: float) -> Hypothesis:
    return Hypothesis(
        h.cost + cost, h.place, h.text, h.codes, h.last, h.lead, h.is_torn, h.gaps, h.glosses, h.settled
    )


def _moved(h: Hypothesis, place: int) -> Hypothesis:
    return Hypothesis(h.cost, place, h.text, h.codes, h.last, h.lead, h.is_torn, h.gaps, h.glosses, h.settled)
