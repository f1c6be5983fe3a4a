"""Money: 4.24亿元, 15亿元新台币, 三元五角八分, 十块三, 八毛."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from core.language.numerals import EXACT, HAN_DIGITS, parse_number
from core.recognition.quantities.found import Found, Worded, quantity_of
from core.recognition.quantities.measures import with_last_half

_SMALL = re.compile(
    rf"([\d{HAN_DIGITS}])(?:(角|毛)(?:([\d{HAN_DIGITS}])(?:分|(?=[^\w]|$)))?|分|(?=[，。；、,.\s）)]|一[斤个只条张份杯碗盒公]|$))(?:钱)?"
)
_CENTS = re.compile(rf"零?([\d{HAN_DIGITS}])(?:分(?!之|钟)|(?<=毛.)(?=[^\w]|$))")
_MORE_YUAN = re.compile(rf"[到至][\d{HAN_DIGITS}十百千]+[块元]|不等|一[张个斤只条份杯碗盒件套]")
_TAIL = re.compile(r"(?:整|正)(?![\u4e00-\u9fff])|钱")
_YUAN = frozenset({"块", "元", "圆", "块钱"})
_SMALLER = {"10": -1, "100": -2}
_NONE_OF_IT = frozenset("不没未也都")
_NOTHING = Decimal(0)


def read_money(worded: Worded) -> Found | None:
    """An amount of money; None for 三块, which are pieces of something."""
    if "/" in worded.unit:
        return _read_smaller(worded)
    amount, end = worded.amount, worded.end
    if worded.form in _YUAN:
        if worded.form == "块" and not _is_money(worded):
            return None
        worded = with_last_half(worded)
        amount, end = worded.amount, worded.end
        small, end = _small_money(worded) if amount.last is None else (_NOTHING, end)
        amount = replace(amount, first=EXACT.add(amount.first, small))
    tail = _TAIL.match(worded.text, end)
    return _with_currency(replace(worded, amount=amount, end=tail.end() if tail else end))


def _with_currency(worded: Worded) -> Found:
    """人民币 and 新台币 before or behind, which belong to the mark."""
    vocabulary, start = worded.vocabulary, worded.start
    code, end = vocabulary.money_words.longest(worded.text, worded.end) or (worded.unit, worded.end)
    before = vocabulary.money_before.search(worded.text, max(0, start - 8), start)
    word = vocabulary.money_words.longest(before[1], 0) if before else None
    if before and word:
        start, code = before.start(), word[0]
    return Found(start, end, "MONEY", quantity_of(worded.amount, code), "money")


def _is_money(worded: Worded) -> bool:
    """块 is money before 钱, small money or the end of a phrase."""
    following = worded.ahead()
    is_range = _MORE_YUAN.match(worded.text, worded.end) is not None  # 8块到10块
    is_word = "一" <= following <= "龥" and following not in "钱的左上以多" and not is_range
    return not is_word or _SMALL.match(worded.text, worded.end) is not None


def _small_money(worded: Worded) -> tuple[Decimal, int]:
    """三元五角八分, 十块三, 12块5毛: what follows the 元, in 元, and where it ends."""
    text, end = worded.text, worded.end
    cents = _CENTS.match(text, end)
    if cents:
        return parse_number(cents[1]).scaleb(-2), cents.end()
    small = _SMALL.match(text, end)
    if not small or (small[2] is None and worded.form != "块"):
        return _NOTHING, end
    value = parse_number(small[1]).scaleb(-1)
    return value + (parse_number(small[3]).scaleb(-2) if small[3] else _NOTHING), small.end()


def _read_smaller(worded: Worded) -> Found | None:
    """八毛, 五角八分, 三十分钱, 50美分, in the whole unit of the currency; 一分钱没花 is no amount."""
    if worded.amount.is_bare_one and worded.ahead() in _NONE_OF_IT:
        return None
    code, _, parts = worded.unit.partition("/")
    exponent, amount, end = _SMALLER[parts], worded.amount, worded.end
    last = amount.last.scaleb(exponent) if amount.last is not None else None
    first = amount.first.scaleb(exponent)
    cents = _CENTS.match(worded.text, end) if parts == "10" and last is None else None
    if cents:
        first, end = EXACT.add(first, parse_number(cents[1]).scaleb(-2)), cents.end()
    quantity = quantity_of(replace(amount, first=first, last=last), code)
    return Found(worded.start, end, "MONEY", quantity, "money")
