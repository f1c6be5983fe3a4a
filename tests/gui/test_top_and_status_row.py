"""The rows at the top and the bottom of the window, and the rail."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenuBar
from pytestqt.qtbot import QtBot

from core.document import Document
from gui.actions import Actions
from gui.look.fonts import ui_font
from gui.look.metrics import load_metrics
from gui.look.theme import Theme, stylesheet
from gui.panels.rail import Rail
from gui.panels.status_row import StatusRow
from gui.panels.top_row import UNDO_FROM, TopRow
from gui.widgets.buttons import IconButton


@pytest.fixture
def top_row(qtbot: QtBot, actions: Actions, theme: Theme) -> TopRow:
    row = TopRow(QMenuBar(), actions)
    qtbot.addWidget(row)
    row.set_theme(theme)
    row.set_open(True)
    row.resize(1100, 40)
    with qtbot.waitActive(row):
        row.show()
    return row


def tools_of(row: TopRow) -> list[str]:
    """The visible tools, as a screen reader names them."""
    return [button.accessibleName() for button in row.findChildren(IconButton) if button.isVisible()]


def test_a_mode_is_chosen_by_mouse_and_by_keys(qtbot: QtBot, top_row: TopRow) -> None:
    with qtbot.waitSignal(top_row.mode_chosen) as chosen:
        QTest.mouseClick(top_row.mode_button("annotate"), Qt.MouseButton.LeftButton)
    assert chosen.args == ["annotate"]
    with qtbot.waitSignal(top_row.mode_chosen) as chosen:
        QTest.keyClick(top_row.mode_button("annotate"), Qt.Key.Key_Right)
    assert chosen.args == ["repair"]


def test_the_tools_are_those_of_the_mode(top_row: TopRow) -> None:
    assert tools_of(top_row) == [
        "Previous Unreviewed",
        "Next Unreviewed, Least Certain First",
        "Find…",
        "Side Panel",
    ]
    top_row.set_mode("annotate")
    assert {"Undo", "File List"} <= set(tools_of(top_row))
    top_row.set_mode("repair")
    assert "Next Suggested Repair" in tools_of(top_row)
    assert "Next Unreviewed, Least Certain First" not in tools_of(top_row)


def test_a_tool_does_what_its_action_does(qtbot: QtBot, top_row: TopRow, actions: Actions) -> None:
    button = next(b for b in top_row.findChildren(IconButton) if b.accessibleName() == "Find…")
    with qtbot.waitSignal(actions["edit.find"].triggered):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    actions["edit.find"].setEnabled(False)
    assert not button.isEnabled()


def test_a_tool_that_is_on_shows_it_after_one_click(top_row: TopRow, actions: Actions) -> None:
    button = next(b for b in top_row.findChildren(IconButton) if b.accessibleName() == "Side Panel")
    actions["view.panel"].setChecked(True)
    assert button.isChecked()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not actions["view.panel"].isChecked()
    assert not button.isChecked()


def test_pending_repairs_stand_beside_their_mode(top_row: TopRow) -> None:
    narrow = top_row.mode_button("repair").sizeHint().width()
    top_row.set_pending(11)
    assert top_row.mode_button("repair").sizeHint().width() > narrow
    top_row.set_pending(0)
    assert top_row.mode_button("repair").sizeHint().width() == narrow


@pytest.fixture
def styled(qapp: QApplication, theme: Theme) -> Iterator[None]:
    """The style sheet and the font of the application, as it is when it runs."""
    before = qapp.font(), qapp.styleSheet()
    qapp.setStyleSheet(stylesheet(theme))
    qapp.setFont(ui_font(13))
    yield
    qapp.setFont(before[0])
    qapp.setStyleSheet(before[1])


@pytest.mark.usefixtures("styled")
def test_every_menu_is_seen_in_the_smallest_window(qtbot: QtBot, actions: Actions, theme: Theme) -> None:
    menu_bar = QMenuBar()
    for title in ("文件", "编辑", "查看", "标记", "转到", "数据集", "帮助"):
        menu_bar.addMenu(title)
    row = TopRow(menu_bar, actions)
    qtbot.addWidget(row)
    row.set_theme(theme)
    row.set_open(True)
    row.set_mode("annotate")
    row.set_pending(11)
    row.show()
    row.resize(UNDO_FROM - 1, 40)  # as a window that a person makes smaller: what is not needed goes first
    row.resize(load_metrics().layout.window_min[0], 40)
    _assert_all_seen(row, menu_bar)
    for action, title in zip(
        menu_bar.actions(), ("File", "Edit", "View", "Mark", "Go", "Dataset", "Help"), strict=True
    ):
        action.setText(title)
    qtbot.waitUntil(lambda: menu_bar.width() >= menu_bar.sizeHint().width())
    _assert_all_seen(row, menu_bar)


def _assert_all_seen(row: TopRow, menu_bar: QMenuBar) -> None:
    assert row.width() == load_metrics().layout.window_min[0]
    last = menu_bar.actionGeometry(menu_bar.actions()[-1])
    assert menu_bar.rect().contains(last)
    assert row.mode_button("read").mapTo(row, QPoint()).x() > menu_bar.geometry().right()


def test_with_nothing_open_there_are_only_menus(top_row: TopRow) -> None:
    top_row.set_open(False)
    assert not tools_of(top_row)
    assert not top_row.mode_button("read").isVisible()


FACTS = (
    # mode, what is said, comment
    ("read", ["93 characters", "Marks 13", "Unreviewed 12"], "reading"),
    ("annotate", ["Annotator 甲", "Reviewed 2 / 14"], "a rejected one is reviewed too"),
    ("repair", ["Repairs 2", "Pending 2"], "repairing"),
)


@pytest.mark.parametrize(("mode", "facts", "comment"), FACTS)
def test_the_facts_of_a_mode(
    qtbot: QtBot, document: Document, mode: str, facts: list[str], comment: str
) -> None:
    row = StatusRow()
    qtbot.addWidget(row)
    row.set_mode(mode)
    row.set_document(replace(document, annotator="甲"))
    for fact in facts:
        assert fact in row.facts(), comment


def test_without_an_article_the_row_says_so(qtbot: QtBot, theme: Theme) -> None:
    row = StatusRow()
    qtbot.addWidget(row)
    row.set_theme(theme)
    row.show()
    assert row.facts() == ["No article open"]
    assert not row.script_button("hans").isVisible()


def test_a_notice_does_not_outlive_its_language(qtbot: QtBot) -> None:
    row = StatusRow()
    qtbot.addWidget(row)
    row.set_notice("剪贴板里没有文字")
    QApplication.sendEvent(row, QEvent(QEvent.Type.LanguageChange))
    assert "剪贴板里没有文字" not in [words.text() for words in row.findChildren(QLabel)]


def test_a_script_is_asked_for(qtbot: QtBot, document: Document, theme: Theme) -> None:
    row = StatusRow()
    qtbot.addWidget(row)
    row.set_theme(theme)
    row.set_document(document)
    row.set_script("hans")
    row.show()
    with qtbot.waitSignal(row.script_chosen) as chosen:
        QTest.mouseClick(row.script_button("hant"), Qt.MouseButton.LeftButton)
    assert chosen.args == ["hant"]
    assert row.script_button("hant").accessibleName() == "Traditional"


def test_the_rail_leads_to_a_section(qtbot: QtBot, theme: Theme) -> None:
    rail = Rail()
    qtbot.addWidget(rail)
    rail.set_theme(theme)
    with qtbot.waitActive(rail):
        rail.show()
    with qtbot.waitSignal(rail.section_chosen) as chosen:
        QTest.mouseClick(rail.button("times"), Qt.MouseButton.LeftButton)
    assert chosen.args == ["times"]
    with qtbot.waitSignal(rail.section_chosen) as chosen:
        QTest.keyClick(rail.button("times"), Qt.Key.Key_Down)
    assert chosen.args == ["repairs"]


def test_a_dot_says_that_something_waits(qtbot: QtBot, theme: Theme) -> None:
    rail = Rail()
    qtbot.addWidget(rail)
    rail.set_theme(theme)
    rail.show()
    plain = rail.button("findings").grab().toImage()
    rail.set_waiting({"findings"})
    assert rail.button("findings").grab().toImage() != plain
    rail.set_waiting(())
    assert rail.button("findings").grab().toImage() == plain
