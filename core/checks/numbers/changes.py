"""Changes against the two levels that they compare: 比去年的32亿元增长15%, 由a增至b, 多出3座, 是前者的3倍.

A change belongs to the nearest level before it, and is counted from a base: what is told of an earlier time,
behind 比, 较 or 由, before the change or right behind it. Where only the change itself is told besides
(0.86元，微降0.02元，跌幅2.3%), the base follows from it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from core.checks.asking import LOW, MEDIUM, ask
from core.checks.material import Material
from core.checks.numbers.claims import REACHED, Claim
from core.checks.numbers.figures import Figure, Range, like
from core.checks.numbers.slips import mends
from core.checks.wording import say
from core.document import Finding

RULE, UNIT = "growth", "unit"
_RATE = re.compile("率|占比|比重|比例|份额")
_NO_AMOUNT = frozenset({"%", "pp", "倍", "permille", ""})
_LEVELS = frozenset({"level", "total", "share", "each", "rest"})
_FAR = 60
# Growth in prices of another year is not that of the amounts.
_COMPARABLE = re.compile("可比|不变价|实际增长|扣除|名义")
_FALL = re.compile("[降减跌落缩少低滑亏]|收窄|放缓|衰退")
# What is told behind these is another thing's change.
_APART = re.compile("；|同时|其中|累计|日均|月均|年均|人均|平均每|的基础上")
_NUMBER = re.compile(r"^[-\d.,，]+[万亿]*")
_GAP = re.compile(r"(?:相差|差距|差了?)[^，。；]{0,3}$")
_COMPARING = ("比", "较", "与", "跟", "同", "和", "由", "从")
_PER_HUNDRED = Range(100.0, 100.0)


@dataclass(frozen=True, slots=True)
class Pair:
    """What is now and what it is compared with; ``is_direct`` where the words leave no doubt of both."""

    now: Figure
    base: Figure
    is_direct: bool


Relation = Callable[[Range, Range], Range]


def check_changes(material: Material) -> Iterator[Finding]:
    """Questions about changes and multiples that do not follow from the levels compared."""
    for place, claims in enumerate(material.claims_by_sentence):
        for number, claim in enumerate(claims):
            if claim.role == "change" and claim.figure.amount > 0 and not claim.figure.is_bound:
                yield from _check(material, place, claims, number)


def rate(now: Range, base: Range) -> Range:
    """By how many per cent ``now`` is more, or less, than ``base``."""
    quotient = now.over(base).scaled(100) - _PER_HUNDRED
    return quotient if quotient.high > 0 else Range(-quotient.high, -quotient.low)


def spread(one: Range, other: Range) -> Range:
    """How far two amounts lie apart."""
    difference = one - other
    return difference if difference.high > 0 else Range(-difference.high, -difference.low)


def _check(material: Material, place: int, claims: Sequence[Claim], number: int) -> Iterator[Finding]:
    change = claims[number].figure
    sentence = material.words(material.sentences[place].span)
    if change.is_percent and _COMPARABLE.search(sentence):
        return
    pairs = list(compared(material, place, claims, number))
    if unit := _wrong_unit(material, change, pairs):
        yield unit
        return
    relation = rate if change.is_percent else spread
    pairs = [pair for pair in pairs if pair.now.is_percent == (change.unit == "pp")]
    if not pairs:
        yield from _check_own_change(material, claims, number)
        yield from _check_rate(material, claims, number)
        return
    told = change.written if change.is_exact else change.range
    if any(relation(pair.now.likely, pair.base.likely).meets(told) for pair in pairs):
        return
    pair = pairs[0]
    is_rounded = any(relation(pair.now.written, pair.base.written).meets(change.range) for pair in pairs)
    is_mended = mends((pair.now, pair.base, change), lambda a, b, c: relation(a, b).meets(c))
    if is_mended or pair.is_direct:
        question = say("change" if relation is rate else "difference")
        are_exact = all(figure.is_exact for figure in (pair.now, pair.base, change))
        is_sure = is_mended and pair.is_direct and are_exact and not is_rounded
        shown = say("reckoned", said=change.quote, **_reckoning(change, pair, relation))
        severity = MEDIUM if is_sure else LOW
        yield ask(RULE, severity, question, shown, material.text, pair.now, pair.base, change)


def _wrong_unit(material: Material, change: Figure, pairs: Sequence[Pair]) -> Finding | None:
    """A change whose number is right and whose unit is not: 5.8%，比5.5%加快0.3%; 由a增至b，增长25百分点."""
    for pair in pairs:
        figures = (pair.now, pair.base, change)
        gap = spread(pair.now.likely, pair.base.likely)
        is_gap = abs(abs(pair.now.amount - pair.base.amount) - change.amount) < 10.0**change.power / 2
        if change.is_percent and pair.now.is_percent and is_gap:
            shown = say("adds_up", **_reckoning(change, pair, spread))
            return ask(UNIT, MEDIUM, say("points"), shown, material.text, *figures)
        is_amount = change.unit == "pp" and not pair.now.is_percent
        if is_amount and rate(pair.now.range, pair.base.range).meets(change.range):
            shown = say("adds_up", **_reckoning(change, pair, rate))
            return ask(UNIT, MEDIUM, say("no_points"), shown, material.text, *figures)
        is_measure = change.mark.label == "MEASURE" and change.family == pair.base.family
        if is_measure and change.unit != pair.base.unit and gap.meets(_in_unit_of(change, pair.base)):
            named = like(
                pair.now, abs(pair.now.amount - pair.base.amount), min(pair.now.power, pair.base.power)
            )
            made = named + _NUMBER.sub("", pair.now.quote)
            shown = say("apart", one=pair.now.quote, other=pair.base.quote, made=made, said=change.quote)
            return ask(UNIT, MEDIUM, say("unit"), shown, material.text, *figures)
    return None


def _in_unit_of(change: Figure, other: Figure) -> Range:
    """What a change would stand for, had it the unit of another figure."""
    return change.written.scaled(_factor(other) / _factor(change))


def _factor(figure: Figure) -> float:
    """How much one of its unit is in its family's measure."""
    written = float((figure.mark.value or {}).get("amount") or 0)
    return figure.amount / written if written else 1.0


