"""A figure that a list gives to one place in brackets, and the body to another of its kind."""

from __future__ import annotations

from collections.abc import Iterator

from core.checks.asking import MEDIUM, ask
from core.checks.material import Material
from core.checks.numbers.repeats import body_figures
from core.checks.wording import say
from core.document import Annotation, Finding
from core.text.spans import Span

RULE = "name_variant"
_LEAST_DIGITS = 3


def check_place_figures(material: Material) -> Iterator[Finding]:
    """Questions about figures that a summary and the body give to two places."""
    names = [mark for mark in material.marks if mark.label in ("LOC", "ORG", "PER")]
    for figure in material.figures:
        end = figure.span.end
        if material.simplified[end : end + 1] not in ("（", "(") or len(figure.digits) < _LEAST_DIGITS:
            continue
        named = [mark for mark in names if mark.span.start == end + 1]
        if not named or not material.is_summary(figure):
            continue
        told = [
            other
            for other in body_figures(material, figure)
            if (other.unit, other.amount) == (figure.unit, figure.amount)
        ]
        others = [_named_with(material, other.span, named[0], names) for other in told]
        if others and all(others):
            other_name = others[0][0] if others[0] else named[0]
            shown = say("body_gives_to", figure=figure.quote, name=other_name.quote)
            question = say("whose_figure", figure=figure.quote, name=named[0].quote)
            yield ask(RULE, MEDIUM, question, shown, material.text, named[0], other_name)


def _named_with(
    material: Material, span: Span, name: Annotation, names: list[Annotation]
) -> list[Annotation]:
    """The names of the same kind told with a figure, where ``name`` is not among them."""
    start = max(material.simplified.rfind(sign, 0, span.start) for sign in "。；\n") + 1
    near = [m for m in names if start <= m.span.start < span.start and m.quote[-1] == name.quote[-1]]
    return [] if any(m.quote == name.quote for m in near) else near
