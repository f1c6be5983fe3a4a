"""All figures and times of the article: its timeline, and a table to sort, narrow and copy."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from core.figures.lines import FigureLine
from core.schemes import Scheme
from gui.models.figure_table import FigureTable
from gui.pages.table_page import TablePage
from gui.widgets.row_model import ROW
from gui.widgets.timeline_chart import ChartPoint, TimelineChart


class FiguresPage(TablePage):
    """``show_lines`` takes what there is; ``annotation_requested`` asks for a mark in the article."""

    annotation_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._model = FigureTable()
        super().__init__(self._model, parent)
        self.timeline = TimelineChart()
        self.timeline.activated.connect(self.annotation_requested)
        self.content.insertWidget(0, self.timeline)
        self.table.chosen.connect(lambda index: self.annotation_requested.emit(index.data(ROW).id))
        self.retranslate()

    def show_lines(
        self, title: str, lines: Sequence[FigureLine], points: Sequence[ChartPoint], scheme: Scheme
    ) -> None:
        """Show the figures of an article, in the order of the text at first."""
        self._model.set_lines(lines, scheme)
        self.timeline.set_points(points)
        self.timeline.setVisible(bool(points))
        self.show_all()
        self.set_title(self.tr("Figures and Times"), title)

    def retranslate(self) -> None:
        """Put every text into the language of the application."""
        super().retranslate()
        self.table.setAccessibleName(self.tr("Figures and Times"))
        self.timeline.setAccessibleName(self.tr("Timeline"))
