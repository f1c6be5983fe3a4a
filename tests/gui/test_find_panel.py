"""Find with context lines: looking while typing, going there, marking what was found."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.dataset import Found
from core.document import Document
from core.schemes import Scheme
from core.text.find import Query, in_context
from core.text.spans import Span
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
    return [row.place.span for row in panel.model.rows]


def test_every_place_is_found_while_one_types(panel: FindPanel) -> None:
    panel.field.setFocus()
    QTest.keyClicks(panel.field, "10")
    assert len(places(panel)) == 2
    panel.look_for("臨澤縣")
    assert [row.place.words for row in panel.model.rows] == ["临泽县", "临泽县"]


def test_enter_steps_on_and_back_around_the_end(qtbot: QtBot, panel: FindPanel) -> None:
    panel.look_for("临泽县")
    first, second = places(panel)
    for modifier, expected in (
        (Qt.KeyboardModifier.NoModifier, first),
        (Qt.KeyboardModifier.NoModifier, second),
        (Qt.KeyboardModifier.NoModifier, first),
        (Qt.KeyboardModifier.ShiftModifier, second),
    ):
        with qtbot.waitSignal(panel.hit_activated) as activated:
            QTest.keyClick(panel.field, Qt.Key.Key_Return, modifier)
        assert activated.args[0].place.span == expected


def test_down_leads_into_the_list(qtbot: QtBot, panel: FindPanel) -> None:
    panel.look_for("临泽县")
    QTest.keyClick(panel.field, Qt.Key.Key_Down)
    assert panel.list.hasFocus()
    with qtbot.waitSignal(panel.hit_activated) as activated:
        QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert activated.args[0].place.span == places(panel)[0]


def test_only_ticked_places_are_marked(qtbot: QtBot, panel: FindPanel) -> None:
    panel.look_for("江州")
    count = len(places(panel))
    panel.list.setFocus()
    panel.list.select_row(1)
    QTest.keyClick(panel.list, Qt.Key.Key_Space)
    area = panel.list.visualRect(panel.model.index(0, 0))
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(18, area.center().y()))
    panel.acts.labels.choose("LOC")
    with qtbot.waitSignal(panel.act_requested) as requested:
        panel.acts.mark.click()
    act, hits = requested.args
    assert ([hit.place.span for hit in hits], act) == (places(panel)[2:], ("mark", "LOC"))
    assert len(hits) == count - 2


def test_a_tick_is_not_a_step(qtbot: QtBot, panel: FindPanel) -> None:
    panel.look_for("江州")
    area = panel.list.visualRect(panel.model.index(0, 0))
    with qtbot.assertNotEmitted(panel.hit_activated):
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
    assert not panel.acts.mark.isEnabled()


def test_a_pattern_is_looked_for(panel: FindPanel) -> None:
    panel.options.pattern.click()
    panel.look_for(r"\d+家|第?\d{4}年")
    assert [row.place.words for row in panel.model.rows] == ["21家", "2021年"]
    panel.field.setText("(")
    assert places(panel) == []
    assert "not a regular expression" in panel.acts.count.text()


def test_a_pattern_that_never_ends_does_not_keep_the_window(panel: FindPanel, document: Document) -> None:
    panel.set_document(replace(document, text="啊" * 3000 + "。", annotations=()))
    panel.options.pattern.click()
    panel.look_for("(啊|啊啊)+$")
    assert "takes too long" in panel.acts.count.text()


def test_marks_are_looked_for_by_label_and_words(qtbot: QtBot, panel: FindPanel) -> None:
    panel.options.places.choose("LOC")
    panel.options.query_changed.emit()
    assert [row.place.words for row in panel.model.rows] == ["江州", "江州市", "临泽县", "江州", "临泽县"]
    panel.look_for("临泽")
    assert [row.place.mark for row in panel.model.rows] == ["a5", "a13"]
    panel.acts.labels.choose("ORG")
    for button, act in (
        (panel.acts.mark, ("relabel", "ORG")),
        (panel.acts.accept, ("accept", "")),
        (panel.acts.reject, ("reject", "")),
    ):
        with qtbot.waitSignal(panel.act_requested) as requested:
            button.click()
        assert (requested.args[0], len(requested.args[1])) == (act, 2)


def test_the_folder_is_asked_for_once_typing_rests(qtbot: QtBot, panel: FindPanel) -> None:
    with qtbot.waitSignal(panel.folder_query_changed) as asked:
        panel.look_for("江州", "folder")
    assert asked.args == [Query("江州")]
    found = [
        Found(name, in_context("在江州市江州", [Span(1, 3), Span(4, 6)])) for name in ("1.txt", "b/2.txt")
    ]
    panel.show_found(found[:1], is_first=True, is_last=False)
    assert panel.acts.count.text() == "2 places in 1 article searching…"
    panel.show_found(found[1:], is_first=False, is_last=True)
    assert panel.acts.count.text() == "4 places in 2 articles"
    assert [(hit.article, hit.is_first) for hit in panel.model.rows] == [
        ("1.txt", True),
        ("1.txt", False),
        ("b/2.txt", True),
        ("b/2.txt", False),
    ]


def test_places_in_the_folder_stay_while_articles_are_opened(panel: FindPanel, document: Document) -> None:
    panel.look_for("江州", "folder")
    panel.show_found([Found("1.txt", in_context("江州", [Span(0, 2)]))], is_first=True, is_last=True)
    panel.set_document(replace(document, text="别的"))
    assert len(panel.model.rows) == 1
    panel.options.scopes.button("article").click()
    assert places(panel) == []


def test_ticks_that_were_taken_away_are_kept_when_articles_change(qtbot: QtBot, panel: FindPanel) -> None:
    with qtbot.waitSignal(panel.folder_query_changed):
        panel.look_for("江州", "folder")
    found = [Found("1.txt", in_context("江州江州", [Span(0, 2), Span(2, 4)]))]
    panel.show_found(found, is_first=True, is_last=True)
    with qtbot.waitSignal(panel.folder_query_changed):
        panel.look_again()
    panel.model.toggle(panel.model.index(0, 0))
    with qtbot.assertNotEmitted(panel.folder_query_changed, wait=300):
        panel.look_again()
