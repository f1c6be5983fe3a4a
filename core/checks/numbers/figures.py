"""Figures as checks compare them: how large they can be, what they count, how they are written.

A written figure is true to half of its last place: 4.62万 is anything from 46150 to 46250; 408名 is exact.
Two figures agree when these stretches meet, so that rounding never makes a contradiction.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from math import inf, log10

from core.document import Annotation
from core.language.units import load_units
from core.text.spans import Span

LABELS = frozenset({"MONEY", "PERCENT", "MEASURE", "COUNT", "NUMBER"})
PEOPLE = frozenset("人名位口员")
_APPROXIMATE = {"about": (0.9, 1.1), "less": (0.85, 1.0), "more": (1.0, 1.2)}
_UNBOUNDED = {"at_least": (1.0, inf), "at_most": (-inf, 1.0)}
_WRITTEN = re.compile(r"\d[\d,，]*(?:[.．]\d+)?")
_MAGNITUDE = re.compile(r"\d(万|亿)")
_TENS = {"万": 4, "亿": 8}
_SLACK = 1e-9
# Just under a half, so that neighbors (150.8, 150.9) do not meet at their edge.
_HALF = 0.4999
_LIKELY = 0.3
# 约22.1% is rounded, no more: who writes so many digits knows them.
_PRECISE = 3


@dataclass(frozen=True, slots=True)
class Range:
    """The amounts that a written or calculated figure can stand for."""

    low: float
    high: float

    @property
    def middle(self) -> float:
        """The amount in the middle."""
        return (self.low + self.high) / 2

    def meets(self, other: Range) -> bool:
        """Whether the two can be the same amount."""
        slack = _SLACK * max(abs(self.low), abs(other.high), 1e-6)
        return self.low <= other.high + slack and other.low <= self.high + slack

    def __add__(self, other: Range) -> Range:
        return Range(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Range) -> Range:
        return Range(self.low - other.high, self.high - other.low)

    def times(self, other: Range) -> Range:
        """The product of two positive amounts."""
        return Range(self.low * other.low, self.high * other.high)

    def over(self, other: Range) -> Range:
        """The quotient of two positive amounts; without end where the other may be nothing."""
        low = self.low / other.high if other.high > 0 else inf
        return Range(low, self.high / other.low if other.low > 0 else inf)

    def scaled(self, factor: float) -> Range:
        """The same in another measure."""
        return Range(self.low * factor, self.high * factor)


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity of an article.

    ``family`` is what it can be added to and compared with: ``CNY``, ``人``, ``m2``; measures are in SI.
    ``digits`` are its written digits (16.54亿 is 1654) and ``power`` the tens of the last of them.
    """

    mark: Annotation
    amount: float
    range: Range
    unit: str
    family: str
    digits: str
    power: int
    sentence: int
    quote: str

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.mark.span

    @property
    def is_exact(self) -> bool:
        """Whether nothing says that it is rounded: no 约, 近, 多, 余."""
        return not (self.mark.value or {}).get("approx")

    @property
    def written(self) -> Range:
        """What its digits can stand for, whatever word for more or less stands before it (超过161.00米)."""
        size = self.amount / (int(self.digits or "0") or 1) if self.amount else 0.0
        half = 0.0 if self.power == 0 and self.mark.label != "PERCENT" else abs(size) * _HALF
        return Range(self.amount - half, self.amount + half)

    @property
    def likely(self) -> Range:
        """What its digits most probably stand for: 32亿元 can be 31.6亿, but then most would write 31.6."""
        middle, reach = self.amount, (self.written.high - self.written.low) / 2 * _LIKELY
        return Range(middle - reach, middle + reach) if self.is_exact else self.range

    @property
    def in_its_unit(self) -> Range:
        """The amounts in the unit written, not in SI: 1.82万吨 are 18200, for what each ton costs."""
        written = float(Fraction(str((self.mark.value or {}).get("amount") or 0)))
        return self.range.scaled(written / self.amount) if self.amount else self.range

    @property
    def is_bound(self) -> bool:
        """Whether it is a most or a least (以内, 不少于), not an amount."""
        return (self.mark.value or {}).get("approx") in _UNBOUNDED

    @property
    def is_percent(self) -> bool:
        """Whether it is a share in %, not a difference in percentage points."""
        return self.unit == "%"

    @property
    def per(self) -> str | None:
        """What one of it goes to (8000元 a 亩)."""
        per = (self.mark.value or {}).get("per")
        return str(per) if per else None


