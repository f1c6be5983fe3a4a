"""Lunar days and festivals against the calendar: 2月23日（正月初七）, 农历五月初五端午节, 1月28日是除夕."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from core.assets import load_toml
from core.checks.asking import HIGH, ask
from core.checks.material import Material, Time
from core.checks.times.dating import day_in
from core.checks.times.days import other_years
from core.checks.wording import say
from core.document import Finding
from core.language.calendar_dates import day_or_none
from core.text.spans import Span

RULE = "lunar"
_NUMERAL = "一二三四五六七八九"
_LUNAR = re.compile(
    r"(?:农历|夏历|阴历|旧历)?(?P<month>正月|腊月|冬月|闰?(?:十[一二]|[一二三四五六七八九十])月)"
    rf"(?P<day>初[{_NUMERAL}十]|二?十[{_NUMERAL}]|二?十|[廿][{_NUMERAL}]?|[卅][{_NUMERAL}]?|三十[{_NUMERAL}]?)(?![日号])"
)
_BEFORE_LUNAR = re.compile(
    r"(?:[（(](?:[^（）()，。；]{1,5}[，、])?|是|为|即|，|适逢|正值|恰逢)?(?:农历|夏历|阴历|旧历)?$"
)
_JOINT = re.compile(
    r"(?:[（(，、]|[）)]?[，]?(?:正?是|为|即|适逢|恰逢|正值|迎来)|的)?(?:传统节日)?(?:农历)?$"
)
_IS = re.compile(r"(?:[（(]|[，]?(?:正?是|正值|恰逢|适逢|正逢|迎来)|为|即|，)(?:农历|传统)?")
_BARE = re.compile(r"节?(?:[的，。、；）当]|$)")
_IN_FRONT = re.compile(r"节?(?:[（(]|是|在|为|就是)")
_BEHIND_LUNAR = re.compile(r"[（(]|，?(?:即|也就是|就是)|（即")
_IN_FIGURES = re.compile(r"\d[日号]$")
# 春节期间, 端午假期: not the day itself.
_GENERAL = re.compile(r"节?(?:期间|[小长]?假|前|后|黄金|运|档|联欢|晚会|第|临近|将至)")
_LONGEST_GAP = 10
# 大端午 and 末端午 are days of their own.
_OTHER = frozenset("大末头小")


def check_lunar_days(material: Material) -> Iterator[Finding]:
    """Questions about lunar days and festivals, and the days of the calendar beside them."""
    yield from _lunar_days(material)
    yield from _festivals(material)
    yield from _today(material)


def _today(material: Material) -> Iterator[Finding]:
    """今天是中秋节, said on another day."""
    for found in material.find(_today_pattern()) if material.date and not material.dating else ():
        assert material.date is not None
        day = material.date - timedelta(days=found[1][0] == "昨")
        if not _is_festival(found["name"], day):
            yield _question(material, say("today"), day, Span(*found.span("name")))


@cache
def _today_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"([今昨][天日])(?:正?是|正值|恰逢|适逢|迎来)(?:一年一度的)?(?:农历|传统)?的?(?P<name>{_festival_pattern().pattern})(?!前|后)"
    )


def day_of(time: Time) -> date | None:
    """The single day that a time is resolved to."""
    is_single = time.mark.label in ("DATE", "TIME") and "/" not in time.timex
    return day_in(time.timex) if is_single else None


def single_day_before(material: Material, time: Time) -> date | None:
    """The single day of the calendar, in figures, that a time stands for."""
    return day_of(time) if _is_solar(material, time) else None


def _is_solar(material: Material, time: Time) -> bool:
    """Whether a time is a day of the calendar in figures: no 端午, no 五月初五."""
    return bool(_IN_FIGURES.search(material.words(time.span)))


def _lunar_days(material: Material) -> Iterator[Finding]:
    for found in material.find(_LUNAR):
        span = Span(*found.span())
        day = _lunar_number(found["day"])
        if not 1 <= day <= 30:
            yield ask(RULE, HIGH, say("no_lunar_day"), say("lunar_month_has"), material.text, span)
            continue
        month = _lunar_month(found["month"])
        yield from _festival(material, span, month, day)
        yield from _same_day(material, span, month, day)


def _festival(material: Material, span: Span, month: int, day: int) -> Iterator[Finding]:
    """A lunar day with a festival beside it: 农历五月初五端午节, 端午节（农历五月初五）."""
    after = material.simplified[span.end : span.end + _LONGEST_GAP]
    before = material.simplified[max(0, span.start - _LONGEST_GAP) : span.start]
    for name, (its_month, its_day) in festivals().items():
        place = after.find(name)
        if _GENERAL.match(after, place + len(name)):
            continue
        is_after = place >= 0 and _JOINT.fullmatch(after[:place])
        behind = before.rfind(name)
        gap = before[behind + len(name) :].removeprefix("节")
        is_before = behind >= 0 and _JOINT.fullmatch(gap) and gap != "，"
        if (is_after or is_before) and (its_month, its_day) != (month, day):
            at = span.end + place if is_after else span.start - len(before) + behind
            shown = say("festival_is", festival=name, lunar=lunar_words(its_month, its_day))
            yield ask(RULE, HIGH, say("lunar_festival"), shown, material.text, span, Span(at, at + len(name)))
            return


def _same_day(material: Material, span: Span, month: int, day: int) -> Iterator[Finding]:
    """A day of the calendar beside the lunar one: 2月23日（正月初七）, 正月初三，即2月19日."""
    before = [
        day
        for day in _days_before(material, span)
        if _BEFORE_LUNAR.fullmatch(material.simplified, day[0].span.end, span.start)
    ]
    for time, solar in (*before, *_days_after(material, span, _BEHIND_LUNAR)):
        if not _is_resolved_to(material, span, solar):
            may_be = (_lunar_of(other) for other in _other_days(material, time, solar))
            if _lunar_of(solar) != (month, day) and (month, day) not in may_be:
                yield _question(material, say("lunar_date"), solar, time.span, span)


def _festivals(material: Material) -> Iterator[Finding]:
    """A day of the calendar with a festival behind it or in front: 1月28日是除夕, 中秋节（10月6日）."""
    for found in material.find(_festival_pattern()):
        span = Span(*found.span())
        is_other = material.simplified[span.start - 1 : span.start] in _OTHER
        if is_other or _GENERAL.match(material.simplified, span.end):
            continue
        behind = [
            day
            for day in _days_before(material, span)
            if _IS.fullmatch(material.simplified, day[0].span.end, span.start)
            or (day[0].span.end == span.start and _BARE.match(material.simplified, span.end))
        ]
        for time, solar in (*behind, *_days_after(material, span, _IN_FRONT)):
            days = (solar, *_other_days(material, time, solar))
            if not _is_resolved_to(material, span, solar) and not any(
                _is_festival(found[0], d) for d in days
            ):
                yield _question(material, say("festival_date"), solar, time.span, span)


def _other_days(material: Material, time: Time, solar: date) -> Iterator[date]:
    """The same day in the other years that it may be of."""
    for year in other_years(material, time, solar):
        if day := day_or_none(year, solar.month, solar.day):
            yield day


def _is_festival(name: str, day: date) -> bool:
    if name == "除夕":
        return _lunar_of(day + timedelta(days=1)) == (1, 1)
    return _lunar_of(day) == festivals()[name]


def _question(material: Material, question: str, solar: date, *places: Span) -> Finding:
    lunar = lunar_words(*_lunar_of(solar))
    shown = say("lunar_is", year=solar.year, month=solar.month, day=solar.day, lunar=lunar)
    return ask(RULE, HIGH, question, shown, material.text, *places)


def _is_resolved_to(material: Material, span: Span, solar: date) -> bool:
    """Whether the lunar words were recognized as that very day: then nothing need be reckoned."""
    times = material.times_by_sentence[material.sentence_index(span.start)]
    return any(time.span.overlaps(span) and day_of(time) == solar for time in times)


def _days_before(material: Material, span: Span) -> Iterator[tuple[Time, date]]:
    """The days of the calendar that end shortly before a place."""
    for time in material.times_by_sentence[material.sentence_index(span.start)]:
        solar = day_of(time) if 0 <= span.start - time.span.end <= _LONGEST_GAP else None
        if solar and _is_solar(material, time):
            yield time, solar


def _days_after(material: Material, span: Span, gap_is: re.Pattern[str]) -> Iterator[tuple[Time, date]]:
    """The day of the calendar right behind a place, but for a bracket or a few words."""
    for time in material.times_by_sentence[material.sentence_index(span.start)]:
        gap = material.simplified[span.end : time.span.start] if span.end <= time.span.start else ""
        solar = day_of(time) if gap_is.fullmatch(gap) else None
        if solar and _is_solar(material, time):
            yield time, solar


@cache
def festivals() -> dict[str, tuple[int, int]]:
    """Lunar festivals with a fixed month and day, by name; 除夕, which has none, left out."""
    table = load_toml("lexicons/times.toml")["holidays"]["lunar"]
    return {
        name: (month, day)
        for name, (month, day) in table.items()
        if name != "除夕" and (month, day) != (12, 30)
    }


@cache
def _festival_pattern() -> re.Pattern[str]:
    names = sorted((*festivals(), "除夕"), key=len, reverse=True)
    return re.compile("|".join(names))


def _lunar_of(day: date) -> tuple[int, int]:
    """Lunar month and day; a leap month counts as its own number."""
    from lunar_python import Solar

    lunar = Solar.fromYmd(day.year, day.month, day.day).getLunar()
    return abs(lunar.getMonth()), lunar.getDay()


def lunar_words(month: int, day: int) -> str:
    """A lunar day in words.

    >>> lunar_words(5, 5), lunar_words(12, 29), lunar_words(1, 10)
    ('五月初五', '腊月廿九', '正月初十')
    """
    months = ("正", "二", "三", "四", "五", "六", "七", "八", "九", "十", "冬", "腊")
    tens, ones = divmod(day, 10)
    if day in (10, 20, 30):
        return months[month - 1] + "月" + {10: "初十", 20: "二十", 30: "三十"}[day]
    return months[month - 1] + "月" + ("初", "十", "廿", "卅")[tens] + _NUMERAL[ones - 1]


def _lunar_month(words: str) -> int:
    words = words.removesuffix("月").removeprefix("闰")
    return {"正": 1, "冬": 11, "腊": 12, "十一": 11, "十二": 12, "十": 10}.get(words) or _NUMERAL.index(
        words
    ) + 1


def _lunar_number(words: str) -> int:
    """
    >>> [_lunar_number(words) for words in ("初十", "十五", "廿", "廿九", "二十九", "卅一", "三十")]
    [10, 15, 20, 29, 29, 31, 30]
    """  # noqa: D212
    tens = {"初": 0, "廿": 20, "卅": 30}
    if words in ("初十", "十"):
        return 10
    for head, value in (("二十", 20), ("三十", 30), ("十", 10), *tens.items()):
        if words.startswith(head):
            rest = words.removeprefix(head)
            return value + (_NUMERAL.index(rest) + 1 if rest else 0)
    return 0
