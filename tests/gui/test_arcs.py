"""Where the arcs of relations run."""

from dataclasses import replace
from itertools import pairwise

import pytest

from gui.article.arc_geometry import LEVELS, Ends, arcs
from gui.article.mark_geometry import Piece

EM, MARGIN = 18.0, 40.0


def piece(left: float, row: int = 0) -> Piece:
    return Piece(left, left + 40, 100.0 + 52 * row, EM)


def ends(name: str, first: Piece, second: Piece, *, is_chosen: bool = False) -> Ends:
    return Ends(name, "at", first, second, is_chosen)


def test_an_arc_leads_over_the_row_from_mark_to_mark():
    [arc] = arcs([ends("x1", piece(60), piece(300))], MARGIN)
    assert arc.points[0][0] == 80
    assert arc.points[-1][0] == 320
    assert all(y < 100 - EM for _, y in arc.points), "above the text"
    assert all(x == x2 or y == y2 for (x, y), (x2, y2) in pairwise(arc.points)), "upright or level"


def test_arcs_that_would_meet_run_at_two_levels_and_a_third_is_left_to_the_list():
    crossing = [ends(f"x{n}", piece(60 + 20 * n), piece(300 + 20 * n)) for n in range(3)]
    drawn = list(arcs(crossing, MARGIN))
    assert len(drawn) == LEVELS
    assert len({arc.points[1][1] for arc in drawn}) == LEVELS


def test_arcs_beside_each_other_run_at_one_level():
    beside = [ends("x1", piece(60), piece(160)), ends("x2", piece(260), piece(360))]
    assert len({arc.points[1][1] for arc in arcs(beside, MARGIN)}) == 1


def test_the_selected_marks_arcs_come_first():
    crossing = [ends(f"x{n}", piece(60 + 20 * n), piece(300 + 20 * n)) for n in range(3)]
    crossing[2] = replace(crossing[2], is_chosen=True)
    assert "x2" in {arc.id for arc in arcs(crossing, MARGIN)}


@pytest.mark.parametrize("is_chosen", [True, False])
def test_between_rows_an_arc_runs_along_the_margin_where_it_is_looked_at(is_chosen: bool):
    drawn = list(arcs([ends("x1", piece(200), piece(100, row=2), is_chosen=is_chosen)], MARGIN))
    assert len(drawn) == is_chosen
    for arc in drawn:
        assert min(x for x, _ in arc.points) < MARGIN


def test_names_on_arcs_along_the_margin_stand_side_by_side():
    together = [ends(f"x{n}", piece(400), piece(100, row=n + 1), is_chosen=True) for n in range(3)]
    places = [arc.label_at for arc in arcs(together, MARGIN)]
    for (left, _, width), (next_left, _, _) in pairwise(places):
        assert left + width <= next_left + 12
