"""What can be reckoned with in an article: its figures and lengths of time, in reading order."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from core.checks.material import Material, Time
from core.checks.numbers.averages import days_of
from core.checks.numbers.claims import Claim
from core.checks.numbers.figures import Range
from core.checks.numbers.slips import slips
from core.document import Annotation
from core.text.spans import Span

PERCENT, TIMES, AMOUNT, ORDINAL = "percent", "times", "amount", "ordinal"
_RATIOS = {"%": (PERCENT, 0.01), "permille": (PERCENT, 0.001), "倍": (TIMES, 1.0), "pp": (AMOUNT, 0.01)}
_LENGTH = re.compile(
    r"(\d+(?:\.\d+)?|[一二两三四五六七八九十百半]+)?(?:个)?(?P<unit>年|月|周|星期|天|日|夜|小时|分钟|分|秒)[半钟]?$"
)
_EACH = re.compile("(?:每|均)[^，。；]{0,4}$")
HALF = 0.4999
"""How far an amount can be from the number that it was rounded to, in units of its last digit."""
_SLACK = 1e-6
_YEAR, _LEAD = 4, 20


@dataclass(frozen=True, slots=True)
class Operand:
    """A figure or length as a check reckons with it.

    ``low`` and ``high`` are what it can stand for, ``tight_low`` and ``tight_high`` what it most probably
    does, as what something is reckoned from, and ``size`` what one of its last written digit is worth, all in
    its family's measure; ``counted`` is its amount in its own unit, for what each of it has.
    """

    span: Span
    quote: str
    kind: str
    family: str
    unit: str
    role: str
    amount: float
    low: float
    high: float
    tight_low: float
    tight_high: float
    digits: str
    size: float
    counted: float
    is_whole: bool
    is_exact: bool
    lead: str
    sentence: int
    paragraph: int
    is_summary: bool
    per: str
    significant: int

    @property
    def is_counting(self) -> bool:
        """Whether it says how many of something there are."""
        return self.is_whole and self.kind == AMOUNT and len(self.unit) == 1 and self.unit > "z"

    def rewritten(self, digits: str) -> Operand:
        """The same with other digits."""
        amount = int(digits) * self.size
        half, tight = (self.high - self.low) / 2, (self.tight_high - self.tight_low) / 2
        ratio = amount / self.amount if self.amount else 1.0
        return replace(
            self,
            digits=digits,
            amount=amount,
            low=amount - half,
            high=amount + half,
            tight_low=amount - tight,
            tight_high=amount + tight,
            counted=self.counted * ratio,
            significant=significant(digits),
        )

    def scaled(self, factor: float) -> Operand:
        """The same so many times as large."""
        return replace(
            self,
            amount=self.amount * factor,
            low=self.low * factor,
            high=self.high * factor,
            tight_low=self.tight_low * factor,
            tight_high=self.tight_high * factor,
            size=self.size * factor,
            counted=self.counted * factor,
        )

    def mended(self, low: float, high: float) -> tuple[str, ...]:
        """The digits it would have without one slip of the pen, for an amount between these."""
        if self.size <= 0 or not self.digits:
            return ()
        half = 0.0 if self.is_whole else HALF
        numbers = slips_of(self.digits)
        first = bisect_left(numbers, low / self.size - half - _SLACK)
        most = high / self.size + half + _SLACK
        if first == len(numbers) or numbers[first] > most:
            return ()
        return tuple(map(str, numbers[first : bisect_right(numbers, most, first)]))


@lru_cache(maxsize=8192)
def slips_of(digits: str) -> tuple[int, ...]:
    """The numbers that differ from one by a slip of the pen, in order, 0 left out."""
    if not digits.isdecimal():  # a fraction below nothing
        return ()
    return tuple(sorted({int(other) for other in slips(digits)} - {0}))


def significant(digits: str) -> int:
    """How many digits there are that do not only fill places.

    >>> significant("4500"), significant("101")
    (2, 3)
    """
    return max(1, len(digits.rstrip("0")))


def operands_of(material: Material) -> list[Operand]:
    """All of an article, in reading order."""
    made = [
        operand
        for claims in material.claims_by_sentence
        for claim in claims
        if (operand := _of_claim(material, claim))
    ]
    made += [operand for mark in material.marks if (operand := _of_ordinal(material, mark))]
    made += [operand for time in material.times if (operand := _of_time(material, time))]
    return sorted(made, key=lambda operand: operand.span)


def _of_claim(material: Material, claim: Claim) -> Operand | None:
    figure = claim.figure
    if not figure.amount or figure.is_bound:
        return None
    is_below = figure.amount < 0  # what is below nothing (零下26℃) is only compared with what is as well
    value = figure.mark.value or {}
    written = str(value.get("amount") or "0")
    is_fraction = "/" in written
    kind, factor = _RATIOS.get(figure.unit, (AMOUNT, 1.0))
    family = figure.family
    if is_fraction and figure.mark.label == "NUMBER":
        kind, factor = PERCENT, 1.0
    digits, size = figure.digits, figure.amount / (int(figure.digits or 0) or 1) if figure.digits else 0.0
    plain = figure.written if figure.is_exact and figure.is_percent else figure.range
    low, high, tight = plain.low, plain.high, figure.likely
    if is_fraction:
        low, high = figure.amount * 0.99, figure.amount * 1.01
        tight = Range(low, high)
        numerator = Fraction(written).numerator
        digits, size = str(numerator), figure.amount / numerator
    if figure.unit == "pp":
        family = "%"
    if is_below:
        kind, factor, family = ORDINAL, -factor, f"-{family}"
        low, high, tight = high, low, Range(tight.high, tight.low)
    sentence = material.sentences[figure.sentence]
    return Operand(
        span=figure.span,
        quote=figure.quote,
        kind=kind,
        family=family,
        unit=figure.unit,
        role=claim.role,
        amount=figure.amount * factor,
        low=low * factor,
        high=high * factor,
        tight_low=tight.low * factor,
        tight_high=tight.high * factor,
        digits=digits,
        size=size * factor,
        counted=figure.in_its_unit.middle if not is_fraction else figure.amount,
        is_whole=figure.power == 0 and figure.mark.label != "PERCENT",
        is_exact=figure.is_exact,
        lead=claim.lead,
        sentence=figure.sentence,
        paragraph=sentence.paragraph,
        is_summary=sentence.is_summary,
        per=figure.per or "",
        significant=significant(digits),
    )


def _of_ordinal(material: Material, mark: Annotation) -> Operand | None:
    """第50家: it can only be the same as another."""
    value = str((mark.value or {}).get("amount") or "")
    if mark.label != "ORDINAL" or not value.isdigit():
        return None
    unit = f"第{(mark.value or {}).get('unit')}"
    return _alone(
        material, mark.span, mark.quote, kind=ORDINAL, family=unit, unit=unit, role="ordinal",
        amount=float(value), digits=value,
    )  # fmt: skip


def _of_time(material: Material, time: Time) -> Operand | None:
    """A length (九天, 36个月), or the days between two dates."""
    quote = material.words(time.span)
    found = _LENGTH.search(quote) if time.mark.label == "DURATION" else None
    if found:
        unit = {"日": "天", "夜": "天", "星期": "周", "分": "分钟"}.get(found["unit"], found["unit"])
        amount = _amount_in(time.timex, unit)
        if not amount:
            return None
        is_whole = amount == int(amount)
        made = _alone(
            material, time.span, quote, kind=AMOUNT, family=f"时:{unit}", unit=unit, role="length",
            amount=amount, digits=str(int(amount)) if is_whole else str(round(amount * 10)),
            size=1.0 if is_whole else 0.1, is_whole=is_whole,
        )  # fmt: skip
    else:
        days = days_of(time) if time.mark.label == "DATE" and len(time.timex) > _YEAR else None
        if not days or days.high < 2:
            return None
        made = _alone(
            material, time.span, quote, kind=AMOUNT, family="时:天", unit="天", role="length",
            amount=days.middle, digits="", size=0.0, between=Range(days.low, days.high),
        )  # fmt: skip
    return replace(made, role="each") if _EACH.search(made.lead) else made


def _alone(
    material: Material, span: Span, quote: str, *, kind: str, family: str, unit: str, role: str,
    amount: float, digits: str, size: float = 1.0, is_whole: bool = True, between: Range | None = None,
) -> Operand:  # fmt: skip
    """What is no figure of a claim: told exactly, and of nothing else."""
    place = material.sentence_index(span.start)
    sentence = material.sentences[place]
    can_be = between or Range(amount, amount)
    return Operand(
        span=span,
        quote=quote,
        kind=kind,
        family=family,
        unit=unit,
        role=role,
        amount=amount,
        low=can_be.low,
        high=can_be.high,
        tight_low=can_be.low,
        tight_high=can_be.high,
        digits=digits,
        size=size,
        counted=amount,
        is_whole=is_whole,
        is_exact=True,
        lead=material.simplified[max(sentence.span.start, span.start - _LEAD) : span.start],
        sentence=place,
        paragraph=sentence.paragraph,
        is_summary=sentence.is_summary,
        per="",
        significant=significant(digits),
    )


_PARTS = re.compile(
    r"P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?$"
)
_HOURS = (365 * 24.0, 30 * 24.0, 7 * 24.0, 24.0, 1.0, 1 / 60, 1 / 3600)
_UNITS = {"年": 0, "月": 1, "周": 2, "天": 3, "小时": 4, "分钟": 5, "秒": 6}


def _amount_in(timex: str, unit: str) -> float:
    """How many of a unit a length has; 0 where it has no such number."""
    found = _PARTS.match(timex)
    if not found:
        return 0.0
    parts = [float(part or 0) for part in found.groups()]
    place = _UNITS[unit]
    if place == 1:
        return parts[0] * 12 + parts[1]
    amount = sum(part * hours for part, hours in zip(parts, _HOURS, strict=True)) / _HOURS[place]
    return round(amount, 4)
