"""Of which year an article is whose dateline names only the day: 本报松阳3月18日讯.

Nothing says it outright, but much bears on it: a full date that repeats the dateline's day, the latest year
told as past and the first one told as to come, 去年（2025年）, ages beside births, anniversaries. Each speaks
for some years; the year with most behind it is the article's, if it leads clearly. Weekdays beside days
are heard only where the rest leaves it open: one of them may be what is wrong. Where even they do, an
article is of the last such day before it is checked, if what it tells can be of that year.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from core.language.calendar_dates import (
    day_or_none,
    nearest_month_day,
    nearest_year_day,
    year_of_nearest_month,
)
from core.language.numerals import parse_number

WEEKDAYS = "一二三四五六日"
_DAY = r"(\d{1,2})月(\d{1,2})[日号]"
_OPENING = 600
_DATELINE = re.compile(rf"(?<![年\d]){_DAY}")
_FULL = re.compile(rf"(?<!\d)((?:19|20)\d\d)年{_DAY}")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:年(?!代)|财年|(?=[\u4e00-\u9fff]{2}))")
_WEEKDAY = re.compile(rf"(?<![年\d]){_DAY}[（(，,正是个为]{{0,3}}(?:星期|周|礼拜)([一二三四五六日天])")
_BIRTH = re.compile(
    r"(?:生于((?:19|20)\d\d)年(?:(\d{1,2})月)?|((?:19|20)\d\d)年(?:(\d{1,2})月)?(?:\d{1,2}日)?出?生)"
)
_AGE = re.compile(r"(?:今年|现年)(\d{1,3})岁|(?<!\d)(\d{1,3})岁的")
_COUNT = r"\d{1,3}|[一二三四五六七八九十百]{1,5}"
_PASSED = re.compile(rf"(?<!\d)({_COUNT})周年|(?:至今|迄今)[已有约近满整]{{0,4}}({_COUNT})年")
_NAMED_YEARS = {"前年": -2, "去年": -1, "上年": -1, "今年": 0, "明年": 1}
_NAMED_YEAR = re.compile(rf"({'|'.join(_NAMED_YEARS)})[（(，,]?即?((?:19|20)\d\d)年?[）)]?")
_BEFORE_FUTURE = re.compile(
    r"(?:(?<!原)(?:预计|计划)|力争|争取|拟于|将于|定于|将在|目标)[^。；\d]{0,4}$|(?:^|[，。；：\s“])到$"
)
_AFTER_FUTURE = re.compile(
    r"，?[^。；，]{0,13}?(?:底前|(?<!原)计划|拟|预计|力争|争取|届时|有望|将(?:[^于在]|于\d)|目标|规划|投产|建成)"
)
_YEARLESS = re.compile(r"XXXX-(\d\d|XX(?=-\d))(?:-(\d\d))?((?:T.*)?)$")
_PARTS = re.compile(r"[。；\n]")
_EARLY_MONTHS, _STALE = 4, 4
_REACH, _FARTHEST = 20, 150
_DECISIVE, _NAMED, _FITTING, _SPEAKING = 10.0, 4.0, 2.0, 1.0
_LEAST, _LEAD, _DECAY = 2.8, 1.0, 0.12
_LEAP_YEAR = 2024
_TWO_WEEKS = 14
# Articles are checked up to so long before the day that they are of, and those in hand so soon after it.
_AHEAD = _SOON = timedelta(days=10)
# How much today speaks for the year of the last such day: more than a year of the past that is told.
_SPEAKS, _SPEAKS_SOON = 3.0, 3.75


@dataclass(frozen=True, slots=True)
class Dating:
    """The day of an article as reckoned; it is ``told`` where the text repeats it with its year.

    ``years`` are those that the text speaks for, apart from its weekdays, about as much as for the day's own.
    ``is_lent`` is true where only the day on which the article is checked says of which year it is;
    ``is_in_hand`` where it is checked within days of its own, and no weekday speaks for the year before.
    """

    day: date
    years: frozenset[int]
    is_told: bool = False
    is_lent: bool = False
    is_in_hand: bool = False


def reckon_date(text: str, today: date | None = None) -> Dating | None:
    """The day of an article, from its own words in Simplified characters; None where that is not clear.

    ``today`` is the day on which it is checked, which is asked where the words leave the year open.

    >>> dating = reckon_date("本报3月18日讯 3月18日（星期二），县统计局发布2024年公报。2026年将建成新馆。")
    >>> dating.day, dating.is_told
    (datetime.date(2025, 3, 18), False)
    """
    dateline = _DATELINE.search(text, 0, _OPENING)
    month, day = (int(dateline[1]), int(dateline[2])) if dateline else (0, 0)
    if not day_or_none(_LEAP_YEAR, month, day):
        return None
    told = _told_scores(text, month, day)
    year = _leading(told)
    if year is None and today and (lent := _lent(text, month, day, today, told)):
        return lent
    year = year or _leading({y: score + _by_weekdays(text, y, month, day) for y, score in told.items()})
    found = day_or_none(year, month, day) if year else None
    if not found:
        return None
    least = max(_SPEAKING, told[found.year] - _FITTING)
    years = {found.year, *(year for year, score in told.items() if score >= least)}
    return Dating(found, frozenset(years), told[found.year] >= _DECISIVE)


def _lent(text: str, month: int, day: int, today: date, told: Mapping[int, float]) -> Dating | None:
    """The last such day before ``today``, unless what is told, or its weekdays, are of another year."""
    days = (day_or_none(today.year + shift, month, day) for shift in (1, 0, -1))
    last = next((each for each in days if each and each <= today + _AHEAD), None)
    if last is None:
        return None
    years = {*told, *range(last.year - _REACH, last.year + 1)}
    fitting = {year: _by_weekdays(text, year, month, day) for year in years}
    scores = {year: told.get(year, 0.0) + fitting[year] for year in years}
    is_soon = today - last <= _SOON
    if scores[last.year] + (_SPEAKS_SOON if is_soon else _SPEAKS) < max(scores.values()):
        return None
    is_in_hand = is_soon and fitting[last.year - 1] <= fitting[last.year]
    return Dating(last, frozenset({last.year}), is_lent=True, is_in_hand=is_in_hand)


def _leading(scores: Mapping[int, float]) -> int | None:
    """The year that has enough behind it, and clearly more than every other one."""
    ranked = sorted(scores, key=lambda year: -scores[year])
    if len(ranked) < 2 or scores[ranked[0]] < _LEAST or scores[ranked[0]] - scores[ranked[1]] < _LEAD:
        return None
    return ranked[0]


def _by_weekdays(text: str, year: int, month: int, day: int) -> float:
    anchor = day_or_none(year, month, day)
    return _FITTING * sum(fits_weekday(beside, anchor) for beside in weekdays_beside_days(text))


def _told_scores(text: str, month: int, day: int) -> dict[int, float]:
    """How much of what is told, weekdays apart, speaks for each year."""
    past, future = _told_years(text)
    if not past and not future:
        return {}
    latest = max(past, default=min(future, default=0) - 1)
    coming = min((year for year in future if year >= latest), default=None)
    evidence = list(_evidence(text, month, day, past | future))
    near = range(latest, max(latest, coming or 0) + _REACH)
    far = {year for years, _ in evidence for year in years if latest < year < latest + _FARTHEST}
    scores = {year: _by_told_years(year, latest, coming, month) for year in (*near, *(far - set(near)))}
    for years, weight in evidence:
        for year in scores.keys() & years:
            scores[year] += weight
    return scores


def _by_told_years(year: int, latest: int, coming: int | None, month: int) -> float:
    """Reports tell of their own year, early in it of the year before; and plan for it or the next one."""
    behind = {0: 1.5, 1: 1.5 if month <= _EARLY_MONTHS else 0.6, 2: 0.2}.get(year - latest, 0.0)
    behind -= min(_SPEAKING, _DECAY * (year - latest))
    if coming is None:
        return behind
    if coming - latest >= _STALE:
        behind /= 2
    return behind + ({0: 1.0, 1: 1.5, 2: 0.5}.get(coming - year, 0.0) if year <= coming else -_LEAST)


def _told_years(text: str) -> tuple[set[int], set[int]]:
    """The years that are told as past or present, and those that are to come."""
    past: set[int] = set()
    future: set[int] = set()
    for found in _YEAR.finditer(text):
        before = text[max(0, found.start() - 10) : found.start()]
        is_future = _BEFORE_FUTURE.search(before) or (
            before[-1:] != "于" and _AFTER_FUTURE.match(text, found.end())
        )
        (future if is_future else past).add(int(found[1]))
    return past, future - past


def _evidence(text: str, month: int, day: int, told: Iterable[int]) -> Iterator[tuple[set[int], float]]:
    """The years that something speaks for, and how much."""
    passed = {int(parse_number(found[1] or found[2])) for found in _PASSED.finditer(text)}
    for found in _FULL.finditer(text):
        if (int(found[2]), int(found[3])) == (month, day):
            is_its_own = found.start() < _OPENING and not passed  # an anniversary is of another year
            yield {int(found[1])}, _DECISIVE if is_its_own else _SPEAKING
        elif found.start() < _OPENING and _is_just_before(found, month, day):
            yield {int(found[1])}, _FITTING
    for years in passed:
        yield {year + years for year in told}, _FITTING
    for words, year in set(_NAMED_YEAR.findall(text)):
        yield {int(year) - _NAMED_YEARS[words]}, _NAMED
    for part in _PARTS.split(text) if "岁" in text else ():
        if "岁" in part and (ages := _by_age(part, month)):
            yield ages, _SPEAKING


@lru_cache(maxsize=4)
def weekdays_beside_days(text: str) -> frozenset[tuple[int, int, int]]:
    """Month, day and ISO weekday of all days without a year that have their weekday behind them."""
    return frozenset(
        (int(found[1]), int(found[2]), WEEKDAYS.index(found[3].replace("天", "日")) + 1)
        for found in _WEEKDAY.finditer(text)
    )


def fits_weekday(beside: tuple[int, int, int], anchor: date | None) -> bool:
    """Whether the day nearest to ``anchor`` is of that weekday.

    >>> fits_weekday((3, 18, 2), date(2025, 3, 20)), fits_weekday((3, 18, 2), date(2024, 3, 20))
    (True, False)
    """
    month, day, weekday = beside
    found = nearest_year_day(month, day, anchor) if anchor else None
    return found is not None and found.isoweekday() == weekday


def _is_just_before(found: re.Match[str], month: int, day: int) -> bool:
    """Whether a full date is of the two weeks that end with the article's day (12月7日逝世, 12月9日电)."""
    one, own = (day_or_none(int(found[1]), *each) for each in ((int(found[2]), int(found[3])), (month, day)))
    return one is not None and own is not None and 0 < (own - one).days <= _TWO_WEEKS


