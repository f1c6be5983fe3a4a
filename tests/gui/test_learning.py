"""Learning from the corrections of a folder: measured, shown, used only when a person says so, and undone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from core import edits, pipeline, sidecar
from core.document import Document
from core.edits import Author
from core.files.source import read_source
from core.recognition import learnt as learnt_heads
from core.schemes import scheme_for
from core.text.spans import Span
from gui.pages.learning_page import LearningPage
from gui.widgets.buttons import KeycapButton
from gui.workplace import Workplace
from tests.gold_format import load_gold

LONG = 60_000
BY = Author(None, "2026-03-01T09:00:00+08:00")
GOLD = sorted((Path(__file__).parents[1] / "data" / "gold" / "a").glob("*.txt"))[:6]
SCHEME = """
name = "own"
version = "1"
[[labels]]
name = "PER"
hue = "per"
group = "names"
key = "1"
[[labels]]
name = "PARTICLE"
hue = "term"
group = "names"
key = "2"
"""


def reviewed(path: Path, marks: list[tuple[Span, str]]) -> Document:
    """An article as a person left it: these marks, and it is done."""
    document = pipeline.open_article(read_source(path))
    for span, label in marks:
        document = edits.add(document, span, label, BY)
    return edits.set_progress(document, "done", BY)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Six finished articles under a scheme with a label of its own, and one that nobody has looked at."""
    made = tmp_path / "articles"
    made.mkdir()
    (made / "danqian-scheme.toml").write_text(SCHEME, encoding="utf-8")
    for number, gold in enumerate(map(load_gold, GOLD), 1):
        path = made / f"{number}.txt"
        path.write_text(gold.text, encoding="utf-8")
        marks = [(mark.span, "PER") for mark in gold.marks if mark.label == "PER"]
        marks += [(Span(n, n + 1), "PARTICLE") for n, letter in enumerate(gold.text) if letter == "的"]
        sidecar.save(reviewed(path, marks), sidecar.sidecar_path(path), expected=None)
    (made / "9.txt").write_text("江州日报讯\n\n王强说，今年的雨多。\n", encoding="utf-8")
    return made


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "data"
    monkeypatch.setattr(learnt_heads, "user_data_path", lambda _: place)
    return place


@pytest.fixture
def workplace(qtbot: QtBot, workplace: Workplace, folder: Path) -> Workplace:
    """The window with the folder open, and its page of learning."""
    workplace.articles.open_paths([folder])
    qtbot.waitUntil(lambda: workplace.parts.actions_table["data.learn"].isEnabled(), timeout=LONG)
    qtbot.waitUntil(lambda: workplace.session.document is not None, timeout=LONG)
    workplace.parts.actions_table["data.learn"].trigger()
    return workplace


def press(qtbot: QtBot, button: KeycapButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))


def learn(qtbot: QtBot, workplace: Workplace) -> LearningPage:
    page = workplace.page_work.learning_page
    press(qtbot, page.learn)
    qtbot.waitUntil(lambda: bool(page.summary.text()), timeout=LONG)
    return page


def labels_found(folder: Path) -> set[str]:
    """The labels that the article has which nobody has looked at."""
    path = folder / "9.txt"
    found = pipeline.annotate(read_source(path), scheme=scheme_for(path))
    return {mark.label for mark in found.annotations}


def test_it_is_measured_used_when_wanted_and_undone(
    qtbot: QtBot, workplace: Workplace, folder: Path, own_data: Path
) -> None:
    page = workplace.page_work.learning_page
    assert workplace.parts.pages.currentWidget() is page
    assert (page.use.isEnabled(), page.go_back.isEnabled()) == (False, False)
    assert page.in_use.text() == "In use: as shipped"
    learn(qtbot, workplace)
    rows = page.figures.accessibleDescription().split("\n")
    assert [row.split(",")[0] for row in rows] == ["Label All", "Label PER", "Label PARTICLE"]
    assert "what it has not seen" in page.summary.text()
    assert not own_data.exists(), "nothing is used before a person says so"
    assert labels_found(folder) == {"PER"}

    press(qtbot, page.use)
    assert page.in_use.text().startswith("In use: what was learnt, since ")
    assert "PARTICLE" in labels_found(folder)
    assert (page.use.isEnabled(), page.go_back.isEnabled()) == (False, True)

    press(qtbot, page.go_back)
    assert page.in_use.text() == "In use: as shipped"
    assert labels_found(folder) == {"PER"}
    press(qtbot, page.go_back)
    assert "PARTICLE" in labels_found(folder)


def test_what_was_learnt_waits_while_the_page_is_left(qtbot: QtBot, workplace: Workplace) -> None:
    page = workplace.page_work.learning_page
    press(qtbot, page.learn)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert workplace.parts.pages.currentWidget() is workplace.parts.desk
    qtbot.waitUntil(page.learn.isEnabled, timeout=LONG)
    workplace.parts.actions_table["data.learn"].trigger()
    assert page.use.isEnabled()


def test_it_can_be_stopped(qtbot: QtBot, workplace: Workplace, own_data: Path) -> None:
    page = workplace.page_work.learning_page
    press(qtbot, page.learn)
    page.work.cancel.click()
    qtbot.waitUntil(page.learn.isEnabled, timeout=LONG)
    assert page.summary.text() == "Stopped: nothing was learnt"
    assert not page.use.isEnabled()
    assert not own_data.exists()


def test_the_open_article_is_saved_before(qtbot: QtBot, workplace: Workplace, folder: Path) -> None:
    document = workplace.session.document
    assert document is not None
    workplace.session.edit(edits.set_flag(document, True, BY), "")
    learn(qtbot, workplace)
    assert not workplace.session.is_unsaved


def test_too_little_is_said(qtbot: QtBot, workplace: Workplace, folder: Path) -> None:
    for path in folder.glob("*.danqian.json"):
        document = sidecar.stored_in(path)
        new = replace(document, progress=replace(document.progress, status="new"), annotations=())
        sidecar.save(new, path, expected=sidecar.digest_of(path))
    page = learn(qtbot, workplace)
    assert page.summary.text().startswith("Too little was reviewed")


def test_what_the_disk_refuses_changes_nothing(
    qtbot: QtBot, workplace: Workplace, folder: Path, own_data: Path
) -> None:
    page = learn(qtbot, workplace)
    own_data.write_text("a file where a folder should be", encoding="utf-8")
    press(qtbot, page.use)
    assert page.in_use.text() == "In use: as shipped"
    assert labels_found(folder) == {"PER"}
