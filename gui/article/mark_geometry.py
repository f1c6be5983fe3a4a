"""How a mark is drawn: from its pieces on the lines of the page to strokes. Pure geometry, no Qt.

Color answers what it is about, shape the kind (a name is a ground, a figure an underline, a time a ruler),
the bottom edge the state (solid is accepted, dashed automatic). Lengths in em count from the baseline,
down positive; straight edges lie on whole pixels of the screen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from gui.look.metrics import MarkMetrics

TINT, FAINT, LINE, INK, ZHU = "tint", "faint", "line", "ink", "zhu"
HANDLE_PX = 2


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of a mark on one line of the page: from ``left`` to ``right`` at a ``baseline``.

    ``is_start`` and ``is_end`` tell whether the mark truly begins or ends there.
    """

    left: float
    right: float
    baseline: float
    em: float
    is_start: bool = True
    is_end: bool = True

    @property
    def width(self) -> float:
        """How long it is."""
        return self.right - self.left


@dataclass(frozen=True, slots=True)
class Look:
    """What decides how a mark is drawn.

    ``shape`` is ``tint underline ruler``. ``height`` counts the levels of marks inside, ``is_inner`` says
    that it lies in another. ``has_edges`` gives accepted names an edge, ``has_grounds`` is false in high
    contrast, ``is_in_doubt`` puts the wave of a finding in place of the edge.
    """

    shape: str
    status: str
    height: int = 0
    is_inner: bool = False
    has_edges: bool = False
    has_grounds: bool = True
    is_in_doubt: bool = False

    @property
    def is_automatic(self) -> bool:
        """Whether nobody has looked at it: the dashed ones."""
        return self.status == "auto"


@dataclass(frozen=True, slots=True)
class Bar:
    """A filled rectangle; grounds, edges and dashes are all bars."""

    x: float
    y: float
    width: float
    height: float
    ink: str


@dataclass(frozen=True, slots=True)
class Disc:
    """A filled circle, or a ring where ``is_open``."""

    x: float
    y: float
    diameter: float
    ink: str
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Wave:
    """A wavy edge between two places of one line."""

    left: float
    right: float
    y: float
    length: float
    height: float
    ink: str = ZHU


Stroke = Bar | Disc | Wave


