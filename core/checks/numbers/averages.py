"""What each one has, against the whole and how many they are: 286户共171.6万元，户均6000元.

The average says what is counted, so that the count is known by its unit. It is asked about only where nothing
in reach gives it, and a slip of the pen or a power of ten in one of the three would.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.checks.asking import MEDIUM, ask
from core.checks.material import Material, Time
from core.checks.numbers.figures import PEOPLE, Figure, Range, like, sized, tens_apart
from core.checks.numbers.repeats import words_around
from core.checks.numbers.slips import mends, slipped
from core.checks.times.lengths import days_of_range, length_of
from core.checks.wording import say
from core.document import Finding
from core.text.spans import HasSpan, Span

RULE, TENS = "sum", "magnitude"
_COUNTED = (
    "公斤|千克|公里|小时|平方米|立方米|人次|[人户日天月年店村亩家班组名位台辆座所件条支份吨斤张顶箱袋册本场车次]"
    "|[趟套只头羽株棵艘架间床桌瓶盒双幅枚颗粒片层眼口盏盆]"
)
_EACH = re.compile(
    r"(?P<noun>[人户日月年店村亩家班组场])均(?![衡匀价])|平均(?:每)?一?(?P<day>[天日])|日(?=发送|接待|产)"
    rf"|(?:每[个一]?|平均一)(?P<each>{_COUNTED})|(?P<acre>亩)产|(?P<price>单价)"
)
_SIGNS = re.compile(r"[，。；、：（）\d]")
_PRICE = "单价"
_EARLIER = re.compile("去年|上年|同期")
_TIMES = {"日": "days", "天": "days", "月": "months", "年": "years"}
_SAME = {
    **dict.fromkeys("人名位", PEOPLE),
    "户": frozenset("户家"),
    "店": frozenset("家"),
    "村": frozenset("村个"),
    "亩": frozenset({"mu"}),
    "吨": frozenset("t"),
    "公斤": frozenset({"kg"}),
    "千克": frozenset({"kg"}),
    "斤": frozenset({"jin"}),
    "公里": frozenset({"km"}),
    "平方米": frozenset({"m2"}),
    "立方米": frozenset({"m3"}),
}
_MONTH_DAYS, _YEAR_DAYS = (28.0, 31.0), (365.0, 366.0)
_SPELLED = re.compile("全年|[一整]年(?!级)|半年")
_ROUNDED = re.compile("[约近多余几]|左右")
_ONCE = Range(1.0, 1.0)
# 每人每月, 每人每年: what else the whole may be the product of.
_MULTIPLES = (2.0, 12.0, 30.0, 365.0)
_NEAR, _BESIDE = Range(0.6, 1.7), Range(0.09, 11.0)
_SHARED, _FEW_DIGITS = 2, 2
_NEARLY_WHOLE = 0.1
_LONGEST_THING = 3


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are: a figure, or a time in days, months or years."""

    range: Range
    place: HasSpan | Span
    sentence: int

    @property
    def number(self) -> float:
        """How many, in the middle; a year as one of 365 days."""
        is_figure = isinstance(self.place, Figure)
        return self.range.middle if is_figure else self.range.low

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.place if isinstance(self.place, Span) else self.place.span


def check_averages(material: Material) -> Iterator[Finding]:
    """Questions about averages that the whole and the count do not give."""
    for figures in material.by_sentence:
        for each in figures:
            counted = _counted_by(material, each) if each.amount > 0 and not each.is_percent else ()
            if counted:
                yield from _check(material, each, counted)


def _counted_by(material: Material, figure: Figure) -> tuple[str, ...]:
    """What an average is counted by: 户 for 户均, 人 and 天 for 每人每天; nothing for what is no average."""
    start = max(material.sentences[figure.sentence].span.start, figure.span.start - 16)
    words = _SIGNS.split(material.simplified[start : figure.span.start])[-1]
    if _EARLIER.search(words):
        return ()
    found = [next(filter(None, each.groups()), "日") for each in _EACH.finditer(words)]
    return tuple(found) or ((figure.per,) if figure.per and figure.per != "个" else ())


def _check(material: Material, each: Figure, counted: Sequence[str]) -> Iterator[Finding]:
    here = _before(material, each)
    counts = [
        count
        for place in here
        for name in counted
        for count in _counts(material, place, name)
        if count.place is not each
    ]
    family = material.of_family(each.family, each.span.start)
    averages = [figure for figure in family if figure is not each and _counted_by(material, figure)]
    own = set(counted)
    wholes = [
        figure
        for figure in family
        if figure.amount > each.amount
        and (figure not in averages or own.isdisjoint(_counted_by(material, figure)))
    ]
    if not counts or any(_fits(material, each, whole, count) for whole in wholes for count in counts):
        return
    bases = {
        claim.span for place in here for claim in material.claims_by_sentence[place] if claim.role == "base"
    }
    near = [whole for whole in wholes if whole.sentence in here and whole.span not in bases]
    ahead = [whole for whole in near if whole.span.start < each.span.start]
    behind = [whole for whole in near if whole.span.start > each.span.start]
    for count in reversed(counts):
        if any(w.range.over(count.range).meets(other.range) for w in wholes for other in averages):
            continue  # of this many the article gives another average
        for whole in (*ahead[-1:], *behind[:1], *_same_thing(material, each, wholes)):
            if finding := _question(material, each, whole, count):
                yield finding
                return


def _before(material: Material, each: Figure) -> list[int]:
    """The sentence of an average and the one before it in its paragraph."""
    paragraph = material.sentences[each.sentence].paragraph
    return [place for place in material.paragraph(paragraph) if each.sentence - 1 <= place <= each.sentence]


