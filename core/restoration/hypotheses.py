"""Hypotheses about the clean text behind a damaged run, and the steps by which they grow.

A hypothesis has read the source up to a place and holds the clean characters so far. While it is out of
step with the source, it also holds the *lead* byte of the next clean character. A character of which a
byte was lost is a *gap*. Costs are in nats, beside those of the language model.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from core.repairs import LOST
from core.restoration import codepage
from core.restoration.language import BOUNDARY, code_cost, encode_character
from core.text.spans import Span

UNKNOWN = -1

_GAP = 5.0


@dataclass(frozen=True, slots=True)
class Gloss:
    """A gloss on ``character``, after the clean character at ``place`` or, torn, inside it."""

    place: int
    character: str
    is_torn: bool


@dataclass(frozen=True, slots=True)
class Gap:
    """A clean character at ``place`` with one byte lost: ``lead`` or ``trail`` is ``UNKNOWN``, or both.

    ``is_glossed``: a gloss stands inside it, so that it may be a glossed character without its gloss.
    """

    place: int
    lead: int
    trail: int
    is_glossed: bool = False


class Hypothesis(NamedTuple):
    """One way to read the source up to ``place``; a named tuple, as thousands of them live and die.

    ``lead`` is 0 in step with the source and ``UNKNOWN`` when it vanished; ``last`` is the byte before it.
    ``codes`` are the last two clean characters as the language model numbers them. ``is_torn``: a gloss
    stands inside the character that ``lead`` begins. ``settled`` are the place and the length of ``text``
    when last out of step, ``worst`` the cost of the least likely character out of step.
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
    worst: float = 0.0

    def read_literally(self, character: str) -> Hypothesis:
        """The source's next character stands for itself."""
        return self.append(character, self.place + 1, last=codepage.encode(character)[-1])

    def append(self, character: str, place: int, *, last: int, cost: float = 0.0) -> Hypothesis:
        """A clean character is complete, in step again; the source is read up to ``place``."""
        code = encode_character(character)
        surprise = code_cost(*self.codes, code)
        text = self.text + character
        return Hypothesis(
            self.cost + surprise + cost,
            place,
            text,
            (self.codes[1], code),
            last,
            gaps=self.gaps,
            glosses=self.glosses,
            settled=(place, len(text)) if self.lead else self.settled,
            worst=max(self.worst, surprise) if self.lead else self.worst,
        )

    def leave_gap(
        self, place: int, *, lead: int | None = None, trail: int = UNKNOWN, cost: float = _GAP
    ) -> Hypothesis:
        """A clean character of which only one byte is known, or none."""
        gap = Gap(len(self.text), self.lead if lead is None else lead, trail, is_glossed=self.is_torn)
        text = self.text + LOST
        return Hypothesis(
            self.cost + cost,
            place,
            text,
            (self.codes[1], 0),
            trail,
            gaps=(*self.gaps, gap),
            glosses=self.glosses,
            settled=(place, len(text)),
            worst=self.worst,
        )

    def append_lost(self, cost: float) -> Hypothesis:
        """An ASCII byte was eaten here."""
        text = self.text + LOST
        settled = (self.place, len(text))
        return self._replace(cost=self.cost + cost, text=text, last=0x20, lead=0, settled=settled)

    def begin(self, lead: int, cost: float = 0.0) -> Hypothesis:
        """The next clean character begins with ``lead``, out of step with the source."""
        return Hypothesis(
            self.cost + cost,
            self.place,
            self.text,
            self.codes,
            self.last,
            lead,
            gaps=self.gaps,
            glosses=self.glosses,
            settled=self.settled,
            worst=self.worst,
        )

    def see(self, gloss: Gloss, place: int, *, cost: float, lead: int = 0) -> Hypothesis:
        """A gloss up to ``place``; behind it the clean character that ``lead`` begins goes on."""
        is_next = self.settled[0] == self.place
        return Hypothesis(
            self.cost + cost,
            place,
            self.text,
            self.codes,
            self.last,
            lead,
            is_torn=lead > 0,
            gaps=self.gaps,
            glosses=(*self.glosses, gloss),
            settled=(place, len(self.text)) if is_next else self.settled,
            worst=self.worst,
        )


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


@cache
def cost_of_trail(trail: int) -> float:
    """How unlikely it is that a character ends in ``trail``."""
    return total_cost(code_cost(0, 0, code) for code in codes_ending_in(trail))


@cache
def codes_ending_in(trail: int) -> tuple[int, ...]:
    """The characters that end in ``trail``, as far as the language model knows them, as its numbers."""
    return tuple(filter(None, map(encode_character, codepage.ending_in(trail))))


def total_cost(costs: Iterable[float]) -> float:
    """The cost of the alternatives taken together."""
    return -math.log(sum(math.exp(-cost) for cost in costs) + 1e-9)


def first_hypothesis(before: str, place: int) -> Hypothesis:
    """In step at ``place``, after the clean text ``before``."""
    first, second = (encode_character(c) for c in (BOUNDARY + before)[-2:])
    last = (codepage.encode(before[-1:]) or b"\n")[-1]
    # A byte of a pair is 40 or above; a sign on its own was the full-width one, whose byte is torn now.
    last = last + 0x80 if 0x21 <= last < 0x40 else last
    return Hypothesis(0.0, place, "", (first, second), last)