@dataclass(frozen=True)
class MarkGeometry:
    """Makes strokes; ``pixel`` is the length of one screen pixel (1 at 100%, 0.5 at 200%)."""

    metrics: MarkMetrics
    pixel: float = 1.0

    def strokes(self, pieces: Sequence[Piece], look: Look) -> Iterator[Stroke]:
        """All that is drawn for a mark, grounds first."""
        run = 0.0
        for piece in pieces:
            if look.shape == "tint":
                yield from self._name(piece, look, run)
            elif not look.is_in_doubt:
                yield from self._figure(piece, look, run)
            run += piece.width
        yield from self._badge(pieces[-1], look)

    def links(self, pieces: Sequence[Piece], look: Look) -> Iterator[Bar]:
        """Dots along the edge through the gaps of a discontinuous mark; a few where a row ends between."""
        pen = self._pen(1)
        for before, after in pairwise(pieces):
            if not (before.is_end and after.is_start):
                continue
            ends: tuple[tuple[Piece, float, float], ...] = ((before, before.right, after.left),)
            if before.baseline != after.baseline:
                ends = (
                    (before, before.right, before.right + before.em),
                    (after, after.left - after.em, after.left),
                )
            for piece, left, right in ends:
                drop = self.metrics.edge_name_em * piece.em + look.height * self.metrics.edge_level_step_px
                y = self.snap(piece.baseline + drop)
                x = self.snap(left)
                while x < right:
                    yield Bar(x, y, pen, pen, LINE)
                    x += 3 * pen

    def wave(self, piece: Piece) -> Wave:
        """The edge of a place that a finding asks about."""
        length, height = self.metrics.wave_px
        y = self.snap(piece.baseline + self.metrics.edge_name_em * piece.em) + 1
        return Wave(self.snap(piece.left), self.snap(piece.right), y, length, height)

    def outline(self, pieces: Sequence[Piece], height: int = 0, *, has_sides: bool = True) -> Iterator[Bar]:
        """The frame of the selected mark; open where it goes on in another line.

        Without sides where handles stand in their place.
        """
        pen = self._pen(self.metrics.selected_outline_px)
        for piece in pieces:
            top, bottom = self.bounds(piece, height)
            left, right = self.snap(piece.left), self.snap(piece.right)
            yield Bar(left, top - pen, right - left, pen, INK)
            yield Bar(left, bottom, right - left, pen, INK)
            if piece.is_start and has_sides:
                yield Bar(left - pen, top - pen, pen, bottom - top + 2 * pen, INK)
            if piece.is_end and has_sides:
                yield Bar(right, top - pen, pen, bottom - top + 2 * pen, INK)

    def dashed(self, bar: Bar) -> Iterator[Bar]:
        """A bar as dashes along its longer side."""
        on, off = self.metrics.dash_figure
        length = max(bar.width, bar.height)
        run = 0.0
        while run < length:
            part = min(on, length - run)
            if bar.width >= bar.height:
                yield Bar(bar.x + run, bar.y, part, bar.height, bar.ink)
            else:
                yield Bar(bar.x, bar.y + run, bar.width, part, bar.ink)
            run += on + off

    def handles(self, pieces: Sequence[Piece], height: int = 0) -> Iterator[Stroke]:
        """What one drags to move an edge: a bar with a knob, above at the left and below at the right."""
        knob, pen = self.metrics.handle_knob_px, self._pen(HANDLE_PX)
        for piece, side in ((pieces[0], "left"), (pieces[-1], "right")):
            top, bottom = self.bounds(piece, height)
            x = self.snap(piece.left) - pen if side == "left" else self.snap(piece.right)
            yield Bar(x, top - pen, pen, bottom - top + 2 * pen, INK)
            y = top - pen - knob / 2 + 1 if side == "left" else bottom + pen + knob / 2 - 1
            yield Disc(x + pen / 2, y, knob, INK)

    def bounds(self, piece: Piece, height: int = 0) -> tuple[float, float]:
        """Top and bottom of what a mark covers on a line, its edge included."""
        metrics = self.metrics
        top = piece.baseline + metrics.tint_top_em * piece.em
        edge = piece.baseline + metrics.edge_name_em * piece.em + height * metrics.edge_level_step_px
        return self.snap(top), self.snap(edge + metrics.pen_figure_px)

    def snap(self, length: float) -> float:
        """The nearest whole pixel of the screen."""
        return round(length / self.pixel) * self.pixel

    def _name(self, piece: Piece, look: Look, run: float) -> Iterator[Bar]:
        metrics, ink = self.metrics, FAINT if look.is_automatic else TINT
        top = metrics.nested_tint_top_em if look.is_inner else metrics.tint_top_em
        bottom = metrics.nested_tint_bottom_em if look.is_inner else metrics.tint_bottom_em
        upper = self.snap(piece.baseline + top * piece.em)
        lower = self.snap(piece.baseline + bottom * piece.em)
        left, right = self.snap(piece.left), self.snap(piece.right)
        if look.has_grounds:
            yield Bar(left, upper, right - left, lower - upper, ink)
        else:
            yield from self._frame(piece, look, upper, lower)
        if look.is_in_doubt or not (look.is_automatic or look.has_edges):
            return
        edge = metrics.edge_name_em * piece.em + look.height * metrics.edge_level_step_px
        pen = metrics.pen_name_auto_px if look.is_automatic else metrics.pen_name_accepted_px
        dash = metrics.dash_name if look.is_automatic else None
        yield from self._edge(piece, self.snap(piece.baseline + edge), self._pen(pen), dash, run)

    def _frame(self, piece: Piece, look: Look, upper: float, lower: float) -> Iterator[Bar]:
        """Edges in place of a ground: above and at the true ends, and below where nothing else is."""
        pen, left, right = self._pen(1), self.snap(piece.left), self.snap(piece.right)
        dash = self.metrics.dash_name if look.is_automatic else None
        yield from self._edge(piece, upper, pen, dash, 0)
        if not (look.is_automatic or look.has_edges or look.is_in_doubt):
            yield Bar(left, lower - pen, right - left, pen, LINE)
        if piece.is_start:
            yield Bar(left, upper, pen, lower - upper, LINE)
        if piece.is_end:
            yield Bar(right - pen, upper, pen, lower - upper, LINE)

    def _figure(self, piece: Piece, look: Look, run: float) -> Iterator[Bar]:
        metrics, pen = self.metrics, self._pen(self.metrics.pen_figure_px)
        drop = metrics.edge_figure_em * piece.em + look.height * metrics.edge_level_step_px
        y = self.snap(piece.baseline + drop)
        dash = metrics.dash_figure if look.is_automatic else None
        yield from self._edge(piece, y, pen, dash, run)
        if look.shape != "ruler":
            return
        tick = self.snap(metrics.ruler_tick_em * piece.em)
        if piece.is_start:
            yield Bar(self.snap(piece.left), y + pen - tick, pen, tick, LINE)
        if piece.is_end:
            yield Bar(self.snap(piece.right) - pen, y + pen - tick, pen, tick, LINE)

    def _edge(
        self, piece: Piece, y: float, pen: float, dash: tuple[int, int] | None, run: float
    ) -> Iterator[Bar]:
        """A solid edge, or dashes whose phase goes on from ``run`` pixels of the same mark before."""
        left, right = self.snap(piece.left), self.snap(piece.right)
        if dash is None:
            yield Bar(left, y, right - left, pen, LINE)
            return
        on, off = dash
        start = left - self.snap(run % (on + off))
        while start < right:
            begin, end = max(left, start), min(right, start + on)
            if begin < end:
                yield Bar(begin, y, end - begin, pen, LINE)
            start += on + off

    def _badge(self, piece: Piece, look: Look) -> Iterator[Disc]:
        """The dot of an edited mark, the ring of one that was added by hand."""
        if look.status in ("edited", "added"):
            top = self.snap(piece.baseline + self.metrics.tint_top_em * piece.em)
            size = self.metrics.edited_dot_px
            yield Disc(piece.right - size / 2, top, size, INK, look.status == "added")

    def _pen(self, width: float) -> float:
        """A pen of at least one whole pixel of the screen."""
        return max(1, round(width / self.pixel)) * self.pixel
