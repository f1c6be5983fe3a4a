"""Keys as the user chose them: what differs from ``resources/shortcuts.toml``, and what no key can be."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from gui.actions import ACTIONS, shortcuts

OwnKeys = Mapping[str, tuple[str, ...]]
"""Keys of the user by the id of the act, the shown one first; none means that the act has no key."""

CARET_KEYS = frozenset({"Left", "Right", "Up", "Down", "Home", "End", "PgUp", "PgDown", "Tab", "Space"})
INPUT_METHOD_KEYS = frozenset({"Ctrl+Space", "Shift+Space", "Ctrl+."})
HOLDING = frozenset({Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr})


def own_keys(stored: str) -> dict[str, tuple[str, ...]]:
    """The user's keys as the settings hold them; what makes no sense there is left out.

    >>> own_keys('{"mark.join": ["Ctrl+J"], "gone": ["F4"]}')
    {'mark.join': ('Ctrl+J',)}
    """
    try:
        rows = json.loads(stored or "{}")
    except ValueError:
        return {}
    known = {spec.id for spec in ACTIONS}
    return {
        action: tuple(keys)
        for action, keys in (rows.items() if isinstance(rows, dict) else ())
        if action in known and isinstance(keys, list) and all(isinstance(key, str) and key for key in keys)
    }


def as_stored(own: OwnKeys) -> str:
    """The same as one string for the settings."""
    return json.dumps({action: list(keys) for action, keys in own.items()})


def keys_in_force(own: OwnKeys) -> dict[str, tuple[str, ...]]:
    """The keys of every act; a key that the user gave to another act is no longer the shipped one's."""
    taken = {key for keys in own.values() for key in keys}
    given = shortcuts()
    return {
        spec.id: own[spec.id]
        if spec.id in own
        else tuple(key for key in given.get(spec.id, ("", ()))[1] if key not in taken)
        for spec in ACTIONS
    }


def scope_of(action: str) -> str:
    """Where the keys of an act count: in the ``window``, or in the ``article`` only."""
    return shortcuts().get(action, ("window", ()))[0]


def key_of(pressed: QKeyCombination) -> str:
    """What was pressed, in Qt's portable form; nothing while only Shift and the like are held."""
    if pressed.key() in HOLDING or pressed.key() == Qt.Key.Key_unknown:
        return ""
    return QKeySequence(pressed).toString(QKeySequence.SequenceFormat.PortableText)


def refusal(key: str, action: str) -> str | None:
    """Why a key can't be that of an act: ``input_method``, ``caret`` or ``typed``; None where it can.

    A key that types something would be lost to an input method, and one that moves the caret to the article.
    """
    if key in INPUT_METHOD_KEYS:
        return "input_method"
    *held, last = key[:-1].rsplit("+", 1) if key.endswith("++") else key.split("+")
    if {"Ctrl", "Alt", "Meta"} & set(held):
        return None
    if len(last) == 1:
        return "typed"
    if last.startswith("F") and last[1:].isdigit():
        return None
    if last in CARET_KEYS and not (held and scope_of(action) == "article"):
        return "caret"
    return None if scope_of(action) == "article" else "typed"


def owners(key: str, own: OwnKeys) -> Iterator[str]:
    """The acts that have a key."""
    return (action for action, keys in keys_in_force(own).items() if key in keys)
