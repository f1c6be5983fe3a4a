"""Keys of the user's own: kept, given, and refused where they would be lost."""

import pytest
from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from core.schemes import default_scheme
from gui.actions import shortcuts
from gui.keys import as_stored, key_of, keys_in_force, own_keys, owners, refusal


def test_keys_are_kept_as_one_string() -> None:
    own = {"mark.join": ("Ctrl+J", "F4"), "mark.note": ()}
    assert own_keys(as_stored(own)) == own


@pytest.mark.parametrize("stored", ["", "{", "[]", '{"gone": ["F4"]}', '{"mark.join": "F4"}', "3"])
def test_what_makes_no_sense_in_the_settings_is_left_out(stored: str) -> None:
    assert own_keys(stored) == {}


def test_a_key_that_went_to_another_act_is_no_longer_the_first_ones() -> None:
    force = keys_in_force({"mark.join": ("Ctrl+M",)})
    assert force["mark.join"] == ("Ctrl+M",)
    assert force["mark.note"] == ()
    assert force["mark.reject"] == shortcuts()["mark.reject"][1]
    assert list(owners("Ctrl+M", {"mark.join": ("Ctrl+M",)})) == ["mark.join"]


@pytest.mark.parametrize(
    ("key", "action", "reason"),
    [
        ("Ctrl+K", "mark.join", None),
        ("F4", "file.open", None),
        ("Alt+Up", "go.inner_mark", None),
        ("Shift+Up", "mark.join", None),
        ("Ctrl++", "view.zoom_in", None),
        ("Up", "mark.join", "caret"),
        ("Shift+Up", "file.open", "caret"),
        ("A", "mark.join", "typed"),
        ("Shift+A", "mark.join", "typed"),
        ("Del", "mark.reject", None),
        ("Del", "file.close", "typed"),
        ("Ctrl+Space", "mark.join", "input_method"),
        ("Ctrl+.", "mark.join", "input_method"),
    ],
)
def test_what_a_key_can_be(key: str, action: str, reason: str | None) -> None:
    assert refusal(key, action) == reason


def test_no_shipped_key_would_be_refused() -> None:
    for action, (_, keys) in shortcuts().items():
        assert [key for key in keys if refusal(key, action)] == [], action


def test_labels_and_acts_share_no_key() -> None:
    of_labels = {QKeySequence(label.key).toString() for label in default_scheme().labels if label.key}
    of_acts = {QKeySequence(key).toString() for keys in keys_in_force({}).values() for key in keys}
    assert of_labels.isdisjoint(of_acts)
    free = {f"{held}{digit}" for held in ("", "Shift+", "Alt+Shift+", "Ctrl+Alt+") for digit in range(10)}
    assert free.isdisjoint(of_acts), "what a scheme may give to labels is nobody's"


def test_a_pressed_key_has_a_portable_name() -> None:
    control = Qt.KeyboardModifier.ControlModifier
    assert key_of(QKeyCombination(control, Qt.Key.Key_J)) == "Ctrl+J"
    assert key_of(QKeyCombination(control, Qt.Key.Key_Control)) == ""
