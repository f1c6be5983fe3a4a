"""Days against the calendar: weekdays, days that no month has, minutes that no hour has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from core.checks.asking import HIGH, MEDIUM, ask
from core.checks.material import Material, Time
from core.checks.times.dating import WEEKDAYS, day_in, fits_weekday, weekdays_beside_days
from core.checks.wording import say
from core.document import Finding
from core.language.calendar_dates import day_or_none, days_in_month
from core.language.numerals import parse_number
from core.text.spans import Span

_LEAP_YEAR = 2024
# The calendar repeats every 28 years.
_CYCLE = range(2001, 2029)
_FEWEST_BESIDE, _MOST_BESIDE = 3, 12
_LONGEST = 10_000
_TOLD_YEAR = re.compile(r"\d{4}年")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年")
_OTHER_YEAR = re.compile(r"[去前明次翌当那同]年|上一?年")
_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_A_DAY = (
    rf"(?P<day>(?:(?:\d{{4}}|[〇一二三四五六七八九]{{4}})年)?(?:{_NUMBER}月)?(?P<number>{_NUMBER})[日号])"
)
_A_WEEKDAY = r"(?P<weekday>(?:星期|周|礼拜)[一二三四五六日天])(?![末年刊报边岁期])"
_WEEKDAY = re.compile(
    rf"{_A_DAY}(?:\d{{1,2}}[时点](?:\d{{1,2}}分)?)?[\u3000 ]*"
    rf"(?:[（(][^（）()。；]{{0,9}}?|[^。；\d]{{1,16}}(?:适逢|恰逢|正值)|[，,]?(?:[当这那][天日])?"
    rf"(?:也?正?是|正值|恰逢|适逢|正逢|[恰刚]好是|为)?一?个?){_A_WEEKDAY}"
)
_WEEKDAY_FIRST = re.compile(rf"{_A_WEEKDAY}[（(]?[\u3000 ]?(?:即|也就是)?{_A_DAY}")
_NEAR_DAYS = {"前天": -2, "昨天": -1, "昨日": -1, "今天": 0, "今日": 0, "明天": 1, "明日": 1, "后天": 2}
_TODAY = re.compile(
    rf"(?P<day>{'|'.join(_NEAR_DAYS)})，?(?:也?正?是|正值|恰逢|适逢|为|[（(])一?个?{_A_WEEKDAY}"
)
_DAY = re.compile(r"(\d{1,4})(?:年(\d{1,2}))?月(?:份)?(\d{1,2})[日号](?:[至到—–～~-]+(\d{1,2})[日号])?")
_IN_NUMBER = frozenset("0123456789.．年")
_MINUTE = re.compile(r"(?<![\d.])(\d{1,2})[时点](\d{2})分")


def check_days(material: Material) -> Iterator[Finding]:
    """Questions about weekdays and days that the calendar does not have."""
    yield from _impossible_days(material)
    yield from _weekdays(material)


def _weekdays(material: Material) -> Iterator[Finding]:
    """Days with the weekday behind them or before, which a mark may cover too (11月9日（星期日）上午)."""
    is_asked = False
    for found in (*material.find(_WEEKDAY), *material.find(_WEEKDAY_FIRST)):
        time = _time_of(material, found)
        day = _day_meant(time, found["number"]) if time else None
        weekday = _iso_weekday(found["weekday"])
        if (
            time
            and day
            and weekday != day.isoweekday()
            and not _is_of_other_year(material, time, day, weekday)
        ):
            is_asked = True
            sure = material.dating is None or material.dating.is_told or "年" in found["day"]
            yield _weekday_question(material, found, day, HIGH if sure else MEDIUM)
    if material.date is None and not is_asked:
        yield from _weekdays_of_no_year(material)
    for found in material.find(_TODAY) if material.date and not material.dating else ():
        assert material.date is not None
        day = material.date + timedelta(days=_NEAR_DAYS[found["day"]])
        if day.isoweekday() != _iso_weekday(found["weekday"]):
            yield _weekday_question(material, found, day, MEDIUM)


def _time_of(material: Material, found: re.Match[str]) -> Time | None:
    """The time whose mark holds the day of a match."""
    place = Span(*found.span("number"))
    times = material.times_by_sentence[material.sentence_index(place.start)]
    return next((time for time in times if time.span.overlaps(place)), None)


def _day_meant(time: Time, number: str) -> date | None:
    """The day of a time, of both ends of a range the one that has the number."""
    days = [day for day in map(day_in, time.timex.split("/")) if day]
    return next((day for day in days if day.day == int(parse_number(number))), None)


def _iso_weekday(words: str) -> int:
    return WEEKDAYS.index(words[-1].replace("天", "日")) + 1


def _weekday_question(material: Material, found: re.Match[str], day: date, severity: str) -> Finding:
    weekday = WEEKDAYS[day.isoweekday() - 1]
    shown = say("weekday_is", year=day.year, month=day.month, day=day.day, weekday=weekday)
    places = Span(*found.span("day")), Span(*found.span("weekday"))
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
        if its_day and found["day"] == f"{odd[0]}月{odd[1]}日" and _iso_weekday(found["weekday"]) == odd[2]:
            shown = say("weekday_reckoned", day=found["day"], weekday=WEEKDAYS[its_day.isoweekday() - 1])
            places = Span(*found.span("day")), Span(*found.span("weekday"))
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
