"""Questions to the editor, each with its arithmetic; none of them changes the text."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QMenu, QWidget

from core.checks import agreements
from core.document import Document, Finding
from core.schemes import Scheme
from core.spans import Span
from gui.look.fonts import ui_font
from gui.look.theme import Theme
from gui.panels.sections.section import MARGIN, TITLE_LEFT, Section, Summary
from gui.widgets.pane import Words
from gui.widgets.row_list import RIGHT, RowDelegate, RowList, draw_text
from gui.widgets.row_model import ROW, AnyIndex, RowModel
from gui.words.language import QT_TRANSLATE_NOOP

SEVERITIES = {
    "high": QT_TRANSLATE_NOOP("Findings", "High"),
    "medium": QT_TRANSLATE_NOOP("Findings", "Medium"),
    "low": QT_TRANSLATE_NOOP("Findings", "Low"),
}
CIRCLE = 18
WORDS_LEFT = 48
SEVERITY_WIDTH = 36


def severity_word(severity: str) -> str:
    """How grave a finding is, in the language of the window."""
    return QCoreApplication.translate("Findings", SEVERITIES.get(severity, severity))


def question_and_reason(finding: Finding) -> tuple[str, str]:
    """A finding's first line, and the rest of it; where there is no rest, the words it is about."""
    question, _, reason = finding.message.partition("\n")
    return question, reason or "\u3000".join(place.quote for place in finding.places)


class FindingDelegate(RowDelegate):
    """Circled number, question over as many lines as it takes, severity; below it the reason."""

    def row_height(self, row: object, width: int) -> int:
        """Room for every line of the question and of the reason."""
        assert isinstance(row, tuple)
        question, reason = question_and_reason(row[1])
        return 10 + self._lines(question, 600, 13, width) + self._lines(reason, 400, 12, width)

    def paint_row(self, painter: QPainter, area: QRect, row: object, theme: Theme) -> None:
        """Paint one finding."""
        assert isinstance(row, tuple)
        number, finding = row
        question, reason = question_and_reason(finding)
        paint_number(painter, QRectF(area.left() + 23, area.top() + 5, CIRCLE, CIRCLE), number, theme)
        words = area.adjusted(WORDS_LEFT + 2, 4, -MARGIN - SEVERITY_WIDTH, 0)
        top = words.top() + self._wrap(painter, words, question, theme.ui.ink, 600, 13)
        self._wrap(
            painter, QRect(words.left(), top, words.width(), area.height()), reason, theme.ui.ink_2, 400, 12
        )
        severity = QRect(area.left(), area.top() + 4, area.width() - MARGIN - 8, 20)
        draw_text(
            painter, severity, severity_word(finding.severity), theme.ui.ink_2, font=ui_font(12), align=RIGHT
        )

    def _wrap(self, painter: QPainter, area: QRect, text: str, ink: QColor, weight: int, pixels: int) -> int:
        painter.setFont(ui_font(pixels, weight))
        painter.setPen(ink)
        height = self._lines(text, weight, pixels, area.width() + WORDS_LEFT + 2 + MARGIN + SEVERITY_WIDTH)
        painter.drawText(area, int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft), text)
        return height

    def _lines(self, text: str, weight: int, pixels: int, width: int) -> int:
        if not text:
            return 0
        room = QRect(0, 0, max(40, width - WORDS_LEFT - 2 - MARGIN - SEVERITY_WIDTH), 4000)
        bounds = QFontMetrics(ui_font(pixels, weight)).boundingRect(room, int(Qt.TextFlag.TextWordWrap), text)
        return bounds.height()


@dataclass(frozen=True, slots=True)
class Questions:
    """The undecided findings of an article, and in words what was compared and agrees."""

    findings: tuple[Finding, ...]
    agreements: tuple[str, ...]