def compared(material: Material, place: int, claims: Sequence[Claim], number: int) -> Iterator[Pair]:
    """The levels that a change or a multiple can compare, the likeliest first."""
    change = claims[number].figure
    before, behind = claims[:number], claims[number + 1 :]
    earlier = _sentence_before(material, place)
    for at, base in reversed(list(enumerate(before))):
        if not _is_base(base, change) or change.span.start - base.span.end > _FAR:
            continue
        between = before[at + 1 :]
        gap = material.between(base.figure, change)
        if _APART.search(gap):
            break
        family = base.figure.family
        reached = [c for c in between if c.figure.family == family and REACHED.search(c.clause)]
        if reached:
            yield Pair(reached[0].figure, base.figure, True)
        if any(c.figure.family == family and c.role in _LEVELS and c not in reached for c in between):
            continue
        levels = [c for c in before[:at] if c.figure.family == family and c.role in _LEVELS]
        named = [c for c in levels[:-2] if len(c.label) > 1 and c.label[-2:] in base.clause]
        for now in (*named[-1:], *levels[-1:-3:-1]):
            yield Pair(now.figure, base.figure, all(c.role == "change" for c in between))
        if not levels and base.clause.startswith(_COMPARING) and (last := _nearest(earlier, family)):
            yield Pair(last.figure, base.figure, False)
        for later in behind[:2]:
            if later.figure.family == family and later.role in _LEVELS and REACHED.search(later.clause):
                yield Pair(later.figure, base.figure, False)
    for base in behind[:3]:
        gap = material.between(change, base.figure)
        last = _nearest(before, base.figure.family)
        is_near = "；" not in gap and "比" not in gap and _fits(base, change)
        if last and is_near and (base.role == "base" or _is_earlier(material, base, last)):
            yield Pair(last.figure, base.figure, False)
    yield from _by_time(material, claims, number)
    if _GAP.search(claims[number].clause) or "比" in claims[number].clause:
        same = [c.figure for c in before if c.figure.family == change.family and c.role in _LEVELS]
        yield from (Pair(one, other, False) for one, other in pairwise(reversed(same)))


def _is_base(claim: Claim, change: Figure) -> bool:
    """Whether a claim can be what a change is counted from."""
    figure = claim.figure
    is_one = claim.role == "base" or (claim.role == "whole" and change.mark.label == "NUMBER")
    if not is_one or figure.amount <= 0 or figure.is_bound:
        return False
    if change.unit == "pp":
        return figure.unit not in _NO_AMOUNT or figure.is_percent
    if change.is_percent and figure.is_percent:
        return True
    if change.is_percent or change.mark.label == "NUMBER":
        return figure.unit not in _NO_AMOUNT
    return figure.family == change.family


def _nearest(claims: Sequence[Claim], family: str) -> Claim | None:
    """The last level of a family."""
    return next((c for c in reversed(claims) if c.figure.family == family and c.role in _LEVELS), None)


def _sentence_before(material: Material, place: int) -> Sequence[Claim]:
    is_one = place > 0 and (material.sentences[place - 1].paragraph == material.sentences[place].paragraph)
    return material.claims_by_sentence[place - 1] if is_one else ()


