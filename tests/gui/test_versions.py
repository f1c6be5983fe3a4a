"""The window compares: the article with its source, and with another file."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.workplace import Workplace

LONG = 30_000
ARTICLE = "江州市引进企业21家\n2024-05-06 08:00 来源：江州日报\n\n去年，江州市引进企业21家，总投资10亿元。\n"


@pytest.fixture
def workplace(qtbot: QtBot, workplace: Workplace, tmp_path: Path) -> Workplace:
    """The window with an article open, and beside it another one."""
    (tmp_path / "1.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "2.txt").write_text(ARTICLE.replace("10亿", "12亿"), encoding="utf-8")
    workplace.articles.open(tmp_path / "1.txt")
    session = workplace.session
    qtbot.waitUntil(lambda: bool(session.document and session.document.annotations), timeout=LONG)
    return workplace


def test_the_source_beside_the_restored_text(qtbot: QtBot, workplace: Workplace) -> None:
    page = workplace.page_work.versions_page
    workplace.parts.actions_table["view.side_by_side"].trigger()
    qtbot.waitUntil(page.isVisible, timeout=LONG)
    assert page.text.toPlainText().count("总投资10亿元") == 2
    assert page.count == 0
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert workplace.parts.desk.isVisible()


def test_a_version_that_was_sent_again(
    qtbot: QtBot, workplace: Workplace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "2.txt"
    monkeypatch.setattr(workplace.conversation, "choose_files", lambda title, folder, then: then([other]))
    page = workplace.page_work.versions_page
    workplace.parts.actions_table["file.compare"].trigger()
    qtbot.waitUntil(page.isVisible, timeout=LONG)
    assert page.count == 1
    assert "12亿元" in page.text.toPlainText()


def test_the_article_alone_and_everything_back(workplace: Workplace) -> None:
    parts, act = workplace.parts, workplace.parts.actions_table["view.focus"]
    parts.actions_table["view.files"].setChecked(True)
    beside = (parts.rail, parts.side_panel, parts.files_panel)
    before = [part.isVisible() for part in beside]
    assert before[0]
    assert before[2]
    act.trigger()
    assert not any(part.isVisible() for part in beside)
    assert parts.article.isVisible()
    act.trigger()
    assert [part.isVisible() for part in beside] == before
