"""Draws the arcs of relations in the annotator's view, each with its name where there is room."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from core.document import Relation
from core.text.spans import Span
from gui.article.arc_geometry import Arc, Ends, arcs
from gui.article.page_geometry import PageGeometry
from gui.article.scene import Scene
from gui.look.fonts import ui_font

HEAD_PX = 4.0
WORDS_PX, WORDS_GAP = 10, 4


class ArcPainter:
    """Paints one scene; ``margin`` is the left edge of the column."""

    def __init__(self, painter: QPainter, scene: Scene, page: PageGeometry, margin: float) -> None:
        self._painter, self._scene, self._page, self._margin = painter, scene, page, margin

    def paint(self, seen: Span) -> None:
        """Paint the relations of the marks in ``seen``, the selected mark's last and in ink."""
        drawn = list(arcs(self._ends(seen), self._margin))
        self._painter.save()
        for arc in sorted(drawn, key=lambda arc: arc.is_chosen):
            self._paint_arc(arc)
        self._painter.restore()

    def _ends(self, seen: Span) -> Iterator[Ends]:
        for relation in self._scene.relations:
            marks = self._scene.mark(relation.from_id), self._scene.mark(relation.to_id)
            if not any(mark.span.overlaps(seen) for mark in marks):
                continue
            pieces = [self._page.pieces(mark.stretches[0]) for mark in marks]
            if all(pieces):
                is_chosen = self._scene.selected in (relation.from_id, relation.to_id)
                yield Ends(relation.id, self._title(relation), pieces[0][0], pieces[1][0], is_chosen)

    def _title(self, relation: Relation) -> str:
        return self._scene.relation_titles.get(relation.label, relation.label)

    def _paint_arc(self, arc: Arc) -> None:
        ui = self._scene.theme.ui
        ink = ui.ink if arc.is_chosen else ui.ink_3
        self._painter.setPen(QPen(ink, 1))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawPolyline(QPolygonF([QPointF(*point) for point in arc.points]))
        self._paint_head(QPointF(*arc.points[-1]), ink)
        self._paint_words(arc, ink, ui.surface)

    def _paint_head(self, tip: QPointF, ink: QColor) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(ink)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        corners = [tip, tip + QPointF(-HEAD_PX / 2, -HEAD_PX), tip + QPointF(HEAD_PX / 2, -HEAD_PX)]
        self._painter.drawPolygon(QPolygonF(corners))
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _paint_words(self, arc: Arc, ink: QColor, ground: QColor) -> None:
        font = ui_font(WORDS_PX)
        metrics = QFontMetricsF(font)
        left, y, room = arc.label_at
        width = metrics.horizontalAdvance(arc.label) + 2 * WORDS_GAP
        if width > room:
            return
        box = QRectF(left + (room - width) / 2, y - metrics.height() / 2, width, metrics.height())
        self._painter.fillRect(box, ground)
        self._painter.setPen(ink)
        self._painter.setFont(font)
        self._painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), arc.label)
