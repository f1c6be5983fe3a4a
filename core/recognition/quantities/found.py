"""What a rule for quantities gives back, and what all rules share."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from core.language.numerals import plain
from core.recognition.amounts import Amount
from core.recognition.quantities.vocabulary import Vocabulary
from core.values import Quantity

_WHOLE_BEFORE = re.compile(
    r"(约占|约为|不足|不到|不超过|不低于|超过)[^，。；：\d]{2,10}的$|(不超过|不低于|约占)[^，。；：\d]{2,6}$"
)
_LONGEST_WHOLE = 16
_BOUND = re.compile(r"(至少|起码|至多|顶多)[^\W\d_的第每一二两三四五六七八九十百千万亿几数]{1,4}$")
_LONGEST_BOUND = 6
_RECURRING = frozenset({"届", "轮", "期", "任"})
_PER = re.compile(r"(?:/|／|每)(?:一)?")


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity in folded text, before it becomes a mention; ``rule`` names what found it."""

    start: int
    end: int
    label: str
    quantity: Quantity
    rule: str


@dataclass(frozen=True, slots=True)
class Worded:
    """An amount with its unit where they stand: the numeral at ``start``, the unit up to ``end``."""

    text: str
    start: int
    amount: Amount
    unit: str
    end: int
    vocabulary: Vocabulary

    @property
    def form(self) -> str:
        """The unit as written."""
        return self.text[self.amount.end : self.end].strip()

    def ahead(self, length: int = 1) -> str:
        """The characters behind the unit."""
        return self.text[self.end : self.end + length]

    def behind(self, length: int) -> str:
        """The characters before the numeral."""
        return self.text[max(0, self.start - length) : self.start]

    def found(self, label: str, rule: str) -> Found:
        """The plain quantity: the amount in the unit."""
        return Found(self.start, self.end, label, quantity_of(self.amount, self.unit), rule)


def quantity_of(amount: Amount, unit: str | None) -> Quantity:
    """The amount, or the range, in a unit."""
    last = written(amount.last) if amount.last is not None else None
    return Quantity(written(amount.first), last, unit, approx=amount.approx)


def written(number: Decimal | Fraction) -> str:
    """An amount as DESIGN writes it: a plain decimal, or "1/3"."""
    if isinstance(number, Fraction):
        return f"{number.numerator}/{number.denominator}"
    return plain(number)


def approximation_before(text: str, start: int, vocabulary: Vocabulary) -> str | None:
    """What the words directly before a quantity say of it: 约, 不少于.

    >>> from core.recognition.quantities.vocabulary import load_vocabulary
    >>> approximation_before("总额不少于5亿元", 5, load_vocabulary())
    'at_least'
    """
    if text[start - 1 : start] not in vocabulary.leading_ends:
        return _bound_before(text, start, vocabulary)
    word = vocabulary.leading.search(text, max(0, start - 6), start)
    if not word:
        return _bound_before(text, start, vocabulary)
    if text[word.start() - 1 : word.start()] in vocabulary.leading_not_after.get(word[1], ()):
        return None
    return vocabulary.leading_meaning[word[1]]


def _bound_before(text: str, start: int, vocabulary: Vocabulary) -> str | None:
    """至少造成12人死亡, 最多可报销5000元: a verb stands between the bound and the quantity."""
    words = _BOUND.search(text, max(0, start - _LONGEST_BOUND), start)
    return vocabulary.leading_meaning[words[1]] if words else None


def _approximation_of_share(text: str, start: int, vocabulary: Vocabulary) -> str | None:
    """约占车辆总数的|4%, 不足平原的|二分之一: the whole stands between the approximator and its share."""
    words = _WHOLE_BEFORE.search(text, max(0, start - _LONGEST_WHOLE), start)
    return vocabulary.leading_meaning[words[1] or words[2]] if words else None


def approximation_after(text: str, end: int, vocabulary: Vocabulary) -> tuple[str | None, int]:
    """What the words directly after say (左右, 以上), and where they end."""
    word = vocabulary.trailing.longest(text, end)
    if word is None:
        return None, end
    behind = text[end + 1 : end + 2]  # 38人多2人: so many more
    is_part_of_word = (
        text[end] in "多余许" and word[1] == end + 1 and ("一" <= behind <= "龥" or behind.isdecimal())
    )
    return (None, end) if is_part_of_word else word


def with_approximations(text: str, found: Found, vocabulary: Vocabulary) -> Found:
    """The same with what leads and trails it; only the trailing words join the span."""
    after, end = approximation_after(text, found.end, vocabulary)
    before = approximation_before(text, found.start, vocabulary)
    if found.quantity.unit in _RECURRING and text[found.start - 1 : found.start] == "近":
        before = None  # 近三届 are the last three
    if before is None and found.label in ("PERCENT", "NUMBER"):
        before = _approximation_of_share(text, found.start, vocabulary)
    approx = after or before or found.quantity.approx
    if approx == found.quantity.approx and end == found.end:
        return found
    return replace(found, end=end, quantity=replace(found.quantity, approx=approx))


def with_rate(text: str, found: Found, vocabulary: Vocabulary) -> Found:
    """8000元/亩 and 每亩8000元: what the quantity is per; these words stay outside."""
    after = _PER.match(text, found.end)
    rate = vocabulary.rates.longest(text, after.end()) if after else None
    if rate is None and text.find("每", max(0, found.start - 12), found.start) >= 0:
        before = vocabulary.rate_before.search(text, max(0, found.start - 12), found.start)
        rate = vocabulary.rates.longest(before[1] or before[2], 0) if before else None
    return replace(found, quantity=replace(found.quantity, per=rate[0])) if rate else found


def as_fraction(numerator: Decimal, denominator: Decimal) -> Fraction:
    """The fraction in lowest terms that two numerals write."""
    return Fraction(numerator) / Fraction(denominator)
