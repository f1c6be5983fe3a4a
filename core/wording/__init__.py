"""Values in words for people: 4.24亿元 is 424,000,000 元, 去年11月底 is 2021年11月底."""

from __future__ import annotations

import re
from collections.abc import Mapping

from core.values import JsonObject, approx_of
from core.wording.short_forms import unit_in_words
from core.wording.times import Language, time_in_words

_TIMES = frozenset({"DATE", "TIME", "DURATION", "SET"})
_APPROX: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "zh": {
        "about": ("约", ""),
        "less": ("近", ""),
        "more": ("超过", ""),
        "at_least": ("", "以上"),
        "at_most": ("不超过", ""),
    },
    "en": {
        "about": ("about ", ""),
        "less": ("almost ", ""),
        "more": ("more than ", ""),
        "at_least": ("at least ", ""),
        "at_most": ("at most ", ""),
    },
}


def value_in_words(value: JsonObject, label: str, language: Language = "zh") -> str:
    """What a value says, in words; empty where it says nothing.

    >>> value_in_words({"amount": "424000000", "unit": "CNY", "approx": "about"}, "MONEY")
    '约 424,000,000 元'
    >>> value_in_words({"timex": "2021-11", "mod": "END"}, "DATE")
    '2021年11月底'
    >>> value_in_words({"timex": "P3Y/P5Y"}, "DURATION", "en")
    '3 to 5 years'
    """
    if label in _TIMES:
        return approximate(time_in_words(value, language), approx_of(value.get("mod")), language, tight=True)
    return _quantity_in_words(value, language) if value.get("amount") else ""


def _quantity_in_words(value: JsonObject, language: Language) -> str:
    amounts = [grouped(str(amount)) for amount in (value["amount"], value.get("to")) if amount]
    number = ("—" if language == "zh" else " to ").join(amounts)
    if value.get("ratio"):
        number = f"{number} : {grouped(str(value['ratio']))}"
    unit = _unit_in_words(value.get("unit"), language)
    joined = f"{number}{unit}" if unit in ("%", "‰", "°C", "°") else f"{number} {unit}".strip()
    per = _unit_in_words(value.get("per"), language)
    if per:
        joined = f"{joined}/{per}"
    return approximate(joined, value.get("approx"), language)


def approximate(words: str, approx: object, language: Language, *, tight: bool = False) -> str:
    """约 before or 以上 behind the words; ``tight`` without a blank between."""
    before, after = _APPROX[language].get(str(approx), ("", ""))
    space = " " if language == "zh" and before and not tight else ""
    return f"{before}{space}{words}{after}"


def grouped(amount: str) -> str:
    """A plain decimal with its thousands apart; a fraction as it is.

    >>> grouped("-1654000.25"), grouped("1/3")
    ('-1,654,000.25', '1/3')
    """
    if not re.fullmatch(r"-?\d+(?:\.\d+)?", amount):
        return amount
    whole, point, decimals = amount.partition(".")
    sign, digits = ("-", whole[1:]) if whole[0] == "-" else ("", whole)
    return f"{sign}{int(digits):,}{point}{decimals}"


def _unit_in_words(unit: object, language: Language) -> str:
    if not unit:
        return ""
    special = {"%": "%", "permille": "‰", "pp": "个百分点" if language == "zh" else "percentage points"}
    if unit in special:
        return special[str(unit)]
    if language == "en":
        return str(unit)
    return str(unit) if unit in ("°C", "°") else unit_in_words(str(unit))
