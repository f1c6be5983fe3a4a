"""One measure in two units: 33.6万亩（2.24万公顷）; 420千克, a third of 1.26吨; 每公斤12.6元, 12.6元/斤."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from core.checks.asking import MEDIUM, ask
from core.checks.material import Material
from core.checks.numbers.figures import Figure, Range, tens_apart
from core.checks.wording import say
from core.document import Finding
from core.language.units import load_units

TENS, UNIT = "magnitude", "unit"
# The tens between 万, 亿 and none; others come of a wrong unit.
_SWAPPED = frozenset({4, 8})
_CONVERTED = re.compile(r"[（(](?:约|折)?[合为即]?(?:约|计)?|，?(?:约|折)?合(?:约|计)?|，?相当于(?:约)?")
_FRACTION = re.compile(r"(?:为|占|是|相当于)[^，。；]{0,10}的$")
_LEAST_DIGITS = 2
_NEAR_ONE = (0.8, 1.25)
_NEARLY_ONE = Range(0.98, 1.02)


def check_conversions(material: Material) -> Iterator[Finding]:
    """Questions about magnitudes and units that a conversion or a fraction contradicts."""
    for number in {sentence.paragraph for sentence in material.sentences}:
        figures = [f for place in material.paragraph(number) for f in material.by_sentence[place]]
        yield from _conversions(material, figures)
        yield from _fractions(material, figures)


def _conversions(material: Material, figures: Sequence[Figure]) -> Iterator[Finding]:
    """One measure in two units, the second in brackets or behind 合."""
    for first, second in pairwise(figures):
        between = material.between(first, second)
        is_measured = first.mark.label == second.mark.label == "MEASURE" and first.family == second.family
        if not is_measured or first.unit == second.unit or not _CONVERTED.fullmatch(between):
            continue
        if abs(tens_apart(second.range, first.range.times(_NEARLY_ONE))) in _SWAPPED:
            shown = f"{first.quote}\u3000{second.quote}"
            yield ask(TENS, MEDIUM, say("magnitude"), shown, material.text, first, second)
        else:
            yield from _check_units(material, first, second, Range(1.0, 1.0))


def _fractions(material: Material, figures: Sequence[Figure]) -> Iterator[Finding]:
    """420千克，约为整星重量的三分之一, of 1.26吨: the units are wrong where a thousand is missing."""
    for place, share in enumerate(figures):
        value = str((share.mark.value or {}).get("amount") or "")
        is_fraction = share.mark.label == "NUMBER" and "/" in value
        if not is_fraction or not _FRACTION.search(
            material.simplified[max(0, share.span.start - 14) : share.span.start]
        ):
            continue
        measures = [f for f in figures[:place] if f.mark.label == "MEASURE" and f.amount > 0]
        if len(measures) >= 2 and measures[-1].family == measures[-2].family:
            yield from _check_units(material, measures[-1], measures[-2], Range(share.amount, share.amount))


def _check_units(material: Material, first: Figure, second: Figure, ratio: Range) -> Iterator[Finding]:
    """Whether another unit makes ``first`` the ``ratio`` of ``second``, and its own does not."""
    wanted = second.range.times(ratio)
    if first.range.meets(wanted.times(Range(*_NEAR_ONE))):
        return
    kind = load_units()[first.unit].kind
    written = first.amount / float(load_units()[first.unit].factor)
    for unit in load_units().values():
        amount = written * float(unit.factor)
        if (
            unit.kind == kind
            and unit.id != first.unit
            and Range(amount, amount).meets(wanted.times(_NEARLY_ONE))
        ):
            shown = say("perhaps_unit", one=first.quote, other=second.quote, unit=unit.forms[0])
            yield ask(UNIT, MEDIUM, say("unit"), shown, material.text, first, second)
            return


def check_rates(material: Material) -> Iterator[Finding]:
    """Questions about one price for two units: 每公斤12.6元, 12.6元/斤."""
    seen: dict[tuple[str, str, int], Figure] = {}
    for figure in material.figures:
        if not figure.per or figure.mark.label != "MONEY" or len(figure.digits.rstrip("0")) < _LEAST_DIGITS:
            continue
        other = seen.setdefault((figure.unit, figure.digits, figure.power), figure)
        if other.per != figure.per:
            shown = f"{other.quote}\u3000{figure.quote}"
            yield ask(UNIT, MEDIUM, say("two_units"), shown, material.text, other, figure)
