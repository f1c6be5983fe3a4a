"""The names and figures of an article held against those of its folder, in the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from core.annotating import annotate_file
from core.document import Document
from gui.workplace import Workplace

LONG = 60_000
HEAD = "2024-04-18 09:30 江州日报\n\n"
ARTICLES = {
    "1.txt": f"临泽县修路\n{HEAD}临泽县青山沟村村民李慕青说，青山沟公路全长4836米，总投资2150万元。\n",
    "2.txt": f"公路通车\n{HEAD}临泽县青山沟公路全长4863米，总投资2150万元。村支书李慕青到场。\n",
    "3.txt": f"村里开会\n{HEAD}村民李慕清说，路通了，方便了。\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of three annotated articles and one that is not."""
    for name, words in ARTICLES.items():
        (tmp_path / name).write_text(words, encoding="utf-8")
        annotate_file(tmp_path / name)
    (tmp_path / "4.txt").write_text(ARTICLES["1.txt"], encoding="utf-8")
    return tmp_path


def open_article(qtbot: QtBot, workplace: Workplace, path: Path) -> None:
    workplace.articles.open(path)
    qtbot.waitUntil(
        lambda: workplace.folder.open_name == path.name and bool(document_of(workplace).annotations),
        timeout=LONG,
    )


def document_of(workplace: Workplace) -> Document:
    document = workplace.session.document
    assert document is not None
    return document


def compare(qtbot: QtBot, workplace: Workplace) -> str:
    """Compare by the menu, and give what the status row says then."""
    with qtbot.waitSignal(workplace.neighboring.noticed, timeout=LONG, check_params_cb=is_done) as told:
        workplace.parts.actions_table["data.neighbors"].trigger()
    return str(told.args[0])


def is_done(words: str) -> bool:
    return words.startswith("Compared")


def test_what_another_article_says_otherwise_is_asked_and_can_be_undone(
    qtbot: QtBot, workplace: Workplace, folder: Path
) -> None:
    open_article(qtbot, workplace, folder / "1.txt")
    before = document_of(workplace)
    assert compare(qtbot, workplace).startswith("Compared with 2 annotated article")
    new = [finding for finding in document_of(workplace).findings if finding not in before.findings]
    assert [(f.rule, f.places[0].quote) for f in new] == [("repeat", "4836米")]
    assert "2.txt" in new[0].message
    workplace.session.undo_stack.undo()
    assert document_of(workplace) == before


def test_a_name_that_two_others_write_otherwise_is_asked(
    qtbot: QtBot, workplace: Workplace, folder: Path
) -> None:
    open_article(qtbot, workplace, folder / "3.txt")
    compare(qtbot, workplace)
    asked = [finding for finding in document_of(workplace).findings if finding.rule == "name_variant"]
    assert [finding.message.split("\n")[1] for finding in asked] == ["1.txt、2.txt"]


def test_the_menu_of_the_question_leads_to_the_other_article(
    qtbot: QtBot, workplace: Workplace, folder: Path
) -> None:
    open_article(qtbot, workplace, folder / "1.txt")
    compare(qtbot, workplace)
    workplace.parts.actions_table["file.save"].trigger()
    qtbot.waitUntil(lambda: not workplace.session.is_unsaved, timeout=LONG)
    section = workplace.parts.side_panel.findings
    qtbot.waitUntil(lambda: section.list.model().rowCount() > 0, timeout=LONG)
    section.list.setCurrentIndex(section.list.model().index(0, 0))
    section.list.customContextMenuRequested.emit(section.list.rect().bottomRight())
    menu = section.findChildren(QMenu)[-1]
    action = next(each for each in menu.actions() if each.text() == "Open 2.txt")
    menu.setActiveAction(action)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: workplace.folder.open_name == "2.txt", timeout=LONG)


def test_what_was_annotated_meanwhile_counts_too(qtbot: QtBot, workplace: Workplace, folder: Path) -> None:
    open_article(qtbot, workplace, folder / "1.txt")
    compare(qtbot, workplace)
    annotate_file(folder / "4.txt")
    assert compare(qtbot, workplace).startswith("Compared with 3 annotated article")


def test_without_a_folder_there_is_nothing_to_compare_with(workplace: Workplace) -> None:
    assert not workplace.parts.actions_table["data.neighbors"].isEnabled()


def test_recognizing_again_keeps_what_the_folder_says(
    qtbot: QtBot, workplace: Workplace, folder: Path
) -> None:
    open_article(qtbot, workplace, folder / "1.txt")
    compare(qtbot, workplace)
    findings, lists = document_of(workplace).findings, workplace.session.house
    workplace.parts.actions_table["mark.recognize"].trigger()
    qtbot.waitUntil(lambda: workplace.session.house is not lists, timeout=LONG)
    assert [finding.message for finding in document_of(workplace).findings] == [f.message for f in findings]