def _by_age(part: str, month: int) -> set[int]:
    """The years in which the one person whose birth and age a part of a sentence tells is so old."""
    births = [*_BIRTH.finditer(part)]
    ages = {int(found[1] or found[2]) for found in _AGE.finditer(part)}
    if len(ages) != 1 or len(births) != 1:
        return set()
    birth = births[0]
    year, its_month = int(birth[1] or birth[3]) + ages.pop(), int(birth[2] or birth[4] or month)
    if its_month == month:
        return {year, year + 1}
    return {year} if its_month < month else {year + 1}


def dated(timex: str, day: date) -> str:
    """A time without its year or month, set in the one nearest to the article's ``day``.

    >>> dated("XXXX-12-29", date(2022, 1, 5)), dated("XXXX-07/XXXX-08", date(2022, 1, 5))
    ('2021-12-29', '2021-07/2021-08')
    """
    first, slash, last = timex.partition("/")
    if "XXXX" not in timex:
        return timex
    start = _dated(first, day)
    return start + slash + _dated(last, day_in(start) or day)


def day_in(timex: str) -> date | None:
    """The day that a time begins with, if it is of a day.

    >>> day_in("2022-01-05T08:40"), day_in("2022-01"), day_in("2022-W01")
    (datetime.date(2022, 1, 5), None, None)
    """
    try:
        return date.fromisoformat(timex[:10]) if "W" not in timex[:10] else None
    except ValueError:
        return None


def _dated(timex: str, day: date) -> str:
    found = _YEARLESS.match(timex)
    if not found:
        return timex
    month, its_day, rest = found.groups()
    if its_day and month != "XX":
        nearest = nearest_year_day(int(month), int(its_day), day)
    elif its_day:
        nearest = nearest_month_day(int(its_day), day)
    else:
        return f"{year_of_nearest_month(int(month), day)}-{month}{rest}"
    return nearest.isoformat() + rest if nearest else timex
