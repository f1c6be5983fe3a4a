"""What lies under the pointer in the article, and the edge of a mark in the hand."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from core.text.spans import Span
from gui.article.gutter import Gutter
from gui.article.mark_geometry import MarkGeometry, Piece
from gui.article.page_geometry import PageGeometry
from gui.article.scene import Scene
from gui.article.view_text import ORIGINAL, SUGGESTION

GAP_REACH_PX = 7


@dataclass(frozen=True, slots=True)
class Hit:
    """What is under a point: marks (innermost first), a repair, a finding, a folded group."""

    marks: tuple[str, ...] = ()
    repair: str | None = None
    finding: str | None = None
    fold: int | None = None

    @property
    def is_control(self) -> bool:
        """Whether a click there acts like a button's."""
        return self.finding is not None or self.fold is not None or self.repair is not None


@dataclass(frozen=True, slots=True)
class EdgeDrag:
    """An edge of a mark in the hand: ``side`` is ``left`` or ``right``, ``span`` where it was taken up."""

    mark: str
    side: str
    span: Span

    def at(self, offset: int) -> Span:
        """The span with the edge at ``offset``; one character always stays."""
        if self.side == "left":
            return Span(min(offset, self.span.end - 1), self.span.end)
        return Span(self.span.start, max(offset, self.span.start + 1))


def hit(point: QPointF, scene: Scene, page: PageGeometry, gutter: Gutter, seen: Span) -> Hit:
    """What lies under ``point``; signs in the margin come before marks."""
    for sign in gutter.signs(seen):
        if sign.area.contains(point):
            return Hit(finding=sign.id) if sign.kind == "number" else Hit(repair=sign.id)
    under = next(page.seen_lines(QRectF(point.x(), point.y(), 1, 1)), None)
    if under is not None and under.line.is_row:
        return Hit(fold=under.line.fold)
    offset = page.offset_under(point)
    if offset is None:
        return Hit()
    marks = tuple(mark.id for mark in reversed(scene.marks.at(offset)))
    return Hit(marks=marks, repair=_repair_under(point, offset, scene, page))


def edge_under(point: QPointF, scene: Scene, page: PageGeometry) -> EdgeDrag | None:
    """The edge of the selected mark that ``point`` grabs, in the annotator's view."""
    nested = scene.selected_mark
    pieces = page.pieces(nested.mark.span) if nested and scene.mode == "annotate" else []
    if nested is None or not pieces:
        return None
    metrics = scene.metrics.mark
    geometry = MarkGeometry(metrics)
    reach = metrics.handle_hit_px / 2
    for side, piece, x in (("left", pieces[0], pieces[0].left), ("right", pieces[-1], pieces[-1].right)):
        if _handle_area(geometry, piece, x, reach, metrics.handle_knob_px, side).contains(point):
            return EdgeDrag(nested.mark.id, side, nested.mark.span)
    return None


def _handle_area(
    geometry: MarkGeometry, piece: Piece, x: float, reach: float, knob: int, side: str
) -> QRectF:
    top, bottom = geometry.bounds(piece)
    above, below = (knob + 2, 2) if side == "left" else (2, knob + 2)
    return QRectF(x - reach, top - above, 2 * reach, bottom - top + above + below)


def _repair_under(point: QPointF, offset: int, scene: Scene, page: PageGeometry) -> str | None:
    """The repair that a click means: a suggestion at its gap; in the repairs view whatever was repaired."""
    position = page.position_at(point) or 0
    number = page.view_text.line_at(position)
    if scene.mode == "repair" and number is not None:
        run = page.view_text.lines[number].run_at(position - page.view_text.position_of_line(number))
        if run is not None and run.role in (SUGGESTION, ORIGINAL):
            return run.repair
    for repair, span in scene.repairs_in(Span(max(0, offset - 1), offset + 1)):
        gaps = page.gap(span.start) if repair.status == "suggested" and not scene.boxes_suggestions else ()
        if any(abs(gap.left - point.x()) <= GAP_REACH_PX for gap in gaps):
            return repair.id
        if scene.mode == "repair" and span.start <= offset < span.end:
            return repair.id
    return None