def _counts(material: Material, place: int, counted: str) -> Iterator[Count]:
    if unit := _TIMES.get(counted):
        for time in material.times_by_sentence[place]:
            is_own = time.mark.label != "SET" and not _EARLIER.search(time.mark.quote)
            if is_own and (length := _in_units(days_of(time), unit)):
                yield Count(length, time, place)
        sentence = material.sentences[place].span
        for found in _SPELLED.finditer(material.simplified, sentence.start, sentence.end):
            months = 6.0 if "半" in found[0] else 12.0
            if length := _in_units(Range(months * 365 / 12, months * 366 / 12), unit):
                yield Count(length, Span(*found.span()), place)
        return
    for figure in material.by_sentence[place]:
        if _is_counted(material, figure, counted):
            yield Count(figure.in_its_unit, figure, place)


def _is_counted(material: Material, figure: Figure, counted: str) -> bool:
    """286户 for 户均; 6个小组 for 每组."""
    if figure.amount <= 1 or figure.per or figure.is_bound:
        return False
    behind = material.simplified[figure.span.end : figure.span.end + _LONGEST_THING]
    if counted == _PRICE:
        return figure.mark.label == "COUNT" and figure.unit not in PEOPLE
    is_thing = figure.unit in ("个", "支") and counted in _SIGNS.split(behind)[0]
    return figure.unit in _SAME.get(counted, frozenset({counted})) or is_thing


def _in_units(days: Range | None, unit: str) -> Range | None:
    """So many days as days, months or years; None where they are no such number."""
    if days is None:
        return None
    if unit == "days":
        return days
    month = _MONTH_DAYS if unit == "months" else _YEAR_DAYS
    low, high = round(days.high / month[1]), round(days.low / month[0])
    return Range(float(low), float(high)) if low > 1 and high - low <= 1 else None


def days_of(time: Time) -> Range | None:
    """How many days a length, a range of days or a period has."""
    if length := length_of(time.timex):
        if length.measure == "months":
            return Range(length.amount * 365 / 12, length.amount * 366 / 12)
        return Range(float(length.amount), float(length.amount)) if length.measure == "days" else None
    if days := days_of_range(time.timex):
        return Range(float(days), float(days))
    months = _months(time.timex)
    return Range(months * 365 / 12, months * 366 / 12) if months else None


def _months(timex: str) -> int:
    """How many months a year, a half, a quarter or a range of months has."""
    if found := re.fullmatch(r"(\d{4})-(\d\d)/(\d{4})-(\d\d)", timex):
        return (int(found[3]) - int(found[1])) * 12 + int(found[4]) - int(found[2]) + 1
    if re.fullmatch(r"(?:\d{4}|XXXX)-H[12]", timex):
        return 6
    return 12 if re.fullmatch(r"\d{4}|XXXX", timex) else 0


def _fits(material: Material, each: Figure, whole: Figure, count: Count) -> bool:
    average = whole.range.over(count.range)
    others = material.by_sentence[each.sentence]
    factors = (_ONCE, *(Range(m, m) for m in (*_MULTIPLES, *(f.amount for f in others)) if m > 1))
    if any(average.meets(each.range.times(factor)) for factor in factors):
        return True
    # 奖励她2000元，另外11人每人500元，一共7500元.
    product = each.range.times(count.range)
    beside = (f for f in others if f.family == whole.family and f is not whole and f is not each)
    return any((product + f.range).meets(whole.range) for f in beside)


def _same_thing(material: Material, each: Figure, wholes: Sequence[Figure]) -> list[Figure]:
    """The wholes that are called by the words of the average: 生产总值 and 人均生产总值."""
    words = words_around(material, each.span)
    return [whole for whole in wholes if len(words & words_around(material, whole.span)) >= _SHARED]


def _slipped_count(count: Count) -> Iterator[Range]:
    """What a count can stand for if one slip of the pen was made in writing it; nothing for times."""
    if isinstance(count.place, Figure) and len(count.place.digits.rstrip("0")) >= _FEW_DIGITS:
        size = count.range.middle / count.place.range.middle
        yield from (other.scaled(size) for other in slipped(count.place) if other.low > 0)


def _question(material: Material, each: Figure, whole: Figure, count: Count) -> Finding | None:
    average = whole.range.over(count.range)
    words = material.words(count.span)
    places = (whole, count.span, each)
    tens = tens_apart(each.range, average)
    if tens and max(len(figure.digits.rstrip("0")) for figure in (each, whole)) >= _FEW_DIGITS:
        made = sized(whole, each.amount * count.number)
        shown = say("reckoned", sum=f"{each.quote} × {words}", made=made, said=whole.quote)
        return ask(TENS, MEDIUM, say("magnitude"), shown, material.text, *places)
    made = like(each, whole.amount / count.number)
    shown = say("reckoned", sum=f"{whole.quote} ÷ {words}", made=made, said=each.quote)
    are_exact = each.is_exact and whole.is_exact and not _ROUNDED.search(words)
    is_precise = len(each.digits) >= _FEW_DIGITS or len(whole.digits.rstrip("0")) > _FEW_DIGITS
    is_beside = is_precise and each.sentence == whole.sentence == count.sentence
    if not are_exact or not average.meets(each.range.times(_BESIDE if is_beside else _NEAR)):
        return None
    quotient = whole.amount / count.number
    if len(each.digits) < _FEW_DIGITS and abs(quotient - round(quotient)) > _NEARLY_WHOLE:
        return None  # 前5行每行8字，末行3字
    is_mended = (
        mends((each,), average.meets)
        or any(other.over(count.range).meets(each.range) for other in slipped(whole))
        or any(whole.range.over(other).meets(each.range) for other in _slipped_count(count))
    )
    return ask(RULE, MEDIUM, say("average"), shown, material.text, *places) if is_mended else None
