"""A button that shows one of several choices and opens the list of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from gui.look.fonts import ui_font
from gui.look.icons import icon
from gui.look.theme import Theme
from gui.widgets.buttons import RADIUS, ThemedButton
from gui.widgets.row_list import draw_text

HEIGHT, PADDING, CHEVRON = 28, 10, 16
OPENING = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F4)


class ChoiceButton(ThemedButton):
    """``choice`` is the id of what is chosen; ``chosen`` tells when a person takes another."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._menu = QMenu(self)
        self._group = QActionGroup(self)
        self.choice = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer ``choices`` (id, words); the chosen one stays so where it is among them."""
        self._menu.clear()
        for choice, words in choices:
            action = QAction(words, self._menu)
            action.setCheckable(True)
            action.triggered.connect(lambda _=False, choice=choice: self._take(choice))
            action.setData(choice)
            self._group.addAction(action)
            self._menu.addAction(action)
        ids = [choice for choice, _ in choices]
        self.choose(self.choice if self.choice in ids else next(iter(ids), ""))

    def choose(self, choice: str) -> None:
        """Show ``choice`` as the chosen one."""
        self.choice = choice
        for action in self._menu.actions():
            if action.data() == choice:
                action.setChecked(True)
                self.setText(action.text())
        self.setAccessibleDescription(self.text())
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list, as a combo box does: elsewhere these keys would leave the button."""
        if event.key() in OPENING:
            self._open()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """The words and a chevron."""
        return QSize(
            QFontMetrics(ui_font(13)).horizontalAdvance(self.text()) + 2 * PADDING + CHEVRON + 8, HEIGHT
        )

    def paint_face(self, painter: QPainter, theme: Theme) -> None:
        """Frame, words, chevron."""
        painter.setPen(QPen(theme.ui.control, 1))
        painter.setBrush(self.ground_color(theme) or theme.ui.raised)
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), RADIUS, RADIUS)
        line = self.rect().adjusted(PADDING, 0, -PADDING - CHEVRON, 0)
        draw_text(painter, line, self.text(), theme.ui.ink)
        corner = line.right() + 4, (self.height() - CHEVRON) // 2
        icon("chevron-down", theme.ui.ink_2).paint(
            painter, *corner, CHEVRON, CHEVRON, Qt.AlignmentFlag.AlignCenter
        )

    def _open(self) -> None:
        self._menu.setActiveAction(self._group.checkedAction())
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _take(self, choice: str) -> None:
        self.choose(choice)
        self.chosen.emit(choice)
