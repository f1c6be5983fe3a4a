"""The places that were found, each in its line, aligned on what was found, with a box to tick."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyleOptionViewItem

from core.find import Occurrence
from gui.look.fonts import ui_font
from gui.look.theme import Theme
from gui.models.check_rows import CheckModel
from gui.widgets.row_list import RIGHT, RowDelegate, RowList, draw_end_of_text, draw_text
from gui.widgets.row_model import ROW, AnyIndex

MARGIN = 12
BOX = 14
BOX_COLUMN = 34
BEFORE_SHARE = 0.36
HEAD = 22


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in an article of the folder, named on its first one; in the open article it has no name."""

    place: Occurrence
    article: str = ""
    is_first: bool = False


def hit_in_words(hit: Hit) -> str:
    """A row as a screen reader says it."""
    place = hit.place
    return f"{hit.article} {place.before}{place.words}{place.after} {place.label or ''}".strip()


class HitDelegate(RowDelegate):
    """A box to tick, and the place in its line; what was found is bold."""

    height = 26
    margin = radius = 0

    def row_height(self, row: object, width: int) -> int:
        """A line more above the first place of an article, for its name."""
        assert isinstance(row, Hit)
        return self.height + (HEAD if row.is_first else 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint the row, then its box."""
        super().paint(painter, option, index)
        if self._theme:
            box = box_of(_line_of(option.rect, index.data(ROW)))
            is_on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
            paint_box(painter, QRectF(box), is_on, self._theme)

    def paint_row(self, painter: QPainter, area: QRect, row: object, theme: Theme) -> None:
        """Paint the line, under the name of the article where it is the first of it; the label at its end."""
        assert isinstance(row, Hit)
        if row.is_first:
            head = QRect(area.left() + MARGIN, area.top(), area.width() - 2 * MARGIN, HEAD + 4)
            draw_text(painter, head, row.article, theme.ui.ink_2, font=ui_font(12))
        line = _line_of(area, row).adjusted(BOX_COLUMN, 0, -MARGIN, 0)
        if row.place.label:
            taken = draw_text(painter, line, row.place.label, theme.ui.ink_3, font=ui_font(11), align=RIGHT)
            line.adjust(0, 0, -taken - 6, 0)
        width, bold = int(line.width() * BEFORE_SHARE), ui_font(13, 600)
        before = QRect(line.left(), line.top(), width, line.height())
        draw_end_of_text(painter, before, row.place.before, theme.ui.ink_2)
        rest = line.adjusted(width + 1, 0, 0, 0)
        taken = draw_text(painter, rest, row.place.words, theme.ui.ink, font=bold)
        draw_text(painter, rest.adjusted(taken + 1, 0, 0, 0), row.place.after, theme.ui.ink_2)


class HitList(RowList):
    """Space or a click on the box ticks; everything else goes to the place."""

    def __init__(self, model: CheckModel[Hit], delegate: RowDelegate) -> None:
        super().__init__(model, delegate, scrolls=True)
        self._checks = model

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick by Space."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._checks.toggle(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tick where the box was pressed."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.position().x() < BOX_COLUMN:
            self._checks.toggle(index)
        else:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let a tick be only a tick."""
        if event.position().x() >= BOX_COLUMN:
            super().mouseReleaseEvent(event)


def _line_of(row: QRect, hit: Hit) -> QRect:
    """Where the line of a row is, below the name."""
    return row.adjusted(0, HEAD if hit.is_first else 0, 0, 0)


def box_of(row: QRect) -> QRect:
    """Where the box of a row is."""
    return QRect(row.left() + MARGIN, row.center().y() - BOX // 2 + 1, BOX, BOX)


def paint_box(painter: QPainter, area: QRectF, is_on: bool, theme: Theme) -> None:
    """Draw a box, ticked or not."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.ui.ink if is_on else theme.ui.control, 1))
    painter.setBrush(theme.ui.ink if is_on else theme.ui.surface)
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    if is_on:
        center = area.center()
        painter.setPen(QPen(theme.ui.on_ink, 1.5))
        tick = [center + QPointF(x, y) for x, y in ((-3, 0.2), (-0.9, 2.4), (3.2, -2.2))]
        painter.drawPolyline(QPolygonF(tick))
    painter.restore()
