"""The files of a folder: what is listed, how far they are, what is opened."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.dataset import ArticleState
from gui.look.theme import Theme
from gui.panels.files_panel import FilesPanel

FILES = (
    ArticleState("0103.txt", "done", 88, 88),
    ArticleState("江州.txt", "in_progress", 89, 190),
    ArticleState("0105.txt", "new", is_flagged=True),
    ArticleState("0106.txt", "skipped"),
)

BOTH = ("0103.txt", "0106.txt")


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme) -> FilesPanel:
    panel = FilesPanel()
    qtbot.addWidget(panel)
    panel.set_theme(theme)
    panel.set_folder("江州日报", FILES)
    panel.resize(232, 400)
    with qtbot.waitActive(panel):
        panel.show()
    return panel


def rows_of(panel: FilesPanel) -> list[str]:
    model = panel.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_every_file_says_how_far_it_is(panel: FilesPanel) -> None:
    assert rows_of(panel) == [
        "0103.txt done 88",
        "江州.txt in progress 89 / 190",
        "0105.txt untouched",
        "0106.txt skipped",
    ]
    assert panel.progress_words() == "2 / 4"


def test_the_names_are_filtered_while_one_types(panel: FilesPanel) -> None:
    panel.field.setFocus()
    QTest.keyClicks(panel.field, "010")
    assert len(rows_of(panel)) == 3
    panel.field.setText("江州")
    assert rows_of(panel) == ["江州.txt in progress 89 / 190"]


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        ("all", 4),
        ("unfinished", 2),
        ("new", 1),
        ("in_progress", 1),
        ("done", 1),
        ("nothing", 0),
        ("skipped", 1),
        ("flagged", 1),
        ("copies", 2),
        ("unreadable", 0),
    ],
)
def test_files_of_a_state_are_listed(panel: FilesPanel, wanted: str, count: int) -> None:
    panel.set_copies(dict.fromkeys(BOTH, BOTH))
    panel.choice(wanted).trigger()
    assert len(rows_of(panel)) == count


def test_a_file_is_opened_by_enter(qtbot: QtBot, panel: FilesPanel) -> None:
    panel.list.setFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.file_activated) as activated:
        QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert activated.args == ["江州.txt"]


def test_the_open_file_is_selected_also_after_filtering(panel: FilesPanel) -> None:
    panel.set_current("0105.txt")
    panel.field.setText("0105")
    assert panel.list.currentIndex().row() == 0
    panel.field.setText("")
    assert panel.list.currentIndex().row() == 2


def test_a_file_that_is_done_meanwhile(panel: FilesPanel) -> None:
    panel.update_files([ArticleState("江州.txt", "done", 190, 190)])
    assert rows_of(panel)[1] == "江州.txt done 190"
    assert panel.progress_words() == "3 / 4"
    panel.update_files([ArticleState("elsewhere.txt")])
    assert len(rows_of(panel)) == 4


def test_a_file_leaves_the_list_when_it_is_no_longer_wanted(panel: FilesPanel) -> None:
    panel.choice("in_progress").trigger()
    panel.update_files([ArticleState("江州.txt", "done", 190, 190)])
    assert rows_of(panel) == []


def test_files_come_in_the_chosen_order(panel: FilesPanel) -> None:
    names = {}
    for order in ("name", "state", "waiting", "marks", "flagged", "seconds"):
        panel.order(order).trigger()
        names[order] = [state.name for state in panel.listed()]
    panel.reversed.trigger()
    names["reversed"] = [state.name for state in panel.listed()]
    panel.order("name").trigger()
    names["name, reversed"] = [state.name for state in panel.listed()]
    assert names == {
        "name": ["0103.txt", "江州.txt", "0105.txt", "0106.txt"],
        "state": ["江州.txt", "0105.txt", "0103.txt", "0106.txt"],
        "waiting": ["江州.txt", "0103.txt", "0105.txt", "0106.txt"],
        "marks": ["江州.txt", "0103.txt", "0105.txt", "0106.txt"],
        "flagged": ["0105.txt", "0103.txt", "江州.txt", "0106.txt"],
        "seconds": ["0103.txt", "江州.txt", "0105.txt", "0106.txt"],
        "reversed": ["0103.txt", "江州.txt", "0105.txt", "0106.txt"],
        "name, reversed": ["0106.txt", "0105.txt", "江州.txt", "0103.txt"],
    }


def test_an_order_is_kept_while_states_change(panel: FilesPanel) -> None:
    panel.order("state").trigger()
    panel.update_files([ArticleState("江州.txt", "done", 190, 190)])
    assert panel.listed()[0].name == "0105.txt"


@pytest.mark.parametrize("is_own_only", [False, True])
@pytest.mark.parametrize("wanted", ["all", "unfinished", "in_progress"])
def test_what_is_told_of_the_whole_folder_is_as_if_it_were_counted_anew(
    panel: FilesPanel, wanted: str, is_own_only: bool
) -> None:
    panel.set_assigned(frozenset({"0103.txt", "江州.txt"}) if is_own_only else None)
    panel.choice(wanted).trigger()
    for state in (
        ArticleState("江州.txt", "in_progress", 3, 190, seconds=20),
        ArticleState("江州.txt", "done", 190, 190, seconds=90),
        ArticleState("0103.txt", "in_progress", 0, 88),
        ArticleState("0105.txt", "skipped", reason="重复"),
        ArticleState("0103.txt", "new"),
    ):
        panel.update_files([state])
        told = panel.progress_words(), panel.pace.text()
        panel.set_files(panel.files())
        assert (panel.progress_words(), panel.pace.text()) == told


def test_why_an_article_was_skipped_is_told_in_its_tooltip(panel: FilesPanel) -> None:
    panel.update_files([ArticleState("0106.txt", "skipped", reason="重复"), ArticleState("0105.txt", "done")])
    model = panel.list.model()
    tips = [model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole) for row in (2, 3)]
    assert tips == ["0105.txt: done, nothing to mark", "0106.txt: skipped\n重复"]


def test_the_pace_is_told_once_something_was_finished(panel: FilesPanel) -> None:
    assert panel.pace.text() == "101 marks to review"
    panel.update_files([ArticleState("0103.txt", "done", 88, 88, seconds=90)])
    assert panel.pace.text() == "101 marks to review\n90 s each · 40 an hour · 3 min left"


def test_work_in_the_background_can_be_ended(qtbot: QtBot, panel: FilesPanel) -> None:
    panel.work.show_work("Annotating 1 of 9", 1 / 9, can_be_ended=True)
    with qtbot.waitSignal(panel.work.cancel_requested):
        panel.work.cancel.click()
    panel.work.show_work("", 0)
    assert not panel.work.isVisible()


def test_only_what_is_assigned_to_the_annotator_is_listed_at_first(panel: FilesPanel) -> None:
    assert not panel.assigned_only.isEnabled() or not panel.assigned_only.isChecked()
    panel.set_assigned(frozenset({"0103.txt", "0105.txt"}))
    assert [state.name for state in panel.listed()] == ["0103.txt", "0105.txt"]
    assert panel.progress_words() == "1 / 2"
    panel.choice("unfinished").trigger()
    assert [state.name for state in panel.listed()] == ["0105.txt"]
    panel.assigned_only.trigger()
    assert len(panel.listed()) == 2
    assert panel.progress_words() == "2 / 4"


def test_copies_are_named_in_the_tooltip(panel: FilesPanel) -> None:
    panel.set_copies(dict.fromkeys(BOTH, BOTH))
    index = panel.list.model().index(3, 0)
    assert index.data() == "0106.txt skipped has copies"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "0106.txt: skipped\nCopies: 0103.txt"


def test_a_blind_list_tells_of_no_suggestions(panel: FilesPanel) -> None:
    panel.set_blind(True)
    assert rows_of(panel)[:2] == ["0103.txt done 88", "江州.txt in progress 89 / 89"]
    assert "to review" not in panel.pace.text()
    panel.set_blind(False)
    assert rows_of(panel)[1] == "江州.txt in progress 89 / 190"
