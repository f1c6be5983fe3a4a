"""Growth against the two figures that it compares, and percentage points against per cent.

比去年的505.5公斤增加6.5公斤，增长1.3%; 5.8%，比一季度的5.5%加快0.3个百分点.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.checks.asking import MEDIUM, ask
from core.checks.figures import Figure, Range, digits_of, is_slip, short
from core.checks.material import Material
from core.document import Finding

RULE, UNIT = "growth", "unit"
_UP_OR_DOWN = re.compile(
    r"(?:增长|增加|增多|上升|提高|提升|加快|上涨|扩大|多|高|增|升|涨|下降|减少|降低|回落|放缓|收窄|下滑|下跌|少|低|降|减|跌)"
    r"了?[为约近超达]{0,2}$"
)
_BASE = re.compile(r"(?<![同环])比|较|去年|上年|前年|同期|上一|前一|年初|上月|由|从|首届|上届")
_REACH = re.compile(r"[增升提降减扩跌上][^，。；]{0,3}[至到]$")
_OTHER = re.compile(r"其中|均|累计|每")


def check_growth(material: Material) -> Iterator[Finding]:
    """Questions about changes that do not follow from the figures compared."""
    for place, figures in enumerate(material.by_sentence):
        for change in figures:
            if _is_change(material, change):
                yield from _check(material, change, _compared(material, place, change))


def _is_change(material: Material, figure: Figure) -> bool:
    before = material.simplified[max(0, figure.span.start - 8) : figure.span.start]
    return bool(_UP_OR_DOWN.search(before)) and figure.is_exact and figure.amount > 0


def _compared(material: Material, place: int, change: Figure) -> list[Figure]:
    """The figures that a change may be about: those of its sentence and of the one before."""
    paragraph = material.sentences[place].paragraph
    is_one = place > 0 and material.sentences[place - 1].paragraph == paragraph
    before = material.by_sentence[place - 1] if is_one else ()
    return [figure for figure in (*before, *material.by_sentence[place]) if figure is not change]


def _check(material: Material, change: Figure, figures: Sequence[Figure]) -> Iterator[Finding]:
    if change.unit == "pp" or change.is_percent:
        percents = [figure for figure in figures if figure.is_percent]
        if pair := _difference_pair(material, change, percents):
            yield from _check_points(material, change, pair, percents)
            if change.unit == "pp":
                return
    if change.is_percent:
        yield from _check_rate(material, change, figures)


def _check_rate(material: Material, change: Figure, figures: Sequence[Figure]) -> Iterator[Finding]:
    amounts = [f for f in figures if f.unit not in ("%", "pp", "倍") and f.amount > 0]
    if any(_rate(a, b).meets(change.range) for a in amounts for b in amounts if a is not b and _alike(a, b)):
        return
    base = _base_before(material, change, amounts)
    now = _now_before(material, base, amounts) if base else None
    if base and now and _is_slip_of(change, _mid(_rate(now, base))):
        rate = _mid(_rate(now, base))
        reckoning = f"{now.quote} ÷ {base.quote} - 1 = {rate:.{max(1, -change.power)}f}%，不是{change.quote}"
        if now.amount < base.amount:
            reckoning = (
                f"1 - {now.quote} ÷ {base.quote} = {rate:.{max(1, -change.power)}f}%，不是{change.quote}"
            )
        yield ask(RULE, MEDIUM, "增减幅度与前后两数不符？", reckoning, material.text, now, base, change)


def _is_slip_of(change: Figure, rate: float) -> bool:
    """Whether a slip of the pen, or a wrong reckoning near the right one, can have made the rate."""
    written = digits_of(rate, change.power)
    if is_slip(change.digits, written):
        return True
    return len(change.digits) == len(written) and 0.5 < change.amount / max(rate, 1e-9) < 2


def _alike(a: Figure, b: Figure) -> bool:
    return a.family == b.family


def _rate(now: Figure, base: Figure) -> Range:
    """By how many per cent ``now`` is more, or less, than ``base``."""
    quotient = now.range.over(base.range).scaled(100) - Range(100.0, 100.0)
    return quotient if quotient.high > 0 else Range(-quotient.high, -quotient.low)


def _mid(span: Range) -> float:
    return (span.low + span.high) / 2


def _base_before(material: Material, change: Figure, amounts: Sequence[Figure]) -> Figure | None:
    """The figure that the change is counted from: 比去年的b, 去年同期为b, 由b增至a."""
    before = [f for f in amounts if f.span.end <= change.span.start and f.sentence == change.sentence]
    for figure in reversed(before[-3:]):
        if _BASE.search(_clause(material, figure)) and _is_close(material, figure, change):
            return figure
    return None


def _is_close(material: Material, figure: Figure, change: Figure) -> bool:
    gap = material.between(figure, change)
    return len(gap) <= 24 and "；" not in gap and not _OTHER.search(gap)


def _now_before(material: Material, base: Figure, amounts: Sequence[Figure]) -> Figure | None:
    """The figure that has grown from ``base``: behind it in 由b增至a, else the last one before it."""
    for figure in amounts:
        is_after = figure.span.start > base.span.end and _alike(figure, base)
        if is_after and _REACH.search(material.between(base, figure)):
            return figure
    before = [f for f in amounts if f.span.end <= base.span.start and _alike(f, base)]
    if not before or _OTHER.search(material.between(before[-1], base)):
        return None
    return None if _BASE.search(_clause(material, before[-1])) else before[-1]


def _clause(material: Material, figure: Figure) -> str:
    """The words before a figure, back to a sign or the figure before it."""
    ahead = [f.span.end for f in material.by_sentence[figure.sentence] if f.span.end <= figure.span.start]
    start = max(material.sentences[figure.sentence].span.start, *ahead[-1:] or (0,))
    return re.split("[，；：（]", material.simplified[start : figure.span.start])[-1]


def _difference_pair(
    material: Material, change: Figure, percents: Sequence[Figure]
) -> tuple[Figure, Figure] | None:
    """The two percentages whose difference a change states, the newer one first."""
    base = _base_before(material, change, percents)
    now = _now_before(material, base, percents) if base else None
    return (now, base) if now and base else None


def _check_points(
    material: Material, change: Figure, pair: tuple[Figure, Figure], percents: Sequence[Figure]
) -> Iterator[Finding]:
    now, base = pair
    wanted = abs(now.amount - base.amount)
    power = min(now.power, base.power)
    sign = (max(now.amount, base.amount), min(now.amount, base.amount))
    reckoning = (
        f"{sign[0]:.{max(0, -power)}f}% - {sign[1]:.{max(0, -power)}f}% = {short(wanted, power)}个百分点"
    )
    if change.is_percent:
        if abs(wanted - change.amount) < 10.0**power / 2:
            yield ask(UNIT, MEDIUM, "应为百分点？", reckoning, material.text, now, base, change)
        return
    if any(_spread(a, b).meets(change.range) for a in percents for b in percents if a is not b):
        return
    if is_slip(change.digits, digits_of(wanted, change.power)):
        yield ask(
            RULE,
            MEDIUM,
            "百分点与前后两数不符？",
            f"{reckoning}，不是{change.quote}",
            material.text,
            *pair,
            change,
        )


def _spread(a: Figure, b: Figure) -> Range:
    difference = a.range - b.range
    return difference if difference.high > 0 else Range(-difference.high, -difference.low)
