"""cn2an's tests: a numeral is one number or amount that covers the text; sentences by their numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from core.mentions import Mention
from core.values import Quantity, TimeValue
from tests.suites.jionlp import mentions_of

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def is_ours(case: Mapping[str, Any]) -> bool:
    """Everything but Arabic to Chinese and what must be an error."""
    return (
        "error" not in case["model"]
        and "an2cn_test" not in case["model"]
        and "direct_an2cn" not in case["model"]
    )


def passes(case: Mapping[str, Any]) -> bool:
    """Whether our amounts are those of the suite."""
    expected = case["results"][0]["value"]
    mentions = mentions_of(case["input"], None)
    if case["model"].startswith("cn2an_test"):
        return _is_whole_number(case["input"], mentions, Decimal(str(expected)))
    if case["model"].endswith("/strict_data_dict"):
        return _meanings(mentions) == _meanings(mentions_of(expected, None)) != []
    return [number for mention in mentions for number in _numbers(mention)] == [
        Decimal(number) for number in _NUMBER.findall(expected)
    ]


def _is_whole_number(text: str, mentions: tuple[Mention, ...], expected: Decimal) -> bool:
    if len(mentions) != 1 or mentions[0].span.of(text) != text:
        return False
    value = mentions[0].value
    return isinstance(value, Quantity) and Decimal(value.amount) == expected


def _meanings(mentions: tuple[Mention, ...]) -> list[Any]:
    return [mention.value and mention.value.to_json() for mention in mentions]


def _numbers(mention: Mention) -> list[Decimal]:
    """The numbers that a mention says; a date's year, month and day."""
    value = mention.value
    if isinstance(value, Quantity):
        return [Decimal(amount) for amount in (value.amount, value.to) if amount]
    if isinstance(value, TimeValue):
        return [Decimal(number) for number in re.findall(r"\d+(?:\.\d+)?", value.timex)]
    return []
