"""What was decided on the names of an article is offered to its folder, applied as one act, and undone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core import pipeline, sidecar
from core.document import Annotation
from core.files.source import read_source
from core.text.spans import Span
from gui.dialogs.decision_choice import DecisionChoice
from gui.workplace import Workplace

LONG = 30_000
NAMES = ("1.txt", "2.txt", "3.txt")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three articles about the same people; the last has no sidecar."""
    made = tmp_path / "articles"
    made.mkdir()
    for number, name in enumerate(NAMES, 1):
        path = made / name
        text = f"第{number}篇\n\n张三到丹铅阁去，张三在丹铅阁看书，李四到江州市。\n"
        path.write_text(text, encoding="utf-8")
        if name != "3.txt":
            sidecar.save(pipeline.annotate(read_source(path)), sidecar.sidecar_path(path), expected=None)
    return made


@pytest.fixture
def workplace(qtbot: QtBot, workplace: Workplace, folder: Path) -> Workplace:
    """The window with the first article, on which three things were decided."""
    workplace.articles.open_folder(folder)
    session = workplace.session
    qtbot.waitUntil(
        lambda: workplace.folder.open_name == "1.txt" and session.document is not None, timeout=LONG
    )
    qtbot.waitUntil(
        lambda: workplace.folder.index is not None and len(workplace.folder.index.states()) == 3, timeout=LONG
    )
    mark(workplace, "丹铅阁", "ORG")
    review(workplace, "张三", reject=True)
    review(workplace, "江州市", reject=False)
    return workplace


def mark(workplace: Workplace, words: str, label: str) -> None:
    document = workplace.session.document
    assert document is not None
    start = document.text.index(words)
    workplace.session.select(None)
    workplace.parts.article.select_span(Span(start, start + len(words)))
    workplace.marking.label(label)
    workplace.session.select(None)


def review(workplace: Workplace, words: str, *, reject: bool) -> None:
    document = workplace.session.document
    assert document is not None
    found = next(a for a in document.live_annotations() if a.quote == words)
    workplace.session.select(found.id)
    workplace.marking.reject() if reject else workplace.marking.confirm()
    workplace.session.select(None)


def decided(folder: Path, words: str) -> list[Annotation]:
    """The marks on some words that were decided on, in all sidecars, tombstones too."""
    documents = map(sidecar.stored_in, sorted(folder.rglob("*.danqian.json")))
    marks = (mark for document in documents for mark in document.annotations)
    return [mark for mark in marks if mark.quote == words and mark.status != "auto"]


def offered(qtbot: QtBot, workplace: Workplace) -> DecisionChoice:
    workplace.parts.actions_table["mark.spread"].trigger()

    def dialog() -> DecisionChoice | None:
        shown = (each for each in QApplication.topLevelWidgets() if isinstance(each, DecisionChoice))
        return next((each for each in shown if each.isVisible() and each.model.rows), None)

    qtbot.waitUntil(lambda: dialog() is not None, timeout=LONG)
    found = dialog()
    assert found is not None
    return found


def test_what_is_ticked_is_applied_as_one_act_and_undone(
    qtbot: QtBot, workplace: Workplace, folder: Path
) -> None:
    dialog = offered(qtbot, workplace)
    assert [row.in_words for row in dialog.model.rows] == [
        "张三 not Person 5 places · 3 articles",
        "丹铅阁 Organization 5 places · 3 articles",
        "江州市 Place 2 places · 2 articles",
    ]
    assert dialog.apply.text() == "Apply to 12 places"
    assert len(decided(folder, "丹铅阁")) == 1, "nothing changes before a person says so"
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert dialog.apply.text() == "Apply to 7 places"
    with qtbot.waitSignal(workplace.articles.opened, timeout=LONG):
        qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert [a.label for a in decided(folder, "丹铅阁")] == ["ORG"] * 6
    assert [a.status for a in decided(folder, "江州市")] == ["accepted"] * 3
    assert [a.status for a in decided(folder, "张三")].count("rejected") == 1
    assert not workplace.session.is_unsaved
    with qtbot.waitSignal(workplace.articles.opened, timeout=LONG):
        workplace.parts.actions_table["edit.undo"].trigger()
    assert len(decided(folder, "丹铅阁")) == 1
    assert not sidecar.sidecar_path(folder / "3.txt").exists()


def test_the_offer_can_be_declined(qtbot: QtBot, workplace: Workplace, folder: Path) -> None:
    dialog = offered(qtbot, workplace)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert len(decided(folder, "丹铅阁")) == 1


def test_once_applied_nothing_is_left_to_offer(qtbot: QtBot, workplace: Workplace) -> None:
    dialog = offered(qtbot, workplace)
    with qtbot.waitSignal(workplace.articles.opened, timeout=LONG):
        qtbot.mouseClick(dialog.apply, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    workplace.parts.actions_table["mark.spread"].trigger()
    again = next(each for each in QApplication.topLevelWidgets() if isinstance(each, DecisionChoice))
    qtbot.waitUntil(lambda: not again.work.isVisible() and not again.model.rows, timeout=LONG)
    assert not again.apply.isEnabled()


def test_without_a_decision_it_says_so(qtbot: QtBot, workplace: Workplace) -> None:
    workplace.session.undo_stack.setIndex(0)
    with qtbot.waitSignal(workplace.spreading.noticed) as said:
        workplace.parts.actions_table["mark.spread"].trigger()
    assert said.args == ["No name of this article has been decided on yet"]


def test_a_decision_tells_where_the_same_words_wait(qtbot: QtBot, workplace: Workplace) -> None:
    workplace.session.undo_stack.setIndex(0)
    with qtbot.waitSignal(workplace.marking.noticed) as said:
        review(workplace, "张三", reject=False)
    assert said.args == ["1 other place with these words waits: Mark All Occurrences Alike"]
    with qtbot.assertNotEmitted(workplace.marking.noticed):
        review(workplace, "江州市", reject=False)
