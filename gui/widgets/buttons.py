"""The window's own buttons, painted from the theme."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAction,
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from gui.look.fonts import ui_font
from gui.look.icons import icon
from gui.look.metrics import load_metrics
from gui.look.theme import Theme
from gui.widgets.focus_ring import is_keyboard_focus, paint_focus_ring, set_keyboard_focus
from gui.widgets.keycaps import keycaps_width, paint_keycaps

RADIUS = load_metrics().space["radius_control"]
CENTER = int(Qt.AlignmentFlag.AlignCenter)
MIDDLE_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class ThemedButton(QAbstractButton):
    """A button that paints itself in ``paint_face``; the focus ring comes on top."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self._theme: Theme | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colors of ``theme``."""
        self._theme = theme
        self.update()

    def paint_face(self, painter: QPainter, theme: Theme) -> None:
        """Paint the button itself; the subclass's part."""
        raise NotImplementedError

    def ring_color(self, theme: Theme) -> QColor:
        """The color of the focus ring."""
        return theme.ui.focus

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the face, then the focus ring."""
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_face(painter, self._theme)
        if self.hasFocus() and is_keyboard_focus(self):
            paint_focus_ring(painter, self.rect(), self.ring_color(self._theme))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press by Enter as well as by Space."""
        set_keyboard_focus(self, True)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Hide the focus ring."""
        set_keyboard_focus(self, False)
        super().mousePressEvent(event)

    def ground_color(self, theme: Theme) -> QColor | None:
        """The usual ground: pressed or checked, hovered, none."""
        if self.isChecked() or self.isDown():
            return theme.ui.press
        return theme.ui.hover if self.underMouse() and self.isEnabled() else None


class KeycapButton(ThemedButton):
    """A button with its key on it: ink where it is the view's primary act, else outlined."""

    HEIGHT, PADDING, GAP = 28, 12, 8

    def __init__(
        self, text: str, keys: Sequence[str] = (), *, primary: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._keys, self._is_primary = tuple(keys), primary

    def sizeHint(self) -> QSize:
        """The words and the keycaps."""
        keys = self.GAP + keycaps_width(self._keys) if self._keys else 0
        words = QFontMetrics(self._font()).horizontalAdvance(self.text())
        return QSize(2 * self.PADDING + words + keys, self.HEIGHT)

    def set_keys(self, keys: Sequence[str]) -> None:
        """Print other keys on it."""
        self._keys = tuple(keys)
        self.updateGeometry()
        self.update()

    def ring_color(self, theme: Theme) -> QColor:
        """A ring that shows on ink too."""
        return theme.ui.on_ink if self._is_primary else theme.ui.focus

    def paint_face(self, painter: QPainter, theme: Theme) -> None:
        """Ground, words, keycaps."""
        ui = theme.ui
        self._paint_ground(painter, theme)
        ink = ui.on_ink if self._is_primary else ui.ink
        painter.setFont(self._font())
        painter.setPen(ink if self.isEnabled() or self._is_primary else ui.ink_off)
        area = self.rect().adjusted(self.PADDING, 0, -self.PADDING, 0)
        painter.drawText(area, MIDDLE_LEFT, self.text())
        place = QPoint(area.right() + 1 - keycaps_width(self._keys), self.height() // 2)
        edge, ground = (ui.ink_3, None) if self._is_primary else (ui.line_strong, ui.surface)
        paint_keycaps(painter, place, self._keys, ink if self._is_primary else ui.ink_2, edge, ground)

    def _paint_ground(self, painter: QPainter, theme: Theme) -> None:
        ui = theme.ui
        if self._is_primary:
            ground = ui.ink_2 if self.isDown() else ui.ink if self.isEnabled() else ui.ink_off
            painter.setPen(Qt.PenStyle.NoPen)
        else:
            ground = self.ground_color(theme) or ui.raised
            painter.setPen(QPen(ui.control if self.isEnabled() else ui.line_strong, 1))
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)

    def _font(self) -> QFont:
        return ui_font(13, 600 if self._is_primary else 400)


class IconButton(ThemedButton):
    """An icon that does what its action does, or emits ``clicked``; a cinnabar dot says something waits."""

    def __init__(
        self, icon_name: str, *, size: int = 28, icon_size: int = 16, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._icon_name, self._size, self._icon_size = icon_name, size, icon_size
        self._has_dot = False
        self._action: QAction | None = None

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self._size, self._size)

    def set_action(self, action: QAction) -> None:
        """Stand for ``action``: same words, same state."""
        self._action = action
        self.clicked.connect(lambda: action.trigger())
        action.changed.connect(self._follow_action)
        self._follow_action()

    def set_dot(self, shown: bool) -> None:
        """Show or hide the dot."""
        self._has_dot = shown
        self.update()

    def paint_face(self, painter: QPainter, theme: Theme) -> None:
        """Ground, icon, dot."""
        if ground := self.ground_color(theme):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(self.rect(), RADIUS, RADIUS)
        color = (
            theme.ui.ink_off if not self.isEnabled() else theme.ui.ink if self.isChecked() else theme.ui.ink_2
        )
        corner = (self.width() - self._icon_size) // 2, (self.height() - self._icon_size) // 2
        icon(self._icon_name, color).paint(painter, *corner, self._icon_size, self._icon_size)
        if self._has_dot:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.ui.zhu)
            painter.drawEllipse(QRectF(self.width() - 10, 5, 5, 5))

    def _follow_action(self) -> None:
        if self._action is None:
            return
        name = self._action.text().replace("&", "")
        keys = self._action.shortcut().toString()
        self.setAccessibleName(name)
        self.setToolTip(f"{name} {keys}".strip())
        self.setEnabled(self._action.isEnabled())
        self.setCheckable(self._action.isCheckable())
        self.setChecked(self._action.isChecked())


class TextButton(ThemedButton):
    """Plain words that can be pressed, as the choice of an order at the right of a head."""

    def __init__(
        self, text: str = "", *, pixels: int = 12, weight: int = 400, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._font = ui_font(pixels, weight)

    def sizeHint(self) -> QSize:
        """The words with a little room."""
        return QSize(QFontMetrics(self._font).horizontalAdvance(self.text()) + 16, 24)

    def set_words(self, text: str) -> None:
        """Say something else."""
        self.setText(text)
        self.updateGeometry()

    def paint_face(self, painter: QPainter, theme: Theme) -> None:
        """Words, on a ground when checked or under the mouse."""
        if ground := self.ground_color(theme):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(self.rect(), 4, 4)
        painter.setFont(self._font)
        painter.setPen(
            theme.ui.ink if self.isChecked() else theme.ui.ink_2 if self.isEnabled() else theme.ui.ink_off
        )
        painter.drawText(self.rect(), CENTER, self.text())
