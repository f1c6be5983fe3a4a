"""How long something took or has lasted, against the moments that the article puts it between.

8时开，9时20分到，运行1小时20分; 2015年8月发起，至今已满10年; 7月1日至8月31日，为期62天. A length is asked
about only where no two moments near it are so far apart, and the two that it stands beside are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from core.checks.asking import LOW, MEDIUM, ask
from core.checks.material import Material, Time
from core.checks.numbers.slips import is_slip
from core.checks.times.lengths import (
    DAYS,
    MINUTES,
    MINUTES_A_DAY,
    MONTHS,
    SECONDS,
    YEAR,
    Length,
    in_words,
    length_of,
)
from core.checks.times.moments import Moment, apart, ends_of, fits, moments_of, months_apart
from core.checks.wording import say
from core.document import Finding
from core.text.spans import Span

RULE = "order"
_HOUR, _LONG = 60, 10 * YEAR
# One part of a length written otherwise makes so much.
_NEARLY = {DAYS: (1, 2, 10, 20), MINUTES: (1, 2, 10, 20, 60, 120), MONTHS: (1, 2, 10, YEAR, 2 * YEAR)}
_ROUNDED = re.compile(r"[多近余约几数]|上下|左右|不[到足]")
_BEFORE_ROUNDED = re.compile(r"(?:[约近超]|大约|将近|接近|不到|超过|不足|至少|最多|最长|长达近|前后近|逾)$")
_AFTER_ROUNDED = re.compile(r"[多余]|左右|上下|以[上内下]|之内|内|有余|不到")
# Lengths of another kind: what is planned, allowed or sentenced, and every so often.
_OTHER_KIND = re.compile(
    r"(?:徒刑|拘役|缓刑|刑期|政治权利|有效期|保质期|质保|保修|年限|寿命|服务期|试用期|期限|规划|今后|未来|力争|计划|每隔?|相当于|"
    r"工作经[历验]|贷款|还款|预计|拟建|其中|不少于|不超过|不得超过|学制|原[定本计]|比以往|提前了?)(?:的|为|是|已)?$|(?:预计|规模)[^，。；]{0,6}$|由$"
)
_NO_LENGTH = re.compile(r"[期制龄级前生]|学制|以[上下]|贷款|规划|计划|的?有期徒刑")
_SO_FAR = re.compile(
    r"(?:时隔|至今|迄今|到现在|到目前|距今|到如今|如今|现在|[船校厂楼房树窑桥塔井]龄(?:已|为|有|达)?|到?今[年天日](?:正好|恰好|刚好|整整|已经?|是|满|刚满|走过)?"
    r"|走过了?|历经|已走过|已有|迎来|还有|还剩|只剩|仅剩|倒计时)[^，。；\d]{0,6}$"
)
_EARLIER = re.compile(r"(?:此前|之前|曾经?|原先|先后)[^，。；]{0,8}$")
_SO_FAR_AFTER = re.compile(r"[年月天](?:来|间|里|了[，。；！])")
_UNTIL = re.compile(r"[，、（(]?(?:即|直)?[至到]")
_OF_YEARS = re.compile(r"个?(?:年头|春秋|周年)|载")
_CUE = re.compile(
    r"历时|用时|耗时|费时|全程|行程|运行|行驶|车程|航程|飞行|航行|持续|等候?了?|等待|时长|为期|共计?|一共|总共|工期|会期|展期|公示期|[租任借聘]期为?|假期|前后|整整|长达"
    r"|用了|花了|花费|经过|相隔|相距|距[^，。；]{0,6}|停[留播电水气运航工业车课靠]了?|中断|暂停|[干守当教演唱做种养练住写熬忙站走待呆打开讲谈睡值睡]了?|工作了?|服役|坚持了?|在.{0,4}"
    r"|过去了?|相伴|陪伴|奔走|历经|跨越|晚|早|作业|值守|值班|奋战|连续|一连|连着|徒步|耕耘|任职|担任|建设期|封闭|关闭|只用|仅用|不过|刚好|正好|恰好|亮灯"
    r"|推迟|延[后期长迟]|提前|提早|一待就是|一干就是|一[\u4e00-\u9fff]就是|中间|期间"
)
_AFTER = re.compile(
    r"^.?(?:[后间里]|之后|之久|才|就|没|未|不|一刻|的(?:路程|车程|行程|努力|时间|抢险|鏖战|等待|奋战|跋涉|旅程|征程|活动|展览)|时间)|^[间里来]"
)
_INCLUSIVE = re.compile(r"(?:共计?|一共|为期|连续|一连|[放休]假|假期|公示期|展期|会期|行程)[^，。；\d]{0,2}$")
_SHORTEST_SLIP, _MOST_DAYS, _GAP = 10, 20, 12


@dataclass(frozen=True, slots=True)
class Link:
    """The two moments that a length is told of.

    ``is_sure`` where the words leave no doubt that they are, ``is_inclusive`` where both days count, and
    ``only_near`` where nothing but a length nearly the same tells that they are.
    """

    first: Moment
    last: Moment
    is_sure: bool
    is_inclusive: bool
    only_near: bool


def check_lasting(material: Material) -> Iterator[Finding]:
    """Questions about lengths of time that the moments around them contradict."""
    for place, times in enumerate(material.times_by_sentence):
        for time in times:
            length = length_of(time.timex) if time.mark.label == "DURATION" else None
            if length and length.measure != SECONDS and _is_plain(material, time, length):
                yield from _check(material, place, time, length)


def _is_plain(material: Material, time: Time, length: Length) -> bool:
    """Whether a length is told exactly, as one that something has taken."""
    text = material.simplified
    before = text[max(0, time.span.start - 8) : time.span.start]
    single = length.parts == (1,) or "周" in time.mark.quote.removesuffix("周年")
    is_rough = (
        single or _ROUNDED.search(time.mark.quote.replace("个多", "多")) or _BEFORE_ROUNDED.search(before)
    )
    return not (
        is_rough
        or _EARLIER.search(before)
        or _AFTER_ROUNDED.match(text, time.span.end)
        or _OTHER_KIND.search(before)
        or (_NO_LENGTH.match(text, time.span.end) and not _OF_YEARS.match(text, time.span.end))
    )


def _check(material: Material, place: int, time: Time, length: Length) -> Iterator[Finding]:
    here = ends_of(_beside(moments_of(material, place, length.measure), time), time.span)
    now = _now(material, length.measure)
    links = list(_links(material, place, time, length, here, now))
    if not links:
        return
    link = next((each for each in links if each.is_sure), None)
    link = link or next((each for each in links if _is_near(each, length)), links[0])
    if link.only_near and not _is_near(link, length):
        return
    if link.is_sure:
        others = [*here, link.first, link.last]
    else:
        near = (moments_of(material, other, length.measure) for other in _around(material, place))
        others = [*(m for moments in near for m in _beside(moments, time)), *now]
    is_whole = "时" in time.mark.quote and "分" not in time.mark.quote
    is_so_long = any(
        _between(one, other, length, is_whole=is_whole) for one, other in combinations(others, 2)
    )
    is_exact = link.is_sure and link.is_inclusive
    if not is_so_long or (is_exact and not fits(link.first, link.last, length, is_exact=True)):
        yield from _question(material, link, time, length)


def _beside(moments: Iterator[Moment], time: Time) -> list[Moment]:
    return [moment for moment in moments if not moment.span.overlaps(time.span)]


def _between(one: Moment, other: Moment, length: Length, *, is_whole: bool) -> bool:
    return fits(one, other, length, is_whole=is_whole) or fits(other, one, length, is_whole=is_whole)


def _around(material: Material, place: int) -> Sequence[int]:
    """The sentences of a paragraph, as far as two of them before and one behind."""
    paragraph = material.paragraph(material.sentences[place].paragraph)
    return [number for number in paragraph if -2 <= number - place <= 1]


def _now(material: Material, measure: str) -> list[Moment]:
    """The day of the article, as a moment without a place of its own."""
    if material.date is None or measure == MINUTES:
        return []
    day = material.date
    at = day.toordinal() if measure == DAYS else day.year * YEAR + day.month - 1
    return [Moment(at, Span(0, 0), f"{day.year}年" if measure == MONTHS else f"{day.month}月{day.day}日")]


def _links(
    material: Material, place: int, time: Time, length: Length, here: list[Moment], now: list[Moment]
) -> Iterator[Link]:
    """The moments that a length may be told of, the likeliest first."""
    text = material.simplified
    before = text[max(material.sentences[place].span.start, time.span.start - 12) : time.span.start]
    earlier = _distinct(moment for moment in here if moment.span.end <= time.span.start)
    later = _distinct(moment for moment in here if moment.span.start >= time.span.end)
    is_inclusive = bool(_INCLUSIVE.search(before)) and length.measure == DAYS
    is_so_far = bool(
        _SO_FAR.search(before) or _SO_FAR_AFTER.search(time.mark.quote + text[time.span.end :][:2])
    )
    if now and is_so_far and not any(moment.axis for moment in here):
        begun = [moment for moment in earlier if not moment.axis and not moment.quote.startswith("今")]
        begun = begun or _before(material, place, length.measure)
        if begun:
            is_sure = len({moment.span for moment in begun}) == 1
            # 成立70周年, 5年间: of what, the words around it may not say.
            is_loose = time.mark.quote.endswith("周年") or (
                time.mark.quote[-1] in "间里" and length.amount < _LONG
            )
            yield _link(begun[-1], now[0], is_sure=is_sure and not is_loose, only_near=True)
    is_followed = bool(earlier and later and _UNTIL.match(text, time.span.end))
    pair = _pair(earlier, later, is_followed=is_followed, measure=length.measure)
    is_told = bool(_CUE.search(before) or _AFTER.search(time.mark.quote[-1:] + text[time.span.end :][:4]))
    is_range = pair is not None and pair[0].span == pair[1].span
    if pair and is_range and not is_so_far and _is_beside(text, pair[1], time, is_told=is_told):
        yield _link(*pair, is_sure=True, is_inclusive=is_inclusive)
    if pair:
        is_sure = is_told and (is_followed or len({moment.at for moment in here}) == 2) and "距" not in before
        only_near = not is_told or length.measure == MONTHS
        is_inclusive = is_inclusive and "共" not in before[-3:]
        yield _link(*pair, is_sure=is_sure, is_inclusive=is_inclusive, only_near=only_near)
    if not is_told and not before.endswith("了"):
        return
    previous = _before(material, place, length.measure) if _CUE.search(before) else []
    if not here and len(previous) >= 2:
        is_sure = len(previous) == 2 and length.measure != MONTHS
        yield _link(
            previous[-2], previous[-1], is_sure=is_sure, is_inclusive=is_inclusive, only_near=not is_sure
        )
    whole = [
        moment for other in _around(material, place) for moment in moments_of(material, other, length.measure)
    ]
    # From some moment to another a few days or years lie always.
    is_short = length.amount < (_LONG if not length.amount % YEAR else YEAR) and length.measure == MONTHS
    is_short = is_short or (length.measure == DAYS and length.amount < _SHORTEST_SLIP)
    for one, other in combinations((*whole[:1], *previous[-2:], *here, *now) if not is_short else (), 2):
        if one.axis == other.axis and one.at != other.at:
            yield _link(one, other, only_near=True)


def _link(
    one: Moment, other: Moment, *, is_sure: bool = False, is_inclusive: bool = False, only_near: bool = False
) -> Link:
    first, last = (one, other) if not one.is_dated or not other.is_dated else _in_order(one, other)
    return Link(first, last, is_sure, is_inclusive, only_near)


def _in_order(one: Moment, other: Moment) -> tuple[Moment, Moment]:
    return (one, other) if one.at <= other.at else (other, one)


def _distinct(moments: Iterable[Moment]) -> list[Moment]:
    """The moments but those that the next one says again (今日，7月16日)."""
    kept: list[Moment] = []
    for moment in moments:
        if kept and (moment.at, moment.axis) == (kept[-1].at, kept[-1].axis):
            kept.pop()
        kept.append(moment)
    return kept


def _before(material: Material, place: int, measure: str) -> list[Moment]:
    """The moments of the nearest sentence of the paragraph that has any before a place."""
    for number in reversed(_around(material, place)):
        found = moments_of(material, number, measure) if number < place else iter(())
        if dated := _distinct(moment for moment in found if not moment.axis):
            return dated
    return []


def _pair(
    earlier: list[Moment], later: list[Moment], *, is_followed: bool, measure: str
) -> tuple[Moment, Moment] | None:
    """The two moments nearest to a length, before it rather than behind it, of one kind."""
    around = [*earlier[-1:], *later[:1]]
    behind = later[:2] if measure != MONTHS else []
    for moments in (around, earlier[-2:]) if is_followed else (earlier[-2:], around, behind):
        if len(moments) == 2 and moments[0].axis == moments[1].axis:
            return (moments[0], moments[1])
    ages = [moment for moment in (*earlier, *later) if moment.axis]
    return (ages[0], ages[1]) if len(ages) == 2 else None


def _is_beside(text: str, last: Moment, time: Time, *, is_told: bool) -> bool:
    """Whether a length stands right behind a range, or before it (断电31小时，从15日22时到17日5时)."""
    if time.span.end <= last.span.start:
        return bool(re.fullmatch(r"[，（(：]?(?:即|从|自)?", text[time.span.end : last.span.start]))
    gap = text[last.span.end : time.span.start]
    return len(gap) <= (_GAP if is_told else 3) and not re.search(r"[。；\d]", gap)


def _is_near(link: Link, length: Length) -> bool:
    """Whether one digit, or very little, parts the length from the one that the moments give."""
    found = apart(link.first, link.last)
    told = found + 1 if length.measure == DAYS and link.first.span == link.last.span else found
    amount = length.amount
    if length.measure == MONTHS and not amount % YEAR:
        # Of 44 years and a half one says 44, or 45.
        amount //= YEAR
        years = {told // YEAR, round(told / YEAR)}
        return any(
            is_slip(str(each), str(amount)) and (amount >= _SHORTEST_SLIP or abs(each - amount) <= 3)
            for each in years
        )
    if length.measure == MINUTES and not amount % _HOUR and amount > _HOUR:
        told, amount = round(told / _HOUR), amount // _HOUR
    slipped = is_slip(str(told), str(amount)) and amount >= _SHORTEST_SLIP
    return slipped or abs(told - amount) in _NEARLY[length.measure]


def _question(material: Material, link: Link, time: Time, length: Length) -> Iterator[Finding]:
    first, last = link.first, link.last
    found = apart(first, last)
    is_range = first.span == last.span
    told = found + 1 if length.measure == DAYS and (is_range or link.is_inclusive) else found
    is_rough = length.measure == MONTHS and (first.is_rough or last.is_rough)
    if length.measure == MONTHS and length.amount < 2 * YEAR:
        told = round(months_apart(first, last) or told)
    made = in_words(told // YEAR * YEAR if is_rough else told, length.measure)
    if found <= 0 or not made or (length.measure == MINUTES and found > _MOST_DAYS * MINUTES_A_DAY):
        return
    if is_range:
        shown = say("range_is", range=first.quote, made=made, said=time.mark.quote)
    elif first.axis:
        shown = say("apart", one=first.quote, other=last.quote, made=made, said=time.mark.quote)
    else:
        shown = say("length_is", **{"from": first.quote, "to": last.quote}, made=made, said=time.mark.quote)
    spans = [moment.span for moment in (first, last) if moment.span]
    is_few = is_rough and length.amount < _LONG
    severity = MEDIUM if link.is_sure and not is_few and _is_near(link, length) else LOW
    yield ask(RULE, severity, say("length"), shown, material.text, *spans, time.span)
