"""Days against the calendar: weekdays, days that no month has, lunar days and the festivals on them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from core.assets import load_toml
from core.calendar_dates import days_in_month
from core.checks.asking import HIGH, ask
from core.checks.material import Material, Time
from core.document import Finding
from core.spans import Span

WEEKDAYS = "一二三四五六日"
_WEEKDAY = re.compile(
    r"((?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}[日号])"
    r"[\u3000 ]*(?:[（(][^（）()。；]{0,9}?|[，,]?)((?:星期|周|礼拜)[一二三四五六日天])(?![末年刊报边岁])"
)
_DAY = re.compile(
    r"(?:(?<!\d)(\d{4})年)?(?<![\d.])(\d{1,2})月(?:份)?(\d{1,2})[日号](?:[至到—–~～-]+(\d{1,2})[日号])?"
)
_MINUTE = re.compile(r"(?<![\d.])(\d{1,2})[时点](\d{2})分")
_NUMERAL = "一二三四五六七八九"
_LUNAR = re.compile(
    r"(?:农历|夏历|阴历|旧历)?(?P<month>正月|腊月|冬月|闰?(?:十[一二]|[一二三四五六七八九十])月)"
    rf"(?P<day>初[{_NUMERAL}十]|十[{_NUMERAL}]|二?十|[廿][{_NUMERAL}]?|二十[{_NUMERAL}]|[卅][{_NUMERAL}]?|三十[{_NUMERAL}]?)(?![日号])"
)
_BEFORE_LUNAR = re.compile(
    r"(?:[（(](?:[^（）()，。；]{1,5}[，、])?|是|为|即|，|适逢|正值|恰逢)?(?:农历|夏历|阴历|旧历)?$"
)
_JOINT = re.compile(r"(?:[（(，、]|是|为|即|，?适逢|的)?(?:传统节日)?(?:农历)?$")
# 春节期间, 端午假期: not the day itself.
_GENERAL = re.compile(r"节?(?:期间|[小长]?假|前|后|黄金|运|档|联欢|晚会|第|临近|将至)")
_IN_FIGURES = re.compile(r"\d[日号]$")
_LONGEST_GAP = 10


def check_days(material: Material) -> Iterator[Finding]:
    """Questions about weekdays, impossible days and lunar days."""
    yield from _impossible_days(material)
    yield from _lunar_days(material)
    yield from _festival_days(material)
    yield from _festival_in_front(material)
    yield from _weekdays(material)


def day_of(time: Time) -> date | None:
    """The single day that a time is resolved to."""
    if time.mark.label not in ("DATE", "TIME") or "/" in time.timex or len(time.timex) < 10:
        return None
    try:
        return date.fromisoformat(time.timex[:10])
    except ValueError:
        return None


def _is_solar(material: Material, time: Time) -> bool:
    """Whether a time is a day of the calendar in figures: no 端午, no 五月初五."""
    return bool(_IN_FIGURES.search(material.words(time.span)))


def _weekdays(material: Material) -> Iterator[Finding]:
    """Days with the weekday behind them, which a mark may cover too (11月9日（星期日）上午)."""
    for time in material.times:
        found = _WEEKDAY.match(material.simplified, time.span.start)
        day = _first_day(time.timex) if found else None
        if found and day and WEEKDAYS.index(found[2][-1].replace("天", "日")) + 1 != day.isoweekday():
            shown = f"{day.year}年{day.month}月{day.day}日是星期{WEEKDAYS[day.isoweekday() - 1]}"
            places = Span(*found.span(1)), Span(*found.span(2))
            yield ask("weekday", HIGH, "日期与星期不符？", shown, material.text, *places)


def _first_day(timex: str) -> date | None:
    try:
        return date.fromisoformat(timex.partition("/")[0][:10])
    except ValueError:
        return None


def _impossible_days(material: Material) -> Iterator[Finding]:
    for found in material.find(_DAY):
        month = int(found[2])
        last = int(found[4] or 0)
        if not 1 <= month <= 12:
            reason = f"没有{month}月"
        else:
            most = days_in_month(int(found[1]) if found[1] else 2024, month)
            if 1 <= int(found[3]) <= most and last <= most:
                continue
            reason = f"{month}月只有{most}天"
        span = Span(*found.span())
        yield ask("date_impossible", HIGH, "有这一天吗？", reason, material.text, span)
    for found in material.find(_MINUTE):
        if int(found[2]) > 59 or int(found[1]) > 24:
            span = Span(*found.span())
            yield ask(
                "date_impossible", HIGH, "有这个时刻吗？", "一小时60分钟，一天24小时", material.text, span
            )


def _lunar_days(material: Material) -> Iterator[Finding]:
    for found in material.find(_LUNAR):
        span = Span(*found.span())
        day = _lunar_number(found["day"])
        if not 1 <= day <= 30:
            yield ask("lunar", HIGH, "农历有这一天吗？", "农历的月最多30天", material.text, span)
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
            shown = f"{name}是农历{lunar_words(its_month, its_day)}"
            yield ask(
                "lunar", HIGH, "农历日子与节日不符？", shown, material.text, span, Span(at, at + len(name))
            )
            return


def _same_day(material: Material, span: Span, month: int, day: int) -> Iterator[Finding]:
    """A day of the calendar with the lunar one behind it: 2月23日（正月初七）."""
    for time in _days_before(material, span):
        gap = material.simplified[time.span.end : span.start]
        solar = day_of(time)
        if solar and _BEFORE_LUNAR.fullmatch(gap) and _is_solar(material, time):
            real = _lunar_of(solar)
            if real != (month, day):
                shown = f"{solar.year}年{solar.month}月{solar.day}日是农历{lunar_words(*real)}"
                yield ask("lunar", HIGH, "公历与农历不符？", shown, material.text, time, span)


def _festival_days(material: Material) -> Iterator[Finding]:
    """A day of the calendar with a lunar festival behind it: 1月28日是农历除夕."""
    for found in material.find(_festival_pattern()):
        span = Span(*found.span())
        for time in _days_before(material, span):
            gap = material.simplified[time.span.end : span.start]
            solar = day_of(time)
            if (
                not solar
                or not _is_solar(material, time)
                or _GENERAL.match(material.simplified, found.end())
                or not re.fullmatch(r"(?:[（(]|是|为|即|，是?)(?:农历|传统)?", gap)
            ):
                continue
            yield from _wrong_festival(material, found[0], solar, time.span, span)


def _festival_in_front(material: Material) -> Iterator[Finding]:
    """A day of the calendar in brackets behind a lunar festival: 中秋节（10月6日）."""
    for time in material.times:
        solar = day_of(time)
        named = _festival_pattern().search(material.simplified[max(0, time.span.start - 5) : time.span.start])
        if not solar or not named or not _is_solar(material, time):
            continue
        gap = material.simplified[max(0, time.span.start - 5) : time.span.start][named.end() :]
        if gap in ("（", "(", "节（", "节("):
            yield from _wrong_festival(
                material,
                named[0],
                solar,
                time.span,
                Span(time.span.start - len(gap) - len(named[0]), time.span.start - len(gap)),
            )


def _wrong_festival(
    material: Material, name: str, solar: date, day: Span, festival: Span
) -> Iterator[Finding]:
    real = _lunar_of(solar + timedelta(days=1)) if name == "除夕" else _lunar_of(solar)
    if real != ((1, 1) if name == "除夕" else festivals()[name]):
        shown = f"{solar.year}年{solar.month}月{solar.day}日是农历{lunar_words(*_lunar_of(solar))}"
        yield ask("lunar", HIGH, "公历与节日不符？", shown, material.text, day, festival)


def _days_before(material: Material, span: Span) -> Iterator[Time]:
    place = material.sentence_index(span.start)
    for time in material.times_by_sentence[place]:
        if 0 <= span.start - time.span.end <= _LONGEST_GAP:
            yield time


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
