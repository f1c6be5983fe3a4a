"""The top row: menus at the left, modes in the middle, tools at the right."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenuBar, QWidget

from gui.look.metrics import load_metrics
from gui.look.theme import Theme
from gui.widgets.buttons import IconButton, ThemedButton
from gui.widgets.pane import Pane, Words
from gui.widgets.segmented import Segmented

MODES = ("read", "annotate", "repair")
UNDO = "edit.undo"
STEPS = {
    "read": ("go.previous_unreviewed", "go.next_unreviewed"),
    "annotate": ("go.previous_unreviewed", "go.next_unreviewed"),
    "repair": ("go.previous_repair", "go.next_repair"),
}
UNDO_FROM = 880
"""Pixels of width from which the undo button is shown; the menus need its room in a narrower window."""
FIND, FILES, PANEL = "edit.find", "view.files", "view.panel"


class TopRow(Pane):
    """Menus, mode switch and tools in one row; the tools are the window's own actions."""

    mode_chosen = Signal(str)

    def __init__(
        self, menu_bar: QMenuBar, actions: Mapping[str, QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__("window", ("bottom",), parent=parent)
        self._menu_bar = menu_bar
        menu_bar.installEventFilter(self)
        self._modes = Segmented([(mode, "") for mode in MODES], padding=18)
        self._modes.chosen.connect(self.mode_chosen)
        self._step_words = Words(ink="ink_2", pixels=12)
        self._step_words.hide()
        self._tools = _Tools(actions, self._step_words)
        self._mode = "read"
        layout = QGridLayout(self)
        layout.setContentsMargins(6, 0, 8, 1)
        layout.setColumnStretch(0, 1)
        layout.setColumnStretch(2, 1)
        layout.addWidget(menu_bar, 0, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._modes, 0, 1, Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self._tools, 0, 2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setFixedHeight(load_metrics().layout.menu_row)
        self._retranslate()
        self.set_mode("read")
        self.set_open(False)

    def set_open(self, is_open: bool) -> None:
        """Show modes and tools only while an article is open."""
        self._modes.setVisible(is_open)
        self._tools.setVisible(is_open)

    def set_mode(self, mode: str) -> None:
        """Show the mode, and the tools that belong to it."""
        self._mode = mode
        self._modes.choose(mode)
        self._step_words.setText(self._step_text())
        self._tools.set_mode(mode)

    def set_pending(self, count: int) -> None:
        """Put the number of undecided repairs beside their mode."""
        self._modes.set_badge("repair", str(count) if count else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep every menu in sight: in narrow windows the steps lose their words, then undo goes."""
        width = event.size().width()
        self._step_words.setVisible(width >= load_metrics().layout.single_below)
        self._tools.show_undo(width >= UNDO_FROM)
        self._give_room()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the menus the room of their words when these change: another language has longer ones."""
        if event.type() == QEvent.Type.ActionChanged:
            QTimer.singleShot(0, self, self._give_room)
        return super().eventFilter(watched, event)

    def _give_room(self) -> None:
        self._menu_bar.setMinimumWidth(self._menu_bar.sizeHint().width())

    def mode_button(self, mode: str) -> ThemedButton:
        """The button of a mode."""
        return self._modes.button(mode)

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        for mode, text in zip(MODES, (self.tr("Read"), self.tr("Annotate"), self.tr("Repairs")), strict=True):
            self._modes.set_text(mode, text)
        self._step_words.setText(self._step_text())

    def _step_text(self) -> str:
        return self.tr("Pending") if self._mode == "repair" else self.tr("Unreviewed")


class _Tools(QWidget):
    """The buttons at the right: undo, the steps through what waits, find, files, panel."""

    def __init__(self, actions: Mapping[str, QAction], words: Words) -> None:
        super().__init__()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        self._mode, self._has_room = "read", True
        self._undo = [_tool("undo", actions[UNDO]), _Divider()]
        self._steps = {
            action: _tool(f"chevron-{side}", actions[action])
            for pair in dict.fromkeys(STEPS.values())
            for side, action in zip(("left", "right"), pair, strict=True)
        }
        backward = [self._steps[pair[0]] for pair in dict.fromkeys(STEPS.values())]
        forward = [self._steps[pair[1]] for pair in dict.fromkeys(STEPS.values())]
        self._files = _tool("files", actions[FILES])
        tail = [_Divider(), _tool("search", actions[FIND]), self._files, _tool("panel", actions[PANEL])]
        for widget in (*self._undo, *backward, words, *forward, *tail):
            layout.addWidget(widget)

    def set_mode(self, mode: str) -> None:
        """Show the tools of a mode."""
        self._mode = mode
        self._place_undo()
        for action, button in self._steps.items():
            button.setVisible(action in STEPS[mode])
        self._files.setVisible(mode == "annotate")

    def show_undo(self, has_room: bool) -> None:
        """Offer to undo only where there is room for it."""
        self._has_room = has_room
        self._place_undo()

    def _place_undo(self) -> None:
        for widget in self._undo:
            widget.setVisible(self._has_room and self._mode != "read")

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colors of ``theme``."""
        for child in self.findChildren(QWidget):
            if isinstance(child, IconButton | Words | _Divider):
                child.set_theme(theme)


class _Divider(Pane):
    """A short upright line between groups of tools."""

    def __init__(self) -> None:
        super().__init__("line_strong")
        self.setFixedSize(1, 16)


def _tool(name: str, action: QAction) -> IconButton:
    button = IconButton(name)
    button.set_action(action)
    return button
