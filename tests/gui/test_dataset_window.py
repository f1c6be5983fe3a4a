"""A folder of articles in the window: listed, searched, changed everywhere at once, worked through."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core import edits
from core.dataset import ArticleState
from core.document import Annotation
from core.edits import Author
from core.errors import SchemeBroken
from core.files.source import read_source
from core.pipeline import annotate
from core.schemes import SCHEME_FILE
from core.sidecar import digest_of, save, sidecar_path
from core.sidecar.opening import stored_in
from gui.controllers.core_work import house_today, open_file
from gui.controllers.reading_ahead import ReadingAhead
from gui.workplace import Workplace

LONG = 30_000
NAMES = tuple(f"{number}.txt" for number in range(1, 6))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    (made / "more").mkdir(parents=True)
    for number, name in enumerate(NAMES, 1):
        text = f"第{number}篇\n\n去年，样板间引进企业{number}家，张三到样板间去。\n"
        (made / name).write_text(text, encoding="utf-8")
    (made / "more" / "6.txt").write_text("样板间又一篇，张三在\n", encoding="utf-8")
    return made


@pytest.fixture
def workplace(qtbot: QtBot, workplace: Workplace, folder: Path) -> Workplace:
    """The window with the folder open, and its first article."""
    workplace.articles.open_folder(folder)
    wait_for_article(qtbot, workplace, "1.txt")
    wait_for_index(qtbot, workplace)
    return workplace


def wait_for_article(qtbot: QtBot, workplace: Workplace, name: str) -> None:
    def is_there() -> bool:
        session = workplace.session
        return workplace.folder.open_name == name and bool(session.document and session.document.annotations)

    qtbot.waitUntil(is_there, timeout=LONG)


def wait_for_index(qtbot: QtBot, workplace: Workplace) -> None:
    def is_read() -> bool:
        index = workplace.folder.index
        return index is not None and len(index.states()) == len(workplace.folder.names)

    qtbot.waitUntil(is_read, timeout=LONG)


def trigger(workplace: Workplace, action_id: str) -> None:
    workplace.parts.actions_table[action_id].trigger()


def states(workplace: Workplace) -> dict[str, ArticleState]:
    return {state.name: state for state in workplace.parts.files_panel.files()}


def find_in_folder(qtbot: QtBot, workplace: Workplace, words: str, count: int) -> None:
    trigger(workplace, "edit.find_folder")
    workplace.parts.find_panel.field.setText(words)
    qtbot.waitUntil(lambda: len(workplace.parts.find_panel.model.rows) == count, timeout=LONG)


def marks(folder: Path, words: str) -> list[Annotation]:
    """The live marks on some words in all sidecars of the folder."""
    sidecars = sorted(folder.rglob("*.danqian.json"))
    return [a for path in sidecars for a in stored_in(path).live_annotations() if a.quote == words]


def test_the_folder_is_listed_with_what_lies_below(workplace: Workplace) -> None:
    assert tuple(states(workplace)) == (*NAMES, "more/6.txt")


def test_a_folder_is_searched_without_an_open_article(
    qtbot: QtBot, workplace: Workplace, folder: Path
) -> None:
    wait_for_index(qtbot, workplace)
    trigger(workplace, "file.close")
    qtbot.waitUntil(lambda: workplace.session.document is None)
    page = workplace.parts.pages.currentWidget()
    find_in_folder(qtbot, workplace, "样板间", 11)
    panel = workplace.parts.find_panel
    assert panel.isVisible()
    panel.close_requested.emit()
    assert workplace.parts.pages.currentWidget() is page
    find_in_folder(qtbot, workplace, "样板间", 11)
    panel.step(1)
    wait_for_article(qtbot, workplace, "1.txt")


def test_finishing_goes_on_to_what_is_not_finished(qtbot: QtBot, workplace: Workplace, folder: Path) -> None:
    trigger(workplace, "mark.approve")
    wait_for_article(qtbot, workplace, "2.txt")
    workplace.parts.files_panel.choice("unfinished").trigger()
    trigger(workplace, "mark.finish_empty")
    wait_for_article(qtbot, workplace, "3.txt")
    assert stored_in(sidecar_path(folder / "2.txt")).live_annotations() == ()
    assert states(workplace)["2.txt"].status == "done"
    workplace.parts.files_panel.choice("all").trigger()
    trigger(workplace, "file.next")
    wait_for_article(qtbot, workplace, "4.txt")
    trigger(workplace, "file.previous")
    wait_for_article(qtbot, workplace, "3.txt")
    trigger(workplace, "file.next_unfinished")
    wait_for_article(qtbot, workplace, "4.txt")


def test_the_folder_opens_where_one_left_off(qtbot: QtBot, workplace: Workplace, folder: Path) -> None:
    trigger(workplace, "file.next")
    wait_for_article(qtbot, workplace, "2.txt")
    workplace.closing.close_article()
    elsewhere = folder.parent / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "7.txt").write_text("重庆市\n", encoding="utf-8")
    workplace.articles.open_folder(elsewhere)
    wait_for_article(qtbot, workplace, "7.txt")
    workplace.articles.open_folder(folder)
    wait_for_article(qtbot, workplace, "2.txt")


def test_an_article_that_was_left_can_still_be_undone(
    qtbot: QtBot, workplace: Workplace, folder: Path
) -> None:
    session = workplace.session
    first = session.path
    assert first is not None
    trigger(workplace, "mark.approve")
    qtbot.waitUntil(lambda: session.path != first, timeout=LONG)
    trigger(workplace, "file.previous")
    wait_for_article(qtbot, workplace, first.name)
    assert session.document is not None
    assert session.document.progress.status == "done"
    assert not session.is_unsaved
    assert workplace.parts.actions_table["edit.undo"].isEnabled()
    while session.undo_stack.canUndo():
        trigger(workplace, "edit.undo")
    assert session.document.progress.status == "new"
    assert {mark.status for mark in session.document.annotations} == {"auto"}
    assert session.is_unsaved
    trigger(workplace, "edit.redo")
    session.undo_stack.setIndex(session.undo_stack.count())
    assert not session.is_unsaved


def test_what_comes_and_goes_outside_is_noticed(qtbot: QtBot, workplace: Workplace, folder: Path) -> None:
    (folder / "0.txt").write_text("新来的样板间\n", encoding="utf-8")
    (folder / "5.txt").unlink()
    workplace.folder.look_again()
    qtbot.waitUntil(lambda: tuple(states(workplace)) == ("0.txt", *NAMES[:4], "more/6.txt"), timeout=LONG)
    find_in_folder(qtbot, workplace, "新来", 1)


def test_all_places_in_the_folder_are_marked_as_one_act(
    qtbot: QtBot, workplace: Workplace, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    find_in_folder(qtbot, workplace, "样板间", 11)
    panel = workplace.parts.find_panel
    told: list[str] = []
    monkeypatch.setattr(panel.work, "show_work", lambda words, *_, **__: told.append(words))
    panel.list.setFocus()
    panel.list.select_row(10)
    QTest.keyClick(panel.list, Qt.Key.Key_Space)
    panel.acts.labels.choose("ORG")
    with qtbot.waitSignal(workplace.articles.opened, timeout=LONG):  # the open article is read again
        panel.acts.mark.click()
    assert [(a.label, a.status) for a in marks(folder, "样板间")] == [("ORG", "added")] * 10
    count = len(list(folder.rglob("*.danqian.json")))
    assert told == [
        *(f"Preparing {number} of {count}" for number in range(count + 1)),
        *(f"Changing {number} of {count}" for number in range(1, count + 1)),
        "",
    ]
    document = workplace.session.document
    assert document is not None
    assert sum(a.quote == "样板间" for a in document.annotations) == 2
    assert not workplace.session.is_unsaved
    with qtbot.waitSignal(workplace.articles.opened, timeout=LONG):
        trigger(workplace, "edit.undo")
    assert marks(folder, "样板间") == []
    assert list(folder.rglob("*.danqian.json")) == []
    with qtbot.waitSignal(workplace.articles.opened, timeout=LONG):
        trigger(workplace, "edit.redo")
    assert len(marks(folder, "样板间")) == 10


def test_an_act_on_the_article_is_undone_before_an_earlier_one_on_the_folder(
    qtbot: QtBot, workplace: Workplace, folder: Path
) -> None:
    find_in_folder(qtbot, workplace, "样板间", 11)
    workplace.parts.find_panel.acts.labels.choose("ORG")
    with qtbot.waitSignal(workplace.articles.opened, timeout=LONG):
        workplace.parts.find_panel.acts.mark.click()
    before = workplace.session.document
    trigger(workplace, "mark.accept_all")
    assert workplace.session.document != before
    trigger(workplace, "edit.undo")
    assert workplace.session.document == before
    assert len(marks(folder, "样板间")) == 11
    with qtbot.waitSignal(workplace.articles.opened, timeout=LONG):
        trigger(workplace, "edit.undo")
    assert marks(folder, "样板间") == []


def test_what_was_undone_in_the_folder_is_not_offered_again_after_another_act(
    qtbot: QtBot, workplace: Workplace, folder: Path
) -> None:
    find_in_folder(qtbot, workplace, "样板间", 11)
    workplace.parts.find_panel.acts.labels.choose("ORG")
    with qtbot.waitSignal(workplace.articles.opened, timeout=LONG):
        workplace.parts.find_panel.acts.mark.click()
    with qtbot.waitSignal(workplace.articles.opened, timeout=LONG):
        trigger(workplace, "edit.undo")
    redo = workplace.parts.actions_table["edit.redo"]
    wait_for_article(qtbot, workplace, "1.txt")
    assert redo.isEnabled()
    trigger(workplace, "mark.accept_all")
    assert not redo.isEnabled()
    trigger(workplace, "edit.undo")
    trigger(workplace, "edit.redo")
    assert workplace.session.is_unsaved
    assert marks(folder, "样板间") == []


def test_an_act_is_not_undone_under_a_scheme_that_is_not_valid(
    qtbot: QtBot, workplace: Workplace, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    find_in_folder(qtbot, workplace, "样板间", 11)
    workplace.parts.find_panel.acts.labels.choose("ORG")
    with qtbot.waitSignal(workplace.articles.opened, timeout=LONG):
        workplace.parts.find_panel.acts.mark.click()
    told: list[Exception] = []
    monkeypatch.setattr(workplace.conversation, "tell", told.append)
    target = sidecar_path(folder / "3.txt")
    changed = edits.set_flag(stored_in(target), True, Author(None, "2026-03-02T09:00:00+08:00"))
    save(changed, target, expected=digest_of(target))
    (folder / SCHEME_FILE).write_text("labels = 3\n", encoding="utf-8")
    before = {path: path.read_bytes() for path in folder.rglob("*.json")}
    notices: list[str] = []
    workplace.everywhere.noticed.connect(notices.append)
    trigger(workplace, "edit.undo")
    qtbot.waitUntil(lambda: bool(told), timeout=LONG)
    assert [type(error) for error in told] == [SchemeBroken]
    assert notices == ["Nothing was changed back: put the label scheme right, then try again"]
    assert {path: path.read_bytes() for path in folder.rglob("*.json")} == before
    (folder / SCHEME_FILE).unlink()
    with qtbot.waitSignal(workplace.articles.opened, timeout=LONG):
        trigger(workplace, "edit.undo")
    assert marks(folder, "样板间") == []
    assert stored_in(target).progress.flagged


def test_unsaved_work_goes_into_the_sidecar_before_all_are_changed(
    qtbot: QtBot, workplace: Workplace, folder: Path
) -> None:
    trigger(workplace, "mark.accept_all")
    find_in_folder(qtbot, workplace, "样板间", 11)
    workplace.parts.find_panel.acts.labels.choose("ORG")
    with qtbot.waitSignal(workplace.articles.opened, timeout=LONG):
        workplace.parts.find_panel.acts.mark.click()
    stored = stored_in(sidecar_path(folder / "1.txt"))
    assert {a.status for a in stored.live_annotations()} == {"accepted", "added"}


def test_a_place_in_another_article_is_gone_to(qtbot: QtBot, workplace: Workplace) -> None:
    find_in_folder(qtbot, workplace, "引进企业3家", 1)
    QTest.keyClick(workplace.parts.find_panel.field, Qt.Key.Key_Return)
    wait_for_article(qtbot, workplace, "3.txt")
    span, document = workplace.parts.article.selected_span(), workplace.session.document
    assert span is not None
    assert document is not None
    assert span.of(document.text) == "引进企业3家"
    assert len(workplace.parts.find_panel.model.rows) == 1


def test_the_words_of_the_selected_mark_are_looked_for(workplace: Workplace) -> None:
    document = workplace.session.document
    assert document is not None
    mark = document.live_annotations()[0]
    workplace.session.select(mark.id)
    workplace.parts.actions_table["edit.find_folder"].trigger()
    assert workplace.parts.find_panel.field.text() == mark.quote


def test_places_in_the_open_article_are_marked_as_one_step(qtbot: QtBot, workplace: Workplace) -> None:
    trigger(workplace, "edit.find")
    panel = workplace.parts.find_panel
    panel.options.pattern.click()
    panel.field.setText(r"样.间")
    panel.acts.labels.choose("ORG")
    panel.acts.mark.click()
    document = workplace.session.document
    assert document is not None
    assert [a.label for a in document.annotations if a.quote == "样板间"] == ["ORG", "ORG"]
    trigger(workplace, "edit.undo")
    assert not workplace.session.is_unsaved


def test_all_articles_are_annotated_in_the_background(
    qtbot: QtBot, workplace: Workplace, folder: Path
) -> None:
    with qtbot.waitSignal(workplace.preannotating.noticed, timeout=LONG) as noticed:
        trigger(workplace, "file.annotate_all")
        assert workplace.parts.files_panel.work.isVisible()
    assert noticed.args == ["5 articles annotated"]
    assert {path.name for path in folder.rglob("*.danqian.json")} == {
        f"{name}.danqian.json" for name in (*NAMES[1:], "6.txt")
    }
    qtbot.waitUntil(lambda: states(workplace)["3.txt"].total > 0, timeout=LONG)
    with qtbot.waitSignal(workplace.preannotating.noticed, timeout=LONG) as noticed:
        trigger(workplace, "file.annotate_all")
    assert noticed.args == ["0 articles annotated"]


def test_what_was_annotated_meanwhile_is_saved_over(qtbot: QtBot, workplace: Workplace, folder: Path) -> None:
    from core.annotating import annotate_file

    annotate_file(folder / "1.txt")  # as the background would, after the article was opened
    trigger(workplace, "mark.accept_all")
    with qtbot.waitSignal(workplace.saving.saved, timeout=LONG):
        trigger(workplace, "file.save")
    assert {a.status for a in stored_in(sidecar_path(folder / "1.txt")).annotations} == {"accepted"}


def test_the_next_article_is_marked_ahead(qtbot: QtBot, workplace: Workplace, folder: Path) -> None:
    ahead = ReadingAhead(workplace.session, workplace.folder, workplace.background)
    trigger(workplace, "mark.accept_all")
    plain = open_file(folder / "2.txt", None).document
    house = house_today(folder / "2.txt")
    qtbot.waitUntil(lambda: ahead.marked(folder / "2.txt", plain, house) is not None, timeout=LONG)
    marked = ahead.marked(folder / "2.txt", plain, house)
    assert marked is not None
    assert marked.annotations == annotate(read_source(folder / "2.txt")).annotations
    assert ahead.marked(folder / "2.txt", replace(plain, text="别的"), house) is None
    assert ahead.marked(folder / "4.txt", plain, house) is None
