"""JioNLP's tests of time and money: its notions mapped onto ours.

It gives the first and the last second of every time; a value it calls "blur" is compared on its start or
its end. Its "now" at the end of an open stretch is our open end; a clock without a day is of the reference
day for it and a bare T08:00 for us; lengths that it places beside the reference (未来5年) are lengths for us.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from core.article import ReadingText
from core.language.script import convert
from core.language.units import load_currencies
from core.mentions import Mention
from core.recognition.overlaps import resolve_overlaps
from core.recognition.quantities import find_quantities
from core.recognition.times import find_times
from core.values import Quantity, TimeValue
from tests.suites.intervals import Interval, interval_of, length_of, rough_days

TIMES = ("DATE", "TIME", "DURATION", "SET")
_DEFAULT = datetime(2021, 6, 14, 1, 6, 40)
_MINUTE = timedelta(minutes=1)


def references_of(case: Mapping[str, Any]) -> tuple[datetime, ...]:
    """The suite's "now"; where it names only a year or a month, its first moment or its middle."""
    given = case["reference_datetime"]
    if isinstance(given, str):
        return (datetime.fromisoformat(given),)
    if isinstance(given, dict):
        parts = [part for part in given["partial"] if part >= 0]
        middle = parts + [7, 1][len(parts) - 1 :] if len(parts) < 3 else parts
        return datetime(*(parts + [1] * max(0, 3 - len(parts)))), datetime(*middle)
    return (_DEFAULT,)


def mentions_of(text: str, now: datetime | None) -> tuple[Mention, ...]:
    """The quantities and times that we find in the suite's text."""
    reading = ReadingText.of_body(text, convert(text, to="hans"), now)
    return resolve_overlaps([*find_quantities(reading), *find_times(reading)])


def passes(case: Mapping[str, Any]) -> bool:
    """Whether our values say what the suite expects."""
    return any(_passes_at(case, now) for now in references_of(case))


def _passes_at(case: Mapping[str, Any], now: datetime) -> bool:
    model: str = case["model"]
    mentions = mentions_of(case["input"], now)
    if model.endswith("extract"):
        return _extracts(case, mentions, TIMES if model.startswith("time") else ("MONEY",))
    expected = case["results"][0]["value"]
    if model.startswith("money"):
        return any(_is_money(mention.value, expected) for mention in mentions)
    times = [mention for mention in mentions if isinstance(mention.value, TimeValue)]
    return any(
        is_time(mention.value, expected, now) for mention in times if isinstance(mention.value, TimeValue)
    )


def _extracts(case: Mapping[str, Any], mentions: Sequence[Mention], labels: tuple[str, ...]) -> bool:
    ours = [mention.span.of(case["input"]) for mention in mentions if mention.label in labels]
    return ours == [result["text"] for result in case["results"]]


def _is_money(value: object, expected: Mapping[str, Any]) -> bool:
    if not isinstance(value, Quantity):
        return False
    names = {name: code for code, currency in load_currencies().items() for name in currency.names}
    if value.unit not in (None, names[expected["case"]]):
        return False
    ours = [round(Decimal(amount), 2) for amount in (value.amount, value.to) if amount]
    theirs = expected["num"] if isinstance(expected["num"], list) else [expected["num"]]
    if len(theirs) == 2 and (len(ours) == 1 or expected.get("definition") == "blur"):
        return ours[0] == Decimal(theirs[0]) or ours[-1] == Decimal(theirs[1])
    return ours == [Decimal(amount) for amount in theirs]


def is_time(value: TimeValue, expected: Mapping[str, Any], now: datetime) -> bool:
    """One time against the suite's value."""
    kind = expected["type"]
    if kind == "time_delta":
        return _is_length(value, expected["time"])
    if kind == "time_period":
        return _is_recurrence(value, expected["time"], now)
    start, end = (_moment(each) for each in expected["time"])
    if value.timex.startswith("P") and not value.timex.endswith("_REF"):
        return _is_placed_length(value, start, end, now)
    interval = interval_of(value.timex, now)
    if interval is None:
        return False
    if value.mod in ("BEFORE", "AFTER"):  # open on one side
        open_side = {"start": None} if value.mod == "BEFORE" else {"end": None}
        interval = replace(interval, is_point=False, **open_side)
    if "SP" in value.timex or "SU" in value.timex or "FA" in value.timex or "WI" in value.timex:
        return interval.start == start
    return _is_interval(value, interval, start, end, now, is_blur=expected["definition"] == "blur")


