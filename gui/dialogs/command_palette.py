"""The command palette: every act of the window by its name, with its keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from gui.look.fonts import ui_font
from gui.look.theme import Theme
from gui.models.commands import Command, find_commands
from gui.widgets.keycaps import keycaps_width, paint_keycaps
from gui.widgets.pane import Words, pass_theme
from gui.widgets.row_list import RowDelegate, RowList, draw_text
from gui.widgets.row_model import ROW, AnyIndex, RowModel
from gui.widgets.search_field import SearchField

WIDTH, HEIGHT = 560, 420
MARGIN = 12
MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class CommandDelegate(RowDelegate):
    """Title, menu, keys."""

    height = 32

    def paint_row(self, painter: QPainter, area: QRect, row: object, theme: Theme) -> None:
        """Paint one command; one that can't be done now is grey."""
        assert isinstance(row, Command)
        line = area.adjusted(2 * MARGIN, 0, -2 * MARGIN, 0)
        ink = theme.ui.ink if row.is_enabled else theme.ui.ink_off
        width = draw_text(painter, line, row.title, ink)
        draw_text(painter, line.adjusted(width + 12, 0, 0, 0), row.menu, theme.ui.ink_3, font=ui_font(12))
        place = QPoint(line.right() + 1 - keycaps_width(row.keys), area.center().y() + 1)
        paint_keycaps(painter, place, row.keys, theme.ui.ink_2, theme.ui.line_strong, theme.ui.surface)


class CommandPalette(QDialog):
    """Emits the id of the chosen act and closes; it is a window of its own, so that an input method works."""

    command_chosen = Signal(str)

    def __init__(self, theme: Theme, commands: Sequence[Command], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._theme, self._commands = theme, tuple(commands)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("All commands"))
        self.field = SearchField()
        self.field.set_hint(self.tr("Type a command, or the initials of its pinyin"))
        self.field.setMinimumHeight(36)
        self.field.textChanged.connect(self._look_up)
        self.field.installEventFilter(self)
        self._model: RowModel[Command] = RowModel(lambda row: f"{row.title} {'+'.join(row.keys)}")
        self.list = RowList(self._model, CommandDelegate(self), scrolls=True)
        self.list.setAccessibleName(self.windowTitle())
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.activated.connect(self._choose)
        self.nothing = Words(self.tr("No command has such a name"), ink="ink_2", parent=self)
        self.nothing.setContentsMargins(MARGIN, 0, MARGIN, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(8)
        layout.addWidget(self.field)
        layout.addWidget(self.nothing)
        layout.addWidget(self.list, 1)
        self.resize(WIDTH, HEIGHT)
        pass_theme(self, theme)
        self._look_up("")

    def show_over(self, window: QWidget) -> None:
        """Open near the top of ``window``."""
        left = (window.width() - self.width()) // 2
        self.move(window.mapToGlobal(QPoint(max(0, left), 72)))
        self.show()
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys and Enter of the field act on the list."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in MOVES:
            self.list.keyPressEvent(event)
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.list.currentIndex())
            return True
        return False

    def changeEvent(self, event: QEvent) -> None:
        """Close when another window is taken."""
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow() and self.isVisible():
            self.close()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground and edge."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.ui.surface)
        painter.setPen(QPen(self._theme.ui.line_strong, 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _look_up(self, words: str) -> None:
        self._model.set_rows(find_commands(self._commands, words))
        self.list.select_row(0 if self._model.rows else None)
        self.nothing.setVisible(not self._model.rows)

    def _choose(self, index: AnyIndex) -> None:
        command: Command | None = index.data(ROW) if index.isValid() else None
        if command and command.is_enabled:
            self.close()
            self.command_chosen.emit(command.id)
