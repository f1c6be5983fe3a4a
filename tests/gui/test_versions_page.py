"""Two texts side by side: what is shown, the way from difference to difference, the real window."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.text.comparison import compare_texts
from gui.look.theme import load_theme
from gui.pages.versions_page import MOST_SHOWN, VersionsPage, shown_rows

OLD = "标题\n共投资4.24亿元。\n" + "不变的一段。\n" * 40 + "市长张三到会。"
NEW = "标题\n共投资4.42亿元。\n" + "不变的一段。\n" * 40 + "市长李四到会。"


@pytest.fixture
def page(qtbot: QtBot) -> VersionsPage:
    made = VersionsPage()
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.set_theme(load_theme("light"))
    made.show()
    made.show_rows(compare_texts(OLD, NEW), ("旧.txt", "新.txt"), 16)
    return made


def test_both_texts_stand_in_one_table(page: VersionsPage) -> None:
    words = page.text.toPlainText()
    assert words.count("不变的一段。") == 80
    assert "旧.txt" in words
    assert page.count == 2
    assert page.current == 0


def test_the_table_is_laid_out_once_while_it_is_seen(page: VersionsPage) -> None:
    """Each word laid it out anew: asked for again, the sample stopped the window for minutes."""
    changes: list[None] = []
    page.text.document().contentsChanged.connect(lambda: changes.append(None))
    page.show_rows(compare_texts(OLD, NEW), ("旧.txt", "新.txt"), 16)
    assert page.count == 2
    assert len(changes) <= 3


def test_keys_go_from_difference_to_difference_and_back(qtbot: QtBot, page: VersionsPage) -> None:
    top = page.text.verticalScrollBar().value()
    qtbot.keyClick(page, Qt.Key.Key_Right)
    assert page.current == 1
    assert page.text.verticalScrollBar().value() > top
    assert not page.next.isEnabled()
    qtbot.keyClick(page, Qt.Key.Key_Right)
    assert page.current == 1
    qtbot.keyClick(page, Qt.Key.Key_Left)
    assert page.current == 0
    with qtbot.waitSignal(page.closed):
        qtbot.keyClick(page, Qt.Key.Key_Escape)


def test_what_differs_is_told_by_more_than_color(page: VersionsPage) -> None:
    document, formats = page.text.document(), {}
    block = document.begin()
    while block.isValid():
        iterator = block.begin()
        while not iterator.atEnd():
            fragment = iterator.fragment()
            formats[fragment.text()] = fragment.charFormat()
            iterator += 1
        block = block.next()
    assert formats["张三"].fontStrikeOut()
    assert formats["李四"].fontUnderline()
    assert not formats["不变的一段。"].fontUnderline()


def test_another_theme_leaves_one_at_the_same_difference(page: VersionsPage) -> None:
    page.go(1)
    page.set_theme(load_theme("dark"))
    assert page.current == 1
    assert page.previous.isEnabled()


def test_alike_texts_say_so(qtbot: QtBot, page: VersionsPage) -> None:
    page.show_rows(compare_texts(OLD, OLD), ("a", "b"), 16)
    assert page.count == 0
    assert not page.next.isEnabled()
    page.go(1)


def test_of_very_many_rows_those_that_differ_are_shown() -> None:
    rows = compare_texts("\n".join(["同"] * 3000 + ["甲乙丙"]), "\n".join(["同"] * 3000 + ["甲乙丁"]))
    shown = shown_rows(rows)
    assert len(shown) == 2 < MOST_SHOWN
    assert shown[-1].is_changed
