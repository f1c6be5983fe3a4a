"""Days against the calendar: weekdays, days that no month has, minutes that no hour has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from core.calendar_dates import days_in_month
from core.checks.asking import HIGH, ask
from core.checks.material import Material
from core.document import Finding
from core.spans import Span

_LEAP_YEAR = 2024
WEEKDAYS = "一二三四五六日"
_WEEKDAY = re.compile(
    r"((?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}[日号])"
    r"[\u3000 ]*(?:[（(][^（）()。；]{0,9}?|[，,]?)((?:星期|周|礼拜)[一二三四五六日天])(?![末年刊报边岁])"
)
_DAY = re.compile(r"(\d{1,4})(?:年(\d{1,2}))?月(?:份)?(\d{1,2})[日号](?:[至到—–～~-]+(\d{1,2})[日号])?")
_IN_NUMBER = frozenset("0123456789.．年")
_MINUTE = re.compile(r"(?<![\d.])(\d{1,2})[时点](\d{2})分")


def check_days(material: Material) -> Iterator[Finding]:
    """Questions about weekdays and days that the calendar does not have."""
    yield from _impossible_days(material)
    yield from _weekdays(material)


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


def _why_impossible(year: int, month: int, *days: int) -> str:
    """What the calendar says against the days of a month; empty where they exist.

    >>> _why_impossible(2025, 2, 29), _why_impossible(2025, 13, 1), _why_impossible(2024, 2, 1, 29)
    ('2月只有28天', '没有13月', '')
    """
    if not 1 <= month <= 12:
        return f"没有{month}月"
    most = days_in_month(year, month) if 1 <= year <= 9999 else days_in_month(_LEAP_YEAR, month)
    return "" if all(1 <= day <= most for day in days) else f"{month}月只有{most}天"


def _impossible_days(material: Material) -> Iterator[Finding]:
    for found in material.find(_DAY):
        year, month = (int(found[1]), int(found[2])) if found[2] else (_LEAP_YEAR, int(found[1]))
        is_whole = material.simplified[max(0, found.start() - 1) : found.start()] not in _IN_NUMBER
        reason = _why_impossible(year, month, int(found[3]), int(found[4] or 1)) if is_whole else ""
        if reason:
            yield ask("date_impossible", HIGH, "有这一天吗？", reason, material.text, Span(*found.span()))
    for found in material.find(_MINUTE):
        if int(found[2]) > 59 or int(found[1]) > 24:
            span = Span(*found.span())
            yield ask(
                "date_impossible", HIGH, "有这个时刻吗？", "一小时60分钟，一天24小时", material.text, span
            )
