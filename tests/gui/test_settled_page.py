"""The page of everything settled: by whom, for what, asked again, and the way to a question."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.annotating import annotate_file
from core.document import Document
from core.house import house_for, remember
from core.house.settled import SettledQuestion
from gui.pages.settled_page import SettledPage
from gui.workplace import Workplace

LONG = 60_000
ARTICLE = "江州市开会\n\n2024-04-19 江州日报\n\n会上作了布署。这笔帐要算清楚。\n"
ELSEWHERE = SettledQuestion("word", "“座落”应为“坐落”？", "座落", "李四", "2024-04-01T08:00:00+00:00")
QUESTION, WORDS, DECISION, HOLDS_FOR, BY = range(5)


@pytest.fixture
def page(qtbot: QtBot, workplace: Workplace, tmp_path: Path) -> SettledPage:
    """The page of an article with two settled questions, in a folder that keeps another."""
    article = tmp_path / "a.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    annotate_file(article)
    remember(article, ELSEWHERE)
    workplace.articles.open(article)
    qtbot.waitUntil(lambda: len(document_of(workplace).findings) == 2, timeout=LONG)
    first, second = (finding.id for finding in document_of(workplace).findings)
    workplace.settling.settle(first, "right")
    workplace.settling.settle(second, "always")
    workplace.parts.actions_table["view.settled"].trigger()
    shown = workplace.page_work.settled_page
    qtbot.waitUntil(shown.isVisible, timeout=LONG)
    return shown


def document_of(workplace: Workplace) -> Document:
    document = workplace.session.document
    assert document is not None
    return document


def column(page: SettledPage, number: int) -> list[str]:
    return [page.order.index(row, number).data() for row in range(page.order.rowCount())]


def decisions(workplace: Workplace) -> list[str | None]:
    return [finding.decision for finding in document_of(workplace).findings]


def kept(workplace: Workplace) -> list[str]:
    path = workplace.session.path
    assert path is not None
    return [question.quotes for question in house_for(path).settled]


def test_every_settled_question_is_listed_with_what_it_holds_for(page: SettledPage) -> None:
    assert column(page, WORDS) == ["布署", "帐", "座落"]
    assert column(page, DECISION) == ["The article is right", "Ignored always", "Ignored always"]
    assert column(page, HOLDS_FOR) == ["This article", "The whole folder", "The whole folder"]
    assert column(page, BY)[2] == "李四"
    assert column(page, QUESTION)[0] == "“布署”: should it be “部署”?"


def test_delete_asks_a_question_of_the_article_again_and_undo_takes_it_back(
    qtbot: QtBot, workplace: Workplace, page: SettledPage
) -> None:
    page.table.selectRow(0)
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert decisions(workplace) == [None, "always"]
    assert column(page, WORDS) == ["帐", "座落"]
    workplace.session.undo_stack.undo()
    assert column(page, WORDS) == ["布署", "帐", "座落"]


def test_what_holds_for_the_folder_leaves_its_list(
    qtbot: QtBot, workplace: Workplace, page: SettledPage
) -> None:
    page.table.selectRow(1)
    qtbot.mouseClick(page.again, Qt.MouseButton.LeftButton)
    assert decisions(workplace) == ["right", None]
    assert kept(workplace) == ["座落"]
    page.table.selectRow(1)
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert kept(workplace) == []
    assert column(page, WORDS) == ["布署"]


def test_enter_goes_to_the_question_in_the_article(
    qtbot: QtBot, workplace: Workplace, page: SettledPage
) -> None:
    page.table.selectRow(2)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.isVisible()  # the article does not raise it
    page.table.selectRow(0)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert not page.isVisible()
    assert workplace.session.selected_finding == document_of(workplace).findings[0].id


def test_where_nothing_is_left_nothing_can_be_asked_again(
    qtbot: QtBot, workplace: Workplace, page: SettledPage
) -> None:
    for _ in range(3):
        page.table.selectRow(0)
        qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert column(page, WORDS) == []
    assert not page.again.isEnabled()
    assert not page.copy.isEnabled()


def test_the_table_speaks_the_language_of_the_window(
    qtbot: QtBot, workplace: Workplace, page: SettledPage
) -> None:
    workplace.parts.actions_table["view.language_zh"].trigger()
    qtbot.waitUntil(lambda: column(page, DECISION)[0] == "原文无误", timeout=LONG)
    workplace.parts.actions_table["view.language_en"].trigger()
    qtbot.waitUntil(lambda: column(page, HOLDS_FOR)[0] == "This article", timeout=LONG)
