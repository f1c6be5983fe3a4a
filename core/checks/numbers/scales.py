"""A figure of another size than all that it stands among: 减排168亿吨 beside 63万吨; 宽4.5厘米, 长12.6米.

What is told in one breath of one thing is of one scale. A figure is asked about where it is hundreds of
times as large, or as small, as every other of its family in the sentence, and 万 for 亿, or the unit that
the others have, would bring it among them. What each one has (每亩 …元) is of another scale by right.

And a figure whose unit is of another kind than what is measured: 发电量21亿千瓦.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from core.assets import load_toml
from core.checks.asking import LOW, MEDIUM, ask
from core.checks.material import Material
from core.checks.numbers.claims import Claim
from core.checks.numbers.figures import Figure, Range
from core.checks.wording import say
from core.document import Finding
from core.language.units import load_units

TENS, UNIT = "magnitude", "unit"
_SIGNS = {"万": 1e4, "亿": 1e-4}
_APART, _AMONG, _BETWEEN = 500.0, 12.0, 100.0
_CHANGED = 10.0
_PARTS = {"%": 0.01, "permille": 0.001}
_UNITS_APART, _UNITS_AMONG, _UNITS_CONFUSED = 80.0, 4.0, 1000.0
_YEARLY = re.compile("每[年月天日季][^，。；]*$")
_SIZE = re.compile("[长宽高]约?$")
_SMALL = frozenset({"m", "dm", "cm", "mm"})
_CONFUSED = (
    {"energy", "power"},
    {"length", "area"},
    {"area", "volume"},
    {"length", "volume"},
    {"length", "mass"},
)
_SOFT = "约近为达到了共超过已至可仅计"


def check_scales(material: Material) -> Iterator[Finding]:
    """Questions about magnitudes and units that do not belong among the figures around."""
    for claims in material.claims_by_sentence:
        families: dict[str, list[Claim]] = {}
        for claim in claims:
            if _is_level(claim):
                families.setdefault(claim.figure.family, []).append(claim)
        for group in families.values():
            if len(group) > 1:
                found = (
                    _magnitude(material, claim, group) or _unit(material, claim, group) for claim in group
                )
                yield from [finding for finding in found if finding][:1]


def check_kinds(material: Material) -> Iterator[Finding]:
    """Questions about units of another kind than what is measured."""
    for claims in material.claims_by_sentence:
        for claim in claims:
            unit = load_units().get(claim.figure.unit)
            if not unit or claim.figure.mark.label != "MEASURE" or claim.figure.per:
                continue
            words = claim.clause.rstrip(_SOFT)
            word = next((words[-size:] for size in (4, 3, 2) if words[-size:] in _kinds()), "")
            kind, usual = _kinds().get(word, (unit.kind, ""))
            if {unit.kind, kind} in _CONFUSED:
                shown = say("perhaps_unit", one=word, other=claim.figure.quote, unit=usual)
                yield ask(UNIT, MEDIUM, say("unit"), shown, material.text, claim)


@cache
def _kinds() -> Mapping[str, tuple[str, str]]:
    """The words that name what is measured, with its kind and usual unit."""
    return {
        word: (kind, row["unit"])
        for kind, row in load_toml("quantity_kinds.toml").items()
        for word in row["words"]
    }


def _is_level(claim: Claim) -> bool:
    figure = claim.figure
    if claim.role in ("share", "multiple") or figure.amount <= 0 or figure.per:
        return False
    return claim.role != "each" or _YEARLY.search(claim.clause) is not None


def _is_alone(figure: Figure, others: Sequence[float], apart: float) -> bool:
    return figure.amount > apart * max(others) or figure.amount < min(others) / apart


def _is_among(amount: float, others: Sequence[float], among: float) -> bool:
    return min(others) / among <= amount <= max(others) * among


def _magnitude(material: Material, claim: Claim, group: Sequence[Claim]) -> Finding | None:
    figure = claim.figure
    others = [other.figure.amount for other in group if other is not claim]
    factor = next((_SIGNS[sign] for sign in _SIGNS if sign in figure.quote), 0.0)
    if not factor or max(others) > _BETWEEN * min(others):
        return None
    is_change = claim.role == "change" and figure.amount > _CHANGED * max(others)
    if not is_change and not _is_alone(figure, others, _APART):
        return None
    if not _is_among(
        figure.amount * factor, [min(others) / _BETWEEN**2, *others] if is_change else others, _AMONG
    ):
        return None
    if any(rate.meets(figure.range) for rate in _rates(material, figure, others)):
        return None  # 逾期率为0.3‰ says how it comes to be so small
    severity = MEDIUM if len(others) > 1 or is_change else LOW
    question = say("magnitude_of", figure=figure.quote)
    return ask(TENS, severity, question, "", material.text, *(each.span for each in group))


def _rates(material: Material, figure: Figure, others: Sequence[float]) -> Iterator[Range]:
    """What the percentages of a figure's sentence make of the other figures."""
    for share in material.by_sentence[figure.sentence]:
        if share.unit in _PARTS:
            yield from (share.range.scaled(_PARTS[share.unit] * other) for other in others)


def _unit(material: Material, claim: Claim, group: Sequence[Claim]) -> Finding | None:
    figure, units = claim.figure, load_units()
    others = [other.figure for other in group if other is not claim]
    theirs = {other.unit for other in others}
    if figure.mark.label != "MEASURE" or len(theirs) != 1 or not {figure.unit, *theirs} <= units.keys():
        return None
    own, unit = units[figure.unit], units[theirs.pop()]
    is_size = all(_SIZE.search(each.clause) for each in group) and {own.id, unit.id} <= _SMALL
    if own is unit or own.kind != unit.kind or (len(others) == 1 and not is_size):
        return None
    amounts, ratio = [other.amount for other in others], float(unit.factor / own.factor)
    if not 1 / _UNITS_CONFUSED <= ratio <= _UNITS_CONFUSED or not _is_alone(figure, amounts, _UNITS_APART):
        return None
    if not _is_among(figure.amount * ratio, amounts, _UNITS_AMONG):
        return None
    shown = say("perhaps_unit", one=figure.quote, other=others[0].quote, unit=unit.forms[0])
    severity = MEDIUM if len(others) > 1 else LOW
    return ask(UNIT, severity, say("unit"), shown, material.text, figure, *others)
