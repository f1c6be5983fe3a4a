"""How many times as much a figure is as another: 36个，是乙队12个的3倍; 比23家翻了一番; 涨了四分之一."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.checks.asking import LOW, MEDIUM, ask
from core.checks.material import Material
from core.checks.numbers.changes import compared
from core.checks.numbers.claims import Claim
from core.checks.numbers.figures import Range
from core.checks.numbers.slips import mends
from core.checks.wording import say
from core.document import Finding

RULE = "growth"
_DOUBLED = re.compile(r"翻了?(?:一|1)?[番倍]|翻番")
_MORE = re.compile(r"(?:[增涨升多]|增长|增加|提高|上升|上涨|扩大|多出|高出|成长)了?(?:约|近)?$")
_LESS = re.compile(r"(?:[降减少跌]|减少|下降|降低|下跌|缩小|压缩|缩短)了?(?:约|近)?$")
_IS = re.compile(r"(?:是|为|相当于|达到?)[^，。；]{0,16}的?(?:约|近)?$|的$")
_ROUNDING = 0.06


def check_multiples(material: Material) -> Iterator[Finding]:
    """Questions about multiples and fractions that the figures compared do not give."""
    for place, claims in enumerate(material.claims_by_sentence):
        for number, claim in enumerate(claims):
            if claim.role == "multiple" and claim.figure.is_exact:
                yield from _check(material, place, claims, number)


def _ratio(claim: Claim, words: str) -> Range | None:
    """What now and then should make when divided; None for what is no multiple."""
    times = claim.figure
    amount, before = times.amount, claim.clause
    is_more, is_less = _MORE.search(before), _LESS.search(before)
    if "/" in str((times.mark.value or {}).get("amount") or ""):
        if not (is_more or is_less) or amount >= 1:
            return None
        ratio = 1 + amount if is_more else 1 - amount
        return Range(ratio * 0.985, ratio * 1.015)
    if times.unit != "倍" or amount <= 1:
        return None
    if _DOUBLED.search(words) or "番" in times.quote:
        return Range(amount * 0.97, amount * 1.03)
    half = 0.5 * 10.0**times.power if times.power else _ROUNDING * amount
    if is_more:
        return Range(amount + 1 - half, amount + 1 + half)
    return Range(amount - half, amount + half) if _IS.search(before) or not before else None


def _check(material: Material, place: int, claims: Sequence[Claim], number: int) -> Iterator[Finding]:
    times = claims[number]
    ratio = _ratio(times, material.words(times.span))
    pairs = list(compared(material, place, claims, number)) if ratio else []
    if not ratio or not pairs:
        return
    if any(pair.now.range.over(pair.base.range).meets(ratio) for pair in pairs if pair.base.amount > 0):
        return
    pair = pairs[0]
    is_mended = mends((pair.now, pair.base), lambda one, other: one.over(other).meets(ratio))
    made = f"{pair.now.amount / pair.base.amount:.3g}"
    shown = say("reckoned", sum=f"{pair.now.quote} ÷ {pair.base.quote}", made=made, said=times.figure.quote)
    severity = MEDIUM if is_mended and pair.is_direct else LOW
    yield ask(RULE, severity, say("multiple"), shown, material.text, pair.now, pair.base, times.figure)
