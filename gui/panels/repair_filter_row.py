"""The row above the article in the repairs view: which kinds are shown, and how much of the original."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.repair_rows import repairs_by_kind
from gui.look.fonts import ui_font
from gui.look.metrics import load_metrics
from gui.look.theme import Theme
from gui.panels.sections.repairs import pending_word
from gui.widgets.buttons import ThemedButton
from gui.widgets.document_pane import DocumentPane
from gui.widgets.pane import Words
from gui.widgets.row_list import draw_text
from gui.widgets.segmented import Segmented
from gui.words.repair_words import DOTTED_KINDS, PENDING, kind_title

ORIGINALS = ("hide", "paragraph", "all")
SIGN = 16
MOST = 5


class KindChip(ThemedButton):
    """A kind with its sign in the article and its count; unchecked, its repairs are not marked."""

    def __init__(self, kind: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._kind = kind
        self.setCheckable(True)
        self.setChecked(True)

    def sizeHint(self) -> QSize:
        """Sign and words."""
        return QSize(QFontMetrics(ui_font(12)).horizontalAdvance(self.text()) + SIGN + 16, 24)

    def paint_face(self, painter: QPainter, theme: Theme) -> None:
        """Paint the chip; one that is off is struck."""
        painter.setPen(Qt.PenStyle.NoPen)
        ground = theme.ui.hover if self.isChecked() else theme.ui.surface
        painter.setBrush(theme.ui.press if self.underMouse() else ground)
        painter.drawRoundedRect(self.rect(), 4, 4)
        paint_sign(painter, QRect(6, 0, SIGN, self.height()), self._kind, theme)
        font = ui_font(12)
        font.setStrikeOut(not self.isChecked())
        ink = theme.ui.ink if self.isChecked() else theme.ui.ink_3
        draw_text(painter, self.rect().adjusted(SIGN + 8, 0, -4, 0), self.text(), ink, font=font)


class RepairFilterRow(DocumentPane):
    """Emits the kinds that are switched off, and how much of the original is wanted."""

    kinds_hidden = Signal(frozenset)
    originals_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", ("bottom",), edge_token="line", parent=parent)
        self._chips: dict[str, KindChip] = {}
        self._caption = Words(ink="ink_2", pixels=12)
        self._originals = Segmented([(name, "") for name in ORIGINALS], pixels=12, height=24, padding=8)
        self._originals.chosen.connect(self.originals_chosen)
        self._row = QHBoxLayout()
        self._row.setSpacing(4)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 16, 1)
        layout.setSpacing(8)
        layout.addLayout(self._row)
        layout.addStretch(1)
        layout.addWidget(self._caption)
        layout.addWidget(self._originals)
        self.setFixedHeight(load_metrics().layout.filter_row)
        self.set_originals("hide")
        self._retranslate()

    def show_document(self) -> None:
        """Count the kinds."""
        document = self.document
        kinds = {row.kind: len(row.ids) for row in repairs_by_kind(document)[:MOST]} if document else {}
        waiting = sum(repair.status == "suggested" for repair in document.repairs) if document else 0
        words = {kind: f"{kind_title(kind)} {count}" for kind, count in kinds.items()}
        if waiting:
            words[PENDING] = f"{pending_word()} {waiting}"
        self._show(words)

    def set_originals(self, choice: str) -> None:
        """Show which choice holds: ``hide``, ``paragraph`` or ``all``."""
        self._originals.choose(choice)

    def chip(self, kind: str) -> KindChip:
        """The chip of a kind, or of what is pending."""
        return self._chips[kind]

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._caption.setText(self.tr("Original"))
        words = (self.tr("Hidden"), self.tr("This paragraph"), self.tr("All"))
        for choice, text in zip(ORIGINALS, words, strict=True):
            self._originals.set_text(choice, text)
        self.show_soon()

    def _show(self, words: dict[str, str]) -> None:
        if list(words) != list(self._chips):
            for chip in self._chips.values():
                chip.hide()
                chip.deleteLater()
            self._chips = {kind: self._make(kind, text) for kind, text in words.items()}
        for kind, text in words.items():
            self._chips[kind].setText(text)
            self._chips[kind].setAccessibleName(text)
            self._chips[kind].updateGeometry()

    def _make(self, kind: str, text: str) -> KindChip:
        chip = KindChip(kind, text)
        chip.toggled.connect(lambda _: self._tell())
        if self._theme:
            chip.set_theme(self._theme)
        self._row.addWidget(chip)
        return chip

    def _tell(self) -> None:
        off = frozenset(kind for kind, chip in self._chips.items() if not chip.isChecked())
        self.kinds_hidden.emit(off)


def paint_sign(painter: QPainter, area: QRect, kind: str, theme: Theme) -> None:
    """Draw a kind's sign as it stands in the article: a dot, a grey square, a cinnabar diamond."""
    middle = QRectF(area).center()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.ui.ink_3)
    if kind == PENDING:
        painter.translate(middle)
        painter.rotate(45)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(theme.ui.zhu)
        painter.drawRect(QRectF(-3.5, -3.5, 7, 7))
        painter.resetTransform()
    elif kind in DOTTED_KINDS:
        painter.drawEllipse(middle, 1.5, 1.5)
    else:
        painter.drawRect(QRectF(middle.x() - 3, middle.y() - 3, 6, 6))
