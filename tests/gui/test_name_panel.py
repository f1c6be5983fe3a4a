"""The card of a name: opened from article and list, followed, and what is named alike or otherwise by it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.document import Document
from gui.panels.name_panel import NamePanel
from gui.workplace import Workplace

LONG = 30_000


@pytest.fixture
def workplace(workplace: Workplace, document: Document, tmp_path: Path) -> Workplace:
    """The window with the article of these tests open."""
    article = tmp_path / "江州.txt"
    article.write_text(document.text, encoding="utf-8")
    workplace.session.open(document, article)
    return workplace


@pytest.fixture
def panel(workplace: Workplace, qtbot: QtBot) -> NamePanel:
    """The card of 江州市, opened by the key."""
    workplace.session.select("a1")
    workplace.parts.actions_table["go.name"].trigger()
    wait_for(workplace, qtbot, "江州市")
    return workplace.parts.name_panel


def wait_for(workplace: Workplace, qtbot: QtBot, name: str) -> None:
    panel = workplace.parts.name_panel
    qtbot.waitUntil(lambda: panel.card is not None and panel.card.name == name, timeout=LONG)


def rows_of(panel: NamePanel) -> list[str]:
    return [panel.model.index(row, 0).data() for row in range(panel.model.rowCount())]


def choose_row(panel: NamePanel, beginning: str) -> None:
    row = next(n for n, words in enumerate(rows_of(panel)) if words.startswith(beginning))
    panel.list.setCurrentIndex(panel.model.index(row, 0))


def entity_of(workplace: Workplace, mark: str) -> str | None:
    assert workplace.session.document is not None
    return workplace.session.document.annotation(mark).entity


def test_the_card_says_kind_forms_figures_and_places(workplace: Workplace, panel: NamePanel) -> None:
    assert workplace.parts.desk.panel is panel
    assert panel.card is not None
    assert dict(panel.card.forms) == {"江州": 2, "江州市": 1}
    assert "Places 3" in rows_of(panel)
    assert "江州：产业园开工" in rows_of(panel)


def test_enter_on_a_place_selects_its_mark_and_the_card_stays(workplace: Workplace, panel: NamePanel) -> None:
    choose_row(panel, "江州还引进")
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert workplace.session.selected == "a8"
    assert panel.card is not None
    assert panel.card.name == "江州市"


def test_the_card_follows_the_name_that_is_selected(
    workplace: Workplace, panel: NamePanel, qtbot: QtBot
) -> None:
    workplace.session.select("a5")
    wait_for(workplace, qtbot, "临泽县")


def test_esc_gives_the_panel_back(workplace: Workplace, panel: NamePanel) -> None:
    QTest.keyClick(panel.list, Qt.Key.Key_Escape)
    assert workplace.parts.desk.panel is workplace.parts.side_panel
    assert workplace.parts.article.hasFocus() or not workplace.window.isActiveWindow()


@pytest.mark.parametrize("by_mouse", [True, False])
def test_it_opens_from_the_list_of_names(workplace: Workplace, qtbot: QtBot, by_mouse: bool) -> None:
    names = workplace.parts.side_panel.names.list
    qtbot.waitUntil(lambda: names.model().rowCount() > 0, timeout=LONG)
    index = names.model().index(1, 0)
    names.setCurrentIndex(index)
    if by_mouse:
        where = names.visualRect(index).center()
        QTest.mouseClick(names.viewport(), Qt.MouseButton.LeftButton, pos=where)
        QTest.mouseDClick(names.viewport(), Qt.MouseButton.LeftButton, pos=where)
    else:
        QTest.keyClick(names, Qt.Key.Key_Right)
    wait_for(workplace, qtbot, "临泽县")


def test_what_is_no_name_has_no_card(workplace: Workplace, qtbot: QtBot) -> None:
    workplace.session.select("a6")
    with qtbot.waitSignal(workplace.naming.noticed) as told:
        workplace.parts.actions_table["go.name"].trigger()
    assert told.args == ["Select a name first"]
    assert workplace.parts.desk.panel is workplace.parts.side_panel


def test_two_names_become_one_and_undo_parts_them(
    workplace: Workplace, panel: NamePanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[Sequence[str]] = []

    def take_first(choices: Sequence[str], then: Callable[[int], None]) -> None:
        offered.append(choices)
        then(0)

    monkeypatch.setattr(workplace.conversation, "choose_one", take_first)
    panel.merge.click()
    assert offered == [["临泽县"]]
    assert {entity_of(workplace, mark) for mark in ("a1", "a4", "a5")} == {"e2"}
    wait_for(workplace, qtbot, "临泽县")
    workplace.parts.actions_table["edit.undo"].trigger()
    assert entity_of(workplace, "a1") == "e1"


def test_a_place_is_said_to_name_something_else(workplace: Workplace, panel: NamePanel, qtbot: QtBot) -> None:
    choose_row(panel, "江州：")
    panel.part.click()
    assert entity_of(workplace, "a1") not in ("e1", None)
    assert entity_of(workplace, "a4") == "e1"
    wait_for(workplace, qtbot, "江州")
    assert not panel.part.isEnabled()


def test_a_name_is_changed(
    workplace: Workplace, panel: NamePanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        workplace.conversation, "ask_words", lambda title, explanation, words, then: then("江州")
    )
    panel.rename.click()
    wait_for(workplace, qtbot, "江州")


def test_another_article_closes_the_card(workplace: Workplace, panel: NamePanel, document: Document) -> None:
    workplace.session.open(document, None)
    assert workplace.parts.desk.panel is workplace.parts.side_panel
