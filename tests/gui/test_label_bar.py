"""The bar of labels in the annotator's view."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from core.schemes import default_scheme
from gui.look.theme import load_theme
from gui.panels.label_bar import LabelBar
from gui.panels.label_button import LabelButton, MoreButton


@pytest.fixture
def bar(qtbot: QtBot) -> LabelBar:
    made = LabelBar(default_scheme())
    qtbot.addWidget(made)
    made.set_theme(load_theme("light"))
    made.resize(1000, 48)
    made.show()
    qtbot.waitExposed(made)
    return made


def shown(bar: LabelBar) -> list[str]:
    buttons = [button for button in bar.findChildren(LabelButton) if button.isVisible()]
    return [button.spec.name for button in sorted(buttons, key=lambda button: button.x())]


def button_of(bar: LabelBar, label: str) -> LabelButton:
    return next(button for button in bar.findChildren(LabelButton) if button.spec.name == label)


def test_the_labels_with_a_digit_are_shown_in_the_order_of_the_scheme(bar: LabelBar) -> None:
    digits = [label.name for label in default_scheme().labels if "+" not in label.key]
    assert shown(bar) == digits


def test_a_press_asks_for_the_label_and_leaves_the_check_to_the_document(bar: LabelBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.label_chosen) as chosen:
        QTest.mouseClick(button_of(bar, "LOC"), Qt.MouseButton.LeftButton)
    assert chosen.args == ["LOC"]
    assert not button_of(bar, "LOC").isChecked()
    bar.set_current("ORG")
    assert button_of(bar, "ORG").isChecked()
    bar.set_current(None)
    assert not button_of(bar, "ORG").isChecked()


@pytest.mark.parametrize("width", [1000, 700, 420, 120])
def test_nothing_is_cut_off_however_narrow(bar: LabelBar, qtbot: QtBot, width: int) -> None:
    bar.resize(width, 48)
    buttons = [*bar.findChildren(LabelButton), *bar.findChildren(MoreButton)]
    areas = sorted((b.geometry() for b in buttons if b.isVisible()), key=lambda area: area.x())
    assert all(area.left() >= 0 and area.right() < width for area in areas)
    assert all(first.right() < second.left() for first, second in pairwise(areas))


def test_what_is_not_shown_is_in_the_menu(bar: LabelBar, qtbot: QtBot) -> None:
    bar.resize(420, 48)
    bar.set_compact(True)
    hidden = {label.name for label in default_scheme().labels} - set(shown(bar))
    QTest.mouseClick(bar.findChildren(MoreButton)[0], Qt.MouseButton.LeftButton)
    menu = bar.findChildren(QMenu)[-1]
    listed = {action.text().split()[0]: action for action in menu.actions()}
    assert set(listed) == hidden
    with qtbot.waitSignal(bar.label_chosen) as chosen:
        listed["SET" if "SET" in listed else "NUMBER"].trigger()
    assert chosen.args[0] in hidden
    menu.hide()


def test_titles_give_way_before_labels(bar: LabelBar) -> None:
    bar.resize(1400, 48)
    wide = button_of(bar, "ORG").width()
    bar.resize(960, 48)
    assert button_of(bar, "ORG").width() < wide
    assert len(shown(bar)) == 10
    bar.resize(1400, 48)
    bar.set_compact(True)
    assert button_of(bar, "ORG").width() < wide