class FindingsSection(Section):
    """Findings in the order of the text.

    Activating one asks to show its first place, and each time again the next. The menu of a row (its key
    too) settles it.
    """

    is_slow = True

    finding_activated = Signal(str, Span)
    finding_settled = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("findings", parent)
        self._model: RowModel[tuple[int, Finding]] = RowModel(_words)
        self.list = RowList(self._model, FindingDelegate(self))
        self.list.activated.connect(self._activate)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._offer_decisions)
        self._shown = ("", 0)
        self._agreement = Words(ink="ink_2")
        self._agreement.setContentsMargins(TITLE_LEFT, 4, MARGIN, 0)
        self._agreement.setWordWrap(True)
        self._agreement.hide()
        self._nothing = Words(ink="ink_2")
        self._nothing.setContentsMargins(TITLE_LEFT, 0, MARGIN, 0)
        self.body_layout.addWidget(self._nothing)
        self.add_list(self.list)
        self.body_layout.addWidget(self._agreement)

    @staticmethod
    def compute(document: Document, scheme: Scheme) -> Questions:
        """The undecided findings, and what agrees."""
        return Questions(tuple(open_findings(document)), agreements(document))

    def show_rows(self, rows: Questions) -> None:
        """List them, and say in the head how many there are of each severity."""
        severities = Counter(finding.severity for finding in rows.findings)
        words = (f"{severity_word(name)} {severities[name]}" for name in SEVERITIES if severities[name])
        self.head.set_summary(Summary(str(len(rows.findings)), "\u3000".join(words)))
        self._model.set_rows(tuple(enumerate(rows.findings, 1)))
        self._nothing.setText(self.tr("Nothing to ask"))
        self._nothing.setVisible(not rows.findings)
        agreed = self.tr("Checked: {0}").format("；".join(rows.agreements))
        self._agreement.setText(f"✓\u3000{agreed}")
        self._agreement.setVisible(bool(rows.agreements))

    def table(self) -> list[tuple[str, ...]]:
        """Severity, question, reason."""
        rows = (finding for _, finding in self._model.rows)
        return [(severity_word(row.severity), *question_and_reason(row)) for row in rows]

    def _activate(self, index: AnyIndex) -> None:
        _, finding = index.data(ROW)
        if finding.places:
            last, place = self._shown
            place = (place + 1) % len(finding.places) if last == finding.id else 0
            self._shown = (finding.id, place)
            self.finding_activated.emit(finding.id, finding.places[place].span)

    def _offer_decisions(self, place: QPoint) -> None:
        index = self.list.indexAt(place)
        index = index if index.isValid() else self.list.currentIndex()
        if not index.isValid():
            return
        _, finding = index.data(ROW)
        menu = QMenu(self)
        for decision, words in (
            ("right", self.tr("The article is right")),
            ("mistake", self.tr("It is a mistake")),
            ("ignored", self.tr("Ignore here")),
        ):
            action = menu.addAction(words)
            action.triggered.connect(
                lambda _=False, decision=decision: self.finding_settled.emit(finding.id, decision)
            )
        menu.popup(self.list.viewport().mapToGlobal(self.list.visualRect(index).bottomLeft()))


def open_findings(document: Document) -> list[Finding]:
    """The undecided findings in the order of the text."""
    undecided = (finding for finding in document.findings if finding.decision is None)
    return sorted(undecided, key=lambda finding: finding.places[0].span if finding.places else Span(0, 0))


def paint_number(painter: QPainter, circle: QRectF, number: int, theme: Theme) -> None:
    """Draw a circled number in cinnabar."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.ui.zhu, 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(circle.adjusted(0.6, 0.6, -0.6, -0.6))
    painter.setFont(ui_font(12 if number < 10 else 11))
    painter.drawText(circle, int(Qt.AlignmentFlag.AlignCenter), str(number))


def _words(row: tuple[int, Finding]) -> str:
    question, reason = question_and_reason(row[1])
    return f"{row[0]}. {question} {reason} ({severity_word(row[1].severity)})"
