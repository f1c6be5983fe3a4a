"""Expressions: a chain, a range or list of chains, and what follows them (前, 以来, 期间, 左右)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from core.language import calendar_dates as calendar
from core.language.numerals import parse_number
from core.recognition.times.chains import Chain, FirstParts, read_chain, read_first_parts
from core.recognition.times.context import Context, Expression, Resolved
from core.recognition.times.moments import (
    CLOCK,
    DAY,
    MONTH,
    PART_OF_DAY,
    YEAR,
    Moment,
    coarsest,
    finest,
    inherit,
    is_complete,
)
from core.recognition.times.resolution import resolve
from core.recognition.times.suffixes import SINCE, with_suffix
from core.values import TimeValue, mod_of

_RANGE = re.compile(r" ?(?:起|开始)?(?:至|到|——|--|—|－|-|–|~|～|直至|直到|持续至|延续至) ?")
# 6月12日，13日举行 begins a new clause; a comma lists where another one or nothing follows.
_LIST = re.compile(r"、|[，,](?=[^，。]{2,5}(?:，|$))|和|及|与|以及")
_FIRST_CLOCK = re.compile(r"(?:上午|下午|早上|晚上|中午)?\d{1,2}[:：时点]")
_LUNAR_DAY = re.compile(
    r"(二?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|三十)(?![\d零一二三四五六七八九十百千万亿个年月日天时点余多名人家])"
)


# What is planned lies ahead: 下半年还将….
_PLANNED = re.compile(r"(?:[前后内]|起|期间)?，?(?:还|也|又|即|都)?(?:将|拟|计划|力争|有望|预计|要)")
# 1至2月 in December may lie ahead.
_LONG_REPORT = 3


def read_expression(text: str, start: int, context: Context) -> Expression | None:
    """The time expression that begins at ``start``, resolved.

    >>> read_expression("去年12月20日、21日，", 0, Context(date(2022, 1, 5))).value.also
    ('2021-12-21',)
    """
    chain = read_chain(text, start)
    if chain is None:
        return _first_parts_alone(text, start, context)
    if chain.moment.keys() == {"year"} and chain.begin is None and text.startswith("同期", chain.end):
        moment: Moment = {**chain.moment, "same_period": 1}
        return _single(text, replace(chain, end=chain.end + 2, moment=moment), context)
    if {"month_shift", "week_shift"} & chain.moment.keys() and text.startswith("同期", chain.end):
        chain = replace(chain, end=chain.end + 2)
    parts = read_first_parts(text, chain.end)
    if parts and finest(chain.moment) <= MONTH and "mod" not in chain.moment:
        return _first_parts(chain, parts, context)
    found = _read_range(text, chain, context) or _read_list(text, chain, context)
    if found is None:
        if not chain.is_time:
            return None
        found = _single(text, chain, context)
    return found and with_suffix(text, found)


def _value(
    first: Resolved, moment: Moment, context: Context, *, timex: str | None = None, is_anchored: bool = False
) -> TimeValue:
    anchor = context.day.isoformat() if context.day and (first.is_anchored or is_anchored) else None
    return TimeValue(
        timex or first.timex,
        moment.get("mod") or mod_of(moment.get("approx")),
        anchor,
        calendar="lunar" if first.is_lunar else None,
    )


def _is_of_last_year(moment: Moment, resolved: Resolved, context: Context) -> bool:
    """Whether a month or part of the year without a year was taken for last year's."""
    is_bare = moment.keys() <= {"month", "quarter", "half", "season", "mod"}
    return is_bare and context.day is not None and resolved.timex[:4] == f"{context.day.year - 1:04d}"


def _single(text: str, chain: Chain, context: Context) -> Expression | None:
    if chain.begin is not None:
        return _pair(chain, chain.begin, chain.moment, chain.end, context)
    if chain.listed:
        return _members(chain, context)
    resolved = resolve(chain.moment, context)
    if not resolved.timex:
        return None
    if _PLANNED.match(text, chain.end) and _is_of_last_year(chain.moment, resolved, context):
        resolved = resolve({**chain.moment, "year_shift": 0}, context)
    value = _value(resolved, chain.moment, context)
    return Expression(chain.start, chain.end, value, chain.has_clock, resolved.day)


