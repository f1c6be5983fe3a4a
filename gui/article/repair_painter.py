"""Paints repairs: suggestions at their gaps while reading, all that was repaired in the repairs view."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from core.language.script import convert
from core.repairs import Repair
from core.text.spans import Span
from gui.article.mark_geometry import LINE, TINT, Bar, MarkGeometry, Piece
from gui.article.page_geometry import PageGeometry, SeenLine, x_of
from gui.article.scene import Scene
from gui.article.stroke_painter import paint_strokes
from gui.article.text_positions import utf16_length
from gui.article.view_text import SUGGESTION
from gui.look.fonts import article_font
from gui.words.repair_words import DOTTED_KINDS

DOT_PX = 3
DOT_DROP_EM = 0.36
INSERT_PX = 12
INSERT_RISE_EM = 1.0
CARET_SIGN_PX = (8, 5)
CARET_SIGN_DROP_EM = 0.17
CARET_SIGN_PEN = 1.5
BOX_BESIDE_PX = 2
CURRENT_BAR_LEFT_PX = 20


class RepairPainter:
    """Paints one scene; made anew for every pass."""

    def __init__(self, painter: QPainter, scene: Scene, page: PageGeometry, pixel: float) -> None:
        self._painter, self._scene, self._page = painter, scene, page
        self._geometry = MarkGeometry(scene.metrics.mark, pixel)

    def paint_suggestions(self, seen: Span) -> None:
        """A sign under each gap and the suggested characters above it, in cinnabar."""
        for repair, span in self._scene.repairs_in(seen):
            if repair.status == "suggested":
                self._paint_insertion(repair, span)

    def paint_repaired(self, seen: Span) -> None:
        """A dot under what was glossed, grey ground under what had drifted, an outline for the chosen one."""
        for repair, span in self._scene.repairs_in(seen):
            if repair.status == "applied" and len(span):
                pieces = self._page.pieces(span, insets=False)
                if repair.kind in DOTTED_KINDS:
                    self._paint_dots(pieces)
                else:
                    self._paint_ground(pieces)
                if repair.id == self._scene.selected_repair and pieces:
                    outline = self._geometry.outline(pieces)
                    paint_strokes(self._painter, outline, self._scene.hue(""), self._scene.theme)

    def paint_boxes(self, seen: SeenLine) -> None:
        """The frames of the suggested characters that stand in a line."""
        unit = 0
        for run in seen.line.runs:
            length = utf16_length(run.text)
            if run.role == SUGGESTION:
                self._paint_box(seen, unit, unit + length, run.repair == self._scene.selected_repair)
            unit += length

    def paint_current_bar(self, seen: SeenLine, column_left: float) -> None:
        """The bar beside the paragraph of the chosen repair."""
        height = seen.block.layout().boundingRect().height()
        bar = QRectF(column_left - CURRENT_BAR_LEFT_PX, seen.top, 2, height)
        self._painter.fillRect(bar, self._scene.theme.ui.ink)

    def _paint_insertion(self, repair: Repair, span: Span) -> None:
        pieces = self._page.pieces(span, insets=False) or self._page.gap(span.start)
        if not pieces:
            return
        x, baseline, em = (pieces[0].left + pieces[0].right) / 2, pieces[0].baseline, pieces[0].em
        painter, zhu = self._painter, self._scene.theme.ui.zhu
        font = article_font(round(INSERT_PX * self._page.formats.scale), face=self._page.formats.face)
        painter.setFont(font)
        painter.setPen(zhu)
        words = repair.replacement
        if self._scene.script in ("hans", "hant"):
            words = convert(words, to=self._scene.script)
        width = QFontMetricsF(font).horizontalAdvance(words)
        painter.drawText(QPointF(x - width / 2, baseline - INSERT_RISE_EM * em), words)
        self._paint_caret_sign(x, baseline + CARET_SIGN_DROP_EM * em)

    def _paint_caret_sign(self, x: float, top: float) -> None:
        width, height = CARET_SIGN_PX
        painter = self._painter
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._scene.theme.ui.zhu, CARET_SIGN_PEN)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        feet = [
            QPointF(x - width / 2, top + height),
            QPointF(x, top),
            QPointF(x + width / 2, top + height),
        ]
        painter.drawPolyline(feet)
        painter.restore()

    def _paint_dots(self, pieces: list[Piece]) -> None:
        painter = self._painter
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._scene.theme.ui.ink_off)
        for piece in pieces:
            count = max(1, round(piece.width / piece.em))
            step = piece.width / count
            for number in range(count):
                center = QPointF(piece.left + step * (number + 0.5), piece.baseline + DOT_DROP_EM * piece.em)
                painter.drawEllipse(center, DOT_PX / 2, DOT_PX / 2)
        painter.restore()

    def _paint_ground(self, pieces: list[Piece]) -> None:
        for piece in pieces:
            top, bottom = self._geometry.bounds(piece)
            left, right = self._geometry.snap(piece.left), self._geometry.snap(piece.right)
            ground = Bar(left, top, right - left, bottom - top - 2, TINT)
            edge = Bar(left, bottom - 2, right - left, 2, LINE)
            paint_strokes(self._painter, (ground, edge), self._scene.hue(""), self._scene.theme)

    def _paint_box(self, seen: SeenLine, first: int, last: int, is_current: bool) -> None:
        row = seen.block.layout().lineForTextPosition(first)
        if not row.isValid():
            return
        em = self._page.formats.em_of(seen.line)
        left = seen.left + x_of(row, first) - BOX_BESIDE_PX
        right = seen.left + x_of(row, last) + BOX_BESIDE_PX
        baseline = seen.top + row.y() + row.ascent()
        top, bottom = self._geometry.bounds(Piece(left, right, baseline, em))
        box = QRectF(round(left) + 0.5, top + 0.5, round(right - left) - 1, bottom - top - 1)
        ui = self._scene.theme.ui
        pen = QPen(ui.zhu, 1)
        if is_current:
            self._painter.fillRect(box, ui.zhu_soft)
        else:
            pen.setDashPattern([3, 3])
        self._painter.setPen(pen)
        self._painter.drawRect(box)
