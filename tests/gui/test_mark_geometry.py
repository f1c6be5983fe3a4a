"""Marks as strokes: what tells the kinds and states apart, in whole pixels."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.document import Annotation
from core.text.spans import Span
from gui.article.column import Column, fit_column
from gui.article.mark_geometry import FAINT, LINE, TINT, Bar, Disc, Look, MarkGeometry, Piece, Stroke
from gui.article.mark_index import MarkIndex, nest
from gui.look.metrics import load_metrics

METRICS = load_metrics()
GEOMETRY = MarkGeometry(METRICS.mark)
PIECE = Piece(100, 154, 200, 18)


def strokes(look: Look, *pieces: Piece, pixel: float = 1) -> list[Stroke]:
    return list(MarkGeometry(METRICS.mark, pixel).strokes(pieces or (PIECE,), look))


def bars(look: Look, *pieces: Piece, ink: str = LINE) -> list[Bar]:
    return [stroke for stroke in strokes(look, *pieces) if isinstance(stroke, Bar) and stroke.ink == ink]


def test_an_automatic_name_is_a_faint_ground_with_a_dashed_edge() -> None:
    look = Look("tint", "auto")
    (ground,) = bars(look, ink=FAINT)
    assert (ground.x, ground.y, ground.width, ground.y + ground.height) == (100, 182, 54, 204)
    edge = bars(look)
    assert {(bar.y, bar.height, bar.width) for bar in edge} == {(204, 1, 3)}
    assert [bar.x for bar in edge[:3]] == [100, 106, 112]


def test_an_accepted_name_is_a_tint_without_an_edge_but_in_the_annotators_view() -> None:
    assert [stroke.ink for stroke in strokes(Look("tint", "accepted"))] == [TINT]
    (edge,) = bars(Look("tint", "accepted", has_edges=True))
    assert (edge.width, edge.height) == (54, 2)


@pytest.mark.parametrize(("status", "count"), [("auto", 8), ("accepted", 1)])
def test_a_figure_is_dashed_until_it_is_accepted(status: str, count: int) -> None:
    edge = bars(Look("underline", status))
    assert len(edge) == count
    assert {(bar.y, bar.height) for bar in edge} == {(203, 2)}


def test_a_time_has_ticks_at_its_ends() -> None:
    edge = bars(Look("ruler", "accepted"))
    ticks = [bar for bar in edge if bar.width == 2]
    assert [bar.x for bar in ticks] == [100, 152]
    assert {bar.y + bar.height for bar in ticks} == {205}


def test_a_broken_mark_has_ticks_at_its_true_ends_only() -> None:
    first = Piece(600, 684, 200, 18, is_start=True, is_end=False)
    second = Piece(0, 36, 232, 18, is_start=False, is_end=True)
    ticks = [bar for bar in bars(Look("ruler", "accepted"), first, second) if bar.width == 2]
    assert [(bar.x, bar.y > 210) for bar in ticks] == [(600, False), (34, True)]


def test_the_dashes_of_a_broken_mark_go_on_where_they_stopped() -> None:
    whole = bars(Look("underline", "auto"), Piece(0, 70, 200, 18))
    first = Piece(0, 30, 200, 18, is_end=False)
    second = Piece(0, 40, 232, 18, is_start=False)
    broken = [
        (bar.x + (30 if bar.y > 210 else 0), bar.width)
        for bar in bars(Look("underline", "auto"), first, second)
    ]
    joined: list[tuple[float, float]] = []
    for x, width in broken:
        if joined and joined[-1][0] + joined[-1][1] == x:
            joined[-1] = (joined[-1][0], joined[-1][1] + width)
        else:
            joined.append((x, width))
    assert joined == [(bar.x, bar.width) for bar in whole]


def test_doubt_takes_the_edge_away_and_leaves_the_ground() -> None:
    assert bars(Look("underline", "accepted", is_in_doubt=True)) == []
    assert [stroke.ink for stroke in strokes(Look("tint", "auto", is_in_doubt=True))] == [FAINT]
    assert GEOMETRY.wave(PIECE).y > 203


@pytest.mark.parametrize(("status", "is_open"), [("edited", False), ("added", True)])
def test_a_badge_tells_what_a_person_changed(status: str, is_open: bool) -> None:
    (badge,) = [stroke for stroke in strokes(Look("tint", status)) if isinstance(stroke, Disc)]
    assert (badge.is_open, badge.diameter) == (is_open, 5)
    assert badge.x > 148


def test_levels_of_nesting_lie_three_pixels_apart() -> None:
    outer = bars(Look("tint", "accepted", height=1, has_edges=True))[0]
    inner = bars(Look("tint", "accepted", is_inner=True, has_edges=True))[0]
    assert outer.y - inner.y == 3
    (ground,) = bars(Look("tint", "accepted", is_inner=True), ink=TINT)
    assert ground.y > 182


def test_high_contrast_draws_a_frame_in_place_of_a_ground() -> None:
    frame = strokes(Look("tint", "accepted", has_grounds=False))
    assert {stroke.ink for stroke in frame} == {LINE}
    assert len(frame) == 4
    dashed = strokes(Look("tint", "auto", has_grounds=False))
    assert len(dashed) > 8


@pytest.mark.parametrize("pixel", [1, 1 / 1.5, 0.5])
@pytest.mark.parametrize("shape", ["tint", "underline", "ruler"])
def test_straight_strokes_lie_on_pixels_of_the_screen(pixel: float, shape: str) -> None:
    piece = Piece(100.37, 154.61, 200.2, 18)
    for stroke in strokes(Look(shape, "accepted", has_edges=True), piece, pixel=pixel):
        if isinstance(stroke, Bar):
            for length in (stroke.x, stroke.y, stroke.width, stroke.height):
                assert abs(length / pixel - round(length / pixel)) < 1e-6
            assert stroke.height >= pixel


def test_the_outline_is_open_where_the_mark_goes_on() -> None:
    first = Piece(600, 684, 200, 18, is_end=False)
    second = Piece(0, 36, 232, 18, is_start=False)
    uprights = [bar for bar in GEOMETRY.outline((first, second)) if bar.height > 10]
    assert [round(bar.x) for bar in uprights] == [598, 36]


def test_handles_stand_above_the_left_and_below_the_right() -> None:
    left, right = [stroke for stroke in GEOMETRY.handles((PIECE,)) if isinstance(stroke, Disc)]
    assert left.x < PIECE.left
    assert left.y < 182
    assert right.x > PIECE.right
    assert right.y > 204


def mark(name: str, start: int, end: int) -> Annotation:
    return Annotation(name, "ORG", Span(start, end), "", Span(start, end))


def index(*marks: Annotation) -> MarkIndex:
    return MarkIndex(marks, lambda mark: mark.id != "hidden")


def test_marks_are_found_by_the_stretch_they_touch() -> None:
    marks = index(
        mark("long", 0, 50), mark("a", 5, 8), mark("hidden", 6, 7), mark("b", 8, 12), mark("c", 60, 61)
    )
    assert [nested.mark.id for nested in marks.touching(Span(8, 9))] == ["long", "b"]
    assert [nested.mark.id for nested in marks.touching(Span(50, 70))] == ["c"]
    assert [found.id for found in marks.at(6)] == ["long", "a"]
    assert marks.touching(Span(51, 60)) == []


def test_the_gap_of_a_discontinuous_mark_is_no_part_of_it() -> None:
    parted = replace(mark("parted", 0, 9), pieces=(Span(0, 3), Span(6, 9)))
    assert [bool(index(parted).at(offset)) for offset in (2, 4, 7)] == [True, False, True]


@pytest.mark.parametrize("asked", [Span(0, 20), Span(1, 2), Span(4, 5), Span(9, 13)])
def test_nesting_is_the_same_from_wherever_it_is_seen(asked: Span) -> None:
    marks = index(mark("outer", 0, 10), mark("middle", 0, 5), mark("inner", 1, 3), mark("apart", 12, 14))
    whole = {"outer": (0, 2), "middle": (1, 1), "inner": (2, 0), "apart": (0, 0)}
    seen = {nested.mark.id: (nested.depth, nested.height) for nested in marks.touching(asked)}
    assert seen
    assert seen == {name: whole[name] for name in seen}


@pytest.mark.parametrize(
    ("pane", "em", "measure", "expected", "comment"),
    [
        (1032, 18, 38, Column(174, 684, 64), "the first window: 38 characters, centered"),
        (881, 18, 36, Column(116, 648, 64), "the annotator's view"),
        (740, 18, 38, Column(46, 648, 46), "narrow: as many as fit beside gutters of 44"),
        (480, 18, 38, Column(24, 432, 24), "24 characters, the gutters give way"),
        (400, 18, 38, Column(20, 360, 20), "narrower than 24 characters: nothing is cut off"),
        (600, 36, 38, Column(12, 576, 12), "large print in a small pane"),
    ],
)
def test_the_column_is_whole_characters_in_the_middle(
    pane: int, em: int, measure: int, expected: Column, comment: str
) -> None:
    assert fit_column(pane, em, measure, METRICS.layout) == expected, comment


def test_marks_that_cross_have_edges_at_different_levels() -> None:
    spans = [Span(0, 6), Span(4, 9), Span(8, 12), Span(20, 24)]
    marks = [Annotation(f"a{n}", "LOC", span, "x", span) for n, span in enumerate(spans)]
    heights = [nested.height for nested in nest(marks)]
    assert heights[0] != heights[1] != heights[2]
    assert heights[3] == 0


def test_the_gap_of_a_discontinuous_mark_is_dotted() -> None:
    geometry = MarkGeometry(load_metrics().mark)
    look = Look("tint", "accepted")
    first, second = Piece(10, 30, 100, 18), Piece(60, 80, 100, 18)
    dots = list(geometry.links([first, second], look))
    assert dots
    assert all(30 <= dot.x < 60 for dot in dots)
    assert list(geometry.links([first], look)) == []
    below = Piece(10, 30, 138, 18)
    assert {dot.y for dot in geometry.links([first, below], look)} != {dots[0].y}, "at both rows' ends"
