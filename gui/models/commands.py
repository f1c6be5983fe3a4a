"""The acts of the window as rows, looked up by their names in either language or by pinyin initials."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction

from gui.actions import MENUS, ActionSpec
from gui.widgets.keycaps import keys_of


@dataclass(frozen=True, slots=True)
class Command:
    """An act: what it is called, in which menu it is, its keys; ``also`` finds it too."""

    id: str
    title: str
    menu: str
    keys: tuple[str, ...]
    is_enabled: bool = True
    also: str = ""


def commands_of(actions: Iterable[tuple[ActionSpec, QAction]]) -> tuple[Command, ...]:
    """One row for each act, in the order of the menus."""
    menus = {menu: _plain(QCoreApplication.translate("Actions", title)) for menu, title in MENUS}
    return tuple(_command(spec, action, menus[spec.menu]) for spec, action in actions)


def find_commands(commands: Sequence[Command], words: str) -> list[Command]:
    """Those in which every word occurs; titles that begin with the words come first."""
    sought = words.casefold().split()
    found = [command for command in commands if all(word in _haystack(command) for word in sought)]
    return sorted(found, key=lambda command: not command.title.casefold().startswith(words.casefold()))


def initials(text: str) -> str:
    """The first letters of the pinyin of a text, as an input method takes them.

    >>> initials("打开文章…")
    'dkwz'
    """
    from core.restoration.readings import first_reading  # pypinyin's dictionary, at the first look-up

    readings = (first_reading(character) for character in text)
    return "".join(unicodedata.normalize("NFD", reading)[0] for reading in readings if reading)


def _command(spec: ActionSpec, action: QAction, menu: str) -> Command:
    title = _plain(action.text())
    keys = keys_of(action.shortcut()) if not action.shortcut().isEmpty() else ()
    return Command(spec.id, title, menu, keys, action.isEnabled(), f"{spec.text} {initials(title)}")


def _haystack(command: Command) -> str:
    return f"{command.title} {command.menu} {command.also}".casefold()


def _plain(text: str) -> str:
    return text.replace("&", "")
