"""Units of measure and currencies: how texts write them, and what they are in SI.

The tables are ``resources/units.toml`` and ``resources/currencies.toml``. Importing pint costs a second,
so the factors are written in the table and a test proves them against pint.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache

from core.assets import load_toml
from core.language.numerals import plain
from core.values import Si

# Thirds and fifteenths do not end: SI values keep so many digits.
_SI_DIGITS = 10


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of measure. ``factor`` and ``offset`` lead to ``si``, which is None where SI has none."""

    id: str
    kind: str
    forms: tuple[str, ...]
    si: str | None = None
    factor: Fraction = Fraction(1)
    offset: Fraction = Fraction(0)
    pint: str | None = None
    is_rate_only: bool = False

    def to_si(self, amount: Decimal | Fraction) -> Si | None:
        """The amount in SI, to ten digits where it does not end.

        >>> load_units()["mu"].to_si(Decimal(15))
        Si(amount='10000', unit='m2')
        """
        if self.si is None:
            return None
        return Si(_written(Fraction(amount) * self.factor + self.offset), self.si)


def _written(number: Fraction) -> str:
    """Exact where the decimals end, else rounded to ten digits."""
    numerator, denominator = number.numerator, number.denominator
    twos = (denominator & -denominator).bit_length() - 1
    rest, fives = denominator >> twos, 0
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest == 1:
        places = max(twos, fives)
        return plain(Decimal(numerator * 10**places // denominator).scaleb(-places))
    places = _SI_DIGITS - len(str(abs(numerator) // denominator))
    return plain(Decimal(round(number * Fraction(10) ** places)).scaleb(-places))


@dataclass(frozen=True, slots=True)
class Currency:
    """One currency: its ISO 4217 code and the words and signs for it; ``cents`` are hundredths of it."""

    code: str
    names: tuple[str, ...]
    words: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    cents: tuple[str, ...] = ()


class Forms:
    """A dictionary of written forms that answers which longest one stands at a place.

    >>> Forms({"米": "m", "平方米": "m2"}).longest("10平方米", 2)
    ('m2', 5)
    """

    __slots__ = ("_by_first", "_forms")

    def __init__(self, forms: Mapping[str, str]) -> None:
        self._forms = dict(forms)
        lengths: dict[str, set[int]] = {}
        for form in forms:
            lengths.setdefault(form[0], set()).add(len(form))
        self._by_first = {first: sorted(found, reverse=True) for first, found in lengths.items()}

    def longest(self, text: str, place: int) -> tuple[str, int] | None:
        """What the longest form at ``place`` stands for, and where it ends."""
        for length in self._by_first.get(text[place : place + 1], ()):
            form = text[place : place + length]
            found = self._forms.get(form)
            if found is not None:
                return found, place + len(form)
        return None


@cache
def load_units() -> dict[str, Unit]:
    """Every unit by its id."""
    units: dict[str, Unit] = {}
    for kind, rows in load_toml("units.toml").items():
        for unit_id, row in rows.items():
            units[unit_id] = Unit(
                unit_id,
                kind,
                tuple(row["forms"]),
                row.get("si"),
                Fraction(row.get("factor", "1")),
                Fraction(row.get("offset", "0")),
                row.get("pint"),
                row.get("rate_only", False),
            )
    return units


@cache
def load_currencies() -> dict[str, Currency]:
    """Every currency by its code."""
    return {
        code: Currency(code, **{kind: tuple(words) for kind, words in row.items()})
        for code, row in load_toml("currencies.toml").items()
    }
