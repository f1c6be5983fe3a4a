"""Values as a narrow column shows them: 4.24亿, 1–2, 2021-11末."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from core.language.units import load_currencies, load_units
from core.values import JsonObject

MAGNITUDES = (("亿", Decimal(100_000_000)), ("万", Decimal(10_000)))
LONGEST_FRACTION = 3
APPROXIMATIONS = {"about": "≈", "less": "<", "more": ">", "at_least": "≥", "at_most": "≤"}
PARTS_OF_MONTH = {"START": "初", "MID": "中", "END": "末"}
SHARES = {"pp": "百分点", "permille": "‰"}
SEASONS = {"SP": "03", "SU": "06", "FA": "09", "WI": "12"}


def amount_in_short(value: JsonObject, quote: str) -> tuple[str, str]:
    """Amount and unit of a quantity's value; ``quote`` stands for an amount that was not understood.

    >>> amount_in_short({"amount": "424000000", "to": None, "unit": "CNY"}, "4.24亿元")
    ('4.24亿', '元')
    >>> amount_in_short({"amount": "8000", "unit": "CNY", "per": "mu"}, "8000元")
    ('8000', '元/亩')
    """
    amount = value.get("amount")
    if not amount:
        return quote, ""
    text = short_number(amount)
    if value.get("to"):
        text = f"{text}–{short_number(value['to'])}"
    if value.get("ratio"):
        text = f"{text}:{value['ratio']}"
    units = (unit_in_words(unit) for unit in (value.get("unit"), value.get("per")) if unit)
    return APPROXIMATIONS.get(str(value.get("approx")), "") + text, "/".join(units)


def amount_in_full(value: JsonObject) -> str:
    """A quantity's value with its magnitude written out, to the last digit.

    >>> amount_in_full({"amount": "424000000", "to": None, "unit": "CNY"})
    '424,000,000 元'
    >>> amount_in_full({"amount": "6000", "to": "8000", "unit": "CNY", "per": "mu"})
    '6,000–8,000 元/亩'
    """
    amount = value.get("amount")
    if not amount:
        return ""
    words = "–".join(grouped(each) for each in (amount, value.get("to")) if each)
    if value.get("ratio"):
        words = f"{words}:{value['ratio']}"
    units = "/".join(unit_in_words(unit) for unit in (value.get("unit"), value.get("per")) if unit)
    gap = "" if units[:1] in ("%", "‰", "°") else " "
    return APPROXIMATIONS.get(str(value.get("approx")), "") + f"{words}{gap}{units}".strip()


def grouped(amount: str) -> str:
    """A plain decimal with its thousands set off; a fraction stays as it is.

    >>> grouped("84600.5"), grouped("1/3")
    ('84,600.5', '1/3')
    """
    return amount if "/" in amount else f"{Decimal(amount):,f}"


def unit_in_words(unit: str) -> str:
    """A unit as Chinese texts write it.

    >>> [unit_in_words(unit) for unit in ("CNY", "m2", "pp", "个")]
    ['元', '平方米', '百分点', '个']
    """
    if known := load_units().get(unit):
        return known.forms[0]
    if currency := load_currencies().get(unit):
        return currency.names[0]
    return SHARES.get(unit, unit)


def short_number(amount: str) -> str:
    """A decimal in 亿 or 万 where that makes it short; to the last digit always.

    >>> [short_number(amount) for amount in ("84600", "12345678", "1484", "1/3")]
    ['8.46万', '12345678', '1484', '1/3']
    """
    if "/" in amount:
        return amount
    number = Decimal(amount)
    for sign, size in MAGNITUDES:
        scaled = (number / size).normalize()
        if abs(scaled) >= 1 and -int(scaled.as_tuple().exponent) <= LONGEST_FRACTION:
            return f"{scaled:f}{sign}"
    return amount


def first_day(value: JsonObject) -> str:
    """What a time is put in order by: its first year, month or day; empty where there is none.

    >>> [first_day({"timex": timex}) for timex in ("2021-Q3", "2021-01/2021-11", "198", "P2Y")]
    ['2021-07', '2021-01', '1980', '']
    """
    timex = str(value.get("timex") or "").partition("/")[0].partition("T")[0]
    if not re.match(r"\d\d", timex):
        return ""
    year, _, rest = timex.partition("-")
    year = year.ljust(4, "0")
    return f"{year}-{_start_of(int(year), rest)}" if rest else year


def day_in_short(value: JsonObject) -> str:
    """A resolved time without its clock; later parts of a list or range drop what they share.

    >>> day_in_short({"timex": "2021-12-20", "also": ["2021-12-21"]})
    '2021-12-20、21'
    >>> day_in_short({"timex": "2021-01/2021-11"}), day_in_short({"timex": "2021-11", "mod": "END"})
    ('2021-01–11', '2021-11末')
    """
    first, _, last = str(value.get("timex") or "").partition("/")
    first = _without_clock(first)
    text = first + PARTS_OF_MONTH.get(str(value.get("mod")), "")
    if last:
        text += "–" if last == ".." else f"–{_unshared(first, _without_clock(last))}"
    return text + "".join(f"、{_unshared(first, _without_clock(other))}" for other in value.get("also") or ())


def _start_of(year: int, rest: str) -> str:
    """The month and day in which a quarter, half, season or week begins."""
    if rest in SEASONS:
        return SEASONS[rest]
    if rest[0] == "Q":
        return f"{int(rest[1:]) * 3 - 2:02}"
    if rest[0] == "H":
        return f"{int(rest[1:]) * 6 - 5:02}"
    if rest[0] == "W":
        return date.fromisocalendar(year, int(rest[1:3]), 1).isoformat()[5:]
    return rest


def _without_clock(timex: str) -> str:
    """A day without what follows it; a word such as PAST_REF is no day and stays."""
    return timex.partition("T")[0] if timex[:1].isdigit() else timex


def _unshared(first: str, other: str) -> str:
    """``other`` without the year, or year and month, that ``first`` has already said."""
    for length in (8, 5):
        if len(other) > length and other[:length] == first[:length]:
            return other[length:]
    return other
