"""How wide the article's column is, and where it stands in its pane."""

from __future__ import annotations

from dataclasses import dataclass

from gui.look.metrics import Layout

WIDEST_GUTTER = 64
LEAST_GUTTER = 12


@dataclass(frozen=True, slots=True)
class Column:
    """A column of whole characters: ``left`` from the pane's edge, ``gutter`` free at each side of it."""

    left: int
    width: int
    gutter: int


def fit_column(pane: int, em: int, measure: int, layout: Layout) -> Column:
    """The column of at most ``measure`` characters of ``em`` pixels, centered in ``pane``.

    Gutters keep their width until only the least number of characters is left; then they give way, and
    last the characters do: nothing is ever cut off at the side.
    """
    wished = min(measure, max(layout.measure_em_min, (pane - 2 * layout.gutter) // em))
    count = max(1, min(wished, (pane - 2 * LEAST_GUTTER) // em))
    left = max(LEAST_GUTTER, (pane - count * em) // 2)
    return Column(left, count * em, min(WIDEST_GUTTER, left))
