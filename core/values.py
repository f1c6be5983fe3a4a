"""What a quantity or a time expression means, apart from how it is worded.

The fields are those of the sidecar's ``value``. Amounts are plain decimals as strings ("424000000",
"0.55", "-3"; a fraction is "1/3"), so that nothing is lost to binary floats. Times are TIMEX3 values
(TimeML, ISO 8601 with additions): "2021-11", "2022-01-05T08:40", "P2Y", "2021-01/2021-11".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

JsonObject = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Si:
    """The same amount in SI base or derived units."""

    amount: str
    unit: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount of something; ``to`` makes it a range, ``ratio`` the second half of 3:2.

    ``unit`` is an ISO 4217 code, an id of ``resources/units.toml``, a classifier in Simplified, ``%``,
    ``pp`` or ``permille``. ``approx`` is ``about less more at_least at_most``.
    """

    amount: str
    to: str | None = None
    unit: str | None = None
    si: Si | None = None
    approx: str | None = None
    per: str | None = None
    ratio: str | None = None
    assumes: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The sidecar's form: five fixed keys, the rest where they say something."""
        si = {"amount": self.si.amount, "unit": self.si.unit} if self.si else None
        value: dict[str, Any] = {
            "amount": self.amount,
            "to": self.to,
            "unit": self.unit,
            "si": si,
            "approx": self.approx,
        }
        return value | _present(per=self.per, ratio=self.ratio, assumes=list(self.assumes))


@dataclass(frozen=True, slots=True)
class TimeValue:
    """A point, a stretch, a length or a recurrence in time, as TIMEX3 says it.

    ``mod`` is one of TIMEX3's, such as END, or that of an approximator (``mod_of``).
    ``anchor`` is the date (ISO) that a relative expression was resolved against; ``also`` holds the
    further members of a list (12月20日、21日); ``quant`` and ``on`` belong to SET.
    """

    timex: str
    mod: str | None = None
    anchor: str | None = None
    also: tuple[str, ...] = ()
    quant: str | None = None
    on: str | None = None
    calendar: str | None = None
    assumes: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The sidecar's form: three fixed keys, the rest where they say something."""
        value: dict[str, Any] = {"timex": self.timex, "mod": self.mod, "anchor": self.anchor}
        return value | _present(
            also=list(self.also),
            quant=self.quant,
            on=self.on,
            calendar=self.calendar,
            assumes=list(self.assumes),
        )


Value = Quantity | TimeValue

_MODS = {
    "about": "APPROX",
    "less": "LESS_THAN",
    "more": "MORE_THAN",
    "at_least": "EQUAL_OR_MORE",
    "at_most": "EQUAL_OR_LESS",
}


def mod_of(approx: str | None) -> str | None:
    """What TIMEX3 calls an approximation of a time.

    >>> mod_of("about"), mod_of(None)
    ('APPROX', None)
    """
    return _MODS[approx] if approx else None


def approx_of(mod: object) -> str | None:
    """The approximation that a mod stands for; None for START, MID, END and the like.

    >>> approx_of("MORE_THAN"), approx_of("END")
    ('more', None)
    """
    return next((approx for approx, name in _MODS.items() if name == mod), None)


TIME_LABELS = frozenset({"DATE", "TIME", "DURATION", "SET"})
QUANTITY_LABELS = frozenset({"MONEY", "PERCENT", "MEASURE", "COUNT", "ORDINAL", "NUMBER"})


def same_family(label: str, other: str) -> bool:
    """Whether the values of two labels are of one kind, so that one label's value can stand under the other.

    >>> same_family("DATE", "TIME"), same_family("DATE", "MONEY"), same_family("PER", "LOC")
    (True, False, False)
    """
    return any({label, other} <= family for family in (TIME_LABELS, QUANTITY_LABELS))


def _present(**fields: Any) -> dict[str, Any]:
    return {name: field for name, field in fields.items() if field}
