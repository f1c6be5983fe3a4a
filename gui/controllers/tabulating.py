"""The figures and times of the open article on a page of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject, Signal

from core.document import Document
from core.figures.lines import FigureLine, TimePoint, figure_lines, time_points
from gui.background import Background
from gui.controllers.conversation import Conversation
from gui.pages.figures_page import FiguresPage
from gui.session import Session
from gui.widgets.timeline_chart import ChartPoint

Found = tuple[tuple[FigureLine, ...], tuple[ChartPoint, ...]]


class Tabulating(QObject):
    """Gathers the lines in the background and shows them."""

    started = Signal()

    def __init__(
        self, session: Session, page: FiguresPage, background: Background, conversation: Conversation
    ) -> None:
        super().__init__(session)
        self._session, self._page = session, page
        self._background, self._conversation = background, conversation

    def begin(self) -> None:
        """Show the table of the open article."""
        document, path = self._session.document, self._session.path
        if document is None:
            return
        title = document.article.title or (path.name if path else "")
        publication = self.tr("published")

        def show(found: Found) -> None:
            self._page.show_lines(title, *found, self._session.scheme)
            self.started.emit()

        self._background.run(
            "figures", lambda: _gather(document, publication), show, self._conversation.tell_any
        )


def _gather(document: Document, publication: str) -> Found:
    return figure_lines(document), tuple(_chart_points(time_points(document), publication))


def _chart_points(points: Sequence[TimePoint], publication: str) -> Iterator[ChartPoint]:
    from core.report.timeline import moments

    rows = [(point.row, point.first) for point in points]
    for moment, (row, first) in zip(moments(rows, publication), rows, strict=True):
        day = row.day if row.day.startswith(first[:4]) else f"{first[:4]}-{row.day}"
        yield ChartPoint(moment.year, day, moment.about, moment.gap, row.ids, row.is_publication)
