"""The places that were found, each in its line, aligned on what was found, with a box to tick."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from core.text.find import Occurrence
from gui.look.fonts import ui_font
from gui.look.theme import Theme
from gui.panels.check_list import BOX_COLUMN, CheckDelegate
from gui.widgets.row_list import RIGHT, draw_end_of_text, draw_text

MARGIN = 12
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


class HitDelegate(CheckDelegate):
    """A box to tick, and the place in its line; what was found is bold."""

    height = 26

    def row_height(self, row: object, width: int) -> int:
        """A line more above the first place of an article, for its name."""
        assert isinstance(row, Hit)
        return self.height + (HEAD if row.is_first else 0)

    def line_of(self, area: QRect, row: object) -> QRect:
        """The line of a place, below the name of its article."""
        assert isinstance(row, Hit)
        return area.adjusted(0, HEAD if row.is_first else 0, 0, 0)

    def paint_row(self, painter: QPainter, area: QRect, row: object, theme: Theme) -> None:
        """Paint the line, under the name of the article where it is the first of it; the label at its end."""
        assert isinstance(row, Hit)
        if row.is_first:
            head = QRect(area.left() + MARGIN, area.top(), area.width() - 2 * MARGIN, HEAD + 4)
            draw_text(painter, head, row.article, theme.ui.ink_2, font=ui_font(12))
        line = self.line_of(area, row).adjusted(BOX_COLUMN, 0, -MARGIN, 0)
        if row.place.label:
            taken = draw_text(painter, line, row.place.label, theme.ui.ink_3, font=ui_font(11), align=RIGHT)
            line.adjust(0, 0, -taken - 6, 0)
        width, bold = int(line.width() * BEFORE_SHARE), ui_font(13, 600)
        before = QRect(line.left(), line.top(), width, line.height())
        draw_end_of_text(painter, before, row.place.before, theme.ui.ink_2)
        rest = line.adjusted(width + 1, 0, 0, 0)
        taken = draw_text(painter, rest, row.place.words, theme.ui.ink, font=bold)
        draw_text(painter, rest.adjusted(taken + 1, 0, 0, 0), row.place.after, theme.ui.ink_2)
