"""Recurring times: 每年, 每周三, 每天早上8点, 每隔3天."""

from __future__ import annotations

import re
from dataclasses import replace

from core.language.calendar_dates import day_of_holiday, is_lunar_holiday
from core.recognition.quantities.vocabulary import BEFORE_SPEED
from core.recognition.times.chains import read_chain
from core.recognition.times.context import Expression
from core.recognition.times.durations import read_duration
from core.recognition.times.expressions import read_range_end
from core.recognition.times.moments import Moment
from core.recognition.times.resolution import clock_of
from core.recognition.times.suffixes import with_suffix
from core.recognition.times.words import load_words, read_mod, read_word
from core.values import TimeValue, mod_of

_EVERY = re.compile(r"每(?:(?P<gap>隔)|逢)?(?:一)?(?P<measure>个)?")
_UNIT = re.compile(
    r"(?P<year>年度?)|(?P<month>月)|(?P<week>周(?![一二三四五六日天末](?![十百千万]|[次趟回](?!日)|天(?![气空津台然亮黑晚])))|星期(?![一二三四五六日天])|礼拜(?![一二三四五六日天]))|(?P<day>天|日(?!均))"
    r"|(?P<quarter>季度?)|(?P<workday>工作日)|(?P<hour>小时)|(?P<minute>分钟)|(?P<second>秒钟?)|(?P<weekend>周末)"
    r"|(?P<morning>早上?|晨|清晨|凌晨)|(?P<night>晚上?|夜)|(?P<noon>上午|中午|下午)"
)
_LENGTHS = {
    "year": "P1Y", "month": "P1M", "week": "P1W", "day": "P1D", "quarter": "P3M", "workday": "P1D",
    "hour": "PT1H", "minute": "PT1M", "second": "PT1S",
    "weekend": "P1W", "morning": "P1D", "night": "P1D", "noon": "P1D",
}  # fmt: skip
# 每周一三五 and 每周一、三、五, but not 每周一五百人 or 每周一、三位专家.
_WEEKDAYS = "一二三四五六日天"
_NO_NUMERAL = (
    rf"(?=[{_WEEKDAYS}、和及]{{0,16}}"
    rf"(?:[^\d{_WEEKDAYS}十百千万亿多余几\u4e00-\u9fff]|[上下早晚中的两各在都到进开举休停营来有]|$))"
)
_NUMERAL_BEHIND = re.compile(r"周[一二三四五六][十百千万]")  # 每周一百件
_FURTHER_WEEKDAY = re.compile(rf"[、和及]?([{_WEEKDAYS}]){_NO_NUMERAL}")
# 每周二至周日9:00—17:00: the days recur, and the hours are a mark of their own.
_DAYS_BEFORE_HOURS = re.compile(
    rf"(?:周|星期|礼拜)([{_WEEKDAYS}])(?:至|到|—|－|-|–|~|～)(?:周|星期|礼拜)([{_WEEKDAYS}])(?= ?\d)"
)
# 平均每月18册 is no 18th of the month.
_BARE_DAY = re.compile(r"\d(?=[\u4e00-\u9fff])(?![日号和及至到])")
_CLOCK_FIELDS = frozenset({"part", "half_day", "hour", "minute", "second"})
_LIST = re.compile(r"[、和及]|以及")
_SPEED = re.compile(BEFORE_SPEED + r"[\d一二两三四五六七八九十百千]")
_PARTS = {"morning": "MO", "night": "EV", "noon": ""}


def read_set(text: str, start: int) -> Expression | None:
    """The recurring time at ``start``, which is a 每.

    >>> read_set("每周三召开", 0).value.on
    'XXXX-WXX-3'
    """
    every = _EVERY.match(text, start)
    if not every:
        return None
    weekday = None if _NUMERAL_BEHIND.match(text, every.end()) else read_word(text, every.end())
    if weekday and {"weekday", "weekend"} & weekday.moment.keys() and "week_shift" not in weekday.moment:
        return _on(text, start, every.end(), "P1W")
    unit = _UNIT.match(text, every.end())
    if unit and unit.lastgroup:
        return _with_unit(text, start, unit)
    length = read_duration(text, every.end())
    if length is None:
        return None
    return Expression(start, length.end, TimeValue(length.timex, mod_of(length.approx), quant="EVERY"))


def _with_unit(text: str, start: int, unit: re.Match[str]) -> Expression | None:
    name = unit.lastgroup or ""
    if name in ("hour", "minute", "second"):
        return None if _is_rate(text, unit.end()) else Expression(start, unit.end(), _every(_LENGTHS[name]))
    if name in _PARTS:
        return _on(text, start, unit.start(), "P1D")
    found = _on_holiday(text, start, unit.end()) if name == "year" else None
    found = found or _on(text, start, unit.end(), _LENGTHS[name])
    if found:
        return with_suffix(text, found)
    part = read_mod(text, unit.end())  # 每月初, 每年底
    end, mod = (part.end, part.moment.get("mod")) if part else (unit.end(), None)
    return Expression(start, end, replace(_every(_LENGTHS[name]), mod=mod))


