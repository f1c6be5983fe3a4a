"""What marks may share characters: the rule by which one that is set makes room for itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from core.document import Annotation
from core.text.spans import Span

OVERLAPS = ("none", "nested", "free")


@dataclass(frozen=True, slots=True)
class Nesting:
    """``overlap`` is ``none`` (no character is shared), ``nested`` (one inside the other) or ``free``.

    ``holds`` names, for a label, the labels that may lie inside its marks; one that is not named holds all.
    """

    overlap: str = "none"
    holds: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def lets(self, one: Annotation, other: Annotation) -> bool:
        """Whether the two may stand as they do."""
        if not _share(one.stretches, other.stretches):
            return True
        if self.overlap == "none":
            return False
        inside = self._holds(one, other), self._holds(other, one)
        lies_inside = _covers(one.stretches, other.stretches), _covers(other.stretches, one.stretches)
        if any(lies_inside):
            return any(may and does for may, does in zip(inside, lies_inside, strict=True))
        return self.overlap == "free"

    def _holds(self, outer: Annotation, inner: Annotation) -> bool:
        held = self.holds.get(outer.label)
        return held is None or inner.label in held


FLAT = Nesting()
FREE = Nesting("free")


def _share(some: Sequence[Span], others: Sequence[Span]) -> bool:
    return any(one.overlaps(other) for one in some for other in others)


def _covers(outer: Sequence[Span], inner: Sequence[Span]) -> bool:
    return all(any(one.contains(other) for one in outer) for other in inner)
