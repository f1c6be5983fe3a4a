"""Find with context lines: looking while typing, going there, marking what was found."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.document import Document
from core.schemes import Scheme
from core.spans import Span
from gui.look.theme import Theme
from gui.panels.find_panel import FindPanel


@pytest.fixture
def panel(qtbot: QtBot, document: Document, scheme: Scheme, theme: Theme) -> FindPanel:
    panel = FindPanel()
    qtbot.addWidget(panel)
    panel.set_theme(theme)
    panel.set_scheme(scheme)
    panel.set_document(document)
    panel.resize(364, 500)
    with qtbot.waitActive(panel):
        panel.show()
    return panel


def places(panel: FindPanel) -> list[Span]:
    return [row.span for row in panel.model.rows]


def test_every_place_is_found_while_one_types(panel: FindPanel) -> None:
    panel.field.setFocus()
    QTest.keyClicks(panel.field, "10")
    assert len(places(panel)) == 2
    panel.look_for("臨澤縣")
    assert [row.words for row in panel.model.rows] == ["临泽县", "临泽县"]


def test_enter_steps_on_and_back_around_the_end(qtbot: QtBot, panel: FindPanel) -> None:
    panel.look_for("临泽县")
    first, second = places(panel)
    for modifier, expected in (
        (Qt.KeyboardModifier.NoModifier, first),
        (Qt.KeyboardModifier.NoModifier, second),
        (Qt.KeyboardModifier.NoModifier, first),
        (Qt.KeyboardModifier.ShiftModifier, second),
    ):
        with qtbot.waitSignal(panel.span_activated) as activated:
            QTest.keyClick(panel.field, Qt.Key.Key_Return, modifier)
        assert activated.args == [expected]


def test_down_leads_into_the_list(qtbot: QtBot, panel: FindPanel) -> None:
    panel.look_for("临泽县")
    QTest.keyClick(panel.field, Qt.Key.Key_Down)
    assert panel.list.hasFocus()
    with qtbot.waitSignal(panel.span_activated) as activated:
        QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert activated.args == [places(panel)[0]]


def test_only_ticked_places_are_marked(qtbot: QtBot, panel: FindPanel) -> None:
    panel.look_for("江州")
    count = len(places(panel))
    panel.list.setFocus()
    panel.list.select_row(1)
    QTest.keyClick(panel.list, Qt.Key.Key_Space)
    area = panel.list.visualRect(panel.model.index(0, 0))
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(18, area.center().y()))
    panel.labels.choose("LOC")
    with qtbot.waitSignal(panel.mark_requested) as requested:
        panel.mark.click()
    spans, label = requested.args
    assert (list(spans), label) == (places(panel)[2:], "LOC")
    assert len(spans) == count - 2


def test_a_tick_is_not_a_step(qtbot: QtBot, panel: FindPanel) -> None:
    panel.look_for("江州")
    area = panel.list.visualRect(panel.model.index(0, 0))
    with qtbot.assertNotEmitted(panel.span_activated):
        QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(18, area.center().y()))


def test_esc_closes(qtbot: QtBot, panel: FindPanel) -> None:
    for widget in (panel.field, panel.list):
        widget.setFocus()
        with qtbot.waitSignal(panel.close_requested):
            QTest.keyClick(widget, Qt.Key.Key_Escape)


def test_the_places_follow_the_text(panel: FindPanel, document: Document) -> None:
    panel.look_for("临泽县")
    panel.set_document(replace(document, text=document.text + "临泽县"))
    assert len(places(panel)) == 3
    panel.set_document(None)
    assert places(panel) == []


def test_nothing_sought_is_nothing_found(panel: FindPanel) -> None:
    panel.look_for("临泽县")
    panel.field.setText("")
    assert places(panel) == []
    assert not panel.mark.isEnabled()
