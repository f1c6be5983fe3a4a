"""A segmented control: a few choices in one frame, exactly one of them chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from gui.look.fonts import ui_font
from gui.look.theme import Theme
from gui.widgets.buttons import RADIUS, ThemedButton

BADGE_GAP = 6


class _Segment(ThemedButton):
    """One choice; ``badge`` is a count in cinnabar after its words."""

    def __init__(self, text: str, pixels: int, padding: int) -> None:
        super().__init__(text)
        self._pixels, self._padding, self.badge = pixels, padding, ""
        self.setCheckable(True)
        self.setAutoExclusive(True)  # what a screen reader calls one of several
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Wide enough for the words at their boldest, so that choosing moves nothing."""
        words = QFontMetrics(ui_font(self._pixels, 600)).horizontalAdvance(self.text())
        return QSize(words + self._badge_width() + 2 * self._padding, 0)

    def paint_face(self, painter: QPainter, theme: Theme) -> None:
        """The words and the badge, centered together; the control paints the grounds."""
        font = ui_font(self._pixels, 600 if self.isChecked() else 400)
        words = QFontMetrics(font).horizontalAdvance(self.text())
        left = (self.width() - words - self._badge_width()) // 2
        self._write(painter, font, left, self.text(), theme.ui.ink if self.isChecked() else theme.ui.ink_2)
        if self.badge:
            self._write(painter, ui_font(self._pixels), left + words + BADGE_GAP, self.badge, theme.ui.zhu)

    def _write(self, painter: QPainter, font: QFont, left: int, text: str, color: QColor) -> None:
        painter.setFont(font)
        painter.setPen(color)
        area = self.rect().adjusted(left, 0, 0, 0)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)

    def _badge_width(self) -> int:
        return (
            BADGE_GAP + QFontMetrics(ui_font(self._pixels)).horizontalAdvance(self.badge) if self.badge else 0
        )


class Segmented(QWidget):
    """Emits ``chosen`` with a choice's id when a person takes it; arrow keys move within it."""

    chosen = Signal(str)

    def __init__(
        self,
        choices: Sequence[tuple[str, str]],
        *,
        pixels: int = 13,
        height: int = 28,
        padding: int = 20,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._group = QButtonGroup(self)
        self._segments = {choice: _Segment(text, pixels, padding) for choice, text in choices}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(1)
        for choice, segment in self._segments.items():
            self._group.addButton(segment)
            layout.addWidget(segment)
            segment.clicked.connect(lambda _=False, choice=choice: self.chosen.emit(choice))
        self._group.buttonToggled.connect(lambda *_: self.update())
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colors of ``theme``."""
        self._theme = theme
        for segment in self._segments.values():
            segment.set_theme(theme)
        self.update()

    def choose(self, choice: str) -> None:
        """Show ``choice`` as the chosen one."""
        self._segments[choice].setChecked(True)

    def set_text(self, choice: str, text: str) -> None:
        """Word a choice."""
        self._segments[choice].setText(text)
        self._segments[choice].updateGeometry()

    def set_badge(self, choice: str, badge: str) -> None:
        """Put a count beside a choice; an empty one takes it away."""
        segment = self._segments[choice]
        if badge != segment.badge:
            segment.badge = badge
            segment.updateGeometry()
            segment.update()

    def button(self, choice: str) -> ThemedButton:
        """The button of a choice, for shortcuts and screen readers."""
        return self._segments[choice]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame, the ground of the chosen segment and the lines between the others."""
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        outline = QPainterPath()
        outline.addRoundedRect(frame, RADIUS, RADIUS)
        painter.fillPath(outline, self._theme.ui.press)
        painter.setClipPath(outline)
        self._paint_segments(painter, self._theme)
        painter.setClipping(False)
        painter.setPen(QPen(self._theme.ui.line_strong, 1))
        painter.drawPath(outline)

    def _paint_segments(self, painter: QPainter, theme: Theme) -> None:
        segments = list(self._segments.values())
        for segment in segments:
            if segment.isChecked():
                painter.fillRect(segment.geometry().adjusted(0, -1, 0, 1), theme.ui.surface)
        for segment in segments[1:]:
            left = segment.geometry().left() - 1
            painter.fillRect(left, 0, 1, self.height(), theme.ui.line_strong)
