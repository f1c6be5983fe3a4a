"""Shares and multiples: 42%, 八成五, 七折, 10个基点, 2.3倍."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from core.language.numerals import parse_number
from core.recognition.amounts import Amount
from core.recognition.quantities.found import Found, Worded, quantity_of
from core.recognition.quantities.measures import HALF, with_half

_AFTER_TENTHS = re.compile(r"[功为员立长绩果分本人年型熟套品就群交都语因见效婚像片虫药仙双对天器语]")
_AFTER_DISCOUNT = re.compile(r"[合算叠射磨腾旧返线页子桥]")
_MORE_TENTHS = re.compile(r"[一二三四五六七八九](?![成个大])")
# Of a rate of exchange a 基点 is its fourth decimal: 中间价报7.1415，上调64个基点.
_RATE_OF_EXCHANGE, _RATE_WITHIN = re.compile(r"(?:中间价|汇率|汇价|[在离]岸)[^。；]*$"), 40
_AFTER_MULTIPLE = frozenset("率数增感速体")


def read_share(worded: Worded) -> Found | None:
    """A share in % or percentage points; 成 折 基点 are brought to them."""
    if worded.unit == "tenth":
        return _read_tenths(worded)
    if worded.unit == "discount":
        return _read_discount(worded)
    if worded.unit == "basis" and _RATE_OF_EXCHANGE.search(worded.behind(_RATE_WITHIN)):
        rate = _scaled(worded.amount, Decimal("0.0001"))
        return Found(worded.start, worded.end, "NUMBER", quantity_of(rate, None), "basis")
    if worded.unit == "basis":
        worded = replace(worded, amount=_scaled(worded.amount, Decimal("0.01")), unit="pp")
    return worded.found("PERCENT", "percent")


def _scaled(amount: Amount, factor: Decimal) -> Amount:
    last = amount.last * factor if amount.last is not None else None
    return replace(amount, first=amount.first * factor, last=last)


def _read_tenths(worded: Worded) -> Found | None:
    """八成, 三成五 (35)."""
    if worded.amount.first > 10 or (worded.amount.is_bare_one and worded.ahead() == "不"):
        return None
    amount, end = _scaled(worded.amount, Decimal(10)), worded.end
    more = _MORE_TENTHS.match(worded.text, end)
    if more:
        amount, end = replace(amount, first=amount.first + parse_number(more[0])), more.end()
    elif half := HALF.match(worded.text, end):  # 两成半
        amount, end = replace(amount, first=amount.first + 5), half.end()
    elif _AFTER_TENTHS.match(worded.text, end):
        return None
    return Found(worded.start, end, "PERCENT", quantity_of(amount, "%"), "tenths")


def _read_discount(worded: Worded) -> Found | None:
    """七折 is 70 percent, 八五折 and 8.5折 are 85."""
    amount = worded.amount
    if _AFTER_DISCOUNT.match(worded.text, worded.end) or amount.first >= 100:
        return None
    if amount.last is not None and amount.is_han and amount.end - worded.start == 2:
        amount = replace(amount, first=amount.first * 10 + amount.last, last=None)
    elif amount.first < 10:
        amount = _scaled(amount, Decimal(10))
    return Found(worded.start, worded.end, "PERCENT", quantity_of(amount, "%"), "discount")


def read_multiple(worded: Worded) -> Found | None:
    """2.3倍, 两倍半; no 倍率."""
    if worded.ahead() in _AFTER_MULTIPLE:
        return None
    return with_half(worded).found("NUMBER", "multiple")
