"""Festivals of a fixed day of the calendar: 9月12日是教师节, 母亲节（5月11日）."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from core.assets import load_toml
from core.checks.asking import MEDIUM, ask
from core.checks.material import Material
from core.checks.times.lunar_days import single_day_before
from core.checks.wording import say
from core.document import Finding
from core.language.calendar_dates import day_or_none
from core.text.spans import Span

RULE = "lunar"
_GAP = (
    r"(?:[（(]|，?(?:当天|这天|也)?(?:正?是|为|即|正值|恰逢|适逢|正逢|迎来))"
    r"(?:第\d+个|我国的?|一年一度的?|国际|世界)?"
)
# 国庆假期, 教师节前: not the day itself.
_GENERAL = r"(?!期间|[小长]?假|前|后|黄金|档|联欢|晚会|第|临近|将至|起|至|、|联|活动|系列)"
_SHORTEST = 3


def check_festivals(material: Material) -> Iterator[Finding]:
    """Questions about festivals that are said to be on another day than theirs."""
    pattern, before = _patterns()
    for time in material.times:
        day = single_day_before(material, time)
        behind = pattern.match(material.simplified, time.span.end) if day else None
        ahead = (
            before.search(material.simplified, max(0, time.span.start - 12), time.span.start) if day else None
        )
        for found in filter(None, (behind, ahead)):
            own = _day_of(found["name"], day.year) if day else None
            if day and own and own != day:
                shown = say("term_is", year=own.year, term=found["name"], month=own.month, day=own.day)
                name = Span(*found.span("name"))
                yield ask(RULE, MEDIUM, say("holiday_date"), shown, material.text, time.span, name)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A festival behind a day, and before one."""
    names = "|".join(sorted((*_fixed(), *_on_weekdays()), key=lambda name: (-len(name), name)))
    name = rf"(?P<name>{names})"
    return re.compile(rf"{_GAP}{name}{_GENERAL}"), re.compile(rf"{name}(?:[（(]|是|在|为|定在)$")


def _day_of(name: str, year: int) -> date | None:
    """The day of a festival in a year."""
    if name in _fixed():
        return day_or_none(year, *_fixed()[name])
    month, number, weekday = _on_weekdays()[name]
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (number - 1))


@cache
def _fixed() -> dict[str, tuple[int, int]]:
    """Festivals of a month and day; no short ones (五一, 国庆), which stand for the days around them."""
    listed = (
        load_toml("lexicons/anniversaries.toml")["days"]
        | load_toml("lexicons/times.toml")["holidays"]["solar"]
    )
    return {
        name: (month, day)
        for name, (month, day) in listed.items()
        if len(name) >= _SHORTEST or name == "元旦"
    }


@cache
def _on_weekdays() -> dict[str, tuple[int, int, int]]:
    """Festivals of a month, which one, and a weekday."""
    listed = load_toml("lexicons/times.toml")["holidays"]["weekday"]
    return {name: (month, number, weekday) for name, (month, number, weekday) in listed.items()}
