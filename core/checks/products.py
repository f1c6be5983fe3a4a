"""Per unit times count: 216人，每人7200元，共155.52万元; one area in two units (33.6万亩, 2.24万公顷)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from core.checks.asking import MEDIUM, ask
from core.checks.averages import counts_for
from core.checks.figures import Figure, Range, sized, tens_apart
from core.checks.material import Material
from core.checks.slips import mends
from core.checks.wording import say
from core.document import Finding
from core.units import load_units

SUM, TENS, UNIT = "sum", "magnitude", "unit"
# The tens between 万, 亿 and none; others come of a wrong unit.
_SWAPPED = frozenset({4, 8})
_COUNTED = frozenset({"COUNT", "MEASURE", "NUMBER"})
_EACH = re.compile(r"(?:每|均|单价|亩产|单产)[^，。；、]{0,10}$")
_CONVERTED = re.compile(r"[（(](?:约|折)?[合为即]?(?:约|计)?|，?(?:约|折)?合(?:约|计)?|，?相当于(?:约)?")
_FRACTION = re.compile(r"(?:为|占|是|相当于)[^，。；]{0,10}的$")
_SURE_DIGITS = 4
_NEAR_ONE = (0.8, 1.25)
_NEARLY_ONE = Range(0.98, 1.02)


def check_products(material: Material) -> Iterator[Finding]:
    """Questions about magnitudes and units that a product, a share or a conversion contradicts."""
    for number in {sentence.paragraph for sentence in material.sentences}:
        figures = [f for place in material.paragraph(number) for f in material.by_sentence[place]]
        yield from _products(material, figures)
        yield from _conversions(material, figures)
        yield from _fractions(material, figures)


def _products(material: Material, figures: Sequence[Figure]) -> Iterator[Finding]:
    """What each one gets, times how many they are, against the whole."""
    precise = [
        figure
        for figure in figures
        if len(figure.digits.rstrip("0")) >= _SURE_DIGITS and not figure.per and figure.is_exact
    ]
    for each in figures if precise else ():
        wholes = [f for f in precise if f.family == each.family and f.amount > each.amount > 0]
        is_each = bool(wholes) and (bool(each.per) or _is_each(material, each))
        counts = [
            f
            for f in figures
            if f.mark.label in _COUNTED
            and not f.per
            and f.unit != "倍"
            and (f.mark.label != "NUMBER" or f.amount == int(f.amount))
            and f.family != each.family
            # What the average itself names as counted is ``check_averages``' business.
            and not counts_for(material, each, f)
        ]
        found = [(count, whole, each.range.times(count.in_its_unit)) for count in counts for whole in wholes]
        if any(product.meets(whole.range) for _, whole, product in found):
            continue
        for count, whole, product in found:
            if is_each and _is_slip(each, product, whole):
                rule, question = SUM, say("product")
            elif _is_tens_apart(product, whole, is_each=is_each):
                rule, question = TENS, say("magnitude")
            else:
                continue
            made = sized(whole, each.amount * count.in_its_unit.middle)
            shown = say("reckoned", sum=f"{each.quote} × {count.quote}", made=made, said=whole.quote)
            yield ask(rule, MEDIUM, question, shown, material.text, each, count, whole)
            break


def _is_tens_apart(product: Range, whole: Figure, *, is_each: bool) -> bool:
    """Whether the whole is the product but for 万 or 亿; it takes a digit more where nobody says 每."""
    is_sure = is_each or len(whole.digits.rstrip("0")) > _SURE_DIGITS
    return is_sure and abs(tens_apart(product, whole.range)) > 1


def _is_slip(each: Figure, product: Range, whole: Figure) -> bool:
    """Whether the product is near the whole, and a slip in the whole, which is written precisely, mends."""
    is_near = whole.range.meets(product.times(Range(*_NEAR_ONE)))
    return is_near and len(each.digits.rstrip("0")) > 1 and mends((whole,), product.meets)


def _is_each(material: Material, figure: Figure) -> bool:
    start = max(material.sentences[figure.sentence].span.start, figure.span.start - 14)
    return bool(_EACH.search(material.simplified[start : figure.span.start]))


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
