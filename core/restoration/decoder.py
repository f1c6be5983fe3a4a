"""The inverse of the chain where bytes were torn apart: a search for the clean text behind a damaged run.

The observed text is read as bytes and paired anew. Each token of the source (a character, a gloss, a
``?``) moves a hypothesis on in every way in which the chain can have made that token. The language model
and the page's glosses weigh the hypotheses; the likeliest that is in step again wins.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import cache

from core.restoration import codepage
from core.restoration.hypotheses import (
    UNKNOWN,
    Gloss,
    Hypothesis,
    Run,
    codes_ending_in,
    cost_of_trail,
    first_hypothesis,
    total_cost,
)
from core.restoration.language import code_cost, encode_character, language
from core.restoration.page import Page
from core.restoration.readings import LETTERS, first_reading, glossed_with, glossed_with_any
from core.text.spans import Span

_GLOSS = re.compile(rf"\(([{LETTERS}]+)\)")
_TORN_GLOSS = re.compile(rf"\?([{LETTERS}]+)\)")
_RESIDUE = re.compile(r"\?(?:/[a-z]\w*>|#x[0-9a-fA-F]{2,5};|#\d{2,6};)")
_MARKS = {",": 0xAC, "!": 0xA1, "?": 0xBF}
_FULL_WIDTH = 0xA3
# Bytes that make a private-use pair with what follows them, or one that is not assigned.
_VANISHING = frozenset((*range(0xA1, 0xA8), *range(0xAA, 0xB0), *range(0xF8, 0xFF)))
_UNASSIGNED = frozenset((0xA2, 0xA4, 0xA5, 0xA6, 0xA7, 0xA8, 0xA9, 0xD7))

# Costs in nats, beside those of the language model.
_LITERAL = 3.0
_FULL_STOP = 3.0
_EATEN = 4.0
_EATEN_BEFORE_MARK = 7.0
_VANISHED = 4.0
_BAD_PAIR = 2.5
_GLOSS_MISSING = 8.0
# A run with a character less likely than this may have lost a pair without a mark.
_DOUBTFUL = 10.0
# A reading with vanished pairs may cost so much more than one without that has an unlikely character.
_WORTH = 1.3
_MARGIN = 9.0
_WIDTH = 8
_LONGEST = 400
_CONTEXT = 2


def decode_run(page: Page, before: str, place: int) -> Run | None:
    """Read the run whose ``?`` stands at ``place`` after the clean text ``before``; None if it is none."""
    first = first_hypothesis(before, place)
    finished = _Search(page, before, place, may_vanish=False).run(first)
    if not finished or finished[0].worst > _DOUBTFUL:
        with_losses = _Search(page, before, place, may_vanish=True).run(first)
        if not finished or _rate(with_losses, place) < _WORTH * _rate(finished, place):
            finished = with_losses
    if not finished:
        finished = _Search(page, before, place, may_vanish=True, patience=2.0).run(first)
    if not finished or finished[0].settled[0] <= place:
        return None
    return _as_run(finished, place)


def _rate(finished: list[Hypothesis], place: int) -> float:
    """The cost of the best reading per character of the source."""
    best = finished[0] if finished else None
    return best.cost / max(1, best.place - place) if best else float("inf")


def _as_run(finished: list[Hypothesis], place: int) -> Run:
    best = finished[0]
    end, length = best.settled
    rivals = {h.text[: h.settled[1]]: h.cost - best.cost for h in finished[:0:-1] if h.place == best.place}
    rivals.pop(best.text[:length], None)
    return Run(
        Span(place, end),
        best.text[:length],
        tuple(gap for gap in best.gaps if gap.place < length),
        tuple(gloss for gloss in best.glosses if gloss.place < length),
        tuple(sorted(rivals.items(), key=lambda rival: rival[1])),
    )


class _Search:
    """Hypotheses advance together, the hindmost first, until all are in step and past the run."""

    def __init__(
        self, page: Page, before: str, start: int, *, may_vanish: bool, patience: float = 1.0
    ) -> None:
        self.page = page
        self.before = before
        self.source = page.source
        self.start = start
        self.end = min(len(page.source), start + _LONGEST)
        self.may_vanish = may_vanish
        self.patience = patience
        self.most: dict[int, float] = {}

    def run(self, first: Hypothesis) -> list[Hypothesis]:
        """The surviving hypotheses, the likeliest first."""
        agenda = {first.place: [first]}
        while agenda:
            place = min(agenda)
            group = _best(agenda.pop(place), self.patience)
            if place >= self.end:
                return [h for h in group if not h.lead]
            if not agenda and self._is_over(group):
                return group
            for following in (f for h in group for f in self._advance(h)):
                if self._is_hopeful(following.cost, following.place):
                    agenda.setdefault(following.place, []).append(following)
                    most = self.most.get(following.place, math.inf)
                    self.most[following.place] = min(most, following.cost + _MARGIN * self.patience)
        return []

    def _is_hopeful(self, cost: float, place: int) -> bool:
        """Whether none that has come to ``place`` so far is better by more than the margin."""
        return cost <= self.most.get(place, math.inf)

    def _is_over(self, group: list[Hypothesis]) -> bool:
        place = group[0].place
        if place == self.start or any(h.lead for h in group):
            return False
        if self.source[place] == "\n":
            return True
        if self.source[place] in "?(":
            return False
        return len(group) == 1 or place >= max(h.settled[0] for h in group) + _CONTEXT

    def _advance(self, h: Hypothesis) -> Iterator[Hypothesis]:
        character = self.source[h.place]
        if character == "?":
            yield from self._read_question_mark(h)
        elif character == "(" and (gloss := _GLOSS.match(self.source, h.place)):
            yield from self._read_gloss(h, gloss)
        elif h.lead:
            yield from self._read_out_of_step(h, character)
        else:
            yield h.read_literally(character)
        if self.may_vanish and h.lead > 0:
            for vanished in self._lose_pair(h, _VANISHING, _VANISHED):
                yield from self._advance(vanished)

    def _read_gloss(self, h: Hypothesis, gloss: re.Match[str]) -> Iterator[Hypothesis]:
        """A whole gloss stands after the two bytes it explains, aligned to clean characters or not."""
        if not h.lead:
            if h.text[-1:] and first_reading(h.text[-1]) == gloss[1]:
                yield self._see(h, Gloss(len(h.text) - 1, h.text[-1], is_torn=False), gloss.end())
            elif h.gaps and h.gaps[-1].place == len(h.text) - 1:
                yield from self._read_gloss_of_gap(h, gloss)
            else:
                yield h.read_literally("(")
        elif h.lead > 0 and first_reading(across := codepage.character(h.last, h.lead)) == gloss[1]:
            yield self._see(h, Gloss(len(h.text), across, is_torn=True), gloss.end(), lead=h.lead)

    def _read_gloss_of_gap(self, h: Hypothesis, gloss: re.Match[str]) -> Iterator[Hypothesis]:
        """The gloss tells which character stands in the gap before it."""
        gap = h.gaps[-1]
        for character in glossed_with_any(gloss[1]):
            lead, trail = codepage.encode(character)[:2]
            if gap.lead in (lead, UNKNOWN) and gap.trail in (trail, UNKNOWN):
                filled = h._replace(text=h.text[:-1], gaps=h.gaps[:-1])
                filled = filled.append(character, gloss.end(), last=trail)
                seen = Gloss(len(h.text) - 1, character, is_torn=False)
                filled = self._see(filled._replace(settled=(gloss.end(), len(h.text))), seen, gloss.end())
                yield filled

    def _see(self, h: Hypothesis, gloss: Gloss, place: int, lead: int = 0) -> Hypothesis:
        return h.see(gloss, place, cost=self.page.gloss_cost(gloss.character), lead=lead)

    def _read_out_of_step(self, h: Hypothesis, character: str) -> Iterator[Hypothesis]:
        data = codepage.encode(character)
        if len(data) == 2:
            yield from self._read_pair(h, data)
        elif len(data) == 1:
            if data[0] == 0x80 or data[0] >= 0x40:
                yield from self._complete(h, data[0], h.place + 1)
            if 0x21 <= data[0] <= 0x7E:
                yield from self._read_pair(h, bytes((_FULL_WIDTH, data[0] + 0x80)))

    def _read_pair(self, h: Hypothesis, pair: bytes) -> Iterator[Hypothesis]:
        """The pair's first byte ends a clean character; its second begins one, or is a letter."""
        place = h.place + 1
        for completed in self._complete(h, pair[0], place, is_followed=True):
            if pair[1] > 0x80:
                yield completed.begin(pair[1])
            elif pair[1] < 0x80:
                letter = completed.append(chr(pair[1]), place, last=pair[1])
                yield letter._replace(settled=(place, len(letter.text)))

    def _complete(
        self, h: Hypothesis, trail: int, place: int, *, is_followed: bool = False
    ) -> Iterator[Hypothesis]:
        """The character of ``h.lead`` and ``trail``; if the page glosses it, its gloss must follow."""
        if h.lead == UNKNOWN:
            cost = cost_of_trail(trail)
            if self._is_hopeful(h.cost + cost, place):
                yield h.leave_gap(place, trail=trail, cost=cost)
            return
        character = codepage.character(h.lead, trail)
        if not character:
            return
        cost = self.page.form_cost(character)
        cost -= self.page.familiarity((self.before + h.text)[-2:], character)
        if character in self.page.glossed and not h.is_torn:
            has_gloss = not is_followed and self.page.has_gloss(character, place)
            cost += 0.0 if has_gloss else _GLOSS_MISSING
        if self._is_hopeful(h.cost + cost + code_cost(*h.codes, encode_character(character)), place):
            yield h.append(character, place, last=trail, cost=cost)

    def _read_question_mark(self, h: Hypothesis) -> Iterator[Hypothesis]:
        torn = _TORN_GLOSS.match(self.source, h.place)
        mark = _MARKS.get(self.source[h.place + 1 : h.place + 2])
        if torn and (readings := list(self._read_torn_gloss(h, torn))):
            yield from readings
            if h.lead:
                return
        if h.lead:
            cost = _EATEN_BEFORE_MARK if mark is not None and not torn else _EATEN
            if torn:  # a reading without its gloss: a pair has probably vanished before it
                h, cost = h._replace(worst=_DOUBTFUL + 1), cost + _GLOSS_MISSING
            yield from self._read_end_of_run(h, cost, is_split=mark is not None and not torn)
            return
        if mark is not None:
            yield from self._read_split(h, mark)
        literal = h.read_literally("?")
        yield literal._replace(cost=literal.cost + _LITERAL)

    def _read_split(self, h: Hypothesis, mark: int) -> Iterator[Hypothesis]:
        """The stream was cut before A3, which ended a character: nearly always a full stop.

        It stays a gap, as the words on both sides tell a full stop from the others best, but is read on
        from as the full stop that it probably is.
        """
        stop = encode_character("。")
        costs = language().code_costs(*h.codes, codes_ending_in(_FULL_WIDTH))
        cost = total_cost([*costs, code_cost(*h.codes, stop) - _FULL_STOP])
        gap = h.leave_gap(h.place + 2, lead=UNKNOWN, trail=_FULL_WIDTH, cost=cost)
        yield gap._replace(codes=(h.codes[1], stop)).begin(mark)

    def _read_torn_gloss(self, h: Hypothesis, torn: re.Match[str]) -> Iterator[Hypothesis]:
        """The bracket of a gloss was eaten with the byte before it, which the reading gives back."""
        first = h.lead or h.last
        for character in glossed_with_any(torn[1]) if first == UNKNOWN else glossed_with(torn[1], first):
            second = codepage.encode(character)[1]
            seen = Gloss(len(h.text), character, is_torn=not h.lead)
            if h.lead:
                yield self._see(h.append(character, torn.end(), last=second), seen, torn.end())
            elif second > 0x80:
                yield self._see(h, seen, torn.end(), lead=second)

    def _read_end_of_run(self, h: Hypothesis, cost: float, *, is_split: bool) -> Iterator[Hypothesis]:
        """A ``?`` out of step: the run's last byte with an ASCII byte, or cut off, or a pair of its own."""
        residue = _RESIDUE.match(self.source, h.place)
        if residue:
            yield h.leave_gap(residue.end())
            return
        last = h.leave_gap(h.place + 1)
        yield last.append_lost(cost)
        if is_split:
            yield last
        yield from self._read_pair(h, b"\xa3\xbf")
        if self.may_vanish and h.lead > 0:
            for lost in self._lose_pair(h, _UNASSIGNED, _BAD_PAIR):
                yield lost._replace(place=h.place + 1)

    def _lose_pair(self, h: Hypothesis, trails: frozenset[int], cost: float) -> Iterator[Hypothesis]:
        """A pair is gone: the end of one clean character and the beginning of the next."""
        rows = _beginning_with(h.lead, trails)
        if not h.is_torn:
            rows = tuple(row for row in rows if row[1] not in self.page.glossed)
        costs = language().code_costs(*h.codes, (code for _, _, code in rows))
        ranked = sorted((cost, text, trail) for cost, (trail, text, _) in zip(costs, rows, strict=True))
        for _, character, trail in ranked[:2]:
            yield h.append(character, h.place, last=trail).begin(UNKNOWN, cost)
        any_of_them = total_cost(costs)
        yield h.leave_gap(h.place, cost=any_of_them).begin(UNKNOWN, cost)


@cache
def _beginning_with(lead: int, trails: frozenset[int]) -> tuple[tuple[int, str, int], ...]:
    """Characters that the model knows, with their second bytes and their numbers."""
    rows = ((trail, text, encode_character(text)) for trail, text in codepage.beginning_with(lead))
    return tuple(row for row in rows if row[0] in trails and row[2])


def _best(group: list[Hypothesis], patience: float) -> list[Hypothesis]:
    group.sort(key=lambda h: h.cost)
    most = group[0].cost + _MARGIN * patience
    return [h for h in group[: round(_WIDTH * patience)] if h.cost <= most]
