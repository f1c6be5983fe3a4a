"""The side panel of the reading mode: six sections in one scroll."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from core.document import Document
from core.schemes import Scheme
from core.text.spans import Span
from gui.look.theme import Theme
from gui.panels.sections.article import ArticleSection
from gui.panels.sections.figures import FiguresSection
from gui.panels.sections.findings import FindingsSection
from gui.panels.sections.names import NamesSection
from gui.panels.sections.repairs import RepairsSection
from gui.panels.sections.section import Section
from gui.panels.sections.times import TimesSection
from gui.widgets.overlay_scroll import OverlayScroll
from gui.widgets.pane import Pane
from gui.widgets.row_list import RowList

LARGE = 6000
"""Marks and repairs from which gathering the rows would be felt."""

PAUSE = 120
"""Milliseconds without an edit after which slow rows are gathered."""

OPEN_AT_FIRST = ("article", "findings", "names", "figures")


RunLater = Callable[[Callable[[], Mapping[str, object]], Callable[[Mapping[str, object]], None]], None]


class SidePanel(QScrollArea):
    """Shows the document in sections and asks to go where a row points; changes nothing."""

    annotation_activated = Signal(str)
    repair_activated = Signal(str)
    finding_activated = Signal(str, object)
    finding_settled = Signal(str, object)
    note_requested = Signal(str)
    article_requested = Signal(str)
    name_opened = Signal(str)
    place_activated = Signal(Span)
    hues_hidden = Signal(frozenset)
    section_in_sight = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run_later: RunLater | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._gather)
        self._document: Document | None = None
        self._scheme: Scheme | None = None
        self._finding: str | None = None
        self._is_stale = True
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        OverlayScroll(self)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.article, self.findings, self.names = ArticleSection(), FindingsSection(), NamesSection()
        self.figures, self.times, self.repairs = FiguresSection(), TimesSection(), RepairsSection()
        ordered = (self.article, self.findings, self.names, self.figures, self.times, self.repairs)
        self.sections: dict[str, Section] = {section.section_id: section for section in ordered}
        self._content = Pane("panel", ("left",))
        layout = QVBoxLayout(self._content)
        layout.setContentsMargins(1, 0, 0, 0)
        layout.setSpacing(0)
        for section in ordered:
            layout.addWidget(section)
            self._connect(section)
        layout.addStretch(1)
        self.setWidget(self._content)
        self.article.hues_hidden.connect(self.hues_hidden)
        self.article.place_activated.connect(self.place_activated)
        self.findings.finding_activated.connect(self.finding_activated)
        self.findings.finding_settled.connect(self.finding_settled)
        self.names.name_opened.connect(self.name_opened)
        self.findings.note_requested.connect(self.note_requested)
        self.findings.article_requested.connect(self.article_requested)
        self.verticalScrollBar().valueChanged.connect(self._tell_section)
        for section_id in OPEN_AT_FIRST:
            self.sections[section_id].set_open(True)

    def set_run_later(self, run_later: RunLater) -> None:
        """Gather the rows of slow sections and of large documents by ``run_later``.

        It calls a pure function on another thread and brings its value; only the newest call counts. It is
        called when a person pauses, so that gathering takes no time from the keys.
        """
        self._run_later = run_later

    def set_document(self, document: Document | None) -> None:
        """Show the next document: at once, while hidden later, slow sections when their rows are there."""
        self._document = document
        self._is_stale = True
        if self.isVisible() or document is None:
            self._refresh()

    def set_scheme(self, scheme: Scheme) -> None:
        """Take the label scheme."""
        self._scheme = scheme
        self.set_document(self._document)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what has come while the panel was hidden."""
        super().showEvent(event)
        self._refresh()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colors of ``theme``."""
        self._content.set_theme(theme)

    def select_annotation(self, annotation_id: str | None) -> None:
        """Show the row of the selected mark in every open section."""
        for section in self.sections.values():
            section.select_annotation(annotation_id)

    def select_finding(self, finding_id: str | None, place: int) -> None:
        """Show which question is looked at and at which of its places, and the rows that it is about."""
        self._finding = finding_id
        self.findings.select_finding(finding_id, place)
        number = self.findings.number_of(finding_id)
        for section in self.sections.values():
            section.look_at_question(number)

    def open_section(self, section_id: str) -> None:
        """Open a section and scroll to its head."""
        section = self.sections[section_id]
        section.set_open(True)
        QTimer.singleShot(0, self, lambda: self.verticalScrollBar().setValue(section.y()))

    def section_here(self) -> str:
        """The section at the top of what is seen."""
        top = self.verticalScrollBar().value()
        below = (name for name, section in self.sections.items() if section.geometry().bottom() > top)
        return next(below, "repairs")

    def _refresh(self) -> None:
        document, scheme = self._document, self._scheme
        if not self._is_stale or scheme is None:
            return
        self._is_stale = False
        if document is None:
            self._show(dict.fromkeys(self.sections))
            return
        later = self._slow_sections(document)
        at_once = {name: section for name, section in self.sections.items() if name not in later}
        self._show(rows_of(at_once, document, scheme))
        if self._run_later:
            self._pause.start()

    def _gather(self) -> None:
        document, scheme = self._document, self._scheme
        if document is None or scheme is None or self._run_later is None:
            return
        later = self._slow_sections(document)
        self._run_later(
            lambda: rows_of(later, document, scheme), lambda rows: self._show_if_newest(document, rows)
        )

    def _slow_sections(self, document: Document) -> dict[str, Section]:
        """What is gathered elsewhere; nothing where there is no elsewhere."""
        if self._run_later is None:
            return {}
        is_large = len(document.annotations) + len(document.repairs) >= LARGE
        return {name: section for name, section in self.sections.items() if is_large or section.is_slow}

    def _show_if_newest(self, document: Document, rows: Mapping[str, object]) -> None:
        if document is self._document:
            self._show(rows)

    def _show(self, rows: Mapping[str, object]) -> None:
        for name, shown in rows.items():
            self.sections[name].set_rows(shown)
        if "findings" in rows:
            for section in self.sections.values():
                section.set_asked(self.findings.asked)
                section.look_at_question(self.findings.number_of(self._finding))

    def _activate(self, annotation_id: str) -> None:
        """Ask to go to a mark, unless it went while its row was still to be gathered anew."""
        if self._document and any(mark.id == annotation_id for mark in self._document.annotations):
            self.annotation_activated.emit(annotation_id)

    def _connect(self, section: Section) -> None:
        section.annotation_activated.connect(self._activate)
        section.repair_activated.connect(self.repair_activated)
        for rows in section.findChildren(RowList):
            rows.row_reached.connect(lambda area, rows=rows: self._show_row(rows, area))

    def _show_row(self, rows: RowList, area: QRect) -> None:
        """Scroll as little as needed to bring a row into sight; a question before the marks it is about."""
        is_second = self._finding and rows is not self.findings.list and not rows.hasFocus()
        if not rows.isVisible() or is_second:
            return
        center = rows.mapTo(self._content, QPoint(0, area.center().y()))
        self.ensureVisible(0, center.y(), 0, area.height())

    def _tell_section(self) -> None:
        self.section_in_sight.emit(self.section_here())


def rows_of(sections: Mapping[str, Section], document: Document, scheme: Scheme) -> dict[str, object]:
    """What every section has to show."""
    return {name: section.compute(document, scheme) for name, section in sections.items()}