def _by_time(material: Material, claims: Sequence[Claim], number: int) -> Iterator[Pair]:
    """Two levels of a sentence, one told of an earlier time: 6月成交3120套，5月是2600套，环比增长20%."""
    change = claims[number].figure
    levels = [c for c in claims[max(0, number - 4) : number] if c.role == "level" and _fits(c, change)]
    if len(levels) < 2 or levels[-1].figure.family != levels[-2].figure.family:
        return
    one, other = levels[-2], levels[-1]
    for now, base in ((one, other), (other, one)):
        if _is_earlier(material, base, now):
            yield Pair(now.figure, base.figure, False)


def _is_earlier(material: Material, base: Claim, now: Claim) -> bool:
    """Whether a level is told of a time before another's; what is told of none is of now."""
    times = material.told_time(base), material.told_time(now)
    if not times[0] or not times[0][:4].isdigit() or "/" in "".join(times):
        return False
    length = min(map(len, times)) or len(times[0])
    return times[0][:length] < times[1][:length] if times[1] else material.is_before_this_year(times[0])


def _fits(claim: Claim, change: Figure) -> bool:
    if change.unit == "pp":
        return claim.figure.is_percent
    if change.is_percent or change.mark.label == "NUMBER":
        return claim.figure.unit not in _NO_AMOUNT
    return claim.figure.family == change.family


def _check_own_change(material: Material, claims: Sequence[Claim], number: int) -> Iterator[Finding]:
    """0.86元，微降0.02元，跌幅2.3%: the base is what is now without its change."""
    change = claims[number]
    if number < 2 or not change.figure.is_percent or claims[number - 1].figure.unit in _NO_AMOUNT:
        return
    step, now = claims[number - 1], claims[number - 2]
    if step.role == "change" and _is_base(now, change.figure) and now.figure.family == step.figure.family:
        yield from _check_step(material, now.figure, step.figure, change.figure)
        return
    is_step = step.role == "change" and now.role in _LEVELS and step.figure.family == now.figure.family
    if not is_step or step.figure.amount >= now.figure.amount or step.figure.unit in _NO_AMOUNT:
        return
    base = (
        now.figure.likely + step.figure.likely
        if _FALL.search(step.clause)
        else now.figure.likely - step.figure.likely
    )
    made = step.figure.likely.over(base).scaled(100)
    if made.meets(change.figure.range):
        return
    percent = 100 * step.figure.amount / ((base.low + base.high) / 2)
    sign = "+" if _FALL.search(step.clause) else "-"
    words = f"{step.figure.quote} ÷ ({now.figure.quote} {sign} {step.figure.quote})"
    shown = say(
        "reckoned", sum=words, made=f"{percent:.{max(1, -change.figure.power)}f}%", said=change.figure.quote
    )
    yield ask(RULE, MEDIUM, say("change"), shown, material.text, now.figure, step.figure, change.figure)


def _check_rate(material: Material, claims: Sequence[Claim], number: int) -> Iterator[Finding]:
    """去年的参保率为86.5%，今年提高了4.5%, where 91.0% stands elsewhere: what rose is a rate."""
    change, base = claims[number].figure, claims[number - 1] if number else None
    is_rate = base and base.role == "base" and base.figure.is_percent and _RATE.search(base.clause)
    if not base or not is_rate or not change.is_percent or len(change.digits) < 2:
        return
    for now in material.of_family(change.family, change.span.start):
        is_gap = abs(abs(now.amount - base.figure.amount) - change.amount) < 10.0**change.power / 2
        if now is not change and is_gap and now.power == base.figure.power == change.power:
            shown = say("adds_up", **_reckoning(change, Pair(now, base.figure, False), spread))
            yield ask(UNIT, MEDIUM, say("points"), shown, material.text, now, base.figure, change)
            return


def _check_step(material: Material, base: Figure, step: Figure, change: Figure) -> Iterator[Finding]:
    """去年150名，今年增加36名，增长24%."""
    if step.likely.over(base.likely).scaled(100).meets(change.range):
        return
    percent = 100 * step.amount / base.amount
    made = f"{percent:.{max(1, -change.power)}f}%"
    shown = say("reckoned", sum=f"{step.quote} ÷ {base.quote}", made=made, said=change.quote)
    yield ask(RULE, MEDIUM, say("change"), shown, material.text, base, step, change)


def _reckoning(change: Figure, pair: Pair, relation: Relation) -> dict[str, str]:
    """How the change is reckoned from the pair, and what that makes."""
    now, base = pair.now, pair.base
    if relation is rate:
        percent = 100 * abs(now.amount / base.amount - 1)
        is_more = now.amount >= base.amount
        words = f"{now.quote} ÷ {base.quote} - 1" if is_more else f"1 - {now.quote} ÷ {base.quote}"
        return {"sum": words, "made": f"{percent:.{max(1, -change.power)}f}%"}
    more, less = (now, base) if now.amount >= base.amount else (base, now)
    difference = like(change, more.amount - less.amount, min(now.power, base.power))
    unit = "个百分点" if change.unit in ("pp", "%") else ""
    return {"sum": f"{more.quote} - {less.quote}", "made": difference + unit}
