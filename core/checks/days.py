"""Days against the calendar: weekdays, days that no month has, minutes that no hour has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from core.calendar_dates import day_or_none, days_in_month
from core.checks.asking import HIGH, MEDIUM, ask
from core.checks.dating import WEEKDAYS, day_in, fits_weekday, weekdays_beside_days
from core.checks.material import Material, Time
from core.checks.wording import say
from core.document import Finding
from core.spans import Span

_LEAP_YEAR = 2024
# The calendar repeats every 28 years.
_CYCLE = range(2001, 2029)
_FEWEST_BESIDE, _MOST_BESIDE = 3, 12
_LONGEST = 10_000
_TOLD_YEAR = re.compile(r"\d{4}年")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年")
_OTHER_YEAR = re.compile(r"[去前明次翌当那同]年|上一?年")
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
    is_asked = False
    for time in material.times:
        found = _WEEKDAY.match(material.simplified, time.span.start)
        day = day_in(time.timex) if found else None
        weekday = _iso_weekday(found[2]) if found else 0
        if (
            found
            and day
            and weekday != day.isoweekday()
            and not _is_of_other_year(material, time, day, weekday)
        ):
            is_asked = True
            sure = material.dating is None or material.dating.is_told or "年" in found[1]
            yield _weekday_question(material, found, day, HIGH if sure else MEDIUM)
    if material.date is None and not is_asked:
        yield from _weekdays_of_no_year(material)


def _iso_weekday(words: str) -> int:
    return WEEKDAYS.index(words[-1].replace("天", "日")) + 1


def _weekday_question(material: Material, found: re.Match[str], day: date, severity: str) -> Finding:
    weekday = WEEKDAYS[day.isoweekday() - 1]
    shown = say("weekday_is", year=day.year, month=day.month, day=day.day, weekday=weekday)
    places = Span(*found.span(1)), Span(*found.span(2))
    return ask("weekday", severity, say("weekday"), shown, material.text, *places)


def _is_of_other_year(material: Material, time: Time, day: date, weekday: int) -> bool:
    """Whether a day told without its year may be of another one, on which it is that weekday."""
    days = (day_or_none(year, day.month, day.day) for year in other_years(material, time, day))
    return any(other.isoweekday() == weekday for other in days if other)


def other_years(material: Material, time: Time, day: date) -> set[int]:
    """The years but ``day``'s that a day told without its year may be of.

    The paragraph names them before it (那是去年1月22日……2月6日), or the dating leaves them open.
    """
    if _TOLD_YEAR.match(material.simplified, time.span.start):
        return set()
    first = material.paragraph(material.sentences[time.sentence].paragraph)[0]
    before = material.simplified[material.sentences[first].span.start : time.span.start][-_LONGEST:]
    years = {int(year) for year in _YEAR.findall(before)}
    years |= material.dating.years if material.dating else set()
    if _OTHER_YEAR.search(before):
        years |= {day.year - 1, day.year + 1}
    return years - {day.year}


def _weekdays_of_no_year(material: Material) -> Iterator[Finding]:
    """Weekdays of an article without a year, of which all but one fit some year."""
    beside = weekdays_beside_days(material.simplified[:_LONGEST])
    if not _FEWEST_BESIDE <= len(beside) <= _MOST_BESIDE:
        return
    month, day, _ = min(beside)
    fitting = {
        year: frozenset(each for each in beside if fits_weekday(each, day_or_none(year, month, day)))
        for year in _CYCLE
    }
    most = max(map(len, fitting.values()))
    kept = {fits for fits in fitting.values() if len(fits) == most}
    if most != len(beside) - 1 or len(kept) != 1:
        return
    (odd,) = beside - next(iter(kept))
    year = next(year for year, fits in fitting.items() if fits in kept)
    for found in material.find(_WEEKDAY):
        its_day = day_or_none(year, odd[0], odd[1])
        if its_day and found[1] == f"{odd[0]}月{odd[1]}日" and _iso_weekday(found[2]) == odd[2]:
            shown = say("weekday_reckoned", day=found[1], weekday=WEEKDAYS[its_day.isoweekday() - 1])
            places = Span(*found.span(1)), Span(*found.span(2))
            yield ask("weekday", MEDIUM, say("weekday"), shown, material.text, *places)
            return


def _why_impossible(year: int, month: int, *days: int) -> str:
    """What the calendar says against the days of a month; empty where they exist.

    >>> _why_impossible(2025, 2, 29), _why_impossible(2025, 13, 1), _why_impossible(2024, 2, 1, 29)
    ('2月只有28天', '没有13月', '')
    """
    if not 1 <= month <= 12:
        return say("no_month", month=month)
    most = days_in_month(year, month) if 1 <= year <= 9999 else days_in_month(_LEAP_YEAR, month)
    return "" if all(1 <= day <= most for day in days) else say("month_has", month=month, days=most)


def _impossible_days(material: Material) -> Iterator[Finding]:
    for found in material.find(_DAY):
        year, month = (int(found[1]), int(found[2])) if found[2] else (_LEAP_YEAR, int(found[1]))
        is_whole = material.simplified[max(0, found.start() - 1) : found.start()] not in _IN_NUMBER
        reason = _why_impossible(year, month, int(found[3]), int(found[4] or 1)) if is_whole else ""
        if reason:
            yield ask("date_impossible", HIGH, say("no_day"), reason, material.text, Span(*found.span()))
    for found in material.find(_MINUTE):
        if int(found[2]) > 59 or int(found[1]) > 24:
            span = Span(*found.span())
            yield ask("date_impossible", HIGH, say("no_clock"), say("clock_has"), material.text, span)
