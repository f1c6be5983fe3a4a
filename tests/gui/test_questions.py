"""Questions in the window: asked by the folder's lists, looked at place by place, settled, undone, kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QLabel, QMenu
from pytestqt.qtbot import QtBot

from core.annotating import annotate_file
from core.document import Document, Finding
from core.files.source import read_source
from core.house import PEOPLE, SETTLED, TERMS, house_for
from core.sidecar import load, sidecar_path
from gui.panels.sections.findings import SETTLED as SETTLED_TAB
from gui.widgets.row_model import ROW
from gui.workplace import Workplace

LONG = 60_000
ARTICLE = """江州市一季度外贸进出口15.2亿元

2024-04-18 09:30 江州日报

4月18日，江州市商务局局长周启明介绍，一季度全市外贸进出口15.6亿元，其中出口9.4亿元，进口5.2亿元。

江州的老百姓很高兴，企业也很高兴。政策布署及时。
"""
OTHER = "江州市开会\n\n2024-04-19 江州日报\n\n会上作了布署，老百姓很高兴。\n"


@pytest.fixture(scope="module")
def annotated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two articles that were annotated by the words that its office does not print."""
    made = tmp_path_factory.mktemp("稿件")
    (made / TERMS).write_text("老百姓\t群众\n", encoding="gb18030")
    for name, words in (("a.txt", ARTICLE), ("b.txt", OTHER)):
        (made / name).write_text(words, encoding="utf-8")
        annotate_file(made / name)
    return made


@pytest.fixture
def folder(tmp_path: Path, annotated: Path) -> Path:
    """The same for one test."""
    return copytree(annotated, tmp_path / "稿件")


@pytest.fixture
def workplace(workplace: Workplace, qtbot: QtBot, folder: Path) -> Workplace:
    """The window with the first article open and marked."""
    open_article(workplace, qtbot, folder / "a.txt")
    return workplace


def open_article(workplace: Workplace, qtbot: QtBot, path: Path) -> None:
    workplace.articles.open(path)
    qtbot.waitUntil(
        lambda: workplace.session.path == path and bool(document_of(workplace).annotations), timeout=LONG
    )
    wait_for_rows(workplace, qtbot)


def wait_for_rows(workplace: Workplace, qtbot: QtBot) -> None:
    """Wait until the panel shows the questions of now."""
    section = workplace.parts.side_panel.findings
    decided = [finding.decision is not None for finding in document_of(workplace).findings]
    counted = f"Findings {len(decided) - sum(decided)}"
    qtbot.waitUntil(lambda: section.head.accessibleName() == counted, timeout=LONG)


def document_of(workplace: Workplace) -> Document:
    document = workplace.session.document
    assert document is not None
    return document


def finding_of(workplace: Workplace, rule: str) -> Finding:
    return next(finding for finding in document_of(workplace).findings if finding.rule == rule)


def rules_of(workplace: Workplace) -> list[str]:
    return [finding.rule for finding in document_of(workplace).findings]


def words_of(view: QAbstractItemView) -> list[str]:
    return [view.model().index(row, 0).data() for row in range(view.model().rowCount())]


def trigger(workplace: Workplace, action_id: str) -> None:
    workplace.parts.actions_table[action_id].trigger()


def menu_of_row(workplace: Workplace, row: int) -> QMenu:
    """The menu that the menu key opens on a question."""
    section = workplace.parts.side_panel.findings
    section.list.setCurrentIndex(section.list.model().index(row, 0))
    section.list.customContextMenuRequested.emit(QPoint(-1, -1))
    return next(menu for menu in section.findChildren(QMenu) if menu.isVisible())


def choose(menu: QMenu, words: str) -> None:
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.close()


def question(workplace: Workplace, rule: str) -> int:
    """The row of a question in the list."""
    shown = workplace.parts.side_panel.findings.list.model()
    ids = [shown.index(row, 0).data(ROW).row.finding.id for row in range(shown.rowCount())]
    return ids.index(finding_of(workplace, rule).id)