def _on_holiday(text: str, start: int, place: int) -> Expression | None:
    """每年国庆节 recurs on XXXX-10-01; what has no fixed day of the common calendar (春节) names none."""
    name = load_words().holidays.longest(text, place)
    if name is None:
        return None
    day = None if is_lunar_holiday(name[0]) else day_of_holiday(name[0])
    on = f"XXXX-{day[0]:02d}-{day[1]:02d}" if day else None
    return Expression(start, name[1], _every("P1Y", on))


def _is_rate(text: str, end: int) -> bool:
    """每小时60公里 is a speed."""
    return _SPEED.match(text, end) is not None


def _every(length: str, on: str | None = None) -> TimeValue:
    return TimeValue(length, quant="EVERY", on=on)


def _on(text: str, start: int, place: int, length: str) -> Expression | None:
    """The moment within each year, month, week or day, and those listed behind it."""
    days = _DAYS_BEFORE_HOURS.match(text, place) if length == "P1W" else None
    if days:
        first, last = (f"XXXX-WXX-{_WEEKDAYS.index(day) % 7 + 1}" for day in days.groups())
        return Expression(start, days.end(), _every(length, f"{first}/{last}"))
    chain = read_chain(text, place + (text[place : place + 1] == "的"))
    if chain is None or _BARE_DAY.match(text, chain.end - 1):
        return None
    second = read_range_end(text, chain)
    moments = [each for each in (chain.begin, chain.moment, second and second.moment) if each]
    wordings = [_wording(moment, length) for moment in moments]
    if not all(wordings):
        return None
    end = second.end if second else chain.end
    value = _every(length, "/".join(filter(None, wordings)))
    if len(moments) > 1:
        return Expression(start, end, value)
    also, end = _further(text, end, chain.moment, length)
    return _with_clock(text, Expression(start, end, replace(value, also=also)))


def _further(text: str, end: int, first: Moment, length: str) -> tuple[tuple[str, ...], int]:
    """Further members of a list: the 三五 of 每周一三五, the 、20日 of 每月5日、20日."""
    also: list[str] = []
    while True:
        moment, place = _next_member(text, end, first)
        wording = _wording(moment, length) if moment else None
        if wording is None:
            return tuple(also), end
        also, end = [*also, wording], place


def _next_member(text: str, place: int, first: Moment) -> tuple[Moment | None, int]:
    """A member as exact as the first, or one that has a clock besides."""
    weekday = _FURTHER_WEEKDAY.match(text, place) if first.keys() == {"weekday"} else None
    if weekday:
        return {"weekday": _WEEKDAYS.index(weekday[1]) % 7 + 1}, weekday.end()
    separator = _LIST.match(text, place)
    chain = read_chain(text, separator.end()) if separator else None
    if chain is None or chain.begin or (first.keys() ^ chain.moment.keys()) - _CLOCK_FIELDS:
        return None, place
    return chain.moment, chain.end


def _with_clock(text: str, found: Expression) -> Expression:
    """每周一、三、五上午: the part of the day is that of every member."""
    members = (found.value.on or "", *found.value.also)
    _, has_clock, clock = members[-1].partition("T")
    end = found.end
    if len(members) == 1:
        return found
    if not has_clock:
        chain = read_chain(text, end + text.startswith("的", end))
        if chain is None or chain.begin or _day_wording(chain.moment, "P1D") is None:
            return found
        clock, end = clock_of(chain.moment) or "", chain.end
    on, *also = (member if "T" in member else f"{member}T{clock}" for member in members)
    return replace(found, end=end, value=replace(found.value, on=on, also=tuple(also)))


def _wording(moment: Moment, length: str) -> str | None:
    """XXXX-09-10 within a year, XXXX-XX-04 within a month, XXXX-WXX-3 within a week, T08:00 within a day."""
    day = _day_wording(moment, length)
    if day is None:
        return None
    clock = clock_of(moment)
    return (f"{day}T{clock}" if clock else day) or None


def _day_wording(moment: Moment, length: str) -> str | None:
    if length == "P1Y":
        if "holiday" in moment or "lunar" in moment:
            return None
        if "season" in moment:
            return f"XXXX-{moment['season']}"
        if "quarter" in moment:
            return f"XXXX-Q{moment['quarter']}"
        if "month" not in moment:
            return None
        return f"XXXX-{moment['month']:02d}" + (f"-{moment['day']:02d}" if "day" in moment else "")
    if length == "P1M" and "next_day" in moment:  # 第一天
        return f"XXXX-XX-{moment['next_day'] + 1:02d}"
    if length == "P1M":
        return f"XXXX-XX-{moment['day']:02d}" if "day" in moment and "month" not in moment else None
    if length == "P1W":
        if "weekend" in moment:
            return "XXXX-WXX-WE"
        return f"XXXX-WXX-{moment['weekday']}" if "weekday" in moment else None
    return "" if {"hour", "part"} & moment.keys() and not {"month", "day", "year"} & moment.keys() else None
