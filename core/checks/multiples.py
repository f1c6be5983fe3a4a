"""How many times as much one figure is as another: 36个，是乙队12个的3倍; 比三年前的23家翻了一番."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.checks.asking import LOW, MEDIUM, ask
from core.checks.figures import Figure, Range, mends
from core.checks.growth import UP_OR_DOWN
from core.checks.material import Material
from core.checks.wording import say
from core.document import Finding

RULE = "growth"
_DOUBLED = re.compile(r"翻了?(?:一|1)?[番倍]|翻番")
_MORE = re.compile(r"(?:增长|增加|提高|上升|扩大|多出?|高出?)了?(?:约|近)?$")
_IS = re.compile(r"(?:是|为|相当于|达到?)[^，。；]{0,16}的?(?:约|近)?$|的$|[，]$")
_REACH = 24
_FAR = 60


def check_multiples(material: Material) -> Iterator[Finding]:
    """Questions about multiples and fractions that no two figures beside them give."""
    for figures in material.by_sentence:
        for times in figures:
            ratio = _ratio(material, times) if times.mark.label == "NUMBER" and times.is_exact else None
            if ratio:
                yield from _check(material, figures, times, ratio)


def _ratio(material: Material, times: Figure) -> Range | None:
    """What now and then should make when divided; None for what is no multiple."""
    before = material.simplified[max(0, times.span.start - _REACH) : times.span.start]
    amount = times.amount
    if "/" in str((times.mark.value or {}).get("amount") or ""):
        found = UP_OR_DOWN.search(before)
        if not found or amount >= 1:
            return None
        ratio = 1 + amount if _MORE.search(before) else 1 - amount
        return Range(ratio * 0.985, ratio * 1.015)
    if times.unit != "倍" or amount <= 1:
        return None
    if _DOUBLED.search(material.words(times.span)) or "番" in times.quote:
        return Range(amount * 0.97, amount * 1.03)
    half = 0.5 * 10.0**times.power if times.power else 0.06 * amount
    if _MORE.search(before):
        return Range(amount + 1 - half, amount + 1 + half)
    return Range(amount - half, amount + half) if _IS.search(before) else None


def _check(material: Material, figures: Sequence[Figure], times: Figure, ratio: Range) -> Iterator[Finding]:
    near = [f for f in figures if f.unit not in ("", "倍", "%", "pp") and f.amount > 0 and f.is_exact]
    near = [f for f in near if abs(f.span.start - times.span.start) <= _FAR]
    families = {family: [f for f in near if f.family == family] for family in {f.family for f in near}}
    pairs = [group for group in families.values() if len(group) >= 2]
    if any(one.range.over(other.range).meets(ratio) for group in pairs for one in group for other in group):
        return
    for group in pairs:
        if len(group) == 2:
            more, less = sorted(group, key=lambda figure: -figure.amount)
            is_rise = ratio.middle > 1
            now, base = (more, less) if is_rise else (less, more)
            is_mended = mends((now, base), lambda one, other: one.over(other).meets(ratio))
            made = f"{now.amount / base.amount:.3g}"
            shown = say("reckoned", sum=f"{now.quote} ÷ {base.quote}", made=made, said=times.quote)
            yield ask(
                RULE, MEDIUM if is_mended else LOW, say("multiple"), shown, material.text, now, base, times
            )
            return
