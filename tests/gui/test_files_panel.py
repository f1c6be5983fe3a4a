"""The files of a folder: what is listed, how far they are, what is opened."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.look.theme import Theme
from gui.models.file_rows import FileRow
from gui.panels.files_panel import FilesPanel

FILES = (
    FileRow("/x/0103.txt", "0103.txt", "done", 88, 88),
    FileRow("/x/江州.txt", "江州.txt", "in_progress", 89, 190),
    FileRow("/x/0105.txt", "0105.txt", "new", is_flagged=True),
    FileRow("/x/0106.txt", "0106.txt", "skipped"),
)


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
    ("wanted", "count"), [("all", 4), ("unfinished", 2), ("in_progress", 1), ("done", 2), ("flagged", 1)]
)
def test_files_of_a_state_are_listed(panel: FilesPanel, wanted: str, count: int) -> None:
    panel.choice(wanted).trigger()
    assert len(rows_of(panel)) == count


def test_a_file_is_opened_by_enter(qtbot: QtBot, panel: FilesPanel) -> None:
    panel.list.setFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.file_activated) as activated:
        QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert activated.args == ["/x/江州.txt"]


def test_the_open_file_is_selected_also_after_filtering(panel: FilesPanel) -> None:
    panel.set_current("/x/0105.txt")
    panel.field.setText("0105")
    assert panel.list.currentIndex().row() == 0
    panel.field.setText("")
    assert panel.list.currentIndex().row() == 2


def test_a_file_that_is_done_meanwhile(panel: FilesPanel) -> None:
    panel.update_file(FileRow("/x/江州.txt", "江州.txt", "done", 190, 190))
    assert rows_of(panel)[1] == "江州.txt done 190"
    assert panel.progress_words() == "3 / 4"
    panel.update_file(FileRow("/y/elsewhere.txt", "elsewhere.txt"))
    assert len(rows_of(panel)) == 4


def test_a_file_leaves_the_list_when_it_is_no_longer_wanted(panel: FilesPanel) -> None:
    panel.choice("in_progress").trigger()
    panel.update_file(FileRow("/x/江州.txt", "江州.txt", "done", 190, 190))
    assert rows_of(panel) == []
