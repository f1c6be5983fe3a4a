"""A dialog to give acts other keys: choose one, press the key; whose it was is told before it goes."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from core.schemes import Scheme
from gui.actions import Actions
from gui.dialogs.command_palette import CommandDelegate
from gui.dialogs.dialog import ThemedDialog
from gui.keys import OwnKeys, key_of, keys_in_force, owners, refusal
from gui.look.theme import Theme
from gui.models.commands import Command, commands_of, find_commands
from gui.widgets.keycaps import keys_of
from gui.widgets.row_list import RowList
from gui.widgets.row_model import ROW, AnyIndex, RowModel
from gui.widgets.search_field import SearchField

SIZE = QSize(620, 560)


class KeyChoice(ThemedDialog):
    """``keys_chosen`` brings all keys that differ from the shipped ones, after every change."""

    keys_chosen = Signal(dict)

    def __init__(
        self, theme: Theme, actions: Actions, own: OwnKeys, scheme: Scheme, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "", parent)
        self.heading.setText(self.tr("Keys"))
        self.setWindowTitle(self.tr("Keys"))
        self._commands = commands_of(actions)
        self._own: dict[str, tuple[str, ...]] = dict(own)
        self._labels = {label.key: label.name for label in scheme.labels if label.key}
        self._awaiting: Command | None = None
        self._offered = ""
        self.field = SearchField()
        self.field.set_hint(self.tr("Type a command, or the initials of its pinyin"))
        self.field.textChanged.connect(self._show)
        self._model: RowModel[Command] = RowModel(lambda row: f"{row.title} {'+'.join(row.keys)}")
        self.list = RowList(self._model, CommandDelegate(self), scrolls=True)
        self.list.setAccessibleName(self.tr("Commands"))
        self.list.activated.connect(self._await)
        self.list.installEventFilter(self)
        self.list.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.field.installEventFilter(self)
        self.body.addWidget(self.field)
        self.body.addWidget(self.list, 1)
        self.told = self.add_words("", "ink")
        self.done_button = self.add_button(self.tr("Done"))
        self.done_button.clicked.connect(self.accept)
        self.restore = self.add_button(self.tr("Restore All"))
        self.restore.clicked.connect(self._restore)
        self.resize_within(SIZE)
        self.set_theme(theme)
        self._tell_how()
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While a key is awaited, take it, whatever it does elsewhere."""
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.ShortcutOverride and self._awaiting:
            event.accept()
            return True
        if event.type() != QEvent.Type.KeyPress:
            return False
        if self._awaiting and watched is self.list:
            self._take(key_of(event.keyCombination()))
            return True
        if watched is self.field and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
            self.list.select_row(0 if self._model.rows else None)
            return True
        if watched is self.list and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._give(self.list.currentIndex().data(ROW), ())
            return True
        return False

    def _show(self) -> None:
        keys = keys_in_force(self._own)
        self._model.set_rows([
            Command(row.id, row.title, row.menu, _printed(keys[row.id]), True, row.also)
            for row in find_commands(self._commands, self.field.text())
        ])  # fmt: skip

    def _await(self, index: AnyIndex) -> None:
        self._awaiting, self._offered = index.data(ROW), ""
        if self._awaiting:
            self.list.setFocus()
            words = self.tr("Press the key for “{0}”. Esc leaves it as it is.")
            self.told.setText(words.format(self._awaiting.title))

    def _take(self, key: str) -> None:
        command = self._awaiting
        if command is None or not key:
            return
        if key == "Esc" and command.id != "go.leave_mark":
            self._stop()
            return
        titles = {row.id: row.title for row in self._commands}
        others = [titles[owner] for owner in owners(key, self._own) if owner != command.id]
        printed = "+".join(keys_of(key))
        if key in self._labels:
            words = self.tr("{0} marks as {1}: change that in the label scheme, or press another key.")
            self.told.setText(words.format(printed, self._labels[key]))
        elif reason := refusal(key, command.id):
            self.told.setText(self._refused(reason).format(printed))
        elif others and key != self._offered:
            self._offered = key
            words = self.tr("{0} belongs to “{1}”. Press it again to take it, or press another key.")
            self.told.setText(words.format(printed, others[0]))
        else:
            self._give(command, (key,))

    def _give(self, command: Command | None, keys: tuple[str, ...]) -> None:
        """Give an act its keys, and take them from all others."""
        if command is None:
            return
        for owner in {owner for key in keys for owner in owners(key, self._own)} - {command.id}:
            left = keys_in_force(self._own)[owner]
            self._own[owner] = tuple(key for key in left if key not in keys)
        self._own[command.id] = keys
        self._announce()

    def _restore(self) -> None:
        self._own = {}
        self._announce()

    def _announce(self) -> None:
        shipped: Mapping[str, tuple[str, ...]] = keys_in_force({})
        self._own = {action: keys for action, keys in self._own.items() if keys != shipped[action]}
        self.keys_chosen.emit(dict(self._own))
        self._stop()
        row = self.list.currentIndex().row()
        self._show()
        self.list.select_row(row if 0 <= row < len(self._model.rows) else None)

    def _stop(self) -> None:
        self._awaiting, self._offered = None, ""
        self._tell_how()

    def _tell_how(self) -> None:
        self.told.setText(self.tr("Enter or a double click changes a key, Delete takes it away."))

    def _refused(self, reason: str) -> str:
        if reason == "input_method":
            return self.tr("{0} belongs to Chinese input methods. Press another key.")
        if reason == "caret":
            return self.tr("{0} moves the caret. Press another key.")
        return self.tr("{0} types a character. Press it with Ctrl or Alt, or a function key.")


def _printed(keys: tuple[str, ...]) -> tuple[str, ...]:
    return keys_of(keys[0]) if keys else ()
