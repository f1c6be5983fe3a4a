"""Paints the marks of the lines in sight, under the text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter

from core.document import Annotation
from core.text.spans import Span
from gui.article.mark_geometry import Look, MarkGeometry, Piece
from gui.article.mark_index import Nested
from gui.article.page_geometry import PageGeometry
from gui.article.scene import Scene
from gui.article.stroke_painter import paint_strokes
from gui.look.fonts import latin_font

CODE_RISE_EM = 1.06
SELECTED_CODE_SHIFT = 8


class MarkPainter:
    """Paints one scene; made anew for every pass."""

    def __init__(self, painter: QPainter, scene: Scene, page: PageGeometry, pixel: float) -> None:
        self._painter, self._scene, self._page = painter, scene, page
        self._geometry = MarkGeometry(scene.metrics.mark, pixel)

    def paint(self, seen: Span) -> None:
        """Paint what touches the stretch ``seen``: grounds and edges, waves, codes, the selection."""
        shown = [(nested, self._pieces_of(nested.mark)) for nested in self._scene.marks.touching(seen)]
        shown = [(nested, pieces) for nested, pieces in shown if pieces]
        for nested, pieces in shown:
            self._paint_mark(nested, pieces)
        self._paint_looked_at(seen)
        for place, _ in self._scene.questions_in(seen):
            waves = [self._geometry.wave(piece) for piece in self._page.pieces(place)]
            paint_strokes(self._painter, waves, self._scene.hue(""), self._scene.theme)
        if self._scene.mode == "annotate":
            self._paint_codes(shown)
        self._paint_origin()
        self._paint_selection(seen)

    def _paint_looked_at(self, seen: Span) -> None:
        """A soft ground under every place of the question looked at; a frame where there are no tints."""
        theme, painter = self._scene.theme, self._painter
        for place, number in self._scene.questions_in(seen):
            if number != self._scene.selected_number:
                continue
            for piece in self._page.pieces(place):
                top, bottom = self._geometry.bounds(piece)
                area = QRectF(piece.left, top, piece.right - piece.left, bottom - top)
                painter.fillRect(area, theme.ui.zhu_soft)
                if theme.edges_for_tints:
                    painter.setPen(theme.ui.zhu)
                    painter.drawRect(area)

    def _pieces_of(self, mark: Annotation) -> Sequence[Piece]:
        """The pieces of a mark on the page; those of a discontinuous one leave its gaps out."""
        if not mark.pieces:
            return self._page.pieces(mark.span)
        return [piece for part in mark.pieces for piece in self._page.pieces(part)]

    def _paint_mark(self, nested: Nested, pieces: Sequence[Piece]) -> None:
        look = self._look(nested)
        hue = self._scene.hue(nested.mark.label)
        paint_strokes(self._painter, self._geometry.strokes(pieces, look), hue, self._scene.theme)
        if nested.mark.pieces:
            paint_strokes(self._painter, self._geometry.links(pieces, look), hue, self._scene.theme)

    def _look(self, nested: Nested) -> Look:
        scene, mark = self._scene, nested.mark
        return Look(
            scene.shape(mark),
            mark.status,
            height=nested.height,
            is_inner=nested.depth > 0,
            has_edges=scene.mode == "annotate",
            has_grounds=not scene.theme.edges_for_tints,
            is_in_doubt=scene.is_in_doubt(mark.span),
        )

    def _paint_codes(self, shown: Sequence[tuple[Nested, Sequence[Piece]]]) -> None:
        """Label codes above the starts; one that would lie on another moves right, or is left out."""
        size = self._scene.metrics.sizes["tag"]
        font = latin_font(max(size.size, round(size.size * self._page.formats.scale)), size.weight)
        self._painter.setFont(font)
        metrics, gap = QFontMetricsF(font), self._scene.metrics.mark.tag_gap_px
        free_from: dict[float, float] = {}
        for nested, pieces in shown:
            first = pieces[0]
            left = first.left + (SELECTED_CODE_SHIFT if nested.mark.id == self._scene.selected else 0)
            left = max(left, free_from.get(first.baseline, left))
            if left > max(first.right, first.left + first.em):
                continue
            y = round(first.baseline - CODE_RISE_EM * first.em)
            self._painter.setPen(self._scene.hue(nested.mark.label).text)
            self._painter.drawText(QPointF(left, y), nested.mark.label)
            free_from[first.baseline] = left + metrics.horizontalAdvance(nested.mark.label) + gap

    def _paint_origin(self) -> None:
        """A broken frame around the mark that a relation has been begun at."""
        origin = self._scene.related_from
        if origin is None or origin == self._scene.selected or self._scene.mode != "annotate":
            return
        mark = self._scene.mark(origin)
        frame = self._geometry.outline(self._pieces_of(mark))
        broken = (dash for bar in frame for dash in self._geometry.dashed(bar))
        paint_strokes(self._painter, broken, self._scene.hue(mark.label), self._scene.theme)

    def _paint_selection(self, seen: Span) -> None:
        nested = self._scene.selected_mark
        if nested is None:
            return
        dragged, mark = self._scene.dragged, nested.mark
        pieces = self._page.pieces(dragged) if dragged else self._pieces_of(mark)
        if not pieces or not (dragged or mark.span).overlaps(seen):
            return
        hue = self._scene.hue(nested.mark.label)
        has_handles = self._scene.mode == "annotate"
        outline = self._geometry.outline(pieces, nested.height, has_sides=not has_handles)
        handles = self._geometry.handles(pieces, nested.height) if has_handles else ()
        paint_strokes(self._painter, (*outline, *handles), hue, self._scene.theme)