def figure_of(mark: Annotation, text: str, sentence: int) -> Figure | None:
    """The figure that a mark stands for; None for ranges, ratios and what has no amount."""
    value = mark.value or {}
    amount = value.get("amount")
    if mark.label not in LABELS or not amount or value.get("to") or value.get("ratio"):
        return None
    number = float(Fraction(amount)) if "/" in amount else float(amount)
    unit = str(value.get("unit") or "")
    family, factor = family_of(mark.label, unit)
    quote = mark.span.of(text)
    digits, power = written_digits(quote, number)
    is_counted = power == 0 and mark.label != "PERCENT"
    half = 0.0 if is_counted or not digits else _HALF * 10.0**power
    if power == 0 and mark.label == "PERCENT":  # 91.6% is often cut to 91%
        half *= 2
    span = Range(number - half, number + half)
    approx = str(value.get("approx"))
    if approx == "about" and len(digits.rstrip("0")) >= _PRECISE:
        span = Range(number - 2 * half, number + 2 * half)
    elif approx in _APPROXIMATE:
        low, high = _APPROXIMATE[approx]
        span = Range(min(span.low, number * low), max(span.high, number * high))
    elif approx in _UNBOUNDED:
        low, high = _UNBOUNDED[approx]
        span = Range(number * low, number * high)
    return Figure(mark, number * factor, span.scaled(factor), unit, family, digits, power, sentence, quote)


def family_of(label: str, unit: str) -> tuple[str, float]:
    """What a unit can be compared with, and the factor to it.

    >>> family_of("COUNT", "名"), family_of("MEASURE", "km"), family_of("MONEY", "CNY")
    (('人', 1.0), ('m', 1000.0), ('CNY', 1.0))
    """
    if label == "MEASURE":
        known = load_units().get(unit)
        if known and known.si and not known.offset:
            return known.si, float(known.factor)
        return unit, 1.0
    if label == "COUNT" and unit in PEOPLE:
        return "人", 1.0
    return unit or label, 1.0


def written_digits(quote: str, amount: float) -> tuple[str, int]:
    """The digits of a figure as written and the power of ten of the last one.

    In Chinese numerals nothing is rounded beyond the ones.

    >>> written_digits("16.54亿元", 1654000000), written_digits("197万千瓦", 1970000)
    (('1654', 6), ('197', 4))
    >>> written_digits("1,484人", 1484), written_digits("三成", 30), written_digits("三分之一", 1 / 3)
    (('1484', 0), ('30', 0), ('', 0))
    """
    written = _WRITTEN.search(quote)
    if not written:
        return (str(int(amount)), 0) if amount == int(amount) else ("", 0)
    digits = int(re.sub(r"[,，.．]", "", written[0]))
    power = round(log10(abs(amount) / digits)) if digits and amount else 0
    return str(digits), power


def digits_of(number: float, power: int) -> str:
    """The digits of a calculated amount written to the place ``power``.

    >>> digits_of(75.02, 0), digits_of(0.0631, -3), digits_of(2394, 1)
    ('75', '63', '239')
    """
    return str(round(number / 10.0**power))


def tens_apart(one: Range, other: Range) -> int:
    """By how many powers of ten ``one`` has to be made larger to meet ``other``; 0 where none helps.

    >>> tens_apart(Range(0.99, 1.01), Range(9999.5, 10000.5)), tens_apart(Range(3, 3), Range(40, 40))
    (4, 0)
    """
    if min(one.low, one.high, other.low, other.high) <= 0:
        return 0
    for power in (1, 2, 3, 4, 8, -1, -2, -3, -4, -8):
        if one.scaled(10.0**power).meets(other):
            return power
    return 0


def like(figure: Figure, amount: float, power: int | None = None) -> str:
    """A calculated amount written as the figure is, in 万 or 亿 where it is, to the place ``power``.

    ``amount`` is in the measure of ``figure.amount``; ``power`` is the figure's own where none is given.
    """
    sign = _MAGNITUDE.search(figure.quote)
    tens = _TENS[sign[1]] if sign else 0
    place = figure.power if power is None else power
    return f"{_in_its_unit(figure, amount) / 10.0**tens:.{max(0, tens - place)}f}{sign[1] if sign else ''}"


def sized(figure: Figure, amount: float) -> str:
    """A calculated amount in the figure's unit, in 万 or 亿 by its own size."""
    number = _in_its_unit(figure, amount)
    for sign, tens in (("亿", 8), ("万", 4)):
        if number >= 10.0**tens:
            return f"{number / 10.0**tens:.4f}".rstrip("0").rstrip(".") + sign
    return f"{number:.4f}".rstrip("0").rstrip(".")


def _in_its_unit(figure: Figure, amount: float) -> float:
    written = int(figure.digits or "0") * 10.0**figure.power
    return amount * written / figure.amount if written and figure.amount else amount