def _members(chain: Chain, context: Context) -> Expression:
    """今年4、5月份, 2020、2021年: the first member and those listed behind it."""
    moments = (*chain.listed[1:], chain.moment)
    first = resolve(chain.listed[0], context)
    if chain.moment.keys() == {"day"}:
        moments = tuple(_within(moment, first.day) for moment in moments)
    elif first.timex[:4].isdigit() and not is_complete(chain.moment):
        moments = tuple({**moment, "year": int(first.timex[:4])} for moment in moments)
    others = [resolve(moment, context) for moment in moments]
    value = replace(_value(first, chain.moment, context), also=tuple(each.timex for each in others))
    return Expression(chain.start, chain.end, value, day=others[-1].day)


def _within(moment: Moment, day: date | None) -> Moment:
    """The moment in the year and month of a day before it."""
    return {"year": day.year, "month": day.month, **moment} if day else moment


def read_range_end(text: str, first: Chain) -> Chain | None:
    """The chain that ends a range begun by ``first``, with what it inherits."""
    separator = _RANGE.match(text, first.end)
    if not separator or first.begin is not None or first.listed:
        return None
    second = _read_lunar_day(text, separator.end(), first) or read_chain(text, separator.end())
    if second is None or second.begin is not None or not _may_end_range(first, second):
        return None
    if text[first.end - 1] == "号" and not (first.is_time or text[first.start].isdigit()):  # 三号至八号坑
        return None
    if not first.has_clock and second.has_clock and _RANGE.match(text, second.end):
        second = _without_clock(text, separator.end(), second) or second
    if SINCE.match(text, first.end) and not second.is_time:
        return None
    return replace(second, moment=inherit(second.moment, first.moment), own=second.moment)


def _read_lunar_day(text: str, place: int, first: Chain) -> Chain | None:
    """The 十六 of 正月十三至十六."""
    if not {"lunar", "month", "day"} <= first.moment.keys() or finest(first.moment) != DAY:
        return None
    shape = _LUNAR_DAY.match(text, place)
    return Chain(place, shape.end(), {"day": int(parse_number(shape[1]))}) if shape else None


def _read_range(text: str, first: Chain, context: Context) -> Expression | None:
    """9月21号下午5点~9月22号上午5点, 6月至8月, 上周三到这周二."""
    second = read_range_end(text, first)
    if second is None:
        return None
    return _pair(first, first.moment, second.moment, second.end, context, second.own)


def _without_clock(text: str, start: int, chain: Chain) -> Chain | None:
    """周二至周日|9时至17时: the hours of the days are a range of their own."""
    clock = _FIRST_CLOCK.search(text, start, chain.end)
    return read_chain(text[: clock.start()], start) if clock and clock.start() > start else None


def _may_end_range(first: Chain, second: Chain) -> bool:
    """一季度到医院 is no range, nor 8点到2021年."""
    if first.moment.get("mod") and not second.is_time:
        return False
    levels = finest(first.moment), finest(second.moment)
    is_clock = [level >= PART_OF_DAY for level in levels]
    return is_clock[0] == is_clock[1] or is_complete(second.moment) or min(levels) >= DAY


def _pair(
    chain: Chain, begin: Moment, end: Moment, place: int, context: Context, own: Moment | None = None
) -> Expression | None:
    """The range from one moment to the other, the second in the first one's year or the next."""
    first = resolve(_reported(begin, end, context), context)
    if not first.timex:
        return None
    second = _second(first, end, context, own or end)
    if first.timex == second.timex:
        return None
    timex = f"{first.timex}/{second.timex}"
    is_same_mod = "mod" in end and begin.get("mod", end["mod"]) == end["mod"]
    moment: Moment = {"mod": end["mod"]} if is_same_mod else {}
    value = _value(first, moment, context, timex=timex, is_anchored=second.is_anchored)
    is_clock = max(finest(begin), finest(end)) >= PART_OF_DAY
    return Expression(chain.start, place, value, is_clock, second.day or first.day)


def _reported(begin: Moment, end: Moment, context: Context) -> Moment:
    """The 1月 of 1至10月 in December is this year's, in January last year's: such a report is of the past."""
    is_from_january = begin.keys() == end.keys() == {"month"} and begin["month"] == 1
    if context.day is None or not is_from_january or end["month"] < _LONG_REPORT:
        return begin
    return {**begin, "year_shift": 0 if end["month"] <= context.day.month else -1}


