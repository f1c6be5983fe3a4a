"""The article with its marks painted under the text; what is selected comes in by call."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEasingCurve, QPropertyAnimation, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QWidget

from core.document import Document
from core.schemes import Scheme
from core.text.spans import Span
from gui.article.arc_painter import ArcPainter
from gui.article.fold_rows import paint_fold_row
from gui.article.gutter import Gutter
from gui.article.mark_painter import MarkPainter
from gui.article.page_geometry import SeenLine
from gui.article.repair_painter import RepairPainter
from gui.article.scene import Scene
from gui.article.text import ArticleText
from gui.look.theme import Theme
from gui.words.label_names import title_of
from gui.words.repair_words import PENDING

SCROLLED_TO = 0.3
# How far codes, knobs and suggestions reach out of their paragraph.
OVERHANG_PX = 24


class MarkedText(ArticleText):
    """Paints the marks of the lines in sight, and frames the selected one."""

    def __init__(self, theme: Theme, scheme: Scheme, parent: QWidget | None = None) -> None:
        self._scene: Scene | None = None
        self._scheme = scheme
        self._hidden_hues: frozenset[str] = frozenset()
        self._hidden_repairs: frozenset[str] = frozenset()
        self._selected: str | None = None
        self._selected_repair: str | None = None
        self._selected_finding: str | None = None
        self._related_from: str | None = None
        super().__init__(theme, parent)
        self._scrolling = QPropertyAnimation(self.verticalScrollBar(), b"value", self)
        self._scrolling.setEasingCurve(QEasingCurve.Type.OutCubic)

    # What is shown

    def set_document(self, document: Document | None) -> None:
        """Show ``document``; the next value of the same article keeps its place."""
        super().set_document(document)
        self._set_scene()

    def set_scheme(self, scheme: Scheme) -> None:
        """Take hues, shapes and codes from ``scheme``; one with relations has room for arcs."""
        self._scheme = scheme
        has_arcs = bool(scheme.relations)
        if has_arcs != self._formats.has_arcs:
            self._set_formats(replace(self._formats, has_arcs=has_arcs))
        self._set_scene()

    def set_theme(self, theme: Theme) -> None:
        """Use the colors of ``theme``."""
        super().set_theme(theme)
        self._set_scene()

    def set_mode(self, mode: str) -> None:
        """Show the article for ``read``, ``annotate`` or ``repair``."""
        super().set_mode(mode)
        self._set_scene()
        self.follow_caret()

    def set_view_script(self, script: str) -> None:
        """Show the text in its ``reading`` script, as ``hans`` or ``hant``, or the ``source`` as it came."""
        super().set_view_script(script)
        self._set_scene()

    def set_hidden_hues(self, hues: frozenset[str]) -> None:
        """Leave the marks of these hues out."""
        self._hidden_hues = hues
        self._set_scene()

    def set_hidden_repairs(self, kinds: frozenset[str]) -> None:
        """Mark no repairs of these kinds in the repairs view; ``pending`` stands for all suggestions."""
        self._hidden_repairs = kinds
        self.hide_suggestions(PENDING in kinds)
        self._set_scene()

    def select_annotation(self, annotation_id: str | None) -> None:
        """Frame a mark as the selected one, or none; the caret waits at its start, unseen."""
        self._selected = annotation_id
        if self._scene is not None:
            self._scene = self._scene.with_selected(annotation_id)
            nested = self._scene.selected_mark
            if nested is not None:
                self.set_caret(nested.mark.span.start)
        self.show_caret(annotation_id is None)
        self.viewport().update()

    def set_related_from(self, annotation_id: str | None) -> None:
        """Frame the mark that a relation has been begun at, or none."""
        self._related_from = annotation_id
        self._set_scene()

    def select_repair(self, repair_id: str | None) -> None:
        """Show a repair as the chosen one, its paragraph as the one being looked at."""
        self._selected_repair = repair_id
        self._set_scene()
        place = self._scene.place_of_repair(repair_id) if self._scene and repair_id else None
        self.set_current_paragraph(self.caret() if place is None else place)

    def select_finding(self, finding_id: str | None) -> None:
        """Show the places of a question as those being looked at."""
        self._selected_finding = finding_id
        if self._scene is not None:
            self._scene = self._scene.with_finding(finding_id)
        self.viewport().update()

    def follow_caret(self) -> None:
        """With no repair chosen, look at those of the caret's paragraph."""
        if self._options.mode == "repair" and self._selected_repair is None:
            self.set_current_paragraph(self.caret())

    def scroll_to(self, span: Span) -> None:
        """Bring a stretch into sight, unless it is there; what is folded over it opens."""
        self.reveal(span)
        rows = self._geometry.pieces(span) or self._geometry.gap(span.start)
        if not rows:
            return
        bar, height = self.verticalScrollBar(), self.viewport().height()
        top, bottom = rows[0].baseline - 2 * rows[0].em, rows[-1].baseline + rows[-1].em
        if bar.value() <= top and bottom <= bar.value() + height:
            return
        self._scrolling.stop()
        animated = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self) > 0
        self._scrolling.setDuration(self._metrics.scroll_ms if animated and self.isVisible() else 0)
        self._scrolling.setEndValue(round(top - SCROLLED_TO * height))
        self._scrolling.start()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Marks first, for the lines in sight only; then Qt's text over them."""
        if self._scene is not None:
            painter = QPainter(self.viewport())
            painter.translate(-self.scrolled())
            self._paint_under_text(painter, QRectF(event.rect()).translated(self.scrolled()))
            painter.end()
        super().paintEvent(event)

    def _paint_under_text(self, painter: QPainter, area: QRectF) -> None:
        area = area.adjusted(0, -OVERHANG_PX, 0, OVERHANG_PX)
        lines = list(self._geometry.seen_lines(area))
        if not lines or self._scene is None:
            return
        seen = self._geometry.seen_span(lines, area)
        pixel = 1 / self.devicePixelRatioF()
        repairs = RepairPainter(painter, self._scene, self._geometry, pixel)
        if self._scene.mode == "repair":
            repairs.paint_repaired(seen)
        else:
            MarkPainter(painter, self._scene, self._geometry, pixel).paint(seen)
            ArcPainter(painter, self._scene, self._geometry, self.column().left()).paint(seen)
        if not self._scene.boxes_suggestions:
            repairs.paint_suggestions(seen)
        for line in lines:
            self._paint_furniture(painter, line, repairs)
        self._gutter().paint(painter, seen)

    def _paint_furniture(self, painter: QPainter, line: SeenLine, repairs: RepairPainter) -> None:
        column = self.column()
        if self._scene is None:
            return
        if line.line.is_row:
            paint_fold_row(painter, line, (column.left(), column.right()), self._scene.theme)
        elif self._scene.mode == "repair":
            repairs.paint_boxes(line)
            if self.is_current_paragraph(line.line):
                repairs.paint_current_bar(line, column.left())

    def _gutter(self) -> Gutter:
        assert self._scene is not None
        column = self.column()
        return Gutter(self._scene, self._geometry, column.left(), column.right(), column.left())

    def _set_scene(self) -> None:
        if self._document_shown is None:
            self._scene = None
            self.viewport().update()
            return
        before = self._scene
        self._scene = Scene(
            self._document_shown,
            {label.name: label for label in self._scheme.labels},
            self._formats.theme,
            self._metrics,
            self._options.mode,
            self._options.script,
            self._hidden_hues,
            self._hidden_repairs,
            self._selected,
            self._selected_repair,
            self._selected_finding,
            related_from=self._related_from,
            relation_titles={spec.name: title_of(spec) for spec in self._scheme.relations},
        )
        if before is not None:
            self._scene.take_over(before)
        self.viewport().update()
