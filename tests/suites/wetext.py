"""WeTextProcessing's tests of inverse normalization: what the written form says, our value must say.

Its written forms are read here by an independent small reader: numbers with 万 and 亿, ranges (15-6 is 15
to 16), units, dates with slashes and clocks. "N年后" counts from a date that the runner gives.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from core.mentions import Mention
from core.values import Quantity, TimeValue
from tests.suites.intervals import length_of
from tests.suites.jionlp import mentions_of

MODELS = ("itn/number", "itn/measure", "itn/money", "itn/date", "itn/time")
_ANCHOR = date(2022, 1, 5)
_AMOUNT = r"\d+(?:\.\d+)?(?:[兆亿万W]\d*(?:\.\d+)?)*"
_QUANTITY = re.compile(
    rf"(?P<sign>-(?=\d))?(?P<first>{_AMOUNT})(?:(?P<range>[~-])(?P<last>{_AMOUNT}))?(?P<small>(?<=块)[5]毛)?(?P<unit>%|kg|g|km/h|km|mol|v|kwh|°|s|min|块\d毛)?"
)
_NUMERAL = re.compile("[零一二两三四五六七八九十百千]")
_SCALE = {"兆": 12, "亿": 8, "万": 4, "W": 4}
_UNITS = {
    "kg": "kg",
    "g": "g",
    "km/h": "km/h",
    "km": "km",
    "mol": "mol",
    "v": "V",
    "kwh": "kWh",
    "°": "°",
    "%": "%",
}
_DATE = re.compile(
    r"(?P<year>\d{2}(?=/\d\d/)|\d{3,4}(?=/|年))(?:/|年(?=\d))?(?:(?P<month>\d\d)(?:/(?P<day>\d\d))?)?"
    r"|(?P<month2>\d\d)/(?P<day2>\d\d)"
)
_CLOCK = re.compile(r"(\d{1,2}):(\d\d)(?::(\d\d))?(a\.m\.|p\.m\.)?")


def passes(case: Mapping[str, Any]) -> bool:
    """Whether our values are those of the written form."""
    mentions = mentions_of(case["input"], None if case["model"] != "itn/measure" else _as_datetime())
    expected = case["results"][0]["value"]
    if case["model"] == "itn/time":
        return list(_our_clocks(mentions)) == list(_clocks(expected))
    if case["model"] == "itn/date":
        return _dates_agree(mentions, expected)
    numeric = [mention for mention in mentions if _NUMERAL.search(mention.span.of(case["input"]))]
    return [_ours(mention) for mention in numeric] == list(_quantities(expected))


def _as_datetime() -> Any:
    return _ANCHOR


def _value(written: str) -> Decimal:
    """100万1111, 1亿2300."""
    total, rest = Decimal(0), written
    while match := re.match(r"(\d+(?:\.\d+)?)([兆亿万W])", rest):
        total += Decimal(match[1]).scaleb(_SCALE[match[2]])
        rest = rest[match.end() :]
    return total + Decimal(rest or 0)


def _quantities(written: str) -> Iterator[tuple[Decimal, Decimal | None, str | None]]:
    """The amounts of the written form with range and unit, in order."""
    for match in _QUANTITY.finditer(written):
        first, last = match["first"], match["last"]
        if last and match["range"] == "-":
            digits = re.match(r"\d+", last)[0]  # type: ignore[index]
            last = first[: -len(digits)] + last
        if last and last[-1] in _SCALE and first[-1] not in _SCALE:
            first += last[-1]
        amount = -_value(first) if match["sign"] else _value(first)
        if unit := re.match(r"块(\d)毛", written[match.end("first") :]):
            yield amount + Decimal(unit[1]) / 10, None, None
            return
        yield amount, _value(last) if last else None, _UNITS.get(match["unit"] or "")


def _ours(mention: Mention) -> tuple[Decimal, Decimal | None, str | None]:
    value = mention.value
    if isinstance(value, Quantity):
        unit = "km/h" if (value.unit, value.per) == ("km", "h") else value.unit
        unit = unit if unit in _UNITS.values() else None
        return Decimal(value.amount), Decimal(value.to) if value.to else None, unit
    assert isinstance(value, TimeValue)
    if value.timex.startswith("P"):
        lengths = [next(iter(length_of(part).values())) for part in value.timex.split("/")]
        return lengths[0], lengths[1] if len(lengths) > 1 else None, None
    return Decimal(int(value.timex[:4]) - _ANCHOR.year), None, None


def _clocks(written: str) -> Iterator[str]:
    for hour, minute, second, half in _CLOCK.findall(written):
        number = int(hour) + (12 if half == "p.m." and int(hour) < 12 else 0)
        yield f"{number:02d}:{minute}" + (f":{second}" if second else "")


def _our_clocks(mentions: tuple[Mention, ...]) -> Iterator[str]:
    for mention in mentions:
        if isinstance(mention.value, TimeValue) and "T" in mention.value.timex:
            yield mention.value.timex.partition("T")[2]


def _dates_agree(mentions: tuple[Mention, ...], expected: str) -> bool:
    """Dates in order; a year of two digits says as much of the century as the suite does: nothing."""
    theirs = list(_DATE.finditer(expected))
    ours = [
        mention.value.timex.partition("T")[0] for mention in mentions if isinstance(mention.value, TimeValue)
    ]
    return len(ours) == len(theirs) and all(map(_is_date, ours, theirs))


def _is_date(ours: str, theirs: re.Match[str]) -> bool:
    year, *rest = ours.split("-")
    if theirs["year"] and not year.isdigit():
        return False
    if theirs["year"] and int(year) % 10 ** min(len(theirs["year"]), 4) != int(theirs["year"]):
        return False
    month, day = theirs["month"] or theirs["month2"], theirs["day"] or theirs["day2"]
    return rest == [part for part in (month, day) if part]
