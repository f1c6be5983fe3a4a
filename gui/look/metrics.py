"""Lengths of the window, read from ``resources/themes/metrics.toml``: logical pixels, or em of the font."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from core.assets import load_toml


@dataclass(frozen=True, slots=True)
class TypeSize:
    """A role's pixel size, line height in pixels and weight."""

    size: int
    line: int
    weight: int


@dataclass(frozen=True, slots=True)
class Layout:
    """Heights, widths and break points of the panes."""

    menu_row: int
    status_row: int
    filter_row: int
    label_bar: int
    panel: int
    panel_annotate: int
    panel_narrow: int
    guidelines: int
    guidelines_min: int
    files: int
    rail: int
    icon: int
    icon_rail: int
    gutter: int
    measure_em: int
    measure_em_annotate: int
    measure_em_min: int
    row: int
    row_dense: int
    section_head: int
    narrow_below: int
    single_below: int
    window_min: tuple[int, int]
    window_first: tuple[int, int]


@dataclass(frozen=True, slots=True)
class MarkMetrics:
    """Where the strokes of a mark go; ``*_em`` from the baseline, down positive."""

    inset_px: int
    inset_quote_em_max: float
    tint_top_em: float
    tint_bottom_em: float
    nested_tint_top_em: float
    nested_tint_bottom_em: float
    edge_name_em: float
    edge_figure_em: float
    edge_level_step_px: int
    pen_name_auto_px: float
    pen_name_accepted_px: float
    pen_figure_px: float
    dash_name: tuple[int, int]
    dash_figure: tuple[int, int]
    ruler_tick_em: float
    edited_dot_px: int
    selected_outline_px: float
    handle_knob_px: int
    handle_hit_px: int
    wave_px: tuple[int, int]
    finding_circle_px: int
    finding_left_px: int
    repair_right_px: int
    tag_gap_px: int


@dataclass(frozen=True, slots=True)
class Metrics:
    """All of them. ``radius_control`` and the like are plain fields of ``space``.

    ``measures`` and ``rows`` are what a reader may choose, by name: multiples of the column's width and of
    the height of the article's rows.
    """

    sizes: dict[str, TypeSize]
    body_choices: tuple[int, ...]
    measures: dict[str, float]
    rows: dict[str, float]
    space: dict[str, int]
    layout: Layout
    mark: MarkMetrics
    scroll_ms: int


@cache
def load_metrics() -> Metrics:
    """The lengths of every theme; TypeError where one is missing or unknown."""
    table = load_toml("themes/metrics.toml")
    choices = tuple(table["size"].pop("body_choices"))
    table["space"].pop("scale")
    return Metrics(
        sizes={role: TypeSize(*row) for role, row in table["size"].items()},
        body_choices=choices,
        measures=table["reading"]["measures"],
        rows=table["reading"]["rows"],
        space=table["space"],
        layout=Layout(**_with_tuples(table["layout"])),
        mark=MarkMetrics(**_with_tuples(table["mark"])),
        scroll_ms=table["motion"]["scroll_ms"],
    )


def _with_tuples(table: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
