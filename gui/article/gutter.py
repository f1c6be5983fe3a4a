"""The margins of the article: numbers of findings at the left, signs of repairs at the right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from core.text.spans import Span
from gui.article.page_geometry import PageGeometry
from gui.article.scene import Scene
from gui.widgets.numbers import paint_number
from gui.words.repair_words import DOTTED_KINDS

NUMBER, SUGGESTION, DRIFT = "number", "suggestion", "drift"
SMALL_DOT_PX = 6
SELECTED_DOT_PX = 3
"""How much larger the dot of the question being looked at is."""
DIAMOND_PX = 9
SQUARE_PX = 6
SIGN_STEP_PX = 13
CIRCLE_GAP_PX = 2
MIDDLE_EM = 0.36
RING_PEN = 1.2


@dataclass(frozen=True, slots=True)
class GutterSign:
    """A sign beside a row: ``kind`` is ``number suggestion drift``, ``id`` the finding's or repair's."""

    kind: str
    id: str
    center: QPointF
    size: float
    text: str = ""

    @property
    def area(self) -> QRectF:
        """Where it is clicked: at least 20 px square."""
        half = max(self.size, 20) / 2
        return QRectF(self.center.x() - half, self.center.y() - half, 2 * half, 2 * half)


@dataclass(frozen=True, slots=True)
class Gutter:
    """Finds and paints the signs beside the column from ``left`` to ``right``."""

    scene: Scene
    page: PageGeometry
    left: float
    right: float
    width: float

    def signs(self, seen: Span) -> Iterator[GutterSign]:
        """All signs beside the rows that ``seen`` covers."""
        yield from self._numbers(seen)
        yield from self._repair_signs(seen)

    def paint(self, painter: QPainter, seen: Span) -> None:
        """Paint them."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for sign in self.signs(seen):
            _PAINTERS[sign.kind](painter, sign, self.scene)
        painter.restore()

    @property
    def _is_narrow(self) -> bool:
        return self.width < self.scene.metrics.layout.gutter

    def _numbers(self, seen: Span) -> Iterator[GutterSign]:
        """One number for each row concerned; several beside one row go outward."""
        ids = {number: finding for finding, number in self.scene.numbers.items()}
        rows: dict[float, list[int]] = defaultdict(list)
        for place, number in self.scene.questions_in(seen):
            for piece in self.page.pieces(place, insets=False):
                middle = piece.baseline - MIDDLE_EM * piece.em
                if number not in rows[middle]:
                    rows[middle].append(number)
        metrics = self.scene.metrics.mark
        size = SMALL_DOT_PX if self._is_narrow else metrics.finding_circle_px
        first = self.width / 2 if self._is_narrow else metrics.finding_left_px - size / 2
        for middle, numbers in rows.items():
            for place_in_row, number in enumerate(numbers):
                x = self.left - first - place_in_row * (size + CIRCLE_GAP_PX)
                yield GutterSign(NUMBER, ids[number], QPointF(x, middle), size, str(number))

    def _repair_signs(self, seen: Span) -> Iterator[GutterSign]:
        """One sign of each kind for each row, the suggestion nearer to the text."""
        rows: dict[tuple[float, float], dict[str, str]] = defaultdict(dict)
        for repair, span in self.scene.repairs_in(seen):
            kind = self._kind_of_sign(repair.status, repair.kind)
            if kind is None:
                continue
            for gap in self.page.gap(span.start):
                rows[gap.baseline, gap.em].setdefault(kind, repair.id)
        beside = self.width / 2 if self._is_narrow else self.scene.metrics.mark.repair_right_px + 4
        for (baseline, em), kinds in rows.items():
            outward = [kind for kind in (SUGGESTION, DRIFT) if kind in kinds]
            for number, kind in enumerate(outward):
                x = self.right + beside + number * SIGN_STEP_PX
                size = DIAMOND_PX if kind == SUGGESTION else SQUARE_PX
                yield GutterSign(kind, kinds[kind], QPointF(x, baseline - MIDDLE_EM * em), size)

    def _kind_of_sign(self, status: str, kind: str) -> str | None:
        if status == "suggested":
            return SUGGESTION
        return DRIFT if self.scene.mode == "repair" and kind not in DOTTED_KINDS else None


def _paint_number(painter: QPainter, sign: GutterSign, scene: Scene) -> None:
    """Paint the number in a ring; filled, that of the question being looked at. Narrow margins have dots."""
    zhu, is_selected = scene.theme.ui.zhu, sign.id == scene.selected_finding
    if sign.size <= SMALL_DOT_PX:
        size = sign.size + (SELECTED_DOT_PX if is_selected else 0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(zhu)
        painter.drawEllipse(sign.center, size / 2, size / 2)
        return
    half = sign.size / 2
    circle = QRectF(sign.center.x() - half, sign.center.y() - half, sign.size, sign.size)
    paint_number(painter, circle, sign.text, scene.theme, is_filled=is_selected, weight=600)


def _paint_diamond(painter: QPainter, sign: GutterSign, scene: Scene) -> None:
    x, y, half = sign.center.x(), sign.center.y(), sign.size / 2
    corners = [QPointF(x, y - half), QPointF(x + half, y), QPointF(x, y + half), QPointF(x - half, y)]
    painter.setPen(QPen(scene.theme.ui.zhu, RING_PEN))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolygon(QPolygonF(corners))


def _paint_square(painter: QPainter, sign: GutterSign, scene: Scene) -> None:
    half = sign.size / 2
    box = QRectF(round(sign.center.x() - half), round(sign.center.y() - half), sign.size, sign.size)
    painter.fillRect(box, scene.theme.ui.ink_3)


_PAINTERS = {NUMBER: _paint_number, SUGGESTION: _paint_diamond, DRIFT: _paint_square}
