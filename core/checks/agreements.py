"""What was compared and agrees, so that the editor knows what need not be reckoned again."""

from __future__ import annotations

from collections.abc import Iterator

from core.checks.material import Material
from core.checks.numbers.repeats import agrees, body_figures
from core.checks.wording import say

# What readers call the part of an article whose figures the body repeats; in the order of the answers.
_PARTS = (("标题", frozenset({"title"})), ("图片说明", frozenset({"caption"})))
_DIGEST = "数读"


def agreements_of(material: Material) -> Iterator[str]:
    """For title, caption and digest, how many of its figures the body has as well."""
    counts: dict[str, int] = {}
    for figure in material.figures:
        if material.is_summary(figure) and agrees(figure, body_figures(material, figure)):
            part = _part_of(material.sentences[figure.sentence].kind)
            counts[part] = counts.get(part, 0) + 1
    for part in (_DIGEST, *(name for name, _ in _PARTS)):
        if counts.get(part):
            yield say("agreed", part=part, count=counts[part])


def _part_of(kind: str) -> str:
    return next((name for name, kinds in _PARTS if kind in kinds), _DIGEST)
