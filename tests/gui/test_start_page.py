"""The start page: what may be opened, by keys, by mouse, by dropping."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.recollection import Recollection
from gui.actions import Actions
from gui.look.theme import Theme
from gui.models.start_rows import RecentArticle, recent_article
from gui.panels.start_page import StartPage

COPY, LEFT = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def page(qtbot: QtBot, actions: Actions, theme: Theme) -> StartPage:
    page = StartPage(actions)
    qtbot.addWidget(page)
    page.set_theme(theme)
    page.resize(1000, 700)
    with qtbot.waitActive(page):
        page.show()
    page.list.setFocus()
    return page


def rows_of(page: StartPage) -> list[str]:
    model = page.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_an_empty_list_of_recent_ones_says_so(page: StartPage) -> None:
    assert rows_of(page)[-2:] == ["Recent", "No article has been opened yet"]


def test_enter_opens_an_article_by_dialog(qtbot: QtBot, page: StartPage) -> None:
    with qtbot.waitSignal(page.act_requested) as requested:
        QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert requested.args == ["file.open"]


def test_arrows_skip_what_cannot_be_chosen(qtbot: QtBot, page: StartPage) -> None:
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.paths_requested) as requested:
        QTest.keyClick(page.list, Qt.Key.Key_Return)
    (path,) = requested.args[0]
    assert Path(path).name == "chongqing.txt"
    assert Path(path).is_file()


def test_a_recent_article_is_opened_by_a_click(qtbot: QtBot, page: StartPage, tmp_path: Path) -> None:
    path = str(tmp_path / "新闻.txt")
    page.set_recent([RecentArticle(path, "标题", "江州日报")])
    assert rows_of(page)[-1] == "标题 江州日报"
    index = page.list.model().index(len(rows_of(page)) - 1, 0)
    with qtbot.waitSignal(page.paths_requested) as requested:
        QTest.mouseClick(page.list.viewport(), LEFT, pos=page.list.visualRect(index).center())
    assert requested.args == [[path]]


def test_files_and_folders_are_dropped(qtbot: QtBot, page: StartPage, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path)), QUrl("https://example.org/a.txt")])
    entering = QDragEnterEvent(page.rect().center(), COPY, data, LEFT, PLAIN)
    page.dragEnterEvent(entering)
    assert entering.isAccepted()
    with qtbot.waitSignal(page.paths_requested) as requested:
        page.dropEvent(QDropEvent(QPointF(10, 10), COPY, data, LEFT, PLAIN))
    assert [Path(path) for path in requested.args[0]] == [tmp_path]


def test_words_are_dropped(qtbot: QtBot, page: StartPage) -> None:
    data = QMimeData()
    data.setText("一段话")
    entering = QDragEnterEvent(page.rect().center(), COPY, data, LEFT, PLAIN)
    entering.ignore()
    page.dragEnterEvent(entering)
    assert entering.isAccepted()
    with qtbot.waitSignal(page.words_dropped) as dropped:
        page.dropEvent(QDropEvent(QPointF(10, 10), COPY, data, LEFT, PLAIN))
    assert dropped.args == ["一段话"]


def test_only_the_logo_is_red(page: StartPage, theme: Theme) -> None:
    image = page.grab().toImage()
    logo = page.drop_zone.logo
    area = logo.rect().translated(logo.mapTo(page, logo.rect().topLeft()))
    red = {
        (x, y)
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
        if image.pixelColor(x, y) == theme.ui.zhu
    }
    assert red
    assert all(area.contains(x, y) for x, y in red)


def test_a_recent_article_says_where_it_is_from_and_what_waits(tmp_path: Path) -> None:
    path = tmp_path / "1.txt"
    remembered = Recollection(path, "企业21家", "江州日报", "2024-05-06", 7)
    assert recent_article(remembered).detail == "江州日报\u30002024-05-06\u3000Unreviewed 7"
    assert recent_article(replace(remembered, waiting=0, publisher="")).detail == "2024-05-06"
    assert recent_article(Recollection(path, "1.txt")).detail == ""
