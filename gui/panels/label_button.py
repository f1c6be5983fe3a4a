"""The buttons of the label bar: one label with its key, and the one that opens the rest."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QWidget

from core.schemes import LabelSpec
from gui.look.fonts import latin_font, ui_font
from gui.look.theme import Theme
from gui.widgets.buttons import ThemedButton
from gui.widgets.keycaps import keycaps_width, keys_of, paint_keycaps

PADDING, KEY_GAP = 7, 6
HEIGHT = 40
MIDDLE = int(Qt.AlignmentFlag.AlignVCenter)


class LabelButton(ThemedButton):
    """One label: its key, its code in its hue, its title below; without the title where room is short."""

    def __init__(self, spec: LabelSpec, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.spec = spec
        self._is_compact = self._is_sticky = False
        self._keys = keys_of(spec.key)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(f"{title}, {spec.name}, {spec.key}")
        self.setToolTip(title)

    def set_compact(self, is_compact: bool) -> None:
        """Show the code alone, or the title too."""
        self._is_compact = is_compact
        self.updateGeometry()

    def set_sticky(self, is_sticky: bool) -> None:
        """Draw the frame of the label that sticks, or not."""
        self._is_sticky = is_sticky
        self.update()

    def nextCheckState(self) -> None:
        """Stay as it is: only the selected mark decides which one is checked."""

    def sizeHint(self) -> QSize:
        """Key, then the wider of code and title."""
        words = QFontMetrics(latin_font(11, 600)).horizontalAdvance(self.spec.name)
        if not self._is_compact:
            words = max(words, QFontMetrics(ui_font(12)).horizontalAdvance(self.text()))
        return QSize(2 * PADDING + self._key_room() + words, HEIGHT)

    def paint_face(self, painter: QPainter, theme: Theme) -> None:
        """Ground, key, code, title."""
        if ground := self.ground_color(theme):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(self.rect(), 4, 4)
        if self._is_sticky:
            painter.setPen(QPen(theme.ui.ink, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        ui, middle = theme.ui, self.height() // 2
        if self._keys:
            paint_keycaps(
                painter, QPoint(PADDING, middle), self._keys[-1:], ui.ink_2, ui.line_strong, ui.surface
            )
        left = PADDING + self._key_room()
        code = QRect(left, 0, self.width() - left, self.height())
        if not self._is_compact:
            code.setHeight(middle + 2)
            title = QRect(left, middle - 1, self.width() - left, middle - 1)
            painter.setFont(ui_font(12))
            painter.setPen(ui.ink)
            painter.drawText(title, MIDDLE, self.text())
        painter.setFont(latin_font(11, 600))
        painter.setPen(theme.hue(self.spec.hue).text)
        painter.drawText(code, MIDDLE, self.spec.name)

    def _key_room(self) -> int:
        return keycaps_width(self._keys[-1:]) + KEY_GAP if self._keys else 0


class MoreButton(ThemedButton):
    """Opens the menu of the labels that the bar has no room for, or that Shift is needed for."""

    KEYS = ("Shift",)

    def sizeHint(self) -> QSize:
        """Key and words."""
        words = QFontMetrics(ui_font(12)).horizontalAdvance(self.text())
        return QSize(2 * PADDING + keycaps_width(self.KEYS) + KEY_GAP + words, HEIGHT)

    def paint_face(self, painter: QPainter, theme: Theme) -> None:
        """Ground, key, words."""
        if ground := self.ground_color(theme):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(self.rect(), 4, 4)
        ui = theme.ui
        place = QPoint(PADDING, self.height() // 2)
        paint_keycaps(painter, place, self.KEYS, ui.ink_2, ui.line_strong, ui.surface)
        painter.setFont(ui_font(12))
        painter.setPen(ui.ink_2)
        left = PADDING + keycaps_width(self.KEYS) + KEY_GAP
        words = self.rect().adjusted(left, 0, 0, 0)
        painter.drawText(words, MIDDLE, self.text())
