"""Figures that should reckon with one another and, but for one slip of the pen, do.

`core.checks.numbers.reckoning` proposes what the figures can be to one another; its module ``evidence``
says how likely each of those that nearly hold was meant. What is likely is asked, each figure once,
likeliest first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from math import prod

from core.checks.asking import LOW, MEDIUM, ask
from core.checks.material import Material
from core.checks.numbers.reckoning import candidates_of
from core.checks.numbers.reckoning.candidates import (
    FALL,
    MULTIPLE,
    PRODUCT,
    RATE,
    RISE,
    SAME,
    SHARE,
    SUM,
    Candidate,
)
from core.checks.numbers.reckoning.context import context_of, is_open
from core.checks.numbers.reckoning.evidence import Evidence
from core.checks.numbers.reckoning.operands import Operand, operands_of
from core.checks.numbers.reckoning.products import factor_of
from core.checks.numbers.reckoning.weights import is_meant, is_mistaken
from core.checks.wording import say
from core.document import Finding

_RULES = {
    SUM: ("sum", "parts_and_total"),
    SHARE: ("share", "share"),
    RATE: ("share", "share"),
    RISE: ("growth", "change"),
    FALL: ("growth", "change"),
    MULTIPLE: ("growth", "multiple"),
    PRODUCT: ("sum", "product"),
}
_THREE = 3
_SURE, _LIKELY = 0.97, 0.6
MOST = 1000
"""How many figures are compared at once: those of about 30,000 characters."""


def check_reckonings(material: Material) -> Iterator[Finding]:
    """Questions about figures that nearly reckon with one another."""
    for operands in parts_of(operands_of(material)):
        for candidate, severity in _mistaken(Evidence(material.simplified, operands)):
            yield _question(material, operands, candidate, severity)


def parts_of(operands: Sequence[Operand]) -> Iterator[Sequence[Operand]]:
    """A collection of articles in parts, cut between paragraphs, so that what is kept at once stays small."""
    start = 0
    while len(operands) - start > MOST:
        end = start + MOST
        while end > start + 1 and operands[end].paragraph == operands[end - 1].paragraph:
            end -= 1
        end = end if end > start + 1 else start + MOST
        yield operands[start:end]
        start = end
    yield operands[start:]


def _mistaken(evidence: Evidence) -> Iterator[tuple[Candidate, str]]:
    """The relations that a mistake keeps from holding, each figure once, and how sure that is."""
    operands = evidence.operands
    candidates = list(candidates_of(operands))
    context = context_of(operands, candidates, partial(is_meant, evidence))
    weighed = [
        (chance, candidate)
        for candidate in candidates
        if not candidate.holds and is_open(candidate, context)
        if (chance := is_mistaken(evidence, candidate, context)) >= _LIKELY
    ]
    asked: set[int] = set()
    for chance, candidate in sorted(weighed, key=lambda each: -each[0]):
        mended = {candidate.slots[n] for n, _ in (*candidate.mends, *candidate.tens)}
        if asked.isdisjoint(mended):
            yield candidate, MEDIUM if chance > _SURE else LOW
        asked |= mended


def _question(
    material: Material, operands: Sequence[Operand], candidate: Candidate, severity: str
) -> Finding:
    slots = [operands[slot] for slot in candidate.slots]
    spans = [slot.span for slot in slots]
    if candidate.kind == SAME:
        shown = f"{slots[0].quote}\u3000{slots[1].quote}"
        return ask("repeat", severity, say("said_twice"), shown, material.text, *spans)
    rule, question = _RULES[candidate.kind]
    if candidate.kind == SUM and len(slots) == _THREE and any(slot.role == "change" for slot in slots[1:]):
        rule, question = "growth", "difference"
    if not candidate.mends:
        rule, question = "magnitude", "magnitude"
    words = {SUM: _sum, PRODUCT: _product}.get(candidate.kind, _ratio)(candidate.kind, slots)
    shown = say("reckoned", sum=words[0], made=words[1], said=words[2])
    return ask(rule, severity, say(question), shown, material.text, *spans)


def _sum(_kind: str, slots: Sequence[Operand]) -> tuple[str, str, str]:
    """How a whole is reckoned from its parts, or what is left or changed from the whole; and what is said."""
    whole, *parts = slots
    told = [part for part in parts if part.role in ("change", "rest")]
    if len(slots) == _THREE and told:
        rest = next(part for part in parts if part is not told[0])
        made = _like(told[0], whole.amount - rest.amount)
        return f"{whole.quote} - {rest.quote}", made, told[0].quote
    made = _like(whole, sum(part.amount for part in parts))
    return " + ".join(part.quote for part in parts), made, whole.quote


def _product(_kind: str, slots: Sequence[Operand]) -> tuple[str, str, str]:
    each, whole, *counts = slots
    product = each.amount * prod(factor_of(each, count) for count in counts)
    return " × ".join(slot.quote for slot in (each, *counts)), _like(whole, product), whole.quote


def _ratio(kind: str, slots: Sequence[Operand]) -> tuple[str, str, str]:
    ratio, one, other = slots
    words, quotient = f"{one.quote} ÷ {other.quote}", one.amount / other.amount
    if kind == MULTIPLE:
        return words, f"{quotient:.3g}", ratio.quote
    if kind in (RISE, FALL):
        words = f"{words} - 1" if kind == RISE else f"1 - {words}"
        quotient = abs(quotient - 1)
    return words, f"{100 * quotient:.4g}%", ratio.quote


def _like(operand: Operand, amount: float) -> str:
    """A calculated amount in the operand's unit, in 万 or 亿 by its own size."""
    number = amount * operand.counted / operand.amount
    for sign, tens in (("亿", 1e8), ("万", 1e4)):
        if abs(number) >= tens:
            return f"{number / tens:.4f}".rstrip("0").rstrip(".") + sign
    return f"{number:.4f}".rstrip("0").rstrip(".")