def _second(first: Resolved, end: Moment, context: Context, own: Moment) -> Resolved:
    if "next_day" in own:
        return resolve(end, replace(context, last=first.day))
    if own.keys() == {"weekday"} and first.day:
        days = (own["weekday"] - first.day.isoweekday()) % 7
        following = first.day + timedelta(days=days)
        return Resolved(following.isoformat(), is_anchored=True, day=following)
    if not is_complete(end) and coarsest(end) > YEAR and first.timex[:4].isdigit() and not first.is_lunar:
        year = int(first.timex[:4])
        found = resolve({**end, "year": year}, context)
        if "month" in end and found.timex < first.timex[: len(found.timex)]:
            found = resolve({**end, "year": year + 1}, context)
        return (
            replace(found, is_anchored=first.is_anchored) if coarsest(end) < CLOCK else resolve(end, context)
        )
    return resolve(end, context)


def _read_list(text: str, first: Chain, context: Context) -> Expression | None:
    """12月20日、21日: further days (or months) that take the first one's month (or year)."""
    level = finest(first.moment)
    if "weekday" in first.moment and level == DAY and first.begin is None:
        return _read_weekday_list(text, first, context)
    if first.begin or first.listed or not {"day", "month"} & first.moment.keys() or level not in (DAY, MONTH):
        return None
    resolved = resolve(first.moment, context)
    also: list[Resolved] = []
    end = first.end
    while separator := _LIST.match(text, end):
        following = read_chain(text, separator.end())
        if following is None or following.begin or is_complete(following.moment):
            break
        if (
            not coarsest(following.moment) == finest(following.moment) == level
            or "holiday" in following.moment
            or "weekday" in following.moment
        ):
            break
        member = inherit(following.moment, first.moment)
        member = _within(member, resolved.day) if member.keys() == {"day"} else member
        also.append(resolve(member, context))
        end = following.end
    if not also:
        return None
    value = replace(_value(resolved, first.moment, context), also=tuple(each.timex for each in also))
    return Expression(first.start, end, value, day=also[-1].day)


def _read_weekday_list(text: str, first: Chain, context: Context) -> Expression | None:
    """本周六、周日: further weekdays are those that follow the first."""
    resolved, also, end = resolve(first.moment, context), list[date](), first.end
    while resolved.day and (separator := _LIST.match(text, end)):
        following = read_chain(text, separator.end())
        if following is None or following.begin or following.moment.keys() != {"weekday"}:
            break
        last = also[-1] if also else resolved.day
        also.append(last + timedelta(days=(following.moment["weekday"] - last.isoweekday()) % 7))
        end = following.end
    if not also:
        return None
    value = replace(_value(resolved, first.moment, context), also=tuple(day.isoformat() for day in also))
    return Expression(first.start, end, value, day=also[-1])


def _first_parts(chain: Chain, parts: FirstParts, context: Context) -> Expression | None:
    """今年前三季度 is 2022-Q1/2022-Q3, 4月前4天 2022-04-01/2022-04-04."""
    whole = resolve(chain.moment, context)
    bounds = _bounds_of_parts(whole.timex, parts)
    if bounds is None:
        return None
    first, last = bounds
    value = _value(whole, {}, context, timex=first if first == last else f"{first}/{last}")
    return Expression(chain.start, parts.end, value)


def _first_parts_alone(text: str, start: int, context: Context) -> Expression | None:
    """前三季度, 前11个月: of the article's year, or of the last where they would lie ahead."""
    parts = read_first_parts(text, start)
    if (
        parts is None
        or parts.is_last
        or parts.unit not in ("Q", "M")
        or context.day is None
        or parts.count < 2
    ):
        return None
    months = parts.count * (3 if parts.unit == "Q" else 1)
    shift = 0 if months <= context.day.month else -1
    return _first_parts(Chain(start, parts.end, {"year_shift": shift}), parts, context)


def _bounds_of_parts(whole: str, parts: FirstParts) -> tuple[str, str] | None:
    if len(whole) == 4 and parts.unit in "QM":
        total = 4 if parts.unit == "Q" else 12
        if not whole.isdigit() or not 1 <= parts.count <= total:
            return None
        first, last = (total - parts.count + 1, total) if parts.is_last else (1, parts.count)
        name = "Q{}" if parts.unit == "Q" else "{:02d}"
        return f"{whole}-{name.format(first)}", f"{whole}-{name.format(last)}"
    if len(whole) == 7 and parts.unit == "D" and whole.replace("-", "").isdigit():
        start = date.fromisoformat(f"{whole}-01")
        days = calendar.days_in_month(start.year, start.month)
        if parts.count > days:
            return None
        first_day = start + timedelta(days=days - parts.count) if parts.is_last else start
        return first_day.isoformat(), (first_day + timedelta(days=parts.count - 1)).isoformat()
    return None
