"""What marks may share characters under a scheme's rule."""

from dataclasses import replace

import pytest

from core.document import Annotation
from core.nesting import FLAT, FREE, Nesting
from core.text.spans import Span


def mark(label: str, *stretches: tuple[int, int]) -> Annotation:
    spans = [Span(*stretch) for stretch in stretches]
    whole = Span(spans[0].start, spans[-1].end)
    made = Annotation("a1", label, whole, "", whole)
    return replace(made, pieces=tuple(spans)) if len(spans) > 1 else made


ORG, PART, CROSSING = mark("ORG", (0, 6)), mark("LOC", (0, 2)), mark("LOC", (4, 8))
NESTED = Nesting("nested")
ONLY_LOC = Nesting("nested", {"ORG": frozenset({"LOC"})})


@pytest.mark.parametrize(
    ("nesting", "one", "other", "may", "comment"),
    [
        (FLAT, ORG, mark("LOC", (6, 8)), True, "neighbors share nothing"),
        (FLAT, ORG, PART, False, "flat"),
        (NESTED, ORG, PART, True, "one inside the other"),
        (NESTED, ORG, CROSSING, False, "they cross"),
        (FREE, ORG, CROSSING, True, "they may cross"),
        (NESTED, ORG, mark("LOC", (0, 6)), True, "on one stretch"),
        (ONLY_LOC, ORG, PART, True, "an ORG holds a LOC"),
        (ONLY_LOC, ORG, mark("PER", (0, 2)), False, "and no PER"),
        (ONLY_LOC, ORG, mark("PER", (0, 6)), True, "unless it is the PER that holds the ORG"),
        (Nesting("free", {"ORG": frozenset()}), ORG, PART, False, "an ORG holds nothing"),
        (FLAT, mark("ORG", (0, 2), (4, 6)), mark("LOC", (2, 4)), True, "in the gap of a discontinuous one"),
        (FLAT, mark("ORG", (0, 2), (4, 6)), mark("LOC", (3, 5)), False, "on one of its pieces"),
        (NESTED, mark("ORG", (0, 2), (4, 6)), mark("LOC", (0, 6)), True, "around it"),
    ],
)
def test_who_may_share_characters(
    nesting: Nesting, one: Annotation, other: Annotation, may: bool, comment: str
):
    assert nesting.lets(one, other) is may, comment
    assert nesting.lets(other, one) is may, f"{comment}, the other way round"
