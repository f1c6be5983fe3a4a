"""What an article says twice: title, digest, caption against the body; one figure in two magnitudes or units.

Of the figures in a summary those that the body has as well agree. One that the body lacks is questioned where
the body has, under the same words, a figure that a slip of the pen makes of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.checks.asking import MEDIUM, ask
from core.checks.figures import Figure, is_slip
from core.checks.material import Material
from core.document import Finding
from core.spans import Span
from core.units import load_units

RULE, TENS, UNIT = "repeat", "magnitude", "unit"
_ENDS = re.compile(r"[，。；：、（）()！？“”\n\u3000]")
_REACH = 16
_LEAST_DIGITS = 2
# 万 for 亿 is a slip of its own; a point one place off is believed with more evidence.
_SWAPPED = frozenset({10_000, 100_000_000})
_SHIFTED = frozenset({10, 100, 1000})
_SURE_DIGITS = 3
_FEW_RIVALS = 3


def check_repeats(material: Material) -> Iterator[Finding]:
    """Questions about figures that are said twice and not alike."""
    for figure in material.figures:
        if material.is_summary(figure):
            body = body_figures(material, figure)
            if not agrees(figure, body):
                yield from _said_otherwise(material, figure, body)
    yield from _other_magnitudes(material)
    yield from _other_units(material)


def body_figures(material: Material, figure: Figure) -> list[Figure]:
    """The figures of the body that can say the same as one of a summary."""
    near = material.of_family(figure.family, figure.span.start)
    return [other for other in near if not material.is_summary(other)]


def agrees(figure: Figure, body: list[Figure]) -> bool:
    """Whether the body has the figure, perhaps rounded."""
    return any(other.range.meets(figure.range) for other in body)


def _said_otherwise(material: Material, figure: Figure, body: list[Figure]) -> Iterator[Finding]:
    alike = [other for other in body if _is_slip_of(figure, other)]
    if not alike:
        return
    words = words_around(material, figure.span)
    best = max(alike, key=lambda other: len(words & words_around(material, other.span)))
    if words & words_around(material, best.span) or _is_one_of_few(figure, alike, body):
        shown = f"{figure.quote}，正文作{best.quote}"
        yield ask(RULE, MEDIUM, "与正文的数字不一致？", shown, material.text, figure, best)


def _is_one_of_few(figure: Figure, alike: list[Figure], body: list[Figure]) -> bool:
    """Whether the likeness is no chance even where no word is shared: many digits, or few other figures."""
    rivals = {other.amount for other in body if other.unit == figure.unit}
    is_only = len({other.amount for other in alike}) == 1
    significant = len(figure.digits.rstrip("0"))
    is_sure = significant > _SURE_DIGITS or (significant == _SURE_DIGITS and len(rivals) <= _FEW_RIVALS)
    return is_only and is_sure


def _is_slip_of(figure: Figure, other: Figure) -> bool:
    is_written = all(each.is_exact and each.quote[0].isdigit() for each in (figure, other))
    if len(figure.digits) < _LEAST_DIGITS or not is_written:
        return False
    return figure.unit == other.unit and figure.power == other.power and is_slip(figure.digits, other.digits)


def words_around(material: Material, span: Span) -> frozenset[str]:
    """The pairs of characters in the words around a place, up to the next signs."""
    before = material.simplified[max(0, span.start - _REACH) : span.start]
    after = material.simplified[span.end : span.end + _REACH]
    near = (_ENDS.split(before.rstrip("：:（( "))[-1], _ENDS.split(after.lstrip("：:）) "))[0])
    return frozenset(words[i : i + 2] for words in near for i in range(len(words) - 1))


def _other_magnitudes(material: Material) -> Iterator[Finding]:
    """20.16亿元 and 20.16万元: the same digits, ten thousand times as much."""
    seen: dict[tuple[str, str], list[Figure]] = {}
    for figure in material.figures:
        significant = figure.digits.rstrip("0")
        if len(significant) < _SURE_DIGITS or figure.amount <= 0:
            continue
        for other in seen.setdefault((figure.unit, significant), []):
            ratio = max(figure.amount, other.amount) / min(figure.amount, other.amount)
            shared = words_around(material, figure.span) & words_around(material, other.span)
            is_sure = len(significant) > _SURE_DIGITS or bool(shared)
            swapped = round(ratio) in _SWAPPED
            if swapped or (is_sure and round(ratio) in _SHIFTED):
                shown = f"{other.quote}，{figure.quote}"
                yield ask(TENS, MEDIUM, "同一数字，数量级不同？", shown, material.text, other, figure)
                break
        else:
            seen[figure.unit, significant].append(figure)


def _other_units(material: Material) -> Iterator[Finding]:
    """2.75万海里 and 2.75万公里: the same digits in two units of one kind."""
    units = load_units()
    seen: dict[tuple[str, int], list[Figure]] = {}
    for figure in material.figures:
        unit = units.get(figure.unit)
        if figure.mark.label != "MEASURE" or not unit or len(figure.digits.rstrip("0")) < _SURE_DIGITS:
            continue
        for other in seen.setdefault((figure.digits, figure.power), []):
            other_unit = units.get(other.unit)
            if (
                other_unit
                and other_unit.id != unit.id
                and other_unit.kind == unit.kind
                and other.amount != figure.amount
            ):
                shown = f"{other.quote}，{figure.quote}"
                yield ask(UNIT, MEDIUM, "同一数字，单位不同？", shown, material.text, other, figure)
                break
        else:
            seen[figure.digits, figure.power].append(figure)
