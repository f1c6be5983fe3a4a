from collections import Counter

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from core.assets import RESOURCES
from gui.actions import ACTIONS, MENUS, SEPARATED, Actions, shortcuts
from gui.menus import Menus

# Keys that input methods take before an application sees them.
INPUT_METHOD_KEYS = {"Ctrl+Space", "Shift+Space", "Shift", "Ctrl+.", "Ctrl+Shift"}


def test_every_shortcut_belongs_to_an_action() -> None:
    ids = {spec.id for spec in ACTIONS}
    assert set(shortcuts()) <= ids
    assert ids >= SEPARATED


def test_ids_are_unique_and_stand_in_a_menu() -> None:
    assert max(Counter(spec.id for spec in ACTIONS).values()) == 1
    assert {spec.menu for spec in ACTIONS} == {menu for menu, _ in MENUS}


def test_no_two_actions_share_a_key() -> None:
    used = Counter(key for _, keys in shortcuts().values() for key in keys)
    assert [key for key, count in used.items() if count > 1] == []


def test_no_key_is_taken_by_an_input_method_or_is_a_plain_letter() -> None:
    for action, (_, keys) in shortcuts().items():
        for key in keys:
            assert key not in INPUT_METHOD_KEYS, action
            assert QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText), f"{action}: {key}"
            assert len(key) > 1, action


def test_every_icon_is_there() -> None:
    for spec in ACTIONS:
        assert spec.icon is None or (RESOURCES / "icons" / f"{spec.icon}.svg").exists(), spec.icon


def test_article_keys_belong_to_the_article(qtbot: QtBot) -> None:
    window, article = QWidget(), QPlainTextEdit()
    qtbot.addWidget(window)
    qtbot.addWidget(article)
    actions = Actions(window, article)
    assert actions["mark.reject"] in article.actions()
    assert actions["file.open"] in window.actions()
    assert actions["view.read"].isCheckable()


def test_every_menu_stands_on_a_small_screen_in_one_column(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    Menus(window.menuBar(), Actions(window, window), window)
    for action in window.menuBar().actions():
        menu = action.menu()
        assert isinstance(menu, QMenu)
        assert menu.sizeHint().height() < 768, action.text()