# The lists of the folder


def test_the_folders_list_asks_when_an_article_is_recognized(
    qtbot: QtBot, workplace: Workplace, folder: Path
) -> None:
    sidecar_path(folder / "b.txt").unlink()
    open_article(workplace, qtbot, folder / "b.txt")
    assert finding_of(workplace, "term").places[0].quote == "老百姓"


def test_what_a_list_asks_does_not_go_when_the_text_is_corrected(
    workplace: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    span = finding_of(workplace, "word").places[0].span
    workplace.parts.article.select_span(span)
    monkeypatch.setattr(workplace.marking, "_ask", lambda title, explanation, words, then: then("部署"))
    trigger(workplace, "mark.correct")
    assert "政策部署及时" in document_of(workplace).text
    assert "term" in rules_of(workplace)
    assert "word" not in rules_of(workplace)


def test_recognizing_again_reads_the_lists_as_they_are_now(
    qtbot: QtBot, workplace: Workplace, folder: Path
) -> None:
    (folder / TERMS).write_text("很高兴\n", encoding="utf-8")
    trigger(workplace, "mark.recognize")
    qtbot.waitUntil(
        lambda: (
            [f.places[0].quote for f in document_of(workplace).findings if f.rule == "term"]
            == ["很高兴", "很高兴"]
        ),
        timeout=LONG,
    )


def test_a_saved_article_is_asked_by_a_list_that_came_later(
    qtbot: QtBot, workplace: Workplace, folder: Path
) -> None:
    (folder / TERMS).write_text("企业\n", encoding="utf-8")
    open_article(workplace, qtbot, folder / "b.txt")
    open_article(workplace, qtbot, folder / "a.txt")
    assert finding_of(workplace, "term").places[0].quote == "企业"
    assert not workplace.session.is_unsaved


def test_a_line_of_a_list_that_says_nothing_is_told(qtbot: QtBot, workplace: Workplace, folder: Path) -> None:
    (folder / PEOPLE).write_text("周启明 局长\n", encoding="utf-8")
    with qtbot.waitSignal(workplace.articles.noticed, timeout=LONG) as told:
        workplace.articles.open(folder / "b.txt")
    assert told.args == ["danqian-people.txt: no post after a tab in line 1; passed over"]
    wait_for_rows(workplace, qtbot)


# Looking


def test_keys_go_from_question_to_question_and_place_to_place(workplace: Workplace) -> None:
    session, article = workplace.session, workplace.parts.article
    trigger(workplace, "go.next_question")
    first = finding_of(workplace, "repeat")
    assert session.selected_finding == first.id
    assert document_of(workplace).annotation(session.selected or "").quote == "15.2亿元"
    trigger(workplace, "go.question_place")
    assert document_of(workplace).annotation(session.selected or "").quote == "15.6亿元"
    assert workplace.parts.side_panel.findings.list.currentIndex().row() == 0
    trigger(workplace, "go.next_question")
    assert session.selected_finding == finding_of(workplace, "sum").id
    trigger(workplace, "go.previous_question")
    assert session.selected_finding == first.id
    trigger(workplace, "go.previous_question")
    assert session.selected_finding == document_of(workplace).findings[-1].id
    assert article.caret() >= 0


def test_the_marks_of_a_question_show_it_in_the_tables(workplace: Workplace) -> None:
    figures = workplace.parts.side_panel.figures
    assert "15.6亿元 外贸进出口 (question 1, 2)" in words_of(figures.list)
    before = figures.list.grab().toImage()
    trigger(workplace, "go.next_question")
    assert figures.list.grab().toImage() != before


def test_a_mark_brings_its_question_and_one_without_takes_it_away(workplace: Workplace) -> None:
    marks = {mark.quote: mark.id for mark in document_of(workplace).annotations}
    workplace.session.select(marks["9.4亿元"])
    assert workplace.session.selected_finding == finding_of(workplace, "sum").id
    workplace.session.select(marks["15.6亿元"])
    assert workplace.session.selected_finding == finding_of(workplace, "sum").id
    workplace.session.select(marks["周启明"])
    assert workplace.session.selected_finding is None


def test_a_click_on_the_line_of_a_place_goes_there(workplace: Workplace) -> None:
    rows = workplace.parts.side_panel.findings.list
    area = rows.visualRect(rows.model().index(0, 0))
    for below, quote in ((50, "15.6亿元"), (32, "15.2亿元")):
        QTest.mouseClick(
            rows.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(area.left() + 120, area.top() + below)
        )
        assert document_of(workplace).annotation(workplace.session.selected or "").quote == quote


def test_left_and_right_step_through_the_places_of_a_row(workplace: Workplace) -> None:
    rows = workplace.parts.side_panel.findings.list
    rows.setFocus()
    rows.setCurrentIndex(rows.model().index(0, 0))
    for key, quote in (
        (Qt.Key.Key_Right, "15.2亿元"),
        (Qt.Key.Key_Right, "15.6亿元"),
        (Qt.Key.Key_Right, "15.2亿元"),
        (Qt.Key.Key_Left, "15.6亿元"),
    ):
        QTest.keyClick(rows, key)
        assert document_of(workplace).annotation(workplace.session.selected or "").quote == quote


def test_a_number_in_the_margin_opens_its_question(workplace: Workplace) -> None:
    workplace.parts.article.finding_clicked.emit(finding_of(workplace, "word").id)
    assert workplace.session.selected_finding == finding_of(workplace, "word").id
    row = question(workplace, "word")
    assert workplace.parts.side_panel.findings.list.currentIndex().row() == row


def test_values_stand_side_by_side_with_their_difference(workplace: Workplace) -> None:
    [first, *_] = words_of(workplace.parts.side_panel.findings.list)
    assert "Title 15.2亿元" in first
    assert "15.6亿元" in first
    assert "Difference 4000万元" in first


def test_what_the_article_comes_to_stands_above(workplace: Workplace) -> None:
    totals = workplace.parts.side_panel.findings.totals
    assert totals.counts.text().startswith("Questions 4,")
    assert "报纸编校差错率计算方法" in totals.rate.toolTip()
    assert "0.0" in totals.rate.text()


# Settling


def test_a_question_is_settled_by_its_menu_shown_and_asked_again(qtbot: QtBot, workplace: Workplace) -> None:
    section = workplace.parts.side_panel.findings
    finding = finding_of(workplace, "word")
    choose(menu_of_row(workplace, question(workplace, "word")), "It is a mistake")
    wait_for_rows(workplace, qtbot)
    assert finding_of(workplace, "word").decision == "mistake"
    assert "Errors per 10,000 characters: 0.0" not in section.totals.rate.text()
    section.tabs.button(SETTLED_TAB).click()
    [said] = words_of(section.list)
    assert "It is a mistake" in said
    assert (finding_of(workplace, "word").at or "")[:10] in said
    choose(menu_of_row(workplace, 0), "Ask again")
    wait_for_rows(workplace, qtbot)
    assert finding_of(workplace, "word") == finding


def test_settling_by_keys_goes_on_to_the_next_question_and_is_undone(
    qtbot: QtBot, workplace: Workplace
) -> None:
    trigger(workplace, "go.next_question")
    first = workplace.session.selected_finding
    trigger(workplace, "mark.question_right")
    assert workplace.session.selected_finding == finding_of(workplace, "sum").id
    decided = {finding.id: finding.decision for finding in document_of(workplace).findings}
    assert decided[first or ""] == "right"
    trigger(workplace, "edit.undo")
    assert finding_of(workplace, "repeat").decision is None
    trigger(workplace, "edit.redo")
    assert finding_of(workplace, "repeat").decision == "right"
    wait_for_rows(workplace, qtbot)


def test_without_a_question_selected_the_keys_say_how_to_get_one(qtbot: QtBot, workplace: Workplace) -> None:
    with qtbot.waitSignal(workplace.settling.noticed) as told:
        trigger(workplace, "mark.question_right")
    assert told.args == ["No question is selected: F4 goes to the next"]
    assert not workplace.session.is_unsaved


def test_decisions_are_kept_with_name_and_time(qtbot: QtBot, workplace: Workplace, folder: Path) -> None:
    trigger(workplace, "go.next_question")
    trigger(workplace, "mark.question_ignored")
    trigger(workplace, "file.save")
    qtbot.waitUntil(lambda: not workplace.session.is_unsaved, timeout=LONG)
    stored = load(sidecar_path(folder / "a.txt"), read_source(folder / "a.txt")).document
    kept = next(finding for finding in stored.findings if finding.rule == "repeat")
    assert (kept.decision, kept.by) == ("ignored", None)
    assert kept.at


def test_what_is_ignored_always_is_kept_for_the_folder(
    qtbot: QtBot, workplace: Workplace, folder: Path
) -> None:
    workplace.settling.settle(finding_of(workplace, "word").id, "always")
    assert "布署" in (folder / SETTLED).read_text(encoding="utf-8")
    trigger(workplace, "file.save")
    qtbot.waitUntil(lambda: not workplace.session.is_unsaved, timeout=LONG)
    open_article(workplace, qtbot, folder / "b.txt")
    assert finding_of(workplace, "word").decision == "always"
    workplace.settling.settle(finding_of(workplace, "word").id, None)
    assert house_for(folder / "b.txt").settled == ()


def test_undoing_takes_a_question_out_of_the_folders_list_again(workplace: Workplace, folder: Path) -> None:
    workplace.settling.settle(finding_of(workplace, "word").id, "always")
    for action, is_kept in (("edit.undo", False), ("edit.redo", True), ("edit.undo", False)):
        trigger(workplace, action)
        assert bool(house_for(folder / "a.txt").settled) == is_kept
        assert (finding_of(workplace, "word").decision == "always") == is_kept


def test_a_list_that_cannot_be_written_is_told_and_nothing_is_settled(
    workplace: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(workplace.conversation, "tell", lambda error, then=None: told.append(error.detail))
    monkeypatch.setattr("core.house.write_whole", _refuse)
    workplace.settling.settle(finding_of(workplace, "word").id, "always")
    assert told == ["Read-only file system"]
    assert finding_of(workplace, "word").decision is None


def test_a_note_says_why(workplace: Workplace, monkeypatch: pytest.MonkeyPatch) -> None:
    finding = finding_of(workplace, "word")
    workplace.settling.settle(finding.id, "right")
    answers: list[Callable[[str], None]] = []
    monkeypatch.setattr(
        workplace.conversation, "ask_words", lambda title, explanation, words, then: answers.append(then)
    )
    workplace.settling.write_note(finding.id)
    answers[0]("作者坚持")
    assert finding_of(workplace, "word").note == "作者坚持"
    assert finding_of(workplace, "word").decision == "right"


def _refuse(path: Path, parts: object) -> None:
    raise OSError(30, "Read-only file system")


def test_no_act_on_marks_wakes_while_a_page_hides_the_article(qtbot: QtBot, workplace: Workplace) -> None:
    actions, session = workplace.parts.actions_table, workplace.session
    session.select(None)
    trigger(workplace, "view.figures")
    qtbot.waitUntil(lambda: workplace.parts.is_page_shown, timeout=LONG)
    session.select(document_of(workplace).annotations[0].id)
    assert not actions["mark.same"].isEnabled()
    assert not actions["go.next_mark"].isEnabled()
    workplace.parts.top_row.mode_chosen.emit("read")
    assert actions["mark.same"].isEnabled()
    session.select(None)
    assert not actions["mark.same"].isEnabled()


def test_without_the_panel_the_status_row_says_what_is_asked(workplace: Workplace) -> None:
    trigger(workplace, "view.annotate")
    trigger(workplace, "go.next_question")
    said = [words.text() for words in workplace.parts.status_row.findChildren(QLabel)]
    assert "Has the body another figure? 15.2亿元; the body has 15.6亿元" in said