def _moment(written: str) -> datetime | None:
    return None if written in ("inf", "-inf") else datetime.fromisoformat(written)


def _is_interval(
    value: TimeValue,
    ours: Interval,
    start: datetime | None,
    end: datetime | None,
    now: datetime,
    *,
    is_blur: bool,
) -> bool:
    """Both ends, or for what is vague on either side one of them; a clock point by its minute."""
    if value.timex[-2:].isalpha():  # a part of the day
        return bool(ours.start and ours.end and start and ours.start <= start <= ours.end)
    same_start, same_end = _is_same(ours.start, start, now), _is_same(ours.end, end, now)
    if value.mod == "MID":
        return bool(ours.start and start and end and ours.end and ours.start <= start and end <= ours.end)
    if value.mod in ("START", "END"):
        return same_start if value.mod == "START" else same_end
    is_clock = "T" in value.timex
    if is_blur or value.also or (is_clock and "/" not in value.timex):
        return same_start or same_end
    return same_start and (same_end or (is_clock and _is_same_hour(ours.end, end)))


def _is_same(ours: datetime | None, theirs: datetime | None, now: datetime) -> bool:
    """An open end of ours is "now" for the suite; so is its "now" our whole day of now."""
    if ours is None:
        return theirs is None or theirs == now
    if theirs is None:
        return False
    return abs(ours - theirs) < _MINUTE or (theirs == now and ours.date() == now.date())


def _is_same_hour(ours: datetime | None, theirs: datetime | None) -> bool:
    """8点 is T08:00 for us and 08:00:00 to 08:59:59 for the suite."""
    return bool(ours and theirs and abs(ours.replace(second=0) - theirs) < timedelta(hours=1))


def _is_placed_length(value: TimeValue, start: datetime | None, end: datetime | None, now: datetime) -> bool:
    """未来5年 is from now to then for the suite and P5Y for us; the suite rounds to whole months."""
    if start is None or end is None or "/" in value.timex:
        return False
    days = rough_days(length_of(value.timex))
    placed = Decimal((end - start).total_seconds()) / 86400
    is_near = min(abs(start - now), abs(end - now)) < timedelta(days=32)
    return is_near and abs(days - placed) <= min(Decimal(32), days / 2)


def _is_length(value: TimeValue, expected: Any) -> bool:
    if not value.timex.startswith("P"):
        return False
    ours = [rough_days(length_of(part)) for part in value.timex.split("/")]
    if isinstance(expected, dict):
        return len(ours) == 1 and _close(ours[0], _days(expected))
    low, high = (None if "zero" in each or "infinite" in each else _days(each) for each in expected)
    if low is None:
        return value.mod == "EQUAL_OR_LESS" and _close(ours[0], high)
    if high is None:
        return value.mod == "EQUAL_OR_MORE" and _close(ours[0], low)
    return _close(ours[0], low) and (len(ours) == 1 or _close(ours[1], high))


def _days(length: Mapping[str, float]) -> Decimal:
    return rough_days({name: Decimal(str(amount)) for name, amount in length.items()})


def _close(ours: Decimal, theirs: Decimal | None) -> bool:
    return theirs is not None and abs(ours - theirs) <= abs(theirs) / 200


def _is_recurrence(value: TimeValue, expected: Mapping[str, Any], now: datetime) -> bool:
    if value.quant != "EVERY" or not _is_length(value, expected["delta"]):
        return False
    point = expected["point"]
    if point is None:
        return value.on is None
    first = point["time"][0] if isinstance(point["time"][0], list) else point["time"]
    start = datetime.fromisoformat(first[0])
    return value.on is not None and _occurs(value.on.split("/")[0], start)


def _occurs(on: str, start: datetime) -> bool:
    """Whether the moment within the year, month, week or day is ``start``'s."""
    day, _, clock = on.partition("T")
    if clock and clock[0].isdigit() and start.strftime("%H:%M") != clock:
        return False
    if day.startswith("XXXX-WXX-"):
        weekday = day.removeprefix("XXXX-WXX-")
        return start.isoweekday() in (6, 7) if weekday == "WE" else start.isoweekday() == int(weekday)
    if day in ("XXXX-SP", "XXXX-SU", "XXXX-FA", "XXXX-WI"):
        season = interval_of(f"{start.year}{day[4:]}", start)
        return season is not None and season.start == start
    pattern = day.removeprefix("XXXX-")
    return not pattern or all(
        a == b or a == "X" for a, b in zip(pattern, start.strftime("%m-%d"), strict=False)
    )
