"""The words that make a numeral a quantity, as one look-up each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from core.assets import load_lines, load_toml
from core.language.units import Currency, Forms, Unit, load_currencies, load_units

# How far before its numeral a word may begin: 打蛇打七寸.
_LONGEST_BEFORE = 3
_RECURRING = "年|月|天|日|周|季度?|学年|学期|次"
_CALENDAR_UNITS = frozenset({"d", "wk", "mo", "yr"})
_CLOCK_UNITS = frozenset({"h", "min", "s"})
# What may stand between 每小时 and the amount of a speed; behind any other word 每小时 recurs.
BEFORE_SPEED = "(?:[约近超逾达仅]|超过|高达|可达|最高)?"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Written forms and what they stand for.

    ``units`` maps a form to "LABEL unit" (MONEY CNY, COUNT 个), ``rates`` what a rate may count by to its
    unit, ``leading`` finds an approximator that ends where a quantity begins, ``words`` are the words
    that begin with a numeral and are no quantities. ``attributes`` may stand before a counted noun, and
    ``person`` finds one that says by its ending that it is people. ``local_money`` and ``spoken_of`` tell by
    currency what an article names whose bare 元 are of Hong Kong or Taiwan.
    """

    units: Forms
    rates: Forms
    nouns: Forms
    money_words: Forms
    signs: Forms
    attributes: Forms
    person: re.Pattern[str]
    trailing: Forms
    words: Forms
    fragile: frozenset[str]
    leading: re.Pattern[str]
    leading_ends: frozenset[str]
    leading_meaning: Mapping[str, str]
    leading_not_after: Mapping[str, frozenset[str]]
    rate_before: re.Pattern[str]
    money_before: re.Pattern[str]
    measures: Mapping[str, Unit]
    sign_words: tuple[str, ...]
    local_money: Mapping[str, tuple[str, ...]]
    spoken_of: Mapping[str, tuple[str, ...]]

    def is_within_word(self, text: str, start: int, end: int) -> bool:
        """Whether a stretch is part of a word that holds it: the 三丈 of 火冒三丈.

        >>> load_vocabulary().is_within_word("他火冒三丈", 3, 5)
        True
        """
        places = range(max(0, start - _LONGEST_BEFORE), start + 1)
        words = (self.words.longest(text, place) for place in places)
        return any(word is not None and word[1] >= end for word in words)


@cache
def load_vocabulary() -> Vocabulary:
    """The vocabulary of ``resources``."""
    table = load_toml("lexicons/quantities.toml")
    measures, currencies = load_units(), load_currencies()
    rates = _rates(table, measures)
    money_words = {word: code for code, currency in currencies.items() for word in currency.words}
    leading = {word: approx for approx, words in table["leading"].items() for word in words.split()}
    return Vocabulary(
        units=Forms(_units(table, measures, currencies)),
        rates=Forms(rates),
        nouns=Forms({noun: unit for unit, nouns in table["nouns"].items() for noun in nouns.split()}),
        money_words=Forms(money_words),
        signs=Forms({sign: code for code, currency in currencies.items() for sign in currency.signs}),
        attributes=Forms({word: word for word in table["attributes"].split()}),
        person=_person(table["person_endings"].split(), table["no_person"]),
        trailing=Forms(
            {word: approx for approx, words in table["trailing"].items() for word in words.split()}
        ),
        words=Forms({word: word for word in load_lines("lexicons/numeral_words.txt")}),
        fragile=frozenset(table["fragile"].split()),
        leading=re.compile(rf"({_any_of(leading)})(?:了|为|有|是|还有|仍有|还需|需要|需|要)?$"),
        leading_ends=frozenset(word[-1] for word in leading) | frozenset("了为有是需要"),
        leading_meaning=leading,
        leading_not_after={word: frozenset(signs) for word, signs in table["leading_not_after"].items()},
        rate_before=re.compile(
            rf"每(?:一)?(?:({_any_of(_governing(rates))})(?:每(?:{_RECURRING}))?[^\d每，。；：！？、（）\s]{{0,9}}"
            rf"|({_any_of(_speeds(rates))}){BEFORE_SPEED})$"
        ),
        money_before=re.compile(rf"(?<![\d一二两三四五六七八九十百千万亿元])({_any_of(money_words)}) ?$"),
        measures=measures,
        sign_words=tuple(sign for currency in currencies.values() for sign in currency.signs),
        local_money={code: tuple(words.split()) for code, words in table["local_money"].items()},
        spoken_of={code: tuple(words.split()) for code, words in table["spoken_of"].items()},
    )


def _units(
    table: Mapping[str, Any], measures: Mapping[str, Unit], currencies: Mapping[str, Currency]
) -> dict[str, str]:
    """Later rows win: a unit of measure is also a classifier (块, 级), money comes first."""
    forms = {form: f"COUNT {form}" for form in table["classifiers"].split()}
    for unit in measures.values():
        if not unit.is_rate_only:
            forms |= dict.fromkeys(unit.forms, f"MEASURE {unit.id}")
    for code, currency in currencies.items():
        latin = (word for word in currency.words if word.isascii() and word.isalpha())
        forms |= dict.fromkeys((*currency.names, *latin), f"MONEY {code}")
        forms |= dict.fromkeys(currency.cents, f"MONEY {code}/100")
    forms |= {"%": "PERCENT %", "‰": "PERCENT permille", "个百分点": "PERCENT pp", "百分点": "PERCENT pp"}
    forms |= dict.fromkeys(("角", "角钱", "毛", "毛钱"), "MONEY CNY/10")
    forms |= {"分钱": "MONEY CNY/100"}
    forms |= dict.fromkeys(("个基点", "基点", "bp", "BP", "bps", "BPs", "个BP", "个bp"), "PERCENT basis")
    forms |= {"倍": "NUMBER 倍", "成": "PERCENT tenth", "折": "PERCENT discount"}
    return forms | dict.fromkeys(table["not_units"].split(), "")


def _rates(table: Mapping[str, Any], measures: Mapping[str, Unit]) -> dict[str, str]:
    forms = {form: form for form in table["classifiers"].split()}
    for unit in measures.values():
        forms |= dict.fromkeys(unit.forms, unit.id)
    return forms | {"度": "kWh"}  # 每度0.5元


def _governing(rates: Mapping[str, str]) -> dict[str, str]:
    """每月3000元 recurs monthly (a SET), 每亩3000元 is a rate."""
    return {form: unit for form, unit in rates.items() if unit not in _CALENDAR_UNITS | _CLOCK_UNITS}


def _speeds(rates: Mapping[str, str]) -> dict[str, str]:
    """每小时60公里 is a speed, 每小时能收12亩 recurs."""
    return {form: unit for form, unit in rates.items() if unit in _CLOCK_UNITS}


def _person(endings: list[str], breaks: str) -> re.Pattern[str]:
    """A word of two to six characters with such an ending, no other word before it."""
    listed = "|".join(sorted(endings, key=len, reverse=True))
    return re.compile(rf"[^\W\da-zA-Z_{breaks}]{{1,4}}?(?:{listed})")


def _any_of(words: Mapping[str, str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
