"""Growth against the two figures that it compares, and percentage points against per cent.

比去年的505.5公斤增加6.5公斤，增长1.3%; 5.8%，比一季度的5.5%加快0.3个百分点.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from core.checks.asking import LOW, MEDIUM, ask
from core.checks.figures import Figure, Range, like, mends
from core.checks.material import Material
from core.checks.wording import say
from core.document import Finding

RULE, UNIT = "growth", "unit"
_TWO = 2
UP_OR_DOWN = re.compile(
    r"(?:增长|增加|增多|增产|减产|增收|减收|净增|上升|提高|提升|加快|上涨|扩大|[增涨降跌]幅|多|高|增|升|涨|下降|减少|降低|回落|放缓|收窄|下滑|下跌|少|低|降|减|跌)"
    r"了?[为约近超达]{0,2}$"
)
_APART = re.compile(r"(?:相差|相距|差距)[^，。；]{0,3}$")
_BASE = re.compile(
    r"(?<![同环占])比(?![重例率为达是])|较|去年|上年|前年|同期|上一|前一|年初|上月|由|从|首届|上届"
)
_REACH = re.compile(
    r"[增升提降减扩跌涨落回上缩调][^，。；]{0,3}[至到为成](?:了|如今的|现在的|目前的|今年的|当前的|去年的|\d{4}年的)?$"
)
_TOLD = re.compile(
    r"(?P<now>今年|如今|目前|现在|现有|眼下|本[月季年届]|增至|增加到|增长到|升至|上升到|提高到|[降减]至|[降减]到|达到|变为|[一-鿿]到(?:了|今))"
    r"|去年|上年|前年|同期|上一|前一|年初|上月|上季|一季度|原来|原先|原有|此前|之前|以前|之初|最初|当初|起初|年前|过去|曾|由|从"
    r"|(?<![同环占])比(?![重例率为达是])|较|上届|首届|(?<!\d)(?P<year>20\d\d)年"
)
_FAR = 60
_NOW = 9999
# Growth in prices of another year is not that of the amounts.
_COMPARABLE = re.compile("可比|不变价|实际增长|扣除")
_OTHER = re.compile(r"其中|均|累计|每")
_RATE = re.compile(r"率|占比|比重|比例|份额")
_FIGURES = re.compile(r"\d")
_NO_AMOUNT = frozenset({"%", "pp", "倍", "permille"})
_DIRECT = 6
_LONGEST_GAP = 24

Pair = tuple[Figure, Figure]
"""What is now and what it is compared with."""


def check_growth(material: Material) -> Iterator[Finding]:
    """Questions about changes that do not follow from the figures compared."""
    for place, figures in enumerate(material.by_sentence):
        for number, change in enumerate(figures):
            before = material.simplified[max(0, change.span.start - 8) : change.span.start]
            if not change.is_exact or change.amount <= 0:
                continue
            if UP_OR_DOWN.search(before):
                yield from _check(material, change, _compared(material, place, change))
            elif _APART.search(before):
                yield from _check_gap(material, change, figures[:number])


def _compared(material: Material, place: int, change: Figure) -> list[Figure]:
    """The figures that a change may be about: those of its sentence and of the one before."""
    paragraph = material.sentences[place].paragraph
    near = [number for number in material.paragraph(paragraph) if abs(number - place) <= 1]
    figures = [figure for number in near for figure in material.by_sentence[number]]
    return [figure for figure in figures if figure is not change and _FIGURES.search(figure.quote)]


def _check(material: Material, change: Figure, figures: Sequence[Figure]) -> Iterator[Finding]:
    percents = [figure for figure in figures if figure.is_percent]
    amounts = [f for f in figures if f.unit not in _NO_AMOUNT and f.amount > 0]
    if change.unit == "pp":
        yield from _check_pair(material, change, percents, spread)
        yield from _check_points(material, change, amounts)
    elif change.is_percent:
        yield from _check_unit(material, change, percents)
        yield from _check_pair(material, change, amounts, rate)
    else:
        same = [figure for figure in figures if figure.family == change.family]
        yield from _check_pair(material, change, same, spread)


def _check_pair(
    material: Material, change: Figure, figures: Sequence[Figure], relation: Callable[[Range, Range], Range]
) -> Iterator[Finding]:
    """Ask where the pair compared does not give the change, and one slip of the pen would mend it."""
    pair, severity = _pair(material, change, figures), MEDIUM
    if not pair and not _COMPARABLE.search(material.words(material.sentences[change.sentence].span)):
        pair, severity = _pair_by_words(material, change, figures), LOW
    if not pair or _agrees(change, pair, figures, relation):
        return
    is_direct = relation is rate and 0 <= pair[1].span.end <= change.span.start
    is_direct &= severity == MEDIUM and len(material.between(pair[1], change)) <= _DIRECT
    if mends((*pair, change), lambda a, b, c: relation(a, b).meets(c)) or is_direct:
        yield _question(material, change, pair, relation, severity)


def _agrees(
    change: Figure, pair: Pair, figures: Sequence[Figure], relation: Callable[[Range, Range], Range]
) -> bool:
    """Whether the pair gives the change, or one of the two with another figure does."""
    others = [(one, b) for one in pair for b in figures if b not in pair and b.family == one.family]
    return any(
        relation(a.range, b.range).meets(change.range)
        for a, b in (pair, *others, *((b, a) for a, b in others))
        if min(a.amount, b.amount) > 0
    )


def rate(now: Range, base: Range) -> Range:
    """By how many per cent ``now`` is more, or less, than ``base``."""
    quotient = now.over(base).scaled(100) - Range(100.0, 100.0)
    return quotient if quotient.high > 0 else Range(-quotient.high, -quotient.low)


def spread(one: Range, other: Range) -> Range:
    """How far two amounts lie apart."""
    difference = one - other
    return difference if difference.high > 0 else Range(-difference.high, -difference.low)


def _pair(material: Material, change: Figure, figures: Sequence[Figure]) -> Pair | None:
    base = _base_before(material, change, figures)
    now = _now_before(material, base, figures) if base else None
    return (now, base) if now and base else None


def _pair_by_words(material: Material, change: Figure, figures: Sequence[Figure]) -> Pair | None:
    """The two figures near a change, one of them told of an earlier time: 去年b；今年a，增幅25%."""
    plain = [f for f in figures if not _is_change(material, f) and f.is_exact and not f.is_bound]
    near = [f for f in plain if f.unit and abs(f.span.start - change.span.start) <= _FAR]
    for family in dict.fromkeys(f.family for f in reversed(near)):
        same = [f for f in near if f.family == family]
        times = {id(f): _told_time(material, f) for f in same}
        bases = [f for f in same if times[id(f)] < max(times.values())]
        bases.sort(key=lambda f: abs(f.span.start - change.span.start))
        nows = [f for f in same if f not in bases]
        if bases and len(nows) == 1 and not _OTHER.search(_between(material, bases[0], nows[0])):
            return nows[0], bases[0]
    return None


def _told_time(material: Material, figure: Figure) -> int:
    """The year that the last word of time before a figure tells, or what stands for now or for earlier."""
    ahead = [f.span.end for f in material.by_sentence[figure.sentence] if f.span.end <= figure.span.start]
    start = max(material.sentences[figure.sentence].span.start, *ahead[-1:] or (0,))
    told = [*_TOLD.finditer(material.simplified, start, figure.span.start)]
    if not told or told[-1]["now"]:
        return _NOW
    return int(told[-1]["year"] or 0)


def _between(material: Material, one: Figure, other: Figure) -> str:
    first, last = sorted((one, other), key=lambda figure: figure.span.start)
    return material.between(first, last)


def _is_change(material: Material, figure: Figure) -> bool:
    before = material.simplified[max(0, figure.span.start - 8) : figure.span.start]
    return bool(UP_OR_DOWN.search(before) and not _REACH.search(before))


def _base_before(material: Material, change: Figure, figures: Sequence[Figure]) -> Figure | None:
    """The figure that the change is counted from: 比去年的b, 去年同期为b, 由b增至a."""
    before = [f for f in figures if f.span.end <= change.span.start and f.sentence == change.sentence]
    for figure in reversed(before[-3:]):
        words = _clause(material, figure)
        if _BASE.search(words) and not UP_OR_DOWN.search(words) and _is_close(material, figure, change):
            return figure
    return None


def _is_close(material: Material, figure: Figure, change: Figure) -> bool:
    gap = material.between(figure, change)
    return len(gap) <= _LONGEST_GAP and "；" not in gap and not _OTHER.search(gap)


def _now_before(material: Material, base: Figure, figures: Sequence[Figure]) -> Figure | None:
    """The figure that has grown from ``base``: behind it in 由b增至a, else the last one before it."""
    same = [figure for figure in figures if figure.family == base.family]
    for figure in same:
        if figure.span.start > base.span.end and _REACH.search(material.between(base, figure)):
            return figure
    before = [figure for figure in same if figure.span.end <= base.span.start]
    if not before or _OTHER.search(material.between(before[-1], base)):
        return None
    return None if _BASE.search(_clause(material, before[-1])) else before[-1]


def _clause(material: Material, figure: Figure) -> str:
    """The words before a figure, back to a sign or the figure before it."""
    ahead = [f.span.end for f in material.by_sentence[figure.sentence] if f.span.end <= figure.span.start]
    start = max(material.sentences[figure.sentence].span.start, *ahead[-1:] or (0,))
    return re.split("[，；：（]", material.simplified[start : figure.span.start])[-1]


def _check_unit(material: Material, change: Figure, percents: Sequence[Figure]) -> Iterator[Finding]:
    """A difference of two percentages that is called a per cent itself: 5.8%，比5.5%加快0.3%."""
    pair = _pair(material, change, percents)
    if pair and abs(abs(pair[0].amount - pair[1].amount) - change.amount) < 10.0**change.power / 2:
        reckoning = say("adds_up", **_reckoning(change, pair, spread))
        yield ask(UNIT, MEDIUM, say("points"), reckoning, material.text, *pair, change)
    elif not pair:
        yield from _check_rate(material, change, percents)


def _check_rate(material: Material, change: Figure, percents: Sequence[Figure]) -> Iterator[Finding]:
    """去年的参保率为86.5%，今年提高了4.5%, where 91.0% stands elsewhere: what rose is a rate."""
    base = _base_before(material, change, percents)
    if not base or len(change.digits) < _TWO or not _RATE.search(_clause(material, base)):
        return
    for now in material.of_family(base.family, base.span.start):
        is_gap = abs(abs(now.amount - base.amount) - change.amount) < 10.0**change.power / 2
        if now is not change and is_gap and now.power == base.power == change.power:
            reckoning = say("adds_up", **_reckoning(change, (now, base), spread))
            yield ask(UNIT, MEDIUM, say("points"), reckoning, material.text, now, base, change)
            return


def _check_points(material: Material, change: Figure, amounts: Sequence[Figure]) -> Iterator[Finding]:
    """客流由210.0万人次增加到288.0万人次，增长37.1个百分点: points are of percentages only."""
    pair = _pair(material, change, amounts)
    if pair and rate(pair[0].range, pair[1].range).meets(change.range):
        reckoning = say("adds_up", **_reckoning(change, pair, rate))
        yield ask(UNIT, MEDIUM, say("no_points"), reckoning, material.text, *pair, change)


def _check_gap(material: Material, gap: Figure, before: Sequence[Figure]) -> Iterator[Finding]:
    """3126次，……2874次，两者相差252次."""
    same = [figure for figure in before if figure.family == gap.family]
    if len(same) < _TWO:
        return
    pair = (same[-2], same[-1])
    pairs = [(a, b) for a in same for b in same if a is not b]
    if any(spread(a.range, b.range).meets(gap.range) for a, b in pairs):
        return
    if mends((*pair, gap), lambda a, b, c: spread(a, b).meets(c)):
        yield _question(material, gap, pair, spread)


def _question(
    material: Material,
    change: Figure,
    pair: Pair,
    relation: Callable[[Range, Range], Range],
    severity: str = MEDIUM,
) -> Finding:
    question = say("change" if relation is rate else "difference")
    reckoning = say("reckoned", said=change.quote, **_reckoning(change, pair, relation))
    return ask(RULE, severity, question, reckoning, material.text, *pair, change)


def _reckoning(change: Figure, pair: Pair, relation: Callable[[Range, Range], Range]) -> dict[str, str]:
    """How the change is reckoned from the pair, and what that makes."""
    now, base = pair
    if relation is rate:
        percent = 100 * abs(now.amount / base.amount - 1)
        words = (
            f"{now.quote} ÷ {base.quote} - 1"
            if now.amount >= base.amount
            else f"1 - {now.quote} ÷ {base.quote}"
        )
        return {"sum": words, "made": f"{percent:.{max(1, -change.power)}f}%"}
    more, less = (now, base) if now.amount >= base.amount else (base, now)
    difference = like(change, more.amount - less.amount, min(now.power, base.power))
    unit = "个百分点" if change.unit in ("pp", "%") else ""
    return {"sum": f"{more.quote} - {less.quote}", "made": difference + unit}
